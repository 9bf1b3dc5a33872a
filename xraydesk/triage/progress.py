"""What a background run tells while it works and when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from xraydesk.errors import XraydeskError
from xraydesk.imaging.study import ScanResult
from xraydesk.triage.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. Counts are images, not studies."""

    done: int
    total: int
    images_per_second: float | None = None
    seconds_left: float | None = None
    stage: str = ""  # words for the reader: "reading the folder", "loading the model", "scoring"


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did, once it has ended or was stopped."""

    studies: int = 0
    images: int = 0
    scored: int = 0  # by a forward pass of this run
    cached: int = 0  # answers that were already in the store
    refused: int = 0  # by header, or by the model's own gate: these count as scored or cached, too
    unreadable: int = 0
    pending: int = 0  # left over when stopped
    skipped: int = 0  # files that are no images
    seconds: float = 0.0
    images_per_second: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)  # seconds of work: scan, hash, decode, score, store
    cancelled: bool = False
    device: str = ""  # empty where no model was needed
    notices: tuple[str, ...] = ()  # fall-backs that happened


class Listener(Protocol):
    """What `Desk.start` calls back, always from the run's own thread, never two calls at a time."""

    def scanned(self, result: ScanResult) -> None:
        """Take the folder's content: every study is known from here on, with nothing assessed yet."""

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        """Take studies whose assessment changed; at most ten calls a second."""

    def progress(self, progress: Progress) -> None:
        """Take the state of the run; at most ten calls a second."""

    def failed(self, error: XraydeskError) -> None:
        """Take a failure a person must see. The run may go on afterwards (disk full) or end (folder gone)."""

    def finished(self, summary: RunSummary) -> None:
        """Take the end of the run: the last call, also after `failed` and after a cancel."""
