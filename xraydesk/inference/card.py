"""The model card: data beside the weights. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

KNEE_JOINTS = "knee joints"
REGIONS = (KNEE_JOINTS,)  # what can be found on a film


@dataclass(frozen=True, slots=True)
class Clahe:
    """Contrast-limited adaptive histogram equalisation of a crop at the network's size, see `inference.clahe`."""

    clip_limit: float = 2.0  # largest count of a grey value, as a multiple of the mean count
    tiles: int = 4  # along a side


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What the network wants to see.

    With a ``region``, one of `REGIONS`, the network judges crops: each is found on the film, cut out as a square and,
    where the training films were, equalised. A film that is such a crop already is taken as it is.
    """

    size: int = 224  # pixels, square; the film is squeezed to it
    mean: float = 0.5  # of grey 0..1
    std: float = 0.5
    stretch: tuple[float, float] | None = (0.5, 99.5)  # percentiles brought to 0 and 1 before mean and std
    region: str = ""  # "": the whole film
    equalise: Clahe | None = None  # of what was cut out
    centre: float = 1.0  # share of each side that is judged: what lies nearer to the edges is not seen


@dataclass(frozen=True, slots=True)
class Population:
    """Whom and what the model may judge. Empty tuple: not checked from the header."""

    modalities: tuple[str, ...] = ()
    body_parts: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    age_min: float | None = None  # years, inclusive
    age_max: float | None = None  # years, exclusive
    words: str = ""  # "children of 1-5 years, frontal chest"


@dataclass(frozen=True, slots=True)
class Platt:
    """Calibrated probability = 1 / (1 + exp(-(slope * logit + offset))). Platt 1999."""

    slope: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Rate:
    """A proportion with its 95 % Wilson interval."""

    value: float
    low: float
    high: float


class PointName(StrEnum):
    """The points every card has."""

    RULE_OUT = "rule-out"  # below it: low probability
    RULE_IN = "rule-in"  # at or above it: likely abnormal
    DEFAULT = "default"  # the yes/no answer where one number is asked for


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """A threshold on the calibrated probability, with what it gave on validation."""

    name: str
    threshold: float
    sensitivity: Rate
    specificity: Rate


@dataclass(frozen=True, slots=True)
class GateSpec:
    """How far an image's features may lie from the training images.

    ``distance_cutoff`` bounds the Mahalanobis distance; ``domain_cutoff``, where given, is the least probability of
    the in-domain head. The statistics themselves are tensors ``gate.*`` in the weights file.
    """

    distance_cutoff: float
    domain_cutoff: float | None = None
    words: str = ""  # how both were chosen


@dataclass(frozen=True, slots=True)
class Label:
    """One output of the network."""

    name: str
    calibration: Platt = field(default_factory=Platt)
    operating_points: tuple[OperatingPoint, ...] = ()

    def point(self, name: str) -> OperatingPoint:
        """Return the operating point of that name; KeyError if the card lacks it."""
        for point in self.operating_points:
            if point.name == name:
                return point
        raise KeyError(name)


class PointsKind(StrEnum):
    """Where the operating points that hold come from."""

    CARD = "card"
    CHANGED = "changed"  # by hand, at this site
    SITE = "site"  # derived from a random sample of this site's studies


@dataclass(frozen=True, slots=True)
class HeldPoints:
    """Which version of a model's operating points and calibration holds at this site, and who made it so."""

    kind: PointsKind
    author: str
    at: datetime
    reason: str
    given: tuple[Label, ...]  # the labels as the card has them
    studies: int = 0  # that the points' rates were found on; 0 for the card's
    abnormal: int = 0  # of these

    @property
    def words(self) -> str:
        """The version in a line: "changed 2026-11-21 by A. Reader: too many were missed"."""
        return f"{self.kind} {self.at.astimezone():%Y-%m-%d} by {self.author}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Everything a reader, an administrator and the program must know of a model."""

    id: str
    version: str
    title: str
    architecture: str  # a key of networks.ARCHITECTURES
    labels: tuple[Label, ...]
    input: InputSpec
    population: Population
    gate: GateSpec
    weights_sha256: str
    intended_use: str = ""
    not_for: str = ""
    licence: str = ""
    attribution: str = ""
    architecture_options: dict[str, Any] = field(default_factory=dict)  # keyword arguments of its builder
    training: dict[str, Any] = field(default_factory=dict)
    results: dict[str, Any] = field(default_factory=dict)
    schema: int = 1
    held: HeldPoints | None = field(default=None, metadata={"in_file": False})  # None: nobody changed them here

    @property
    def member_options(self) -> dict[str, Any]:
        """The options of one network, where several stand side by side in the model."""
        return {name: value for name, value in self.architecture_options.items() if name not in ("members", "shared")}

    @property
    def given_labels(self) -> tuple[Label, ...]:
        """The labels as the card's file has them, whatever version of the operating points holds here."""
        return self.labels if self.held is None else self.held.given

    @property
    def recalibrated(self) -> bool:
        """Whether another calibration holds here than the card's."""
        return [label.calibration for label in self.labels] != [label.calibration for label in self.given_labels]

    @property
    def points_words(self) -> str:
        """Which version of the operating points holds, in English: "card" where nobody changed them here."""
        return str(PointsKind.CARD) if self.held is None else self.held.words

    @property
    def checked_here(self) -> bool:
        """Whether the operating points that hold were derived from this site's own studies."""
        return self.held is not None and self.held.kind is PointsKind.SITE

    @property
    def abnormal(self) -> Label:
        """The label whose probability orders the worklist: the first."""
        return self.labels[0]
