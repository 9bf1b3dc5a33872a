"""Joins the desk (threads, no Qt) to the window (Qt, main thread)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from xraydesk.errors import XraydeskError
from xraydesk.gui.tasks import TaskRunner
from xraydesk.imaging.study import ScanResult
from xraydesk.triage.assessment import Assessment

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk, Progress, RunSummary

log = logging.getLogger(__name__)

REFRESH_MS = 250  # the list is put in order at most four times a second while scores come in

DeskFactory = Callable[[str | None], "Desk"]  # model id -> desk


class RunSignals(QObject):
    """The `triage.desk.Listener` of one run: each call becomes a signal on the main thread."""

    has_scanned = Signal(object)
    has_assessed = Signal(object)
    has_progress = Signal(object)
    has_failed = Signal(object)
    has_finished = Signal(object)

    def scanned(self, result: ScanResult) -> None:
        """Pass on the folder's content."""
        self.has_scanned.emit(result)

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        """Pass on new assessments."""
        self.has_assessed.emit(assessments)

    def progress(self, progress: Progress) -> None:
        """Pass on how far the run is."""
        self.has_progress.emit(progress)

    def failed(self, error: XraydeskError) -> None:
        """Pass on a failure."""
        self.has_failed.emit(error)

    def finished(self, summary: RunSummary) -> None:
        """Pass on the end."""
        self.has_finished.emit(summary)


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

    def __init__(self, factory: DeskFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._factory = factory
        self._tasks = TaskRunner(1, self)
        self._signals: RunSignals | None = None
        self._dirty: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self.desk: Desk | None = None
        self.folder: Path | None = None
        self.running = False

    def connect_desk(self, model_id: str | None) -> None:
        """Make the desk for a model. A failure comes through ``failed`` and leaves no desk.

        Raises nothing.
        """
        self.disconnect_desk()
        try:
            self.desk = self._factory(model_id)
        except XraydeskError as error:
            self.failed.emit(error)
        self.desk_changed.emit()

    def disconnect_desk(self) -> None:
        """Stop the run, join the desk's threads, drop the desk."""
        self._leave_run()
        if self.desk is not None:
            desk, self.desk = self.desk, None
            desk.close()

    def open(self, folder: Path) -> None:
        """Start reading and scoring a folder; one that is still under way is stopped first."""
        desk = self.desk
        if desk is None:
            return
        self._leave_run()
        self.folder = folder
        self.running = True
        signals = RunSignals(self)
        queued = Qt.ConnectionType.QueuedConnection
        signals.has_scanned.connect(self._scanned, queued)
        signals.has_assessed.connect(self._assessed, queued)
        signals.has_progress.connect(self.progress, queued)
        signals.has_failed.connect(self.failed, queued)
        signals.has_finished.connect(self._finished, queued)
        self._signals = signals
        self.opening.emit(folder)
        self._tasks.run(lambda: desk.start(folder, signals), None, self._not_started)

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
        if self._signals is not None:
            for signal in ("scanned", "assessed", "progress", "failed", "finished"):
                getattr(self._signals, f"has_{signal}").disconnect()
            self._signals.deleteLater()
            self._signals = None

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
        self.rows_changed.emit()
        if dirty:
            self.assessed.emit(dirty)

    def _finished(self, summary: RunSummary) -> None:
        self.running = False
        self._timer.stop()
        self._refresh()
        self.finished.emit(summary)
