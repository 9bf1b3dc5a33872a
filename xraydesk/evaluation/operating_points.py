"""Thresholds chosen on validation data, each with what it gave there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """What "abnormal at or above the threshold" gives."""

    threshold: float
    sensitivity: Interval
    specificity: Interval


def at_threshold(truth: ArrayLike, probability: ArrayLike, threshold: float) -> ThresholdResult:
    """Return sensitivity and specificity with Wilson intervals."""
    labels = np.asarray(truth).astype(bool)
    called = np.asarray(probability, dtype=np.float64) >= threshold
    return ThresholdResult(
        threshold=float(threshold),
        sensitivity=wilson(int((called & labels).sum()), int(labels.sum())),
        specificity=wilson(int((~called & ~labels).sum()), int((~labels).sum())),
    )


def rule_out(truth: ArrayLike, probability: ArrayLike, sensitivity: float) -> ThresholdResult | None:
    """Return the highest threshold whose lower 95 % bound of sensitivity is at least the one wanted, else None."""
    for threshold in _candidates(probability)[::-1]:
        result = at_threshold(truth, probability, threshold)
        if result.sensitivity.low >= sensitivity:
            return result
    return None


def rule_in(truth: ArrayLike, probability: ArrayLike, specificity: float) -> ThresholdResult | None:
    """Return the lowest threshold whose lower 95 % bound of specificity is at least the one wanted, else None."""
    for threshold in _candidates(probability):
        result = at_threshold(truth, probability, threshold)
        if result.specificity.low >= specificity:
            return result
    return None


def youden(truth: ArrayLike, probability: ArrayLike) -> ThresholdResult:
    """Return the threshold with the greatest sum of sensitivity and specificity (Youden 1950).

    Of equally good thresholds the middle one, which is furthest from a change either way.
    """
    return robust_youden(truth, [probability])


def robust_youden(truth: ArrayLike, measurements: Sequence[ArrayLike]) -> ThresholdResult:
    """Return the threshold whose worst Youden sum over several measurements of the same cases is the greatest.

    The measurements are probabilities of the same cases under different conditions, the first of them plain; the
    result says what the threshold gives there. Of equally good thresholds the middle one.
    """
    thresholds = _candidates(measurements[0])
    worst = [min(_youden_sum(at_threshold(truth, p, t)) for p in measurements) for t in thresholds]
    best = np.flatnonzero(np.array(worst) >= max(worst) - 1e-12)
    return at_threshold(truth, measurements[0], thresholds[int(best[len(best) // 2])])


def _youden_sum(result: ThresholdResult) -> float:
    return result.sensitivity.value + result.specificity.value


def _candidates(probability: ArrayLike) -> list[float]:
    """Return thresholds half-way between neighbouring probabilities, ascending."""
    values = np.unique(np.asarray(probability, dtype=np.float64))
    return [float(v) for v in (values[1:] + values[:-1]) / 2] if len(values) > 1 else [0.5]
