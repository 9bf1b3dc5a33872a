"""What the worklist says of a study."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Band(StrEnum):
    """What the reader sees of an operating point. Never "normal"."""

    LIKELY = "likely abnormal"
    UNCERTAIN = "uncertain"
    NOT_ASSESSED = "not assessed"
    LOW = "low probability"


class ImageStatus(StrEnum):
    """How far one image got."""

    SCORED = "scored"
    REFUSED = "refused"  # the gate says the model may not speak about it
    UNREADABLE = "unreadable"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class ImageAssessment:
    """One image of a study."""

    path: str
    frame: int
    status: ImageStatus
    reason: str = ""
    content_hash: str = ""
    probabilities: dict[str, float] = field(default_factory=dict)
    logits: dict[str, float] = field(default_factory=dict)
    distance: float | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """One study in the worklist.

    ``band`` is None while images are pending. ``score`` is the highest calibrated probability of the model's first
    label over the assessed images, and ``driver`` the index of the image that gave it.
    """

    study_id: str
    band: Band | None
    reason: str
    score: float | None
    probabilities: dict[str, float]
    driver: int | None
    images: tuple[ImageAssessment, ...]
