"""What the site has chosen, in words; each change stands in the audit log with what was before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xraydesk.admin.site_settings import Change, change
from xraydesk.errors import SettingsError, XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.admin.settings_form import SettingsForm
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.shared.sheet import Sentence, Sheet
from xraydesk.gui.tasks import TaskRunner
from xraydesk.settings import Settings
from xraydesk.triage.models import cards

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom

_AT_THE_DESK = frozenset({"default_model", "blind_first", "two_readers", "auto_advance"})  # the desk reads these
_AT_START = frozenset({"device", "language", "theme", "identity", "reader"})


class SettingsPage(AdminTab):
    """Shows what holds, and writes what was edited when asked to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._room: AdminRoom | None = None
        self._shown: Settings | None = None
        self.sheet = Sheet(translate("SettingsPage", "Settings of the site"), self)
        self.sheet.heading(translate("SettingsPage", "Settings of the site"))
        words = translate(
            "SettingsPage", "They hold for everyone at this desk. What is changed stands in the audit log."
        )
        self.sheet.sentence(words, "dim")
        self.form = SettingsForm(self.sheet.body)
        self.save = QPushButton(translate("SettingsPage", "Save"), self)
        self.undo = QPushButton(translate("SettingsPage", "As before"), self)
        self.sheet.column.addSpacing(2 * theme.GRID)
        self.sheet.column.addWidget(self.form)
        self.sheet.column.addSpacing(2 * theme.GRID)
        self.sheet.row(self.save, self.undo)
        self.state: Sentence = self.sheet.sentence()
        self.sheet.column.addStretch(1)
        theme.set_role(self.save, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self.form.edited.connect(self._edited)
        self.save.clicked.connect(self._save)
        self.undo.clicked.connect(self._read)

    def show_room(self, room: AdminRoom) -> None:
        """Show what holds now; what is being edited stays."""
        self._room = room
        self.form.set_guarded(room.account is not None)
        if self._shown is None or not self._changes():
            self._read()

    def close_tasks(self) -> None:
        """Wait for what is being written."""
        self._tasks.close()

    def _read(self) -> None:
        room = self._room
        if room is None:
            return
        try:
            self._shown = Settings.read(room.data_dir)
        except SettingsError as error:
            self.state.say(error_sentence(error))
            self._shown = None
        else:
            self.form.show_settings(self._shown)
            ids = {card.id: card.title for card in cards(room.data_dir)}
            self.form.offer_models([(title, model_id) for model_id, title in ids.items()])
        self._edited()

    def _changes(self) -> dict[str, object]:
        shown = self._shown
        if shown is None:
            return {}
        return {name: value for name, value in self.form.values().items() if getattr(shown, name) != value}

    def _edited(self) -> None:
        changed = bool(self._changes())
        if changed:
            self.state.say("")  # what was said of the last time
        self.save.setEnabled(changed)
        self.undo.setEnabled(changed)

    def _save(self) -> None:
        room, changes = self._room, self._changes()
        if room is not None and changes:
            self.save.setEnabled(False)
            self._tasks.run(partial(change, room, **changes), self._saved, self._failed)  # type: ignore[arg-type]

    def _saved(self, changes: tuple[Change, ...]) -> None:
        self._read()
        names = {each.name for each in changes}
        later = translate("SettingsPage", "Some of it holds from the next start on.") if names & _AT_START else ""
        self.state.say(translate("SettingsPage", "Saved."), later)
        self.changed.emit()
        if names & _AT_THE_DESK:
            self.models_changed.emit()

    def _failed(self, error: XraydeskError) -> None:
        self.save.setEnabled(True)
        self.state.say(error_sentence(error))
