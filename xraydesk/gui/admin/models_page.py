"""Which version of each model is in use, since when, by whom and why; put in use, taken back, brought in, sent out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDoubleSpinBox, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.admin import installing, promotion
from xraydesk.admin.outcome import runs_of_versions
from xraydesk.admin.parcels import SUFFIX, Parcel, open_parcel
from xraydesk.gui import theme
from xraydesk.gui.admin import models_words as words
from xraydesk.gui.admin.promote_dialog import PromoteDialog
from xraydesk.gui.admin.reason_dialog import ReasonDialog
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.admin.trust_dialog import TrustDialog
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.shared.figures_table import FiguresTable
from xraydesk.gui.shared.sheet import Sentence, Sheet
from xraydesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from xraydesk.admin.promotion import Promotion, Version
    from xraydesk.admin.room import AdminRoom
    from xraydesk.errors import XraydeskError
    from xraydesk.triage.desk import ModelCard

PERCENT = 100


class ModelsInUsePage(AdminTab):
    """The versions, what happened to them, and what an administrator may do with the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._room: AdminRoom | None = None
        self._chosen = ""
        self.found: list[Version] = []
        self.sheet = Sheet(translate("ModelsInUse", "Models"), self)
        self.margin = theme.number_box(QDoubleSpinBox(self.sheet.body))
        self.promote = self._button(translate("ModelsInUse", "Put in use …"), self.ask_promotion)
        self.back = self._button(translate("ModelsInUse", "Roll back …"), self.ask_roll_back)
        self.bring = self._button(translate("ModelsInUse", "Import …"), self._choose_file)
        self.send = self._button(translate("ModelsInUse", "Export …"), self._choose_place)
        self.check = self._button(translate("ModelsInUse", "Verify"), self.verify)
        self._build()
        self._offer()

    def show_room(self, room: AdminRoom) -> None:
        """Read what is installed and what happened to it."""
        self._room = room
        self.margin.blockSignals(True)
        self.margin.setValue(PERCENT * promotion.margin(room))
        self.margin.blockSignals(False)
        self._tasks.run(partial(_read, room), self._show, self._failed)

    def close_tasks(self) -> None:
        """Wait for what is being written."""
        self._tasks.close()

    @property
    def chosen(self) -> Version | None:
        """The version whose line is chosen."""
        return next((version for version in self.found if words.key_of(version) == self._chosen), None)

    # -- what an administrator does ----------------------------------------------------------------------------------

    def ask_promotion(self) -> None:
        """Ask why the chosen version is to be put in use; without a comparison, why all the same, too."""
        room, version = self._room, self.chosen
        if room is not None and version is not None:
            self._do(lambda: promotion.doubt(room, version.card, None), partial(self._ask_why, room, version))

    def ask_roll_back(self) -> None:
        """Ask why the version before is to be used again."""
        room, version = self._room, self.chosen
        if room is not None and version is not None:
            self._do(lambda: promotion.before(room, version.card.id), partial(self._ask_back, room))

    def import_file(self, path: Path) -> None:
        """Bring in the model of a file; where its key is not trusted, ask first."""
        room = self._room
        if room is not None:
            work = partial(_opened, room, path)
            self._do(work, partial(self._ask_trust, room))

    def export_file(self, out: Path) -> None:
        """Write the chosen version as a signed file."""
        room, version = self._room, self.chosen
        if room is not None and version is not None:
            name = words.key_of(version)
            self._do(lambda: installing.export_file(room, name, out), self._written)

    def verify(self) -> None:
        """Load every version as for use."""
        room = self._room
        if room is not None:
            self.state.say(translate("ModelsInUse", "Each model is loaded and its weights are checked …"))
            self._tasks.run(lambda: installing.problems(room), self._verified, self._failed)

    def _ask_why(self, room: AdminRoom, version: Version, doubt: str) -> None:
        def act(reason: str, override: str) -> None:
            name = words.key_of(version)
            self._do(lambda: promotion.promote(room, name, None, reason, override), self._put_in_use)

        PromoteDialog(words.will_use(version), said(doubt), act, self).open()

    def _ask_back(self, room: AdminRoom, row: Promotion | None) -> None:
        if row is None:
            self.state.say(translate("ModelsInUse", "No other version of this model was in use before."))
            return
        text = translate("ModelsInUse", "{model} {version} is used again at once. What it said of each film is kept.")

        def act(reason: str) -> None:
            self._do(lambda: promotion.roll_back(room, row.model_id, reason), self._put_in_use)

        what = text.format(model=row.model_id, version=row.version)
        ReasonDialog(translate("ModelsInUse", "Roll back"), what, "", act, self).open()

    def _ask_trust(self, room: AdminRoom, found: tuple[Parcel, str]) -> None:
        parcel, own = found
        if parcel.site:
            self._do(lambda: installing.install_file(room, parcel.path), self._installed)
            return

        def trusted(name: str) -> ModelCard:
            installing.trust_key(room, parcel.fingerprint, name)
            return installing.install_file(room, parcel.path)

        TrustDialog(parcel, own, lambda name: self._do(lambda: trusted(name), self._installed), self).open()

    def _set_margin(self, percent: float) -> None:
        room = self._room
        if room is not None:
            self._do(lambda: promotion.set_margin(room, percent / PERCENT), lambda _: None)

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _show(self, found: tuple[list[Version], list[Promotion], dict[str, str]]) -> None:
        self.found, rows, runs = found
        self.table.show_rows(words.version_columns(), [words.version_row(version, runs) for version in self.found])
        self.history.show_rows(words.history_columns(), [words.history_row(row, runs) for row in reversed(rows)])
        self.history.setVisible(bool(rows))
        self.past.setVisible(bool(rows))
        if self.chosen is None:
            self._chosen = words.key_of(self.found[0]) if self.found else ""
        self.table.choose(self._chosen)
        self._offer()

    def _put_in_use(self, row: Promotion) -> None:
        text = translate("ModelsInUse", "{model} {version} is in use from now on.")
        self.said.emit(text.format(model=row.model_id, version=row.version))
        self.changed.emit()
        self.models_changed.emit()

    def _installed(self, card: ModelCard) -> None:
        text = translate("ModelsInUse", "{model} {version} is installed. It is not in use before you put it in use.")
        self.state.say(text.format(model=card.id, version=card.version))
        self._chosen = f"{card.id}@{card.version}"
        self.changed.emit()

    def _written(self, parcel: Parcel) -> None:
        text = translate("ModelsInUse", "Written: {path}. The fingerprint of this site is {fingerprint}.")
        self.state.say(text.format(path=parcel.path, fingerprint=parcel.fingerprint))

    def _verified(self, problems: Sequence[Any]) -> None:
        sound = translate("ModelsInUse", "All models are sound: each has the weights its card was written for.")
        self.state.say(*[f"{entry.id}: {said(entry.problem)}" for entry in problems] or [sound])

    def _failed(self, error: XraydeskError) -> None:
        self.state.say(error_sentence(error))

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.state.say("")
        self._tasks.run(work, done, self._failed)

    # -- building ----------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        version = self.chosen
        self.promote.setEnabled(version is not None and not version.in_use)
        self.back.setEnabled(version is not None)
        self.send.setEnabled(version is not None)

    def _choose(self, key: object) -> None:
        self._chosen = str(key)
        self._offer()

    def _choose_file(self) -> None:
        title = translate("ModelsInUse", "Import a model")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", f"xraydesk (*{SUFFIX})")
        if chosen:
            self.import_file(Path(chosen))

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, translate("ModelsInUse", "Folder to write the model to"))
        if chosen:
            self.export_file(Path(chosen))

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self.sheet.body)
        button.clicked.connect(act)
        return button

    def _build(self) -> None:
        self.sheet.heading(translate("ModelsInUse", "Installed versions"))
        self.sheet.sentence(words.introduction(), "dim")
        self.table = FiguresTable(translate("ModelsInUse", "Installed versions"), self.sheet.body)
        self.sheet.column.addWidget(self.table)
        self.table.row_chosen.connect(self._choose)
        self.sheet.row(self.promote, self.back, self.bring, self.send, self.check)
        self.state = self.sheet.sentence()
        label = QLabel(translate("ModelsInUse", "Least sensitivity: at most this much below the version in use"), self)
        label.setBuddy(self.margin)
        theme.set_role(label, "dim")
        self.margin.setAccessibleName(label.text())
        self.margin.setRange(0, PERCENT * promotion.WIDEST_MARGIN)
        self.margin.setDecimals(1)
        self.margin.setSingleStep(0.5)
        self.margin.setSuffix(" %")
        self.margin.setKeyboardTracking(False)
        self.margin.valueChanged.connect(self._set_margin)
        self.sheet.row(label, self.margin)
        self.past: Sentence = self.sheet.heading(translate("ModelsInUse", "What was in use"))
        self.history = FiguresTable(translate("ModelsInUse", "What was in use"), self.sheet.body)
        self.sheet.column.addWidget(self.history)
        self.sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)


def _read(room: AdminRoom) -> tuple[list[Version], list[Promotion], dict[str, str]]:
    return promotion.versions(room), promotion.history(room), runs_of_versions(room)


def _opened(room: AdminRoom, path: Path) -> tuple[Parcel, str]:
    return open_parcel(path, room.data_dir), installing.own_fingerprint(room)
