"""Saved filters: the menu beside the search, and what is chosen there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QMenu

from xraydesk.errors import SettingsError
from xraydesk.gui.filter_dialogs import FiltersDialog, SaveDialog
from xraydesk.gui.filter_words import description, shown_name
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.saved_filters import SavedFilter, read_all, with_saved, written
from xraydesk.settings import Settings, change_settings

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow

_NUMBERED = 9  # those that a figure chooses while the menu is open


class FilterDesk(QObject):
    """Fills the menu of the filter bar, brings filters back, and writes them into the settings."""

    def __init__(self, window: MainWindow, data_dir: Path) -> None:
        super().__init__(window)
        self._window = window
        self._worklist = window.read.worklist
        self._data_dir = data_dir
        self.known = read_all(Settings.load(data_dir).filters)
        self.menu = QMenu(self._worklist.filters.saved)
        self.menu.setAccessibleName(translate("FilterDesk", "Saved filters"))
        self.menu.setToolTipsVisible(True)
        self._worklist.filters.saved.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill)

    def open(self) -> None:
        """Open the menu below its button, to be walked with the arrow keys."""
        button = self._worklist.filters.saved
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def bring(self, saved: SavedFilter) -> None:
        """Show what a saved filter shows, in its order."""
        filters = self._worklist.filters
        filters.set_filter(saved.filter)
        filters.hide_search(self._veiled)
        self._worklist.sort(saved.sorting)
        self._worklist.table.setFocus()

    def save(self) -> None:
        """Ask for a name for what is on screen."""
        parts = (self.known, self._add, self._window)
        self._open(SaveDialog(self._shown(), *parts, veiled=self._veiled))

    def manage(self) -> None:
        """Open the list in which filters are renamed and deleted."""
        self._open(FiltersDialog(self.known, self._keep, self._window, veiled=self._veiled))

    @property
    def _veiled(self) -> bool:
        return self._window.read.identity.hidden

    def _shown(self) -> SavedFilter:
        return SavedFilter("", self._worklist.filters.filter(), self._worklist.model.sorting)

    def _add(self, saved: SavedFilter) -> None:
        self._keep(with_saved(self.known, saved))

    def _keep(self, known: tuple[SavedFilter, ...]) -> None:
        self.known = known
        try:
            change_settings(self._data_dir, filters=tuple(map(written, known)))
        except SettingsError as error:
            text = translate("FilterDesk", "The filters work now, but are not kept for the next start. {reason}")
            self._window.curtain.say(text.format(reason=error_sentence(error)))

    def _fill(self) -> None:
        self.menu.clear()
        now = self._shown()
        for number, saved in enumerate(self.known, start=1):
            name = shown_name(saved, number, veiled=self._veiled).replace("&", "&&")
            action = self.menu.addAction(f"&{number}  {name}" if number <= _NUMBERED else name)
            action.setToolTip(description(saved, veiled=self._veiled))
            action.setCheckable(True)
            action.setChecked(saved.shows_as(now.filter, now.sorting))
            action.triggered.connect(partial(self.bring, saved))
        self.menu.addSeparator()
        self.menu.addAction(translate("FilterDesk", "&Save this filter …")).triggered.connect(self.save)
        manage = self.menu.addAction(translate("FilterDesk", "&Rename or delete …"))
        manage.triggered.connect(self.manage)
        manage.setEnabled(bool(self.known))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
