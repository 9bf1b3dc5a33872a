"""What a model says of one image. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

NO_FEATURES = np.zeros(0, np.float16)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a film that was judged by itself, in shares of the film's height and width as displayed.

    ``probabilities`` are those of this part alone, one for each label, and ``logits`` what they were made of; ``name``
    says what it shows.
    """

    row: float  # of the upper edge, 0 = top of the film
    column: float  # of the left edge
    height: float
    width: float
    probabilities: tuple[float, ...] = ()
    name: str = ""
    logits: tuple[float, ...] = ()  # empty in answers kept before they were: these cannot be calibrated anew

    def box(self, rows: int, columns: int) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom in pixels, with fractions, on a film of so many rows and columns."""
        left, top = self.column * columns, self.row * rows
        return left, top, min(left + self.width * columns, columns), min(top + self.height * rows, rows)


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """One model's answer to one image.

    ``maps`` is the raw class-activation map per label, shape (labels, h, w), float16, in logits: the mean of a map
    over its places plus the label's bias is the logit. ``refusal`` is filled where the gate refuses the image by its
    features; the numbers are then kept for research but never shown as an answer.

    ``regions`` are the parts of the film that were judged, the one that logits, probabilities and maps belong to
    first; empty where the whole film was judged.

    ``features`` are what the gate looks at, shape (D,), float16: of the first region where there are any. Empty where
    they were not asked for.
    """

    labels: tuple[str, ...]
    logits: NDArray[np.float32]
    probabilities: NDArray[np.float32]
    distance: float
    domain: float | None  # probability of the in-domain head, where the model has one
    maps: NDArray[np.float16]
    model_id: str
    model_sha256: str
    refusal: str = ""
    regions: tuple[Region, ...] = ()
    features: NDArray[np.float16] = field(default_factory=lambda: NO_FEATURES)

    @property
    def region(self) -> Region | None:
        """The part that the numbers belong to; None for the whole film."""
        return self.regions[0] if self.regions else None
