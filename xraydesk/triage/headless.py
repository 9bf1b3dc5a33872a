"""A run without a window: start, wait, stop on Ctrl-C with everything done so far kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.imaging.study import ScanResult, SkippedFile
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.desk import Desk
from xraydesk.triage.progress import Progress, RunSummary
from xraydesk.triage.worklist import WorklistRow


@dataclass
class HeadlessResult:
    """What came out of a run."""

    rows: list[WorklistRow] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)  # in the order of the rows
    skipped: tuple[SkippedFile, ...] = ()
    errors: list[XraydeskError] = field(default_factory=list)
    summary: RunSummary = field(default_factory=RunSummary)
    interrupted: bool = False
    scanned: bool = False  # the folder was read at all


class _Collector:
    """A listener that keeps what the command line prints."""

    def __init__(self, result: HeadlessResult, on_progress: Callable[[Progress], None]) -> None:
        self._result = result
        self._on_progress = on_progress

    def scanned(self, result: ScanResult) -> None:
        """Keep what was left out."""
        self._result.skipped = result.skipped
        self._result.scanned = True

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        """Ignore: the worklist is asked for at the end."""

    def progress(self, progress: Progress) -> None:
        """Pass on."""
        self._on_progress(progress)

    def failed(self, error: XraydeskError) -> None:
        """Keep for the end."""
        self._result.errors.append(error)

    def finished(self, summary: RunSummary) -> None:
        """Keep."""
        self._result.summary = summary


def triage_folder(desk: Desk, folder: Path, on_progress: Callable[[Progress], None]) -> HeadlessResult:
    """Score a folder and return when it is done, or when Ctrl-C was pressed.

    Parameters
    ----------
    desk
        An open desk; it stays open.
    folder
        What to score.
    on_progress
        Called from the run's thread, at most ten times a second.
    """
    result = HeadlessResult()
    try:
        desk.start(folder, _Collector(result, on_progress))
        while not desk.wait(0.2):
            pass
    except KeyboardInterrupt:
        result.interrupted = True
        desk.cancel(wait=True)
    if result.scanned:
        result.rows = desk.rows()
        result.assessments = [desk.assessment(row.study_id) for row in result.rows]
    return result
