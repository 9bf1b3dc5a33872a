"""Champion and challenger on the same held-out studies: every figure twice, with the interval of the difference.

All differences are the challenger's figure less the champion's. Each side is judged at its own card's operating points:
the challenger's were chosen anew on its own validation films.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite, nan

import numpy as np
from numpy.typing import NDArray

from xraydesk.admin.evidence import Outcome
from xraydesk.evaluation.agreement import cohens_kappa
from xraydesk.evaluation.bootstrap import stratified_bootstrap
from xraydesk.evaluation.calibration import brier, expected_calibration_error
from xraydesk.evaluation.classification import confusion
from xraydesk.evaluation.comparison import mcnemar, paired_delong, paired_difference
from xraydesk.evaluation.curves import average_precision, roc_curve
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson
from xraydesk.inference.card import Label
from xraydesk.training.figures import default_threshold

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Figure = Callable[[Flags, Floats, float], float]
REPEATS = 400  # bootstrap samples of figures that have no formula
FEW = 10  # abnormal or other studies: fewer make hardly a figure
_NONE = Interval(nan, nan, nan)
_MOST_POINTS = 500  # of a curve


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Studies that both assessed. Probabilities are calibrated, of the outputs compared; shapes (n,)."""

    truth: Flags
    champion: Floats
    challenger: Floats
    patients: NDArray[np.str_]

    def take(self, rows: Flags) -> Pairs:
        """Return some of them."""
        return Pairs(self.truth[rows], self.champion[rows], self.challenger[rows], self.patients[rows])

    @property
    def groups(self) -> NDArray[np.str_] | None:
        """Whose studies they are, to be kept together; None where each patient has one."""
        return self.patients if len(np.unique(self.patients)) < len(self.patients) else None


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of both. ``p`` is of the test named, NaN where there is none or it does not tell."""

    key: str
    champion: float
    challenger: float
    difference: Interval
    p: float = nan
    test: str = "bootstrap"


@dataclass(frozen=True, slots=True)
class AtPoint:
    """Both at the operating point of one name, each at its own threshold."""

    name: str
    thresholds: tuple[float, float]  # the champion's, the challenger's
    sensitivity: tuple[Interval, Interval]
    specificity: tuple[Interval, Interval]
    sensitivity_difference: Interval  # Tango's score interval
    specificity_difference: Interval
    p_sensitivity: float  # McNemar
    p_specificity: float
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Both in one group of studies."""

    by: str  # "sex", "age" ...
    value: str
    n: int
    abnormal: int
    auroc: tuple[float, float]
    auroc_difference: Interval
    sensitivity: tuple[float, float]  # at the default points
    sensitivity_difference: Interval
    specificity: tuple[float, float]
    specificity_difference: Interval

    @property
    def small(self) -> bool:
        """Whether the figures are hardly ones."""
        return min(self.abnormal, self.n - self.abnormal) < FEW


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A ROC curve; shapes (k,)."""

    false_positive_rate: Floats
    sensitivity: Floats


def lines(pairs: Pairs, outputs: tuple[Label, Label]) -> tuple[Line, ...]:
    """Return all figures of `xraydesk evaluate` for both, at their default points where a threshold is needed."""
    if not len(pairs.truth):
        return ()
    first, second = (default_threshold(output) for output in outputs)
    called, recalled = pairs.champion >= first, pairs.challenger >= second
    areas = paired_delong(pairs.truth, pairs.challenger, pairs.champion, groups=pairs.groups)
    right = (called == pairs.truth, recalled == pairs.truth)
    shares = (("accuracy", np.ones_like(pairs.truth)), ("sensitivity", pairs.truth), ("specificity", ~pairs.truth))
    return (
        Line("auroc", areas.second, areas.first, areas.difference, areas.p_value, "paired DeLong"),
        *(_share(key, right, rows, pairs) for key, rows in shares),
        *(_bootstrapped(key, figure, pairs, first, second) for key, figure in _FIGURES.items()),
    )


def at_points(pairs: Pairs, outputs: tuple[Label, Label], margin: float) -> tuple[AtPoint, ...]:
    """Return both at each operating point that both have, in the champion's order."""
    theirs = {point.name: point.threshold for point in outputs[1].operating_points}
    own = [(point.name, point.threshold) for point in outputs[0].operating_points if point.name in theirs]
    return tuple(_at_point(pairs, name, (threshold, theirs[name]), margin) for name, threshold in own)


def outcome_of(difference: Interval, margin: float) -> Outcome:
    """Return what the interval of a difference in sensitivity says: its lower bound is held against the margin."""
    if isfinite(difference.low) and difference.low > -margin:
        return Outcome.NOT_WORSE
    return Outcome.WORSE if isfinite(difference.high) and difference.high < 0 else Outcome.NOT_SHOWN


def overall(points: Sequence[AtPoint]) -> Outcome:
    """Return the verdict over all points: the worst of them; not shown without any."""
    found = {point.outcome for point in points}
    order = (Outcome.WORSE, Outcome.NOT_SHOWN, Outcome.NOT_WORSE)
    return next((outcome for outcome in order if outcome in found), Outcome.NOT_SHOWN)


def group_lines(pairs: Pairs, groups: Sequence[dict[str, str]], outputs: tuple[Label, Label]) -> tuple[GroupLine, ...]:
    """Return both in each value of whatever takes more than one."""
    kinds = list(dict.fromkeys(name for one in groups for name in one))
    found = []
    for by in kinds:
        values = np.array([one.get(by, "") for one in groups])
        there = sorted(set(values.tolist()) - {""})
        if len(there) > 1:
            found += [_group(by, value, pairs.take(values == value), outputs) for value in there]
    return tuple(found)


def curves(pairs: Pairs) -> tuple[Curve, Curve] | None:
    """Return the ROC curves of champion and challenger; None with one class only."""
    if pairs.truth.all() or not pairs.truth.any():
        return None
    return _curve(pairs.truth, pairs.champion), _curve(pairs.truth, pairs.challenger)


def _share(key: str, right: tuple[Flags, Flags], rows: Flags, pairs: Pairs) -> Line:
    first, second = (side[rows] for side in right)
    gap, p = _difference(second, first, pairs.take(rows).groups)
    return Line(key, _mean(first), _mean(second), gap, p, "McNemar")


def _bootstrapped(key: str, figure: Figure, pairs: Pairs, first: float, second: float) -> Line:
    def gap(rows: NDArray[np.int64]) -> float:
        truth = pairs.truth[rows]
        return figure(truth, pairs.challenger[rows], second) - figure(truth, pairs.champion[rows], first)

    found = stratified_bootstrap(gap, pairs.truth, groups=pairs.patients, repeats=REPEATS)
    sides = (figure(pairs.truth, pairs.champion, first), figure(pairs.truth, pairs.challenger, second))
    return Line(key, *sides, found)


def _at_point(pairs: Pairs, name: str, thresholds: tuple[float, float], margin: float) -> AtPoint:
    called = (pairs.champion >= thresholds[0], pairs.challenger >= thresholds[1])
    ill, well = pairs.truth, ~pairs.truth
    sensitivity, p_ill = _difference(called[1][ill], called[0][ill], pairs.take(ill).groups)
    specificity, p_well = _difference(~called[1][well], ~called[0][well], pairs.take(well).groups)
    return AtPoint(
        name,
        thresholds,
        (_wilson(called[0][ill]), _wilson(called[1][ill])),
        (_wilson(~called[0][well]), _wilson(~called[1][well])),
        sensitivity,
        specificity,
        p_ill,
        p_well,
        outcome_of(sensitivity, margin),
    )


def _group(by: str, value: str, pairs: Pairs, outputs: tuple[Label, Label]) -> GroupLine:
    called = tuple(
        p >= default_threshold(output) for p, output in zip((pairs.champion, pairs.challenger), outputs, strict=True)
    )
    ill, well = pairs.truth, ~pairs.truth
    areas = paired_delong(ill, pairs.challenger, pairs.champion, groups=pairs.groups)
    return GroupLine(
        by,
        value,
        len(ill),
        int(ill.sum()),
        (areas.second, areas.first),
        areas.difference,
        (_mean(called[0][ill]), _mean(called[1][ill])),
        paired_difference(called[1][ill], called[0][ill], groups=pairs.take(ill).groups),
        (_mean(~called[0][well]), _mean(~called[1][well])),
        paired_difference(~called[1][well], ~called[0][well], groups=pairs.take(well).groups),
    )


def _curve(truth: Flags, score: Floats) -> Curve:
    found = roc_curve(truth, score)
    count = len(found.threshold)
    kept = np.unique(np.linspace(0, count - 1, min(count, _MOST_POINTS)).round().astype(np.int64))
    return Curve(found.false_positive_rate[kept], found.true_positive_rate[kept])


def _difference(second: Flags, first: Flags, groups: NDArray[np.str_] | None) -> tuple[Interval, float]:
    """Return how much more often the second is right than the first, and McNemar's p; NaN of nothing."""
    p = mcnemar(np.ones_like(first), first, second, groups=groups).p_value if len(first) else nan
    return paired_difference(second, first, groups=groups), p


def _wilson(hits: Flags) -> Interval:
    return wilson(int(hits.sum()), len(hits)) if len(hits) else _NONE


def _mean(hits: Flags) -> float:
    return float(hits.mean()) if len(hits) else nan


_FIGURES: dict[str, Figure] = {
    "average_precision": lambda truth, p, _: average_precision(truth, p) if truth.any() else nan,
    "precision": lambda truth, p, t: confusion(truth, p >= t).precision,
    "f1": lambda truth, p, t: confusion(truth, p >= t).f_beta(1),
    "f3": lambda truth, p, t: confusion(truth, p >= t).f_beta(3),
    "kappa": lambda truth, p, t: cohens_kappa(truth, p >= t),
    "ece": lambda truth, p, _: expected_calibration_error(truth, p),
    "brier": lambda truth, p, _: brier(truth, p),
}
