"""Draws the curtain before all that tells who the patients are, in every part of the window at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from xraydesk.gui.identity import HIDDEN
from xraydesk.gui.language import translate

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow

PROGRAM = "xraydesk"


class Curtain(QObject):
    """Passes on whether identity is hidden, and lets no sentence through that tells it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._identity = window.read.identity
        self._folder: Path | None = None
        self._before: dict[QLabel, tuple[str, str]] = {}  # what a label said when the curtain fell, and says since
        self._identity.changed.connect(self._changed)
        window.top.hidden.clicked.connect(lambda: self._identity.set_hidden(False))

    def begin(self, folder: Path) -> None:
        """Begin with another folder."""
        self._folder = folder
        self._identity.begin(folder)
        self._before.clear()
        self._window.top.set_folder(folder)
        self._set_title()

    def end(self) -> None:
        """Forget the folder and every sentence that was said: nobody reads any more."""
        self._folder = None
        self._identity.begin(None)
        self._before.clear()
        window = self._window
        window.setWindowTitle(PROGRAM)
        window.banner.hide()
        window.banner.text.clear()
        window.footer.set_log(translate("Footer", "Log: nothing to save"))
        window.top.set_folder(None)
        window.top.show_progress(None)
        window.top.show_outcome("")
        window.start.show_start()

    def say(self, sentence: str) -> None:
        """Show a sentence in the banner."""
        self._window.banner.say(self._identity.veil(sentence))

    def say_log(self, sentence: str) -> None:
        """Show how the last write to the log went."""
        self._window.footer.set_log(self._identity.veil(sentence))

    def say_failure(self, sentence: str) -> None:
        """Show on the start page why a folder or a model could not be used."""
        self._window.start.show_failure(self._identity.veil(sentence))

    def _changed(self, hidden: bool) -> None:
        self._window.top.hide_identity(hidden)
        self._window.start.hide_identity(hidden)
        self._set_title()
        for label in (self._window.banner.text, self._window.footer.log, self._window.start.words):
            if hidden:
                whole = label.text()
                label.setText(self._identity.veil(whole))
                self._before[label] = (whole, label.text())
            elif label in self._before:
                whole, veiled = self._before.pop(label)
                label.setText(whole if label.text() == veiled else label.text())

    def _set_title(self) -> None:
        if self._folder is None:
            return
        hidden = translate("Identity", HIDDEN)
        name = hidden if self._identity.hidden else self._folder.name or str(self._folder)
        self._window.setWindowTitle(f"{name} - {PROGRAM}")
