"""What the worklist says of a study."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from xraydesk.inference.grades import grade_words
from xraydesk.inference.prediction import Region


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
    """One image of a study. ``model_id`` is the model that answered it or refused it by its features, else ""."""

    path: str
    frame: int
    status: ImageStatus
    reason: str = ""
    content_hash: str = ""
    probabilities: dict[str, float] = field(default_factory=dict)
    logits: dict[str, float] = field(default_factory=dict)
    distance: float | None = None
    model_id: str = ""
    grade: int | None = None  # of a model for ordered grades
    regions: tuple[Region, ...] = ()  # what was judged of it, the part that the numbers belong to first; empty: all


@dataclass(frozen=True, slots=True)
class Assessment:
    """One study in the worklist.

    ``band`` is None while images are pending. ``driver`` is the index of the image that gave the study its band: the
    most severe of its images, and of those the one with the highest calibrated probability of its model's first label,
    which is ``score``. ``model_id`` is the model that judged the driver; where no image was judged, the one model that
    refused them all by their features, else "". ``probabilities`` are the highest, and ``grade`` the worst, over the
    images which that model judged.
    """

    study_id: str
    band: Band | None
    reason: str
    score: float | None
    probabilities: dict[str, float]
    driver: int | None
    images: tuple[ImageAssessment, ...]
    model_id: str = ""
    grade: int | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known yet."""
        return self.band is not None or bool(self.reason or self.probabilities or self.model_id)

    @property
    def grade_words(self) -> str:
        """The grade as a reader says it, "Kellgren-Lawrence grade 3"; "" where the model gives none."""
        return grade_words(self.probabilities, self.grade)


UNKNOWN = Assessment("", None, "", None, {}, None, ())  # what is known of any study at first
