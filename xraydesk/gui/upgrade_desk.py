"""What the window does before it begins where the database is of an older version: brings it up off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QProgressDialog

from xraydesk.errors import XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.tasks import TaskRunner
from xraydesk.triage.opening import is_outdated, upgrade_database

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow

PATIENCE_MS = 400  # most are done by then and need no words
WIDTH = 480
NEVER_MS = 2**31 - 1


class UpgradeDesk(QObject):
    """Comes before the desk, and before who sits there is asked.

    Parameters
    ----------
    window
        Whose beginning waits for it.
    data_dir
        Where the database lies.
    """

    def __init__(self, window: MainWindow, data_dir: Path) -> None:
        super().__init__(window)
        self._window, self._data_dir = window, data_dir
        self._tasks = TaskRunner(1, self)
        self.dialog: QProgressDialog | None = None  # while it is under way

    def begin(self, then: Callable[[Callable[[], None]], None]) -> None:
        """Do something as soon as the database is of the present version; where it cannot be, say why and do nothing.

        Asked again while it is under way, it goes on with what was asked first.

        Parameters
        ----------
        then
            Takes what is to be called once the window has begun: a notice is shown then, where there is one.
        """
        if self.dialog is not None:
            return
        try:
            outdated = is_outdated(self._data_dir)
        except XraydeskError as error:  # of a newer version: nobody need sign in to hear it
            self._failed(error)
            return
        if not outdated:
            then(lambda: None)
            return
        self.dialog = self._made_dialog()
        QTimer.singleShot(PATIENCE_MS, self.dialog, self.dialog.show)
        self._tasks.run(lambda: upgrade_database(self._data_dir), lambda copy: self._done(copy, then), self._failed)

    def close(self) -> None:
        """Wait for what is under way: it ends by itself."""
        self._tasks.close()
        self._put_away()

    def _made_dialog(self) -> QProgressDialog:
        words = translate(
            "UpgradeDesk",
            "The database is of an older version. It is copied aside, then brought to the present version. "
            "A large one takes some minutes.",
        )
        label = QLabel(words)
        label.setWordWrap(True)
        dialog = QProgressDialog("", "", 0, 0, self._window)
        dialog.setLabel(label)
        dialog.setMinimumWidth(WIDTH)
        dialog.setWindowTitle(translate("UpgradeDesk", "Database"))
        dialog.setAccessibleName(words)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setCancelButton(None)  # Qt takes a null pointer: no button
        dialog.setMinimumDuration(NEVER_MS)  # it is shown by whoever made it
        return dialog

    def _done(self, copy: Path | None, then: Callable[[Callable[[], None]], None]) -> None:
        self._put_away()
        then(lambda: self._tell(copy))

    def _failed(self, error: XraydeskError) -> None:
        self._put_away()
        self._window.link.failed.emit(error)

    def _put_away(self) -> None:
        if self.dialog is not None:
            dialog, self.dialog = self.dialog, None
            dialog.hide()
            dialog.deleteLater()

    def _tell(self, copy: Path | None) -> None:
        if copy is not None:
            words = translate(
                "UpgradeDesk", "The database was brought to the present version. A copy of the old one lies in {file}"
            )
            self._window.banner.tell(words.format(file=copy))
