"""The researcher's room: a question above, a list of pages at the left, the page that is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.research.pages import PAGES
from xraydesk.gui.research.question_bar import QuestionBar
from xraydesk.gui.research.tab import ResearchTab
from xraydesk.gui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive, Snapshot
    from xraydesk.research.scene import Question, Scene
    from xraydesk.triage.desk import Desk

LIST_WIDTH = 168


class ResearchPage(QWidget):
    """Reads the log when it comes into sight, and whenever a page has written into it."""

    open_wanted = Signal(str, object)  # study id, folder
    sample_wanted = Signal(object)  # how far a sample is
    points_changed = Signal()  # the desk judges by other operating points

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._task: Task | None = None
        self._desk: Desk | None = None
        self._archive: Archive | None = None
        self._snapshot: Snapshot | None = None
        self._scene: Scene | None = None
        self._folder: Path | None = None
        self._made: dict[int, ResearchTab] = {}
        self.bar = QuestionBar(self)
        self.list = QListWidget(self)
        self.stack = QStackedWidget(self)
        self.words = QLabel(self)
        self.line = QLabel(self)
        self._build()
        self.bar.asked.connect(self._ask)
        self.bar.reload_wanted.connect(self.reload)
        self.list.currentRowChanged.connect(self._turn_to)
        self.list.setCurrentRow(0)

    def set_desk(self, desk: Desk | None, folder: Path | None = None) -> None:
        """Look at the database of another desk; None is none."""
        self._forget()
        self._desk, self._folder = desk, folder

    def set_folder(self, folder: Path | None) -> None:
        """Say which folder is open at the reading desk."""
        self._folder = folder

    def reload(self) -> None:
        """Read the log anew; the pages are drawn once it is there."""
        from xraydesk.research.archive import Archive

        self._leave_task()
        if self._desk is None:
            self._say_instead(translate("ResearchPage", "There is no log to look at: no model is loaded."))
            return
        if self._snapshot is None:
            self._say_instead(translate("ResearchPage", "Reading the log …"))
        self.bar.reload.setEnabled(False)
        archive = self._archive = Archive.beside(self._desk)
        self._task = self._tasks.run(archive.load, self._loaded, self._failed)

    def page(self, key: str) -> ResearchTab:
        """Turn to a page and return it; KeyError where there is none of this name."""
        places = {page.key: place for place, page in enumerate(PAGES)}
        self.list.setCurrentRow(places[key])
        return self._made[places[key]]

    def close_tasks(self) -> None:
        """Stop all work and wait for it."""
        self._leave_task()
        for tab in self._made.values():
            tab.close_tasks()
        self._tasks.close()

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _loaded(self, snapshot: Snapshot) -> None:
        self.bar.reload.setEnabled(True)
        self._snapshot = snapshot
        question = self.bar.offer(snapshot, self._folder)
        if not len(snapshot.cases):
            self._scene = None
            self._say_instead(
                translate(
                    "ResearchPage",
                    "The log is empty. Open a folder at the reading desk and give verdicts: agreement, recall and the "
                    "misclassified are shown here.",
                )
            )
            return
        self._ask(question)

    def _ask(self, question: Question) -> None:
        from xraydesk.research.scene import look

        snapshot = self._snapshot
        if snapshot is None:
            return
        self._leave_task()
        self._task = self._tasks.run(lambda: look(snapshot, question), self._show_scene, self._failed)

    def _show_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.line.setText(_said_of(scene))
        self.stack.setVisible(True)
        self.words.setVisible(False)
        self._draw()

    def _failed(self, error: XraydeskError) -> None:
        self.bar.reload.setEnabled(True)
        if self._scene is None:
            self._say_instead(error_sentence(error))
        else:
            self.line.setText(error_sentence(error))

    # -- pages -------------------------------------------------------------------------------------------------------

    def _turn_to(self, place: int) -> None:
        if place < 0:
            return
        if place not in self._made:
            tab = PAGES[place].make(self)
            tab.setAccessibleName(PAGES[place].title)
            tab.open_wanted.connect(self.open_wanted)
            tab.sample_wanted.connect(self.sample_wanted)
            tab.changed.connect(self.reload)
            tab.points_changed.connect(self._take_points)
            tab.said.connect(self.line.setText)
            self._made[place] = tab
            self.stack.addWidget(tab)
        self.stack.setCurrentWidget(self._made[place])
        self._draw()

    def _draw(self) -> None:
        tab = self.stack.currentWidget()
        if self._archive is not None and self._scene is not None and isinstance(tab, ResearchTab):
            tab.show_scene(self._archive, self._scene)

    def _take_points(self) -> None:
        if self._desk is not None:
            self._tasks.run(self._desk.points.take, lambda _: self.points_changed.emit(), self._failed)

    def _say_instead(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(True)
        self.stack.setVisible(False)
        self.line.clear()

    def _forget(self) -> None:
        """Drop what was read and stop what the pages still work out."""
        self._leave_task()
        self._archive = self._snapshot = self._scene = None
        self.bar.question = None
        made, self._made = self._made, {}
        for tab in made.values():
            tab.close_tasks()
            self.stack.removeWidget(tab)
            tab.deleteLater()
        self._turn_to(self.list.currentRow())

    def _leave_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _build(self) -> None:
        self.list.addItems([page.title for page in PAGES])
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setAccessibleName(translate("ResearchPage", "Pages"))
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMargin(12 * theme.GRID)
        for label in (self.words, self.line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            theme.set_role(label, "dim")
        self.line.setContentsMargins(12, 4, 12, 4)
        self.line.setMinimumWidth(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for widget in (self.stack, self.words):
            middle.addWidget(widget, 1)
        middle.addWidget(self.line)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.list)
        below.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(below, 1)
        self._say_instead(translate("ResearchPage", "Reading the log …"))


def _said_of(scene: Scene) -> str:
    """Return in one line what the figures rest on."""
    text = translate(
        "ResearchPage", "{studies} studies, {readers} readers, {verdicts} verdicts; what is true is known of {known}."
    )
    return text.format(
        studies=f"{len(scene.cases):,}",
        readers=len(scene.readings.readers),
        verdicts=f"{len(scene.snapshot.verdicts):,}",
        known=f"{int(scene.truth.known.sum()):,}",
    )
