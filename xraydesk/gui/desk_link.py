"""Joins the desk (threads, no Qt) to the window (Qt, main thread)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.tasks import TaskRunner
from xraydesk.imaging.study import ScanResult
from xraydesk.triage.assessment import Assessment

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk, Progress, RunSummary

log = logging.getLogger(__name__)

REFRESH_SHARE = 8  # a long list is put in order less often: one part of eight of the main thread's time
REFRESH_MS = 250  # the list is put in order at most four times a second while scores come in


class DeskFactory(Protocol):
    """Makes a desk for a model; for a reader where somebody has signed in."""

    def __call__(self, model_id: str | None, reader: str = ..., /) -> Desk:
        """Return the desk; None leaves the model to the site's choice."""
        ...


class RunListener:
    """The `triage.desk.Listener` of one run: passes each call on to the main thread.

    The number of the run goes with it, so that what a run says after the reader has left its folder can be dropped.
    """

    def __init__(self, tell: Callable[[int, str, object], None], run: int) -> None:
        self._tell = tell
        self._run = run

    def scanned(self, result: ScanResult) -> None:
        """Pass on the folder's content."""
        self._tell(self._run, "scanned", result)

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        """Pass on new assessments."""
        self._tell(self._run, "assessed", assessments)

    def progress(self, progress: Progress) -> None:
        """Pass on how far the run is."""
        self._tell(self._run, "progress", progress)

    def failed(self, error: XraydeskError) -> None:
        """Pass on a failure."""
        self._tell(self._run, "failed", error)

    def finished(self, summary: RunSummary) -> None:
        """Pass on the end."""
        self._tell(self._run, "finished", summary)


class DeskLink(QObject):
    """One desk at a time, one run at a time; signals of a run that was left behind are dropped."""

    desk_changed = Signal()
    opening = Signal(object)  # Path
    scanned = Signal(object)  # ScanResult
    rows_changed = Signal()
    assessed = Signal(object)  # set of study ids
    progress = Signal(object)
    failed = Signal(object)  # XraydeskError
    finished = Signal(object)  # RunSummary
    _told = Signal(int, str, object)

    def __init__(self, factory: DeskFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._factory = factory
        self._tasks = TaskRunner(1, self)
        self._run = 0  # number of the present run
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._dirty: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self.desk: Desk | None = None
        self.folder: Path | None = None
        self.reader = ""  # who signed in; "": the desk knows who reads
        self.running = False

    def connect_desk(self, model_id: str | None) -> None:
        """Make the desk for a model. A failure comes through ``failed`` and leaves no desk.

        Raises nothing.
        """
        self.disconnect_desk()
        try:
            self.desk = self._factory(model_id, self.reader) if self.reader else self._factory(model_id)
        except XraydeskError as error:
            self.failed.emit(error)
        self.desk_changed.emit()

    def disconnect_desk(self) -> None:
        """Stop the run, join the desk's threads, drop the desk."""
        self._leave_run()
        if self.desk is not None:
            desk, self.desk = self.desk, None
            desk.close()

    def leave(self) -> None:
        """Leave desk and folder: nobody reads any more."""
        self.disconnect_desk()
        self.folder = None
        self.desk_changed.emit()

    def open(self, folder: Path) -> None:
        """Start reading and scoring a folder; one that is still under way is stopped first."""
        desk = self.desk
        if desk is None:
            return
        self._leave_run()
        self.folder = folder
        self.running = True
        self.opening.emit(folder)
        listener = RunListener(self._told.emit, self._run)
        self._tasks.run(lambda: desk.start(folder, listener), None, self._not_started)

    def cancel(self) -> None:
        """Stop the run; what is done stays."""
        if self.desk is not None and self.running:
            self.desk.cancel()

    def close(self) -> None:
        """Stop everything and wait for it."""
        self._timer.stop()
        if self.desk is not None:
            self.desk.cancel()
        self._tasks.close()
        self.disconnect_desk()

    def _leave_run(self) -> None:
        self._timer.stop()
        self._dirty.clear()
        self.running = False
        self._run += 1

    def _hear(self, run: int, what: str, content: Any) -> None:  # noqa: ANN401 - one of the listener's five kinds
        if run != self._run:
            return
        calls: dict[str, Callable[[Any], object]] = {
            "scanned": self._scanned,
            "assessed": self._assessed,
            "progress": self._progressed,
            "failed": self.failed.emit,
            "finished": self._finished,
        }
        calls[what](content)

    def _progressed(self, progress: Progress) -> None:
        self.running = True  # a run that had ended goes on when files come into the folder
        self.progress.emit(progress)

    def _not_started(self, error: XraydeskError) -> None:
        self.running = False
        self.failed.emit(error)
        self.finished.emit(None)

    def _scanned(self, result: ScanResult) -> None:
        self.scanned.emit(result)
        self.rows_changed.emit()

    def _assessed(self, assessments: Sequence[Assessment]) -> None:
        self._dirty.update(assessment.study_id for assessment in assessments)
        if not self._timer.isActive():
            self._timer.start()

    def _refresh(self) -> None:
        dirty, self._dirty = self._dirty, set()
        began = time.perf_counter()
        self.rows_changed.emit()
        took_ms = (time.perf_counter() - began) * 1000
        self._timer.setInterval(max(REFRESH_MS, round(took_ms * REFRESH_SHARE)))
        if dirty:
            self.assessed.emit(dirty)

    def _finished(self, summary: RunSummary) -> None:
        self.running = False
        self._timer.stop()
        self._refresh()
        self.finished.emit(summary)
