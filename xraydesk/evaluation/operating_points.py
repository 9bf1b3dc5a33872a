"""Thresholds chosen on validation data, each with what it gave there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import Flags, Floats, truth_and_score
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """What "abnormal at or above the threshold" gives."""

    threshold: float
    sensitivity: Interval
    specificity: Interval


def at_threshold(
    truth: ArrayLike, probability: ArrayLike, threshold: float, confidence: float = 0.95
) -> ThresholdResult:
    """Return sensitivity and specificity with Wilson intervals.

    Raises
    ------
    ValueError
        Where shapes differ, truth is not 0 or 1, or a probability is not finite.
    """
    return _at(*truth_and_score(truth, probability), threshold, confidence)


def rule_out(
    truth: ArrayLike, probability: ArrayLike, sensitivity: float, confidence: float = 0.95
) -> ThresholdResult | None:
    """Return the highest threshold whose lower bound of sensitivity is at least the one wanted, else None.

    The bound is that of the two-sided Wilson interval. ValueError as in `at_threshold`.
    """
    labels, p = truth_and_score(truth, probability)
    thresholds, positives = np.array(_candidates(p)), int(labels.sum())
    caught = positives - _below(p[labels], thresholds)
    kept = thresholds[caught >= _needed(positives, sensitivity, confidence)]
    return _at(labels, p, kept[-1], confidence) if len(kept) else None


def rule_in(
    truth: ArrayLike, probability: ArrayLike, specificity: float, confidence: float = 0.95
) -> ThresholdResult | None:
    """Return the lowest threshold whose lower bound of specificity is at least the one wanted, else None.

    The bound is that of the two-sided Wilson interval. ValueError as in `at_threshold`.
    """
    labels, p = truth_and_score(truth, probability)
    thresholds = np.array(_candidates(p))
    kept = thresholds[_below(p[~labels], thresholds) >= _needed(int((~labels).sum()), specificity, confidence)]
    return _at(labels, p, kept[0], confidence) if len(kept) else None


def youden(truth: ArrayLike, probability: ArrayLike) -> ThresholdResult:
    """Return the threshold with the greatest sum of sensitivity and specificity (Youden 1950).

    Of equally good thresholds the middle one, which is furthest from a change either way.
    """
    return robust_youden(truth, [probability])


def robust_youden(truth: ArrayLike, measurements: Sequence[ArrayLike]) -> ThresholdResult:
    """Return the threshold whose worst Youden sum over several measurements of the same cases is the greatest.

    The measurements are probabilities of the same cases under different conditions, the first of them plain; the
    result says what the threshold gives there. Of equally good thresholds the middle one. ValueError as in
    `at_threshold`, and where one of the two classes is absent.
    """
    checked = [truth_and_score(truth, p) for p in measurements]
    labels, plain = checked[0]
    if labels.all() or not labels.any():
        raise ValueError("a threshold between two classes wants cases of both")
    thresholds = np.array(_candidates(plain))
    worst = np.min([_youden_sums(labels, p, thresholds) for _, p in checked], axis=0)
    best = np.flatnonzero(worst >= worst.max() - 1e-12)
    return _at(labels, plain, thresholds[best[len(best) // 2]])


def _at(labels: Flags, p: Floats, threshold: float, confidence: float = 0.95) -> ThresholdResult:
    called = p >= threshold
    return ThresholdResult(
        threshold=float(threshold),
        sensitivity=wilson(int((called & labels).sum()), int(labels.sum()), confidence),
        specificity=wilson(int((~called & ~labels).sum()), int((~labels).sum()), confidence),
    )


def _needed(trials: int, bound: float, confidence: float) -> int:
    """Return the fewest successes whose lower bound is the one wanted; one more than there are trials for never."""
    return bisect_left(range(trials + 1), bound, key=lambda successes: wilson(successes, trials, confidence).low)


def _below(values: Floats, thresholds: Floats) -> NDArray[np.intp]:
    return np.searchsorted(np.sort(values), thresholds, side="left")


def _youden_sums(labels: Flags, p: Floats, thresholds: Floats) -> Floats:
    """Return sensitivity and specificity added up, at each threshold."""
    missed = _below(p[labels], thresholds) / labels.sum()
    return np.asarray(1 - missed + _below(p[~labels], thresholds) / (~labels).sum())


def _candidates(p: Floats) -> list[float]:
    """Return thresholds half-way between neighbouring probabilities, ascending."""
    values = np.unique(p)
    return [float(v) for v in (values[1:] + values[:-1]) / 2] if len(values) > 1 else [0.5]
