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


def auroc_interval(
    truth: ArrayLike, score: ArrayLike, confidence: float = 0.95, *, groups: ArrayLike | None = None
) -> Interval:
    """Return the area with its DeLong interval (DeLong et al. 1988; ranks after Sun and Xu 2014).

    With groups (patients), shape (n,), the cases of a group may be alike: what they add to the area is taken together
    (Obuchowski 1997, Biometrics 53, 567-578).

    Bounds are NaN with fewer than two cases, or groups, of a class. ValueError as in `auroc`.
    """
    labels, scores = truth_and_score(truth, score)
    positive, negative = scores[labels], scores[~labels]
    area = auroc(labels, scores)
    m, n = len(positive), len(negative)
    if m < 2 or n < 2:
        return Interval(area, float("nan"), float("nan"))
    ranks = midranks(np.concatenate([positive, negative]))
    over_negative = (ranks[:m] - midranks(positive)) / n
    over_positive = 1 - (ranks[m:] - midranks(negative)) / m
    if groups is None:
        variance = float(over_negative.var(ddof=1) / m + over_positive.var(ddof=1) / n)
    else:
        gain = np.empty(m + n)
        gain[labels], gain[~labels] = (over_negative - area) / m, (over_positive - area) / n
        variance = clustered_variance(gain, labels, np.asarray(groups))
    half = NormalDist().inv_cdf(0.5 + confidence / 2) * float(np.sqrt(variance))
    low, high = np.clip([area - half, area + half], 0.0, 1.0)
    return Interval(area, float(low), float(high))


def clustered_variance(gain: NDArray[np.float64], labels: NDArray[np.bool_], groups: NDArray[np.generic]) -> float:
    """Return the variance of an area from what each case adds to it, shares of a class, summed by group."""
    if groups.shape != labels.shape:
        raise ValueError(f"there are {len(labels)} cases and groups have shape {groups.shape}")
    _, owner = np.unique(groups, return_inverse=True)
    sums = [np.bincount(owner, np.where(kind, gain, 0.0)) for kind in (labels, ~labels)]
    have = [np.bincount(owner, kind) > 0 for kind in (labels, ~labels)]
    counts = [int(some.sum()) for some in have]
    if min(counts) < 2:
        return float("nan")
    own = sum(count / (count - 1) * float((part**2).sum()) for count, part in zip(counts, sums, strict=True))
    units = len(sums[0])
    return max(0.0, own + 2 * units / (units - 1) * float((sums[0] * sums[1]).sum()))


def midranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ranks from 1, equal values sharing the mean of theirs; shape as given."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=np.float64)


def _by_class(truth: ArrayLike, score: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    labels, scores = truth_and_score(truth, score)
    return scores[labels], scores[~labels]
