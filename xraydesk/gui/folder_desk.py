"""Which folder is opened, and how: chosen, the demo, the one of before; the first once the database is ready."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xraydesk.gui import start_folder
from xraydesk.gui.language import translate
from xraydesk.gui.start_page import demo_folder
from xraydesk.gui.upgrade_desk import UpgradeDesk
from xraydesk.triage.reading import Place

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow


class FolderDesk(QObject):
    """Opens folders in a window.

    Parameters
    ----------
    window
        Whose desk reads them.
    data_dir
        Where the database lies.
    """

    def __init__(self, window: MainWindow, data_dir: Path) -> None:
        super().__init__(window)
        self._window = window
        self.upgrade = UpgradeDesk(window, data_dir)
        self.demo = demo_folder()

    def open(self, folder: Path) -> None:
        """Read and score a folder, the first one once the database is of the present version."""
        self._window.banner.hide()
        if self._window.link.desk is None:
            self.upgrade.begin(partial(self._open_first, folder))
        else:
            self._window.link.open(folder)

    def open_study(self, study_id: str, folder: Path) -> None:
        """Show a study at the reading desk, in the folder where it was seen last."""
        window = self._window
        if not folder.is_dir():
            gone = translate("MainWindow", "The folder of this study is not there any more: {folder}")
            window.banner.say(gone.format(folder=folder))
            return
        window.rooms.show_reading()
        window.read.places.want(Place(str(folder), study_id))
        if folder == window.link.folder:
            window.read.places.arrive()
        else:
            self.open(folder)

    def ask(self) -> None:
        """Let the reader choose a folder."""
        chosen = start_folder.asked_for(self._window, self._window.link.folder)
        if chosen is not None:
            self.open(chosen)

    def go_on(self) -> None:
        """Go on where the program ended without being closed, else as the machine's settings say; offer the rest."""
        place = self._window.read.places.last()
        folder = start_folder.opened_by_itself(place)
        if place is not None and folder == Path(place.folder):
            self.resume()
        elif folder is not None:
            self.open(folder)
        self._window.start.set_resume("" if place is None else place.folder)

    def resume(self) -> None:
        """Open the folder of before, at the study that was on screen."""
        place = self._window.read.places.last()
        if place is not None:
            self._window.read.places.want(place)
            self.open(Path(place.folder))

    def open_demo(self) -> None:
        """Open the made-up studies, where they are installed."""
        if self.demo is not None:
            self.open(self.demo)

    def close(self) -> None:
        """Wait for what is under way."""
        self.upgrade.close()

    def _open_first(self, folder: Path, notice: Callable[[], None]) -> None:
        if self._window.connect_desk():
            self._window.link.open(folder)
        notice()
