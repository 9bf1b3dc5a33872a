"""A run without a window: start, wait, stop on Ctrl-C with everything done so far kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.imaging.study import ScanResult, SkippedFile
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.desk import Desk
from xraydesk.triage.progress import Progress, RunSummary
from xraydesk.triage.watching import WatchState
from xraydesk.triage.worklist import WorklistRow

_EVERY_S = 0.2


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
    changed: set[str] = field(default_factory=set)  # studies assessed since they were last shown
    runs: int = 0  # how many have ended: a watched folder's run goes on with what comes in


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
        """Keep which they are: the worklist is asked for at the end."""
        self._result.changed.update(assessment.study_id for assessment in assessments)

    def progress(self, progress: Progress) -> None:
        """Pass on."""
        self._on_progress(progress)

    def failed(self, error: XraydeskError) -> None:
        """Keep for the end."""
        self._result.errors.append(error)

    def finished(self, summary: RunSummary) -> None:
        """Keep."""
        self._result.summary = summary
        self._result.runs += 1


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
        while not desk.wait(_EVERY_S):
            pass
    except KeyboardInterrupt:
        result.interrupted = True
        desk.cancel(wait=True)
    _take_rows(desk, result)
    return result


def watch_folder(
    desk: Desk, result: HeadlessResult, on_rows: Callable[[list[WorklistRow]], None], on_problem: Callable[[str], None]
) -> None:
    """Go on with what comes into the folder after `triage_folder`, until Ctrl-C.

    Parameters
    ----------
    desk
        The desk whose folder was scored.
    result
        What came out of it; kept up to date.
    on_rows
        Called with the rows that are new or have changed, whenever all that has come in is scored.
    on_problem
        Called from another thread with a sentence when the folder cannot be read, and with "" when it can be again.
    """
    shown, said = result.runs, [""]

    def hear(state: WatchState) -> None:
        if state.problem != said[-1]:
            said.append(state.problem)
            on_problem(state.problem)

    result.changed.clear()
    try:
        desk.watching.start(hear)
        while True:
            time.sleep(_EVERY_S)
            if result.runs > shown and desk.wait(0):
                shown = result.runs
                _take_rows(desk, result)
                changed, result.changed = result.changed, set()
                on_rows([row for row in result.rows if row.study_id in changed])
    except KeyboardInterrupt:
        result.interrupted = True
        desk.watching.stop(wait=True)
        desk.cancel(wait=True)


def _take_rows(desk: Desk, result: HeadlessResult) -> None:
    if result.scanned:
        result.rows = desk.rows()
        result.assessments = [desk.assessment(row.study_id) for row in result.rows]
