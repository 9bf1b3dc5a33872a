"""Which training data: chosen from those kept, or made anew; and the work on them with its progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.admin import data_words as words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.shared.sheet import Sentence, choice, offer
from xraydesk.gui.tasks import Task, TaskRunner, present_task
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.admin.data import DataSource
    from xraydesk.admin.data_desk import DataDesk
    from xraydesk.admin.looks import Progress
    from xraydesk.admin.verdict_table import Gathered


class SourceBar(QWidget):
    """One line of choices and one of progress. Only one piece of work goes on at a time."""

    inspect_wanted = Signal()
    source_changed = Signal()
    said = Signal(str)
    _progressed = Signal(int, int)

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._desk: DataDesk | None = None
        self._known: dict[str, DataSource] = {}
        self.label, self.box = choice(translate("SourceBar", "Training data"), self)
        self.folder = QPushButton(translate("SourceBar", "Add a folder …"), self)
        self.verdicts = QPushButton(translate("SourceBar", "Use the verdicts of this desk …"), self)
        self.forget = QPushButton(translate("SourceBar", "Take off the list"), self)
        self.inspect = QPushButton(translate("SourceBar", "Look into it"), self)
        self.cancel = QPushButton(translate("SourceBar", "Stop"), self)
        self.progress = QProgressBar(self)
        self.count = QLabel(self)
        self.state = Sentence(parent=self)
        self._build()
        self._enable()

    @property
    def source(self) -> DataSource | None:
        """The source that is chosen."""
        return self._known.get(self.box.currentData() or "")

    @property
    def busy(self) -> bool:
        """Whether work goes on."""
        return self._task is not None

    def show_desk(self, desk: DataDesk | None, choose: str = "") -> None:
        """Offer the sources of a desk, and choose the one with the key ``choose``."""
        before = self.box.currentData()
        self._desk = desk
        found = desk.sources() if desk is not None else []
        self._known = {source.key: source for source in found}
        offer(self.box, [(words.source_name(source), source.key) for source in found])
        if choose:
            self.box.setCurrentIndex(self.box.findData(choose))
        self._enable()
        if self.box.currentData() != before or choose:
            self.source_changed.emit()

    def work(self, func: Callable[[Progress], Any], show: Callable[[Any], None]) -> None:
        """Do something off the main thread, with progress; nothing where something goes on already."""
        if self.busy:
            return

        def told(done: int, of: int) -> bool:
            task = present_task()
            self._progressed.emit(done, of)
            return task is None or not task.cancelled

        self.state.say("")
        self.progress.setRange(0, 0)
        self.count.clear()
        self._task = self._tasks.run(lambda: func(told), lambda found: self._done(show, found), self._failed)
        self._enable()

    def stop(self) -> None:
        """Want nothing any more; what was seen is kept."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._failed(Cancelled())

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _done(self, show: Callable[[Any], None], found: object) -> None:
        self._task = None
        self._enable()
        show(found)

    def _failed(self, error: XraydeskError) -> None:
        self._task = None
        self._enable()
        self.state.say(error_sentence(error))

    def _show_progress(self, done: int, of: int) -> None:
        if self.busy:
            self.progress.setRange(0, max(1, of))
            self.progress.setValue(done)
            text = translate("SourceBar", "{done} of {number} films")
            self.count.setText(text.format(done=figure(done), number=figure(of)))

    def _enable(self) -> None:
        for button in (self.box, self.folder, self.verdicts):
            button.setEnabled(not self.busy and self._desk is not None)
        for button in (self.inspect, self.forget):
            button.setEnabled(not self.busy and self.source is not None)
        for widget in (self.progress, self.count, self.cancel):
            widget.setVisible(self.busy)

    # -- other sources -----------------------------------------------------------------------------------------------

    def add_folder(self) -> QWidget | None:
        """Open the small window for a folder of labelled films."""
        from xraydesk.gui.admin.folder_dialog import FolderDialog

        if self._desk is None:
            return None
        dialog = FolderDialog(self._desk, self)
        dialog.kept.connect(lambda source: self.show_desk(self._desk, source.key))
        dialog.open()
        return dialog

    def add_verdicts(self) -> QWidget | None:
        """Open the small window for this desk's own verdicts."""
        from xraydesk.gui.admin.verdict_dialog import VerdictDialog

        if self._desk is None:
            return None
        dialog = VerdictDialog(self._desk, self)
        dialog.made.connect(self._made)
        dialog.open()
        return dialog

    def _made(self, made: Gathered) -> None:
        self.show_desk(self._desk, made.source.key)
        self.state.say(words.gathered(made))

    def _chosen(self) -> None:
        self._enable()
        self.source_changed.emit()

    def _forget(self) -> None:
        desk, source = self._desk, self.source
        if desk is None or source is None:
            return
        try:
            desk.forget(source)
        except XraydeskError as error:
            self.state.say(error_sentence(error))
        self.show_desk(desk)

    def _build(self) -> None:
        self.progress.setAccessibleName(translate("SourceBar", "Films looked at"))
        self.progress.setTextVisible(False)
        theme.set_role(self.inspect, "primary")
        theme.set_role(self.count, "dim")
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.label, self.box, self.inspect, self.folder, self.verdicts):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.forget)
        second.addWidget(self.progress, 1)
        second.addWidget(self.count)
        second.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * theme.GRID, 3 * theme.GRID, 5 * theme.GRID, 0)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.state)
        self._progressed.connect(self._show_progress)
        self.box.activated.connect(self._chosen)
        self.inspect.clicked.connect(self.inspect_wanted)
        self.cancel.clicked.connect(self.stop)
        self.folder.clicked.connect(self.add_folder)
        self.verdicts.clicked.connect(self.add_verdicts)
        self.forget.clicked.connect(self._forget)
