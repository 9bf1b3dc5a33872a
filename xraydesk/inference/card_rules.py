"""What a model card's values must satisfy beyond their types. Imports no torch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xraydesk.errors import BundleError
from xraydesk.inference.card import (
    REGIONS,
    InputSpec,
    Label,
    ModelCard,
    OperatingPoint,
    PointName,
    Population,
    Rate,
)

# Ids and versions become folder names, so neither may hold a separator, a drive, or start with a dot.
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z_+-]*(\.[0-9A-Za-z_+-]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME_LENGTH_MAX = 64

Problem = tuple[str, str]  # field, what is wrong with it


def check_card(card: ModelCard) -> None:
    """Raise BundleError for the first field that makes no sense; the message names it."""
    _refuse(problems(card))


def check_labels(labels: tuple[Label, ...]) -> None:
    """Raise BundleError for the first field of the labels that makes no sense."""
    _refuse(_labels(labels))


def _refuse(found: Iterator[Problem]) -> None:
    for field, what in found:
        raise BundleError(f"The model card's field {field} {what}", remedy="Install the model again from its source")


def problems(card: ModelCard) -> Iterator[Problem]:
    """Yield every field that makes no sense and why."""
    yield from _identity(card)
    yield from _input(card.input)
    yield from _population(card.population)
    if card.gate.distance_cutoff <= 0:
        yield "gate.distance_cutoff", "must be above 0"
    if card.gate.domain_cutoff is not None and not 0 <= card.gate.domain_cutoff <= 1:
        yield "gate.domain_cutoff", "must lie between 0 and 1"
    yield from _labels(card.labels)


def _identity(card: ModelCard) -> Iterator[Problem]:
    if not _ID.fullmatch(card.id) or len(card.id) > _NAME_LENGTH_MAX:
        yield "id", "must be small letters, digits, dots and dashes, at most 64 of them"
    if not _VERSION.fullmatch(card.version) or len(card.version) > _NAME_LENGTH_MAX:
        yield "version", "must be letters, digits, dots and dashes, at most 64 of them"
    if not card.title.strip():
        yield "title", "is empty"
    if not card.architecture:
        yield "architecture", "is empty"
    if not _SHA256.fullmatch(card.weights_sha256):
        yield "weights_sha256", "must be 64 hexadecimal digits"


def _input(spec: InputSpec) -> Iterator[Problem]:
    if not 32 <= spec.size <= 2048:
        yield "input.size", "must lie between 32 and 2048"
    if spec.std <= 0:
        yield "input.std", "must be above 0"
    if spec.stretch is not None and not 0 <= spec.stretch[0] < spec.stretch[1] <= 100:
        yield "input.stretch", "must be two rising percentiles"
    if spec.region not in ("", *REGIONS):
        yield "input.region", f"must be empty or one of: {', '.join(REGIONS)}"
    if not 0.5 <= spec.centre <= 1:
        yield "input.centre", "must lie between 0.5 and 1"
    if spec.region and spec.centre < 1:
        yield "input.centre", "is for a model that judges whole films"
    if spec.equalise is not None:
        yield from _equalise(spec)


def _equalise(spec: InputSpec) -> Iterator[Problem]:
    assert spec.equalise is not None
    if not spec.region:
        yield "input.equalise", "is for a model that judges a region"
    if not 0 < spec.equalise.clip_limit <= 1000:
        yield "input.equalise.clip_limit", "must be above 0 and at most 1000"
    if not 1 <= spec.equalise.tiles <= spec.size // 4:
        yield "input.equalise.tiles", "must be at least 1 and leave each tile 4 pixels"


def _population(population: Population) -> Iterator[Problem]:
    low, high = population.age_min, population.age_max
    if any(age is not None and not 0 <= age <= 150 for age in (low, high)):
        yield "population", "has an age outside 0 to 150 years"
    if low is not None and high is not None and low >= high:
        yield "population.age_max", "must be above age_min"


def _labels(labels: tuple[Label, ...]) -> Iterator[Problem]:
    if not labels:
        yield "labels", "is empty"
        return
    names = [label.name for label in labels]
    if len(set(names)) < len(names) or not all(name.strip() for name in names):
        yield "labels", "has an empty or repeated name"
    for index, label in enumerate(labels):
        yield from _label(label, f"labels[{index}]")
    yield from _bands(labels[0])


def _label(label: Label, where: str) -> Iterator[Problem]:
    if label.calibration.slope <= 0:
        yield f"{where}.calibration.slope", "must be above 0, or the order of the studies would be turned round"
    names = [point.name for point in label.operating_points]
    if len(set(names)) < len(names):
        yield f"{where}.operating_points", "has a repeated name"
    for index, point in enumerate(label.operating_points):
        yield from _point(point, f"{where}.operating_points[{index}]")


def _point(point: OperatingPoint, where: str) -> Iterator[Problem]:
    if not 0 <= point.threshold <= 1:
        yield f"{where}.threshold", "must lie between 0 and 1"
    for name, rate in (("sensitivity", point.sensitivity), ("specificity", point.specificity)):
        if not _sound_rate(rate):
            yield f"{where}.{name}", "must be a share between 0 and 1 inside its interval"


def _sound_rate(rate: Rate) -> bool:
    slack = 1e-9  # a Wilson bound of a share of exactly 0 or 1 is that share up to rounding
    return -slack <= rate.low <= rate.value + slack and rate.value <= rate.high + slack <= 1 + 2 * slack


def _bands(first: Label) -> Iterator[Problem]:
    """Check the points of the first label, which orders the worklist: all there and in order."""
    thresholds = {point.name: point.threshold for point in first.operating_points}
    for name in PointName:
        if name not in thresholds:
            yield "labels[0].operating_points", f"lacks the point {name}"
            return
    if thresholds[PointName.RULE_OUT] > thresholds[PointName.RULE_IN]:
        yield "labels[0].operating_points", "has its rule-out threshold above its rule-in threshold"
