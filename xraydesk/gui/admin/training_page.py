"""Training: the runs of this desk at the left, a new one or the chosen one beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xraydesk.admin.outcome import Outcome, outcome
from xraydesk.admin.run import Run
from xraydesk.admin.run_data import train_arguments
from xraydesk.admin.runs import Runs
from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.admin import run_words
from xraydesk.gui.admin.remove_dialog import RemoveDialog
from xraydesk.gui.admin.run_form import RunForm
from xraydesk.gui.admin.run_view import RunView
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from xraydesk.admin.data import DataSource
    from xraydesk.admin.room import AdminRoom
    from xraydesk.admin.run_request import RunRequest

_LIST_WIDTH = 220
_LOOK_MS = 1000
_NAME = Qt.ItemDataRole.UserRole


class TrainingPage(AdminTab):
    """Starts runs, watches them, pauses and resumes them. A run is a process of its own: the desk stays usable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room: AdminRoom | None = None
        self._runs: Runs | None = None
        self._told = ""  # the run of which it was asked what became of its model
        self._tasks = TaskRunner(1, self)
        self.new = QPushButton(translate("TrainingPage", "New run …"), self)
        self.list = QListWidget(self)
        self.form = RunForm(self)
        self.view = RunView(self)
        self.stack = QStackedWidget(self)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._build()

    @property
    def challenger(self) -> Path | None:
        """The folder of the chosen run, where a model came out of it."""
        run = self.chosen
        return None if run is None or run.model is None else run.folder

    @property
    def chosen(self) -> Run | None:
        """The chosen run as it stands now."""
        item = self.list.currentItem()
        if item is None or self._runs is None:
            return None
        try:
            return self._runs.get(str(item.data(_NAME)))
        except XraydeskError:
            return None

    def show_room(self, room: AdminRoom) -> None:
        """Offer what the room has and list its runs."""
        if self._room is None or room.data_dir != self._room.data_dir or room.account != self._room.account:
            self._runs = Runs(room)
        self._room = room
        self.form.show_room(room)
        self._told = ""
        self.look()

    def use_source(self, name: str) -> None:
        """Begin a new run on a source of training data."""
        self.begin_new()
        self.form.use_source(name)

    def begin_new(self) -> None:
        """Show the form of a new run."""
        self.list.setCurrentRow(-1)
        self.list.clearSelection()
        self.stack.setCurrentWidget(self.form)

    def look(self) -> None:
        """Look at the runs and draw what has changed."""
        if self._runs is None:
            return
        runs = self._runs.all()
        names = [run.name for run in runs]
        if names != [str(self.list.item(row).data(_NAME)) for row in range(self.list.count())]:
            self._fill(names)
        for row, run in enumerate(runs):
            words = run_words.entry(run)
            if self.list.item(row).text() != words:
                self.list.item(row).setText(words)
            if row == self.list.currentRow():
                self._show_run(run)

    def close_tasks(self) -> None:
        """Look no more; the runs themselves go on."""
        self._clock.stop()
        self._tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the runs while the page is in sight."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is drawn."""
        super().hideEvent(event)
        self._clock.stop()

    # -- acts --------------------------------------------------------------------------------------------------------

    def _start(self, request: RunRequest, source: DataSource) -> None:
        room, runs = self._room, self._runs
        if room is None or runs is None:
            return

        def work() -> Run:
            data = train_arguments(room.database, room.data_dir, source)
            return runs.start(replace(request, data=tuple(data)))

        self.form.start.setEnabled(False)
        self._do(work, self._started)

    def _started(self, run: object) -> None:
        assert isinstance(run, Run)
        self.look()
        self._choose(run.name)

    def _act(self, act: str) -> None:
        run, runs = self.chosen, self._runs
        if run is None or runs is None:
            return
        acts: dict[str, Callable[[], object]] = {
            "pause": partial(runs.stop, run.name),
            "end": partial(runs.stop, run.name, at_once=True),
            "resume": partial(runs.resume, run.name),
        }
        self._do(acts[act], lambda _: self.look())

    def _say_outcome(self, run: Run, found: Outcome | None) -> None:
        if found is not None and self._told == run.name:
            self.view.outcome.say(run_words.became(found))

    def _ask_removal(self) -> None:
        run, runs = self.chosen, self._runs
        if run is None or runs is None:
            return

        def remove() -> None:
            self._do(partial(runs.remove, run.name), lambda _: self._removed())

        def ask(found: Outcome | None) -> None:
            RemoveDialog("\n\n".join(run_words.removal(run, found)), remove, self).open()

        self._know_outcome(run, ask)

    def _know_outcome(self, run: Run, done: Callable[[Outcome | None], None]) -> None:
        room, model = self._room, run.model
        if room is None or model is None:
            done(None)
        else:
            self._tasks.run(lambda: outcome(room, model), done, lambda _: done(None))

    def _removed(self) -> None:
        self.begin_new()
        self.look()
        self.changed.emit()

    def _compare(self) -> None:
        if self.challenger is not None:
            self.compare_wanted.emit(self.challenger)

    def _do(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        def ended(found: object) -> None:
            self.form.start.setEnabled(True)
            self.said.emit("")
            done(found)

        def failed(error: XraydeskError) -> None:
            self.form.start.setEnabled(True)
            self.said.emit(error_sentence(error))
            self.look()

        self._tasks.run(work, ended, failed)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _fill(self, names: list[str]) -> None:
        item = self.list.currentItem()
        chosen = None if item is None else str(item.data(_NAME))
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            made = QListWidgetItem("")
            made.setData(_NAME, name)
            self.list.addItem(made)
        self.list.blockSignals(False)
        if chosen in names:
            self._choose(chosen)

    def _choose(self, name: str | None) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _show_run(self, run: Run) -> None:
        self.view.show_run(run)
        told = run.name if run.model is not None else ""
        if told != self._told:
            self._told = told
            self._know_outcome(run, partial(self._say_outcome, run))

    def _turned(self, row: int) -> None:
        run = self.chosen if row >= 0 else None
        self.stack.setCurrentWidget(self.form if run is None else self.view)
        if run is not None:
            self._show_run(run)

    def _build(self) -> None:
        self.list.setAccessibleName(translate("TrainingPage", "Training runs"))
        for widget in (self.new, self.list):
            widget.setFixedWidth(_LIST_WIDTH)
        self.stack.addWidget(self.form)
        self.stack.addWidget(self.view)
        left = QVBoxLayout()
        left.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, 0, 2 * theme.GRID)
        left.addWidget(self.new)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self.stack, 1)
        self.new.clicked.connect(self.begin_new)
        self.list.currentRowChanged.connect(self._turned)
        self.form.start_wanted.connect(self._start)
        self._clock.timeout.connect(self.look)
        for signal, act in (
            (self.view.pause_wanted, "pause"), (self.view.end_wanted, "end"), (self.view.resume_wanted, "resume"),
        ):  # fmt: skip
            signal.connect(partial(self._act, act))
        self.view.compare_wanted.connect(self._compare)
        self.view.remove_wanted.connect(self._ask_removal)
        for chart in (self.view.charts.loss, self.view.charts.area):
            chart.said.connect(self.said)
            chart.failed.connect(self.said)
