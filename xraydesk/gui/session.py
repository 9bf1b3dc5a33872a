"""What the window remembers: its size and parts, how films and map are laid out; an INI file in the data folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from xraydesk.gui.reading_look import ReadingLook

FILE = "window.ini"


class Session:
    """What the window remembers between starts. Holds nothing of patients."""

    def __init__(self, data_dir: Path) -> None:
        self._settings = QSettings(str(data_dir / FILE), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow, splitter: QSplitter) -> bool:
        """Bring back what was kept; False where nothing was, or it cannot be read."""
        geometry, sizes = self._settings.value("geometry"), self._settings.value("splitter")
        found = isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)
        if isinstance(sizes, QByteArray):
            splitter.restoreState(sizes)
        return bool(found)

    @property
    def histogram_open(self) -> bool:
        """Whether the histogram was open at the end."""
        return self._settings.value("histogram") == "open"

    @property
    def columns(self) -> tuple[str, ...] | None:
        """The names of the columns chosen for the worklist; None where the reader never chose."""
        names = self._settings.value("columns")
        return tuple(names.split()) if isinstance(names, str) else None

    @property
    def look(self) -> ReadingLook:
        """How films and map were laid out at the end."""
        return ReadingLook.read({name: self._settings.value(name) for name in ReadingLook().written()})

    @property
    def greeted(self) -> bool:
        """Whether the reader has read what the models are for."""
        return self._settings.value("greeted") == "yes"

    def set_greeted(self) -> None:
        """Remember it at once: the window may never be closed in good order."""
        self._settings.setValue("greeted", "yes")
        self._settings.sync()

    @property
    def last_name(self) -> str:
        """Who signed in last."""
        return str(self._settings.value("name", ""))

    def set_last_name(self, name: str) -> None:
        """Offer a name to who comes next."""
        self._settings.setValue("name", name)
        self._settings.sync()

    def begins_hidden(self, identity: str) -> bool:
        """Whether identity is hidden at the start; ``identity`` is what the settings say of `settings.IDENTITY`."""
        return identity == "hidden" or (identity == "as left" and self._settings.value("identity") == "hidden")

    def keep(
        self,
        window: QMainWindow,
        splitter: QSplitter,
        *,
        splitter_chosen: bool = True,
        histogram_open: bool = False,
        identity_hidden: bool = False,
        columns: Iterable[str] = (),
        look: ReadingLook | None = None,
    ) -> None:
        """Write what there is to be remembered; a full disk costs only the window's place."""
        self._settings.setValue("geometry", window.saveGeometry())
        if splitter_chosen:
            self._settings.setValue("splitter", splitter.saveState())
        self._settings.setValue("histogram", "open" if histogram_open else "closed")
        self._settings.setValue("identity", "hidden" if identity_hidden else "shown")
        self._settings.setValue("columns", " ".join(columns))
        for name, value in (look or ReadingLook()).written().items():
            self._settings.setValue(name, value)
        self._settings.sync()
