"""How well scores separate the abnormal from the rest."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import truth_and_score


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


def auroc(truth: ArrayLike, score: ArrayLike) -> float:
    """Return the area under the receiver operating characteristic, ties counted half.

    It is the Mann-Whitney statistic (Hanley and McNeil 1982). NaN where one class is absent.

    Raises
    ------
    ValueError
        Where shapes differ, truth is not 0 or 1, or a score is not finite.
    """
    positive, negative = _by_class(truth, score)
    if not len(positive) or not len(negative):
        return float("nan")
    ranks = midranks(np.concatenate([positive, negative]))
    m = len(positive)
    return float((ranks[:m].sum() - m * (m + 1) / 2) / (m * len(negative)))


def auroc_interval(truth: ArrayLike, score: ArrayLike, confidence: float = 0.95) -> Interval:
    """Return the area with its DeLong interval (DeLong et al. 1988; ranks after Sun and Xu 2014).

    Bounds are NaN with fewer than two cases of a class. ValueError as in `auroc`.
    """
    positive, negative = _by_class(truth, score)
    area = auroc(truth, score)
    m, n = len(positive), len(negative)
    if m < 2 or n < 2:
        return Interval(area, float("nan"), float("nan"))
    ranks = midranks(np.concatenate([positive, negative]))
    over_negative = (ranks[:m] - midranks(positive)) / n
    over_positive = 1 - (ranks[m:] - midranks(negative)) / m
    variance = over_negative.var(ddof=1) / m + over_positive.var(ddof=1) / n
    half = NormalDist().inv_cdf(0.5 + confidence / 2) * float(np.sqrt(variance))
    return Interval(area, max(0.0, area - half), min(1.0, area + half))


def midranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ranks from 1, equal values sharing the mean of theirs; shape as given."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=np.float64)


def _by_class(truth: ArrayLike, score: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    labels, scores = truth_and_score(truth, score)
    return scores[labels], scores[~labels]
