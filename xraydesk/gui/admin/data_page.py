"""Training data before anything is learnt from them: chosen, looked into, problems left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from xraydesk.admin.data_desk import DataDesk
from xraydesk.admin.inspection import Inspection
from xraydesk.admin.problems import Problem, Severity
from xraydesk.gui import theme
from xraydesk.gui.admin import data_words as words
from xraydesk.gui.admin.film_panel import FilmPanel
from xraydesk.gui.admin.left_out_list import LeftOutList
from xraydesk.gui.admin.problem_list import ProblemList
from xraydesk.gui.admin.reason_dialog import ReasonDialog
from xraydesk.gui.admin.source_bar import SourceBar
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.language import translate
from xraydesk.gui.shared.figures_table import FiguresTable
from xraydesk.gui.shared.sheet import Sentence, Sheet, choice, offer
from xraydesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from xraydesk.admin.data import DataSource
    from xraydesk.admin.room import AdminRoom


class DataPage(AdminTab):
    """The source above, what stands out below it, films of a finding beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room: AdminRoom | None = None
        self._desk: DataDesk | None = None
        self.found: Inspection | None = None
        self._shown: Problem | None = None
        self._tasks = TaskRunner(1, self)
        self.bar = SourceBar(self._tasks, self)
        self.sheet = Sheet(translate("DataPage", "Training data"), self)
        self.films = FilmPanel(self)
        self._build()
        self._connect()
        self._clear()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_room(self, room: AdminRoom) -> None:
        """Offer the sources that are kept."""
        if room is not self._room:
            self._room, self._desk = room, DataDesk(room)
            self._clear()
        self.bar.show_desk(self._desk)

    def close_tasks(self) -> None:
        """Stop all work and wait for it."""
        self.bar.stop()
        self.films.close_tasks()
        self._tasks.close()

    @property
    def source(self) -> DataSource | None:
        """The source that is chosen."""
        return self.bar.source

    @property
    def busy(self) -> bool:
        """Whether something is worked out or written."""
        return self.bar.busy

    def inspect(self) -> None:
        """Look at every film of the chosen source."""
        desk, source = self._desk, self.source
        if desk is not None and source is not None:
            self._clear()
            self.hint.say("")
            self.bar.work(lambda progress: desk.look(source, progress), self._show)

    def train(self) -> None:
        """Go to the training with this source."""
        if self.source is not None:
            self.train_wanted.emit(self.source.name)

    def _show(self, found: Inspection) -> None:
        self.found = found
        self.hint.say("")
        self.summary.say(words.summary(found))
        self.nothing.say("" if found.problems else translate("DataPage", "Nothing stands out."))
        self.problems.show_problems(found.problems)
        self.no_cues.say("" if found.cues else translate(
            "DataPage", "Too few films of one class to tell, or all films look alike."))  # fmt: skip
        self.cues.setVisible(bool(found.cues))
        self.cues.show_rows(words.cue_columns(), words.cue_rows(found.cues))
        self.results.show()
        self._show_division()
        self._show_left_out()
        self.train_button.show()
        self.train_button.setEnabled(not any(problem.severity is Severity.STOP for problem in found.problems))
        self._show_again()

    def _show_division(self) -> None:
        if self.found is not None:
            shares = self.found.divisions[self.by.currentData()]
            self.shares.show_rows(words.share_columns(self.by.currentText()), words.share_rows(shares))

    def _show_left_out(self) -> None:
        if self._desk is not None and self.source is not None and self.found is not None:
            self.left_out.show_rows(self._desk.excluded(self.source), self.found, self.source)

    def _clear(self) -> None:
        self.found = None
        self._shown = None
        self.results.hide()
        self.films.show_nothing()
        self.summary.say("")
        self.train_button.hide()
        self.hint.say(translate(
            "DataPage", "Choose a folder of labelled films, or have the verdicts of this desk made into training data, "
            "and look into it: counts, copies, patients on both sides, and what gives the class away."))  # fmt: skip

    # -- films of a finding ------------------------------------------------------------------------------------------

    def _show_films(self, problem: Problem) -> None:
        if self.found is not None and self.source is not None:
            self._shown = problem
            self.films.show_films(words.sentence(problem), words.items(self.found, self.source, problem))

    def _show_again(self) -> None:
        """Show the films of the same finding as it is now."""
        if self.found is None or self._shown is None:
            return
        kind, cue = self._shown.kind, self._shown.cue
        now = next((p for p in self.found.problems if p.kind is kind and p.cue == cue and p.films), None)
        if now is None:
            self._shown = None
            self.films.show_nothing()
        else:
            self._show_films(now)

    def _leave_out(self, problem: Problem) -> None:
        self._ask(problem.spare, words.leaving_out(problem), words.suggested_reason(problem))

    def _leave_film_out(self, row: int) -> None:
        problem = self._shown
        self._ask((row,), translate("DataPage", "This film is left out."),
                  words.suggested_reason(problem) if problem is not None else "")  # fmt: skip

    def _ask(self, rows: Collection[int], what: str, reason: str) -> None:
        desk, source, found = self._desk, self.source, self.found
        if desk is None or source is None or found is None:
            return
        title = translate("DataPage", "Leave out of training")
        self._open(title, what, reason, lambda why: desk.leave_out(source, found, rows, why))

    def _take_in(self, keys: Collection[str]) -> None:
        desk, source, found = self._desk, self.source, self.found
        if desk is None or source is None or found is None:
            return
        title = translate("DataPage", "Take in again")
        what = translate("DataPage", "Films taken in again: {number}.").format(number=len(keys))
        self._open(title, what, "", lambda why: desk.take_in(source, found, keys, why))

    def _open(self, title: str, what: str, reason: str, act: Callable[[str], Inspection]) -> None:
        dialog = ReasonDialog(title, what, reason, lambda why: self.bar.work(lambda _: act(why), self._written), self)
        dialog.open()

    def _written(self, found: Inspection) -> None:
        self._show(found)
        self.said.emit(translate("DataPage", "Written into the log. A run from now on goes by it."))

    # -- putting it together -----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.bar.inspect_wanted.connect(self.inspect)
        self.bar.source_changed.connect(self._clear)
        self.bar.said.connect(self.said)
        self.problems.show_wanted.connect(self._show_films)
        self.problems.leave_wanted.connect(self._leave_out)
        self.films.leave_wanted.connect(self._leave_film_out)
        self.films.open_wanted.connect(self.open_wanted)
        self.left_out.take_in_wanted.connect(self._take_in)
        self.by.activated.connect(self._show_division)
        self.train_button.clicked.connect(self.train)

    def _build(self) -> None:
        self.hint = self.sheet.sentence(role="dim")
        self.summary = Sentence(parent=self.sheet.body)
        theme.set_role(self.summary, "large")
        self.train_button = QPushButton(translate("DataPage", "Train on this"), self.sheet.body)
        theme.set_role(self.train_button, "primary")
        top = self.sheet.row(self.summary, self.train_button, stretch=False)
        top.setStretch(0, 1)
        self.results = QWidget(self.sheet.body)
        self.sheet.column.addWidget(self.results)
        self.sheet.column.addStretch(1)
        column = QVBoxLayout(self.results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        self.problems = ProblemList(self.results)
        self.nothing, self.no_cues = Sentence(parent=self.results), Sentence(parent=self.results)
        self.cues = FiguresTable(translate("DataPage", "What gives the class away"), self.results)
        label, self.by = choice(translate("DataPage", "Counted by"), self.results)
        offer(self.by, words.divisions())
        self.shares = FiguresTable(translate("DataPage", "Counts"), self.results)
        self.left_out = LeftOutList(self.results)
        for heading, widgets in (
            (translate("DataPage", "What stands out"), (self.nothing, self.problems)),
            (translate("DataPage", "What gives the class away without any anatomy"), (self.no_cues, self.cues)),
            (translate("DataPage", "What there is"), (label, self.by, self.shares)),
            (translate("DataPage", "Left out by hand"), (self.left_out,)),
        ):
            title = Sentence(heading, self.results)
            theme.set_role(title, "large")
            column.addSpacing(3 * theme.GRID)
            for widget in (title, *widgets):
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self.by else Qt.AlignmentFlag(0))
        split = QSplitter(Qt.Orientation.Vertical, self)
        for part, stretch in ((self.sheet, 3), (self.films, 2)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, stretch)
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.bar)
        whole.addWidget(split, 1)
