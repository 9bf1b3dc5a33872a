"""Thresholds chosen on validation data, each with what it gave there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.checks import Flags, Floats, truth_and_score
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """What "abnormal at or above the threshold" gives."""

    threshold: float
    sensitivity: Interval
    specificity: Interval


def at_threshold(truth: ArrayLike, probability: ArrayLike, threshold: float) -> ThresholdResult:
    """Return sensitivity and specificity with Wilson intervals.

    Raises
    ------
    ValueError
        Where shapes differ, truth is not 0 or 1, or a probability is not finite.
    """
    return _at(*truth_and_score(truth, probability), threshold)


def rule_out(truth: ArrayLike, probability: ArrayLike, sensitivity: float) -> ThresholdResult | None:
    """Return the highest threshold whose lower 95 % bound of sensitivity is at least the one wanted, else None.

    ValueError as in `at_threshold`.
    """
    labels, p = truth_and_score(truth, probability)
    results = (_at(labels, p, threshold) for threshold in _candidates(p)[::-1])
    return next((result for result in results if result.sensitivity.low >= sensitivity), None)


def rule_in(truth: ArrayLike, probability: ArrayLike, specificity: float) -> ThresholdResult | None:
    """Return the lowest threshold whose lower 95 % bound of specificity is at least the one wanted, else None.

    ValueError as in `at_threshold`.
    """
    labels, p = truth_and_score(truth, probability)
    results = (_at(labels, p, threshold) for threshold in _candidates(p))
    return next((result for result in results if result.specificity.low >= specificity), None)


def youden(truth: ArrayLike, probability: ArrayLike) -> ThresholdResult:
    """Return the threshold with the greatest sum of sensitivity and specificity (Youden 1950).

    Of equally good thresholds the middle one, which is furthest from a change either way.
    """
    return robust_youden(truth, [probability])


def robust_youden(truth: ArrayLike, measurements: Sequence[ArrayLike]) -> ThresholdResult:
    """Return the threshold whose worst Youden sum over several measurements of the same cases is the greatest.

    The measurements are probabilities of the same cases under different conditions, the first of them plain; the
    result says what the threshold gives there. Of equally good thresholds the middle one. ValueError as in
    `at_threshold`.
    """
    checked = [truth_and_score(truth, p) for p in measurements]
    labels, plain = checked[0]
    thresholds = _candidates(plain)
    worst = [min(_youden_sum(_at(labels, p, t)) for _, p in checked) for t in thresholds]
    best = np.flatnonzero(np.array(worst) >= max(worst) - 1e-12)
    return _at(labels, plain, thresholds[int(best[len(best) // 2])])


def _at(labels: Flags, p: Floats, threshold: float) -> ThresholdResult:
    called = p >= threshold
    return ThresholdResult(
        threshold=float(threshold),
        sensitivity=wilson(int((called & labels).sum()), int(labels.sum())),
        specificity=wilson(int((~called & ~labels).sum()), int((~labels).sum())),
    )


def _youden_sum(result: ThresholdResult) -> float:
    return result.sensitivity.value + result.specificity.value


def _candidates(p: Floats) -> list[float]:
    """Return thresholds half-way between neighbouring probabilities, ascending."""
    values = np.unique(p)
    return [float(v) for v in (values[1:] + values[:-1]) / 2] if len(values) > 1 else [0.5]
