"""Tells the listener, at most ten times a second."""

from __future__ import annotations

import logging
import time
from dataclasses import replace

from xraydesk.errors import XraydeskError
from xraydesk.triage.assessment import ImageStatus
from xraydesk.triage.known import FolderState
from xraydesk.triage.pace import Rate
from xraydesk.triage.progress import Listener, Progress, RunSummary
from xraydesk.triage.scoring import ScoringThread

_EVERY_S = 0.1
_log = logging.getLogger(__name__)


class Reporter:
    """Used by the run's thread alone."""

    def __init__(self, listener: Listener, scoring: ScoringThread) -> None:
        self._listener = listener
        self._scoring = scoring
        self._rate = Rate()
        self._next = 0.0

    def reading(self, files: int) -> None:
        """Tell that the scan goes on."""
        if self._due():
            self._listener.progress(Progress(0, 0, stage=f"reading the folder: {files:,} files"))

    def scanned(self, state: FolderState) -> None:
        """Hand over what the folder holds."""
        self._listener.scanned(state.result)

    def tick(self, state: FolderState, *, force: bool = False) -> bool:
        """Tell what changed, if it is time; True where it was."""
        if not (self._due() or force):
            return False
        changed = state.take_changed()
        if changed:
            self._listener.assessed(changed)
        self._listener.progress(self._progress(state))
        return True

    def failed(self, error: XraydeskError) -> None:
        """Hand over a failure; its class goes to the log, its paths do not."""
        _log.warning("Run: %s", type(error).__name__)
        self._listener.failed(error)

    def finished(self, summary: RunSummary, state: FolderState | None, before: int) -> None:
        """Hand over the end, with the counts of what was done; ``before`` images were when the run went on."""
        self._listener.finished(summary if state is None else self._sum_up(summary, state, before))

    def _sum_up(self, summary: RunSummary, state: FolderState, before: int) -> RunSummary:
        seconds = summary.seconds
        return replace(
            summary,
            studies=len(state.result.studies),
            images=state.images,
            scored=state.scored,
            cached=state.cached,
            refused=state.count(ImageStatus.REFUSED),
            unreadable=state.count(ImageStatus.UNREADABLE),
            pending=len(state.unsettled),
            skipped=len(state.result.skipped),
            images_per_second=(state.done - before) / seconds if seconds > 0 else 0.0,
            device=self._scoring.device_words if state.scored else "",
            notices=self._scoring.notices,
        )

    def _progress(self, state: FolderState) -> Progress:
        done, total = state.done, state.images
        if done == total:
            return Progress(done, total, stage="done")
        if not self._scoring.loaded:
            return Progress(done, total, stage="loading the model")
        rate = self._rate.mark(done)
        left = (total - done) / rate if rate else None
        return Progress(done, total, rate, left, "scoring")

    def _due(self) -> bool:
        now = time.monotonic()
        if now < self._next:
            return False
        self._next = now + _EVERY_S
        return True
