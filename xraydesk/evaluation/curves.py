"""What every threshold gives: receiver operating characteristic and precision against recall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.checks import Flags, Floats, truth_and_score


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


def _counts(labels: Flags, scores: Floats) -> tuple[Floats, Floats, Floats]:
    """Return distinct scores, descending, and how many abnormal and other cases have that score or more."""
    order = np.argsort(-scores, kind="stable")
    ranked, abnormal = scores[order], labels[order]
    last = np.flatnonzero(np.append(np.diff(ranked) != 0, np.ones(min(1, len(ranked)), dtype=bool)))
    true = np.cumsum(abnormal)[last].astype(np.float64)
    return ranked[last], true, last + 1.0 - true


def _share(count: Floats, whole: float) -> Floats:
    return count / whole if whole else np.full(len(count), np.nan)
