"""What every threshold gives: receiver operating characteristic and precision against recall."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.calibration import sigmoid
from xraydesk.evaluation.checks import Flags, Floats, flags, truth_and_score
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson


@dataclass(frozen=True, slots=True, eq=False)
class RocCurve:
    """One point a threshold, from "nothing is abnormal" (threshold infinite) to "everything is"; shapes (k,)."""

    threshold: Floats
    false_positive_rate: Floats
    true_positive_rate: Floats


@dataclass(frozen=True, slots=True, eq=False)
class PrCurve:
    """One point a threshold, ascending; shapes (k,), and one more precision 1 at recall 0 that no threshold gives."""

    threshold: Floats
    precision: Floats
    recall: Floats


def roc_curve(truth: ArrayLike, score: ArrayLike) -> RocCurve:
    """Return the receiver operating characteristic at every distinct score (Fawcett 2006, algorithm 1).

    The rate of a class that is absent is NaN throughout.

    Raises
    ------
    ValueError
        Where shapes differ or a score is not finite.
    """
    labels, scores = truth_and_score(truth, score)
    threshold, true, false = _counts(labels, scores)
    return RocCurve(
        np.concatenate([[np.inf], threshold]),
        _share(np.concatenate([[0.0], false]), float((~labels).sum())),
        _share(np.concatenate([[0.0], true]), float(labels.sum())),
    )


def pr_curve(truth: ArrayLike, score: ArrayLike) -> PrCurve:
    """Return precision and recall at every distinct score (Davis and Goadrich 2006).

    Recall is NaN throughout where nothing is abnormal. ValueError as in `roc_curve`.
    """
    labels, scores = truth_and_score(truth, score)
    threshold, true, false = _counts(labels, scores)
    precision = true / np.maximum(true + false, 1.0)
    recall = _share(true, float(labels.sum()))
    return PrCurve(threshold[::-1], np.append(precision[::-1], 1.0), np.append(recall[::-1], 0.0))


def average_precision(truth: ArrayLike, score: ArrayLike) -> float:
    """Return the sum of precision times gain in recall, without interpolation (Buckley and Voorhees 2000).

    NaN where nothing is abnormal. ValueError as in `roc_curve`.
    """
    curve = pr_curve(truth, score)
    return float(-np.sum(np.diff(curve.recall) * curve.precision[:-1])) if len(curve.threshold) else float("nan")


def average_precision_interval(
    truth: ArrayLike, score: ArrayLike, confidence: float = 0.95, *, groups: ArrayLike | None = None
) -> Interval:
    """Return average precision with its logit interval (Boyd, Eng and Page 2013).

    With groups (patients), shape (n,), as many abnormal cases are reckoned with as there are groups with any: a wide
    interval, right where the cases of a group are all alike.

    It depends on how many are abnormal; the interval holds for cases as common as these. Where it is 1, so that its
    logit is not finite, the lower bound is Wilson's for as many successes as there are abnormal cases. NaN between 0
    and 1 where nothing is abnormal. ValueError as in `roc_curve`.
    """
    labels = flags(truth)
    value, positives = average_precision(labels, score), int(labels.sum())
    if groups is not None:
        positives = len(np.unique(np.asarray(groups)[labels]))
    if not positives:
        return Interval(float("nan"), 0.0, 1.0)
    if value >= 1:
        return wilson(positives, positives, confidence)
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    centre, half = log(value / (1 - value)), z / sqrt(positives * value * (1 - value))
    low, high = sigmoid([centre - half, centre + half])
    return Interval(value, float(low), float(high))


def _counts(labels: Flags, scores: Floats) -> tuple[Floats, Floats, Floats]:
    """Return distinct scores, descending, and how many abnormal and other cases have that score or more."""
    order = np.argsort(-scores, kind="stable")
    ranked, abnormal = scores[order], labels[order]
    last = np.flatnonzero(np.append(np.diff(ranked) != 0, np.ones(min(1, len(ranked)), dtype=bool)))
    true = np.cumsum(abnormal)[last].astype(np.float64)
    return ranked[last], true, last + 1.0 - true


def _share(count: Floats, whole: float) -> Floats:
    return count / whole if whole else np.full(len(count), np.nan)
