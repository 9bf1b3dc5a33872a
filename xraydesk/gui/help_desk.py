"""The Help menu: keys, identity, what the models are for, the log, about the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu

from xraydesk.errors import SettingsError
from xraydesk.gui.keys_dialog import KeysDialog
from xraydesk.gui.shortcuts import CheatSheet
from xraydesk.settings import Settings, change_settings

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow

AS_LEFT, SHOWN = "as left", "shown"


class HelpDesk(QObject):
    """Fills the menu of the bar's Help button, and opens what is chosen there."""

    def __init__(self, window: MainWindow, data_dir: Path) -> None:
        super().__init__(window)
        self._window = window
        self._data_dir = data_dir
        self.menu = QMenu(window.top.help)
        self.menu.setAccessibleName("Help")
        window.top.help.setMenu(self.menu)
        self._offer("Show the keys", self.show_keys, "?")
        self._offer("Change keys …", self.change_keys)
        self.menu.addSeparator()
        self.hide = self._offer("Hide who the patients are", window.read.identity.toggle, "Ctrl+H", checkable=True)
        self.remember = self._offer("Begin the next time as I leave it", self._remember, checkable=True)
        self.menu.aboutToShow.connect(self._tick)

    def open(self) -> None:
        """Open the menu below its button, to be walked with the arrow keys."""
        button = self._window.top.help
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def show_keys(self) -> None:
        """Show the cheat sheet."""
        CheatSheet(self._window.keymap.keys, self._window).show_centred()

    def change_keys(self) -> None:
        """Open the page on which keys are changed."""
        keymap, data = self._window.keymap, self._data_dir
        self._open(KeysDialog(keymap, lambda keys: change_settings(data, keys=keys), self._window))

    def _remember(self) -> None:
        """Write whether the next start begins as this window ends, with names on screen or without."""
        try:
            change_settings(self._data_dir, identity=AS_LEFT if self.remember.isChecked() else SHOWN)
        except SettingsError as error:
            self._window.curtain.say(str(error))

    def _tick(self) -> None:
        """Show what is so now, and the keys as they are now."""
        self.hide.setChecked(self._window.read.identity.hidden)
        self.remember.setChecked(Settings.load(self._data_dir).identity == AS_LEFT)
        keymap = self._window.keymap
        now = {own.key: key.key for own, key in zip(keymap.own, keymap.keys, strict=True)}
        for action in self.menu.actions():
            own = action.data()
            if own:
                words = action.text().partition("\t")[0]
                action.setText(f"{words}\t{now.get(own, own)}")

    def _offer(self, text: str, call: Callable[[], object], key: str = "", *, checkable: bool = False) -> QAction:
        """Add a line; ``key`` is the program's own key for it, shown beside as what it is now."""
        action = self.menu.addAction(text)
        action.setData(key)
        action.setCheckable(checkable)
        action.triggered.connect(lambda _=False: call())
        return action

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
