"""A folder that fills by itself: new files are found, examined and given to the folder's run.

From a file's end to its row two looks pass at most, a second: one that sees it as it will stay, one that finds it so
still.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.errors import FolderError, StoreError, XraydeskError
from xraydesk.imaging.intake import Intake
from xraydesk.imaging.study import ScanResult, SkippedFile
from xraydesk.imaging.walk import FoundFile, look_into
from xraydesk.settings import Settings, remember_watch
from xraydesk.store.audit import AuditLog
from xraydesk.triage.background import Runs
from xraydesk.triage.lookout import Lookout
from xraydesk.triage.run import TriageRun

if TYPE_CHECKING:
    from xraydesk.store.database import Database

_BEGUN, _ENDED = "watch begun", "watch ended"  # in the audit log
_EVERY_S = 0.5
_REST = 1  # times as long as a look took: a slow network drive is not asked without a pause
_BATCH = 100  # files, before they are shown
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WatchState:
    """How the watch goes."""

    last: datetime | None = None  # when the last file was taken in
    waiting: int = 0  # files that are not complete yet
    problem: str = ""  # a sentence, while the folder cannot be read
    begun: bool = True  # False while the folder was never there since it was asked for
    skipped: tuple[SkippedFile, ...] = ()  # all files of the folder that are left out


WatchListener = Callable[[WatchState], None]  # called from the watch's own thread, where something has changed


class Watching:
    """Watches the open folder of a desk. All methods may be called from any thread."""

    def __init__(self, runs: Runs, data_dir: Path, database: Database, reader: str) -> None:
        self._runs = runs
        self._data_dir = data_dir
        self._audit = AuditLog(database)
        self._reader = reader
        self._lock = threading.Lock()
        self._watch: FolderWatch | None = None
        self._left: list[FolderWatch] = []  # that may still write their last word into the audit log

    def start(self, listener: WatchListener) -> None:
        """Take in what comes into the open folder, until `stop` or until another folder is opened.

        Begins once the folder is scanned; one that was missing is opened when it is there. Without an open folder
        nothing happens.
        """
        self.stop()
        run = self._runs.present
        if run is not None:
            with self._lock:
                self._watch = FolderWatch(run, self._runs, listener, self._note)
                self._watch.start()

    def stop(self, *, wait: bool = False) -> None:
        """Take in nothing more; what was taken in stays and is scored."""
        with self._lock:
            watch, self._watch = self._watch, None
            left = [one for one in (*self._left, watch) if one is not None and one.alive]
            self._left = [] if wait else left
        for one in left:
            one.stop(wait=wait)

    def is_wanted(self, folder: Path) -> bool:
        """Tell whether this folder was watched when it was last open."""
        return str(folder.absolute()) in Settings.load(self._data_dir).watched_folders

    def remember(self, folder: Path, *, wanted: bool) -> None:
        """Keep in the settings whether this folder is to be watched."""
        remember_watch(self._data_dir, folder, wanted=wanted)

    def _note(self, action: str, folder: Path, **detail: int) -> None:
        """Write into the audit log; the watch goes on where that cannot be done, as verdicts tell of it."""
        try:
            self._audit.record(self._reader, action, str(folder), **detail)
        except StoreError as error:
            _log.warning("The watch is not in the audit log: %s", type(error).__name__)


class FolderWatch:
    """One folder's watch, in a thread that ends when another folder is opened."""

    def __init__(self, run: TriageRun, runs: Runs, listener: WatchListener, note: Callable[..., None]) -> None:
        self._run = run
        self._runs = runs
        self._listener = listener
        self._note = note
        self._taken = 0  # files
        self._state: WatchState | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, name="xraydesk-watch", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self, *, wait: bool) -> None:
        """End soon; nothing is told from here on."""
        self._stopped.set()
        if wait and threading.current_thread() is not self._thread:
            self._thread.join()

    @property
    def alive(self) -> bool:
        """Whether the thread still goes on."""
        return self._thread.is_alive()

    @property
    def _going(self) -> bool:
        return not self._stopped.is_set() and self._runs.present is self._run

    def _work(self) -> None:
        scanned = self._scanned()
        if scanned is None:
            return
        self._note(_BEGUN, self._run.folder)
        try:
            self._watch(scanned)
        finally:
            self._note(_ENDED, self._run.folder, files=self._taken)

    def _watch(self, scanned: ScanResult) -> None:
        lookout, intake = Lookout(scanned), Intake(scanned)
        self._tell(WatchState(skipped=scanned.skipped))
        pause = 0.0
        while not self._stopped.wait(pause) and self._going:
            began = time.monotonic()
            self._look(lookout, intake)
            took = time.monotonic() - began
            pause = max(_EVERY_S - took, _REST * took)

    def _scanned(self) -> ScanResult | None:
        missing = False
        while self._going:
            if self._run.result is not None:
                return self._run.result
            if self._runs.has_ended(self._run):
                missing = self._await_folder(missing=missing)
            self._stopped.wait(_EVERY_S)
        return None

    def _await_folder(self, *, missing: bool) -> bool:
        """Return whether the folder cannot be read; open it where that was so before and is no longer."""
        try:
            look_into(self._run.folder)
        except FolderError as error:
            self._tell(WatchState(problem=f"{error.what}.", begun=False))
            return True
        if missing:
            self._runs.again(self._run)
        return False

    def _look(self, lookout: Lookout, intake: Intake) -> None:
        state = self._state or WatchState()
        try:
            files = lookout.look(time.monotonic())
            if lookout.back or state.problem:
                self._runs.arrive(self._run, None)
            state = replace(state, problem="", waiting=lookout.waiting)
            for start in range(0, len(files), _BATCH):
                if self._going:
                    state = self._take(state, intake, files[start : start + _BATCH])
                    self._tell(state)
        except FolderError as error:
            state = replace(state, problem=f"{error.what}.")  # the folder's name stands beside it, or is hidden
        except Exception:  # noqa: BLE001 - whatever it is, the watch goes on and the reader hears of it
            _log.exception("A look at the folder failed")
            words = XraydeskError("New files could not be taken in", remedy="The log file says more")
            state = replace(state, problem=str(words))
        self._tell(state)

    def _take(self, state: WatchState, intake: Intake, files: list[FoundFile]) -> WatchState:
        arrived = intake.take(files)
        self._taken += len(files)
        self._runs.arrive(self._run, arrived)
        new = {file.path for file in arrived.skipped}
        skipped = (*(file for file in state.skipped if file.path not in new), *arrived.skipped)
        return replace(state, last=datetime.now(), skipped=skipped)

    def _tell(self, state: WatchState) -> None:
        if state != self._state and self._going:
            self._state = state
            self._listener(state)
