"""The one table that every importer puts out and every later step reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Box:
    """Where a finding lies, in pixels of the original image, from its upper left corner."""

    label: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """One image with what is known of it. ``labels`` maps a finding to 0 or 1 (or a grade).

    A finding that nobody judged on this image is absent from ``labels``. ``split`` is the part of the data set the
    image comes with ("train", "test"), not one drawn by a run; ``group`` is what figures are also given by (a body
    region, a side). ``problem`` says why it cannot be judged, where its header shows that already.
    """

    path: Path
    labels: dict[str, int]
    patient: str
    study: str
    source: str
    view: str = ""
    age_years: float | None = None
    sex: str = ""
    maker: str = ""  # of the device
    follow_up: int | None = None
    split: str = ""
    group: str = ""
    frame: int = 0
    boxes: tuple[Box, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ImageTable:
    """Labelled images in a fixed order, and what the importer left out with the reason.

    ``corrections`` is the record of a list whose labels stand in place of the data set's, see `corrections`;
    ``exclusions`` that of a list of films left out, see `exclusions`.
    """

    images: tuple[LabelledImage, ...]
    left_out: tuple[tuple[Path, str], ...] = field(default=())
    corrections: Mapping[str, Any] = field(default_factory=dict)
    exclusions: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.images)

    def subset(self, indices: Iterable[int]) -> ImageTable:
        """Return the rows of these indices, in their order."""
        return replace(self, images=tuple(self.images[int(i)] for i in indices), left_out=())

    def __add__(self, other: ImageTable) -> ImageTable:
        return ImageTable(self.images + other.images, self.left_out + other.left_out)
