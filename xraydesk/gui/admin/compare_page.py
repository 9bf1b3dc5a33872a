"""Champion and challenger on the same held-out studies: figures, curves, groups, disagreements, and the verdict."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from xraydesk.admin.contest_choices import contestant_choices, held_choices, usual_challenger
from xraydesk.gui import theme
from xraydesk.gui.admin import compare_words as words
from xraydesk.gui.admin.compare_result import CompareResult
from xraydesk.gui.admin.contest_work import Pulse, Wanted, compare, put_in_use
from xraydesk.gui.admin.promote_dialog import PromoteDialog
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.shared.sheet import Sheet, choice, offer
from xraydesk.gui.tasks import Task, TaskRunner
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from xraydesk.admin.contest import Comparison
    from xraydesk.admin.contest_choices import ContestantChoice, HeldChoice
    from xraydesk.admin.room import AdminRoom
    from xraydesk.errors import XraydeskError

ELSEWHERE = "elsewhere"
_FILE_FILTER = "xraydesk (*.xraydesk-model card.json)"


class ComparePage(AdminTab):
    """Who against whom, on what; the work goes on in the background and can be stopped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room: AdminRoom | None = None
        self._tasks = TaskRunner(1, self)
        self._task: Task | None = None
        self._wanted: Wanted | None = None
        self._found: Comparison | None = None
        self._meant = ""  # the folder of a run that is to be the challenger once it is offered
        self._models: dict[str, ContestantChoice] = {}
        self._pulse = Pulse(self)
        self.sheet = Sheet(translate("ComparePage", "Compare"), self)
        first_label, self.champion = choice(translate("ComparePage", "Champion"), self.sheet.body)
        second_label, self.challenger = choice(translate("ComparePage", "Challenger"), self.sheet.body)
        on_label, self.on = choice(translate("ComparePage", "On"), self.sheet.body)
        self.begin = QPushButton(translate("ComparePage", "Compare"), self.sheet.body)
        self.stop = QPushButton(translate("ComparePage", "Stop"), self.sheet.body)
        self.promote = QPushButton(translate("ComparePage", "Put the challenger in use …"), self.sheet.body)
        self.bar = QProgressBar(self.sheet.body)
        self.sheet.heading(translate("ComparePage", "Champion and challenger"))
        self.sheet.row(first_label, self.champion, second_label, self.challenger)
        self.sheet.row(on_label, self.on)
        self._build()

    def show_room(self, room: AdminRoom) -> None:
        """Look for what can be compared."""
        self._room = room
        self._tasks.run(lambda: (contestant_choices(room), held_choices(room)), self._offer, self._failed)

    def use_challenger(self, folder: Path) -> None:
        """Choose the model of a finished run as the challenger."""
        self._meant = str(folder)
        self._choose_meant()

    def close_tasks(self) -> None:
        """Stop the work and wait for it."""
        self.cancel()
        self.result.close_tasks()
        self._tasks.close()

    @property
    def busy(self) -> bool:
        """Whether a comparison is under way."""
        return self._task is not None

    def compare(self, wanted: Wanted) -> None:
        """Compare two models in the background."""
        room = self._room
        if room is None or self.busy:
            return
        self._wanted, self._found = wanted, None
        self.result.show_result(None)
        self.promote.hide()
        self.state.say(translate("ComparePage", "The models are loaded …"))
        self._work_on(True)
        self._task = self._tasks.run(partial(compare, room, wanted, self._pulse), self._show, self._failed)

    def cancel(self) -> None:
        """Stop the comparison."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._work_on(False)
            self.state.say(translate("ComparePage", "Stopped."))

    def ask_promotion(self) -> None:
        """Ask why the challenger is to be put in use, and why all the same where the verdict is against it."""
        from xraydesk.admin.promotion import doubt

        room, found = self._room, self._found
        if room is not None and found is not None:
            work = partial(doubt, room, found.challenger, found.evidence)
            self._tasks.run(work, partial(self._ask_why, room, found), self._failed)

    def _ask_why(self, room: AdminRoom, found: Comparison, against: str) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        text = translate(
            "ComparePage", "{model} is used from now on by everybody at this desk. Open studies are scored again."
        )

        def act(reason: str, override: str) -> None:
            work = partial(put_in_use, room, wanted, found, reason, override)
            self._tasks.run(work, self._promoted, self._failed)

        PromoteDialog(text.format(model=words.names(found)[1]), said(against), act, self).open()

    def _promoted(self, name: str) -> None:
        self.said.emit(translate("ComparePage", "{model} is in use from now on.").format(model=name))
        self.changed.emit()
        self.models_changed.emit()

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _show(self, found: Comparison) -> None:
        self._task = None
        self._found = found
        self._work_on(False)
        self.state.say("")
        self.result.show_result(found)
        self.promote.setVisible(bool(found.n))

    def _failed(self, error: XraydeskError) -> None:
        self._task = None
        self._work_on(False)
        self.state.say(error_sentence(error))

    def _progress(self, done: int, of: int) -> None:
        if self.busy:
            self.bar.setRange(0, of)
            self.bar.setValue(done)
            text = translate("ComparePage", "{done} of {count} images")
            self.state.say(text.format(done=figure(done), count=figure(of)))

    def _work_on(self, going: bool) -> None:
        self.begin.setEnabled(not going)
        for widget in (self.stop, self.bar):
            widget.setVisible(going)
        self.bar.setRange(0, 0)

    # -- what is chosen ----------------------------------------------------------------------------------------------

    def _offer(self, found: tuple[list[ContestantChoice], list[HeldChoice]]) -> None:
        models, films = found
        known = [(words.contestant(model), model.what) for model in models]
        other = (translate("ComparePage", "A file or a run's folder …"), ELSEWHERE)
        first, self._models = self.challenger.count() == 0, {model.what: model for model in models}
        for box in (self.champion, self.challenger):
            offer(box, [*known, other])
        if first:
            self._choose_usual()
        self._held = {str(number): each.asked for number, each in enumerate(films)}
        folder = (translate("ComparePage", "A labelled folder …"), ELSEWHERE)
        offer(self.on, [*((words.held(each), str(number)) for number, each in enumerate(films)), folder])
        self._choose_meant()

    def _choose_usual(self) -> None:
        """Stand the challenger at another version of the champion's model, unless one is chosen already."""
        champion = self._models.get(str(self.champion.currentData()))
        against = self._models.get(str(self.challenger.currentData()))
        if champion is None or (against is not None and against.model == champion.model and against != champion):
            return
        usual = usual_challenger(champion, list(self._models.values()))
        self.challenger.setCurrentIndex(self.challenger.findData(ELSEWHERE if usual is None else usual.what))

    def _choose_meant(self) -> None:
        row = self.challenger.findData(self._meant) if self._meant else -1
        if row >= 0:
            self.challenger.setCurrentIndex(row)
            self._meant = ""

    def _begin(self) -> None:
        from xraydesk.admin.held_out import FilmsAsked
        from xraydesk.training.questions import Question

        sides = [self._model(box) for box in (self.champion, self.challenger)]
        asked = self._held.get(str(self.on.currentData()))
        if asked is None and all(sides):
            folder = QFileDialog.getExistingDirectory(self, translate("ComparePage", "A folder of labelled films"))
            asked = FilmsAsked(Question(Path(folder))) if folder else None
        if asked is not None and all(sides):
            self.compare(Wanted(sides[0], sides[1], asked))

    def _model(self, box: QComboBox) -> str:
        if box.currentData() != ELSEWHERE:
            return str(box.currentData() or "")
        title = translate("ComparePage", "A model's file, or the card.json of a run")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", _FILE_FILTER)
        path = Path(chosen)
        return str(path.parent if path.name == "card.json" else path) if chosen else ""

    def _build(self) -> None:
        theme.set_role(self.begin, "primary")
        self.bar.setAccessibleName(translate("ComparePage", "Images scored"))
        self.bar.setTextVisible(False)
        self._held = {}
        self.champion.activated.connect(self._choose_usual)
        self.sheet.row(self.begin, self.promote, self.stop, self.bar)
        self.state = self.sheet.sentence()
        self.result = CompareResult(self.sheet)
        self.promote.hide()
        self.sheet.column.addStretch(1)
        self._work_on(False)
        self.begin.clicked.connect(self._begin)
        self.stop.clicked.connect(self.cancel)
        self.promote.clicked.connect(self.ask_promotion)
        self._pulse.told.connect(self._progress)
        self.result.apart.open_wanted.connect(self.open_wanted)
        self.result.said.connect(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
