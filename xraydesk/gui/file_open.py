"""What the desktop hands to the program: a folder, or a file of one, by its menu or by a double click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent, QGuiApplication


def folder_of(path: Path) -> Path:
    """Return a folder as it is, and the folder of a file; what is not there is left to the desk to say."""
    return path.parent if path.is_file() else path


class FileOpener(QObject):
    """Opens what macOS hands over: it tells a running program by an event where other systems give an argument.

    Parameters
    ----------
    opens
        Called on the main thread with the folder.
    parent
        With it this object ends.
    """

    def __init__(self, opens: Callable[[Path], None], parent: QObject) -> None:
        super().__init__(parent)
        self._opens = opens
        app = QGuiApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the event that names a file of this machine; all others go on."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().eventFilter(watched, event)
        self._opens(folder_of(Path(event.file())))
        return True
