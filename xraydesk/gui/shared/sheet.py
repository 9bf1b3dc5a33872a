"""What the pages of figures are made of: a scrolled sheet, headings, sentences, and work whose last wish wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.tasks import Task, TaskRunner

EDGE = 5 * theme.GRID
QUIET_MS = 250  # shorter work is not announced: words that flicker are not read


class Sheet(QScrollArea):
    """A column of headings, sentences, tables and charts that is scrolled up and down."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.column.setSpacing(2 * theme.GRID)
        self.setWidget(self.body)

    def heading(self, words: str) -> Sentence:
        """Add a heading."""
        if self.column.count():
            self.column.addSpacing(4 * theme.GRID)
        return self.sentence(words, "large")

    def sentence(self, words: str = "", role: str = "") -> Sentence:
        """Add a line of text that wraps, can be selected, and takes no room while it is empty."""
        label = Sentence(words, self.body)
        theme.set_role(label, role)
        self.column.addWidget(label)
        return label

    def row(self, *widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
        """Add widgets side by side, to the left unless they stretch by themselves."""
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        for widget in widgets:
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        self.column.addLayout(row)
        return row


class Sentence(QLabel):
    """Plain words that wrap; hidden while there are none."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVisible(bool(words))

    def say(self, *sentences: str) -> None:
        """Show sentences, one after the other; none hides it."""
        words = " ".join(sentence for sentence in sentences if sentence)
        self.setText(words)
        self.setVisible(bool(words))


class LastWish(QObject):
    """Runs one kind of work in the background; a newer wish drops the older one.

    Parameters
    ----------
    tasks
        The workers, shared by all the wishes of a page.
    state
        Where it is said that work goes on, or why it failed.
    """

    def __init__(self, tasks: TaskRunner, state: Sentence, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._state = tasks, state
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(lambda: self._state.say(translate("Sheet", "Working …")))

    @property
    def busy(self) -> bool:
        """Whether something is still worked out."""
        return self._task is not None

    def ask(self, work: Callable[[], Any], show: Callable[[Any], None]) -> None:
        """Work something out off the main thread and show it."""
        self.drop()
        self._timer.start()
        self._task = self._tasks.run(work, lambda found: self._done(show, found), self._failed)

    def drop(self) -> None:
        """Want nothing any more."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._state.say("")

    def _done(self, show: Callable[[Any], None], found: object) -> None:
        self.drop()
        show(found)

    def _failed(self, error: XraydeskError) -> None:
        self.drop()
        self._state.say(error_sentence(error))


def choice(name: str, parent: QWidget) -> tuple[QLabel, QComboBox]:
    """Return a box to choose from and the label before it."""
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMinimumWidth(32 * theme.GRID)
    label = QLabel(name, parent)
    label.setBuddy(box)
    theme.set_role(label, "dim")
    return label, box


def offer(box: QComboBox, entries: list[tuple[str, Any]]) -> None:
    """Fill a box; what was chosen stays chosen where it is still there. Nobody is told."""
    before = box.currentData() if box.count() else entries[0][1] if entries else None
    box.blockSignals(True)
    box.clear()
    for words, data in entries:
        box.addItem(words, data)
    kept = next((n for n, (_, data) in enumerate(entries) if data == before), 0)
    box.setCurrentIndex(kept if entries else -1)
    box.blockSignals(False)
