"""The switch "Watch", and the line that says how the watch of the open folder goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from xraydesk.errors import FolderError, XraydeskError
from xraydesk.gui.language import translate
from xraydesk.gui.machine_lock import lock_widget, locked
from xraydesk.gui.messages import said
from xraydesk.gui.words import figure
from xraydesk.imaging.study import ScanResult, SkippedFile

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow
    from xraydesk.triage.watching import WatchState


class WatchDesk(QObject):
    """Joins the watch of the desk, which has a thread of its own, to the window."""

    _told = Signal(int, object)  # number of the watch, WatchState

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._link = window.link
        self._switch = window.top.watch
        lock_widget("watched_folders", self._switch)
        self._number = 0  # of the present watch: what one that was ended still tells is dropped
        self._skipped: tuple[SkippedFile, ...] = ()
        self._scanned = False  # until then the list is that of the folder before
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._switch.clicked.connect(self._choose)
        self._link.opening.connect(self._leave)
        self._link.desk_changed.connect(self._leave)
        self._link.scanned.connect(self._take)
        self._link.failed.connect(self._failed)
        self._link.rows_changed.connect(self._leave_empty_page)

    def toggle(self) -> None:
        """Watch the open folder, or do so no longer."""
        self._switch.click()

    def _choose(self, wanted: bool) -> None:
        """Do as the reader says, and the next time the folder is opened."""
        desk, folder = self._link.desk, self._link.folder
        if desk is None or folder is None:
            return
        desk.watching.remember(folder, wanted=wanted)
        if wanted:
            self._start()
        else:
            self._number += 1
            desk.watching.stop()
            self._window.top.watch_state.hide()

    def _take(self, result: ScanResult) -> None:
        self._scanned = True
        self._skipped = result.skipped
        self._offer()

    def _failed(self, error: XraydeskError) -> None:
        """Let a folder that is not there be waited for; one that was scanned is watched already, or may be."""
        if isinstance(error, FolderError):
            self._offer()

    def _offer(self) -> None:
        """Let the reader watch the folder, and do so where he said it the last time."""
        desk, folder = self._link.desk, self._link.folder
        if desk is None or folder is None:
            return
        self._switch.setEnabled(not locked("watched_folders"))
        if desk.watching.is_wanted(folder) and not self._switch.isChecked():
            self._switch.setChecked(True)
            self._start()

    def _start(self) -> None:
        desk = self._link.desk
        if desk is None:
            return
        self._number += 1
        number = self._number
        desk.watching.start(lambda state: self._told.emit(number, state))

    def _leave(self) -> None:
        self._scanned = False
        self._number += 1
        self._switch.setChecked(False)
        self._switch.setEnabled(False)
        self._window.top.watch_state.hide()

    def _hear(self, number: int, state: WatchState) -> None:
        if number != self._number:
            return
        line = self._window.top.watch_state
        line.set_text(state_line(state))
        line.show()
        if state.skipped != self._skipped:
            self._skipped = state.skipped
            self._window.read.worklist.set_skipped(state.skipped)

    def _leave_empty_page(self) -> None:
        """Show the list once the first study has come into a folder that was empty."""
        window = self._window
        empty = window.pages.currentWidget() is window.start
        if empty and self._scanned and window.read.worklist.model.counts().total:
            window.pages.setCurrentWidget(window.read)


def state_line(state: WatchState) -> str:
    """Return how the watch goes, in a sentence."""
    if state.problem:
        text = translate("WatchDesk", "{problem} Watching goes on when it is back.")
        if not state.begun:
            text = translate("WatchDesk", "{problem} Watching begins when it is there.")
        return text.format(problem=said(state.problem))
    text = _first_words(state.waiting) if state.last is None else _words(state.waiting)
    clock = "" if state.last is None else state.last.strftime("%H:%M:%S")
    return text.format(clock=clock, count=figure(state.waiting))


def _first_words(waiting: int) -> str:
    """Return what is said while no file has come yet."""
    if not waiting:
        return translate("WatchDesk", "Watching, no new file yet")
    if waiting == 1:
        return translate("WatchDesk", "Watching, 1 file is not complete yet")
    return translate("WatchDesk", "Watching, {count} files are not complete yet")


def _words(waiting: int) -> str:
    if not waiting:
        return translate("WatchDesk", "Watching, last file {clock}")
    if waiting == 1:
        return translate("WatchDesk", "Watching, last file {clock}, 1 file is not complete yet")
    return translate("WatchDesk", "Watching, last file {clock}, {count} files are not complete yet")
