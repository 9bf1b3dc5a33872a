"""Intervals for figures that have no formula: the percentiles of many samples (Efron and Tibshirani 1993).

All three ways take ``groups`` (cases of one group, the films of one patient, are drawn together, for they are not
independent; by default each case is its own group) and ``repeats, confidence, seed`` (how many draws, which part of
them the interval holds, where chance begins). They raise ValueError where shapes differ or truth is not 0 or 1; bounds
are NaN where there are no cases or no draw gives a figure.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import Floats, flags, ratio, truth_and_score
from xraydesk.evaluation.discrimination import Interval, auroc
from xraydesk.evaluation.resampling import by_group, draws, plain_sums, resampled_sums

Figure = Callable[[Floats], Floats]  # of sums, shape (draws, columns) to (draws,)
Statistic = Callable[[NDArray[np.int64]], float]


def stratified_bootstrap(
    statistic: Statistic,
    truth: ArrayLike,
    *,
    groups: ArrayLike | None = None,
    repeats: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """Return a figure with its percentile interval, cases drawn anew within each class (Efron and Tibshirani 1993).

    Parameters
    ----------
    statistic
        Takes row numbers, shape (k,), and returns the figure of these cases.
    truth
        0 or 1 for each case, shape (n,): each draw has as many of both as there are.
    groups, repeats, confidence, seed
        As above; a group with any abnormal case counts as abnormal.
    """
    labels = flags(truth)
    keys = np.arange(len(labels)) if groups is None else np.asarray(groups)
    if keys.shape != labels.shape:
        raise ValueError(f"truth has shape {labels.shape} and groups have shape {keys.shape}")
    value = statistic(np.arange(len(labels))) if len(labels) else float("nan")
    strata = _strata(labels, keys)
    rng = np.random.default_rng(seed)
    drawn = [statistic(_draw(strata, rng)) for _ in range(repeats if strata else 0)]
    return percentile_interval(value, drawn, confidence)


def sums_bootstrap(
    figure: Figure,
    columns: ArrayLike,
    *,
    truth: ArrayLike | None = None,
    groups: ArrayLike | None = None,
    repeats: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """Return a figure made of sums over the cases with its percentile interval: as above, without a loop over draws.

    Parameters
    ----------
    figure
        Takes sums, shape (draws, columns), and returns the figure of each draw, shape (draws,), NaN where it has none.
    columns
        What each case adds to the sums, shape (n, columns): 1 where it is a true positive, its squared error...
    truth
        0 or 1, shape (n,), where each draw shall have as many of both as there are; by default cases are drawn freely.
    groups, repeats, confidence, seed
        As above.
    """
    rows = np.asarray(columns, dtype=np.float32)
    if rows.ndim != 2 or (truth is not None and flags(truth).shape != rows.shape[:1]):
        raise ValueError(f"one row of numbers for each case is wanted, not shape {rows.shape}")
    sample = by_group(groups, len(rows), None if truth is None else flags(truth))
    value = figure(plain_sums(sample, lambda part: rows[part])[None])
    drawn = figure(resampled_sums(sample, lambda part: rows[part], repeats, seed)) if len(rows) else np.zeros(0)
    return percentile_interval(float(value[0]), drawn, confidence)


def auroc_bootstrap(
    truth: ArrayLike,
    score: ArrayLike,
    *,
    groups: ArrayLike | None = None,
    repeats: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """Return the area under the ROC with a percentile interval in which the films of one patient stay together.

    For cases that are independent take `auroc_interval`, which needs no draws. Drawn within each class as in
    `stratified_bootstrap`, areas from cumulated weights at each distinct score (Obuchowski 1997 on clustered areas).
    NaN where a class is absent; ValueError also where a score is not finite.
    """
    labels, scores = truth_and_score(truth, score)
    value = auroc(labels, scores)
    if math.isnan(value):
        return Interval(value, float("nan"), float("nan"))
    positive, negative = (np.flatnonzero(kind)[np.argsort(scores[kind])] for kind in (labels, ~labels))
    left, right = (np.searchsorted(scores[negative], scores[positive], side) for side in ("left", "right"))
    drawn = []
    for row in (row for block in draws(by_group(groups, len(labels), labels), repeats, seed) for row in block):
        below = np.concatenate([[0.0], np.cumsum(row[negative], dtype=np.float64)])
        over = (row[positive] * (below[left] + below[right])).sum() / 2
        drawn.append(ratio(over, row[positive].sum(dtype=np.float64) * below[-1]))
    return percentile_interval(value, drawn, confidence)


def percentile_interval(value: float, drawn: ArrayLike, confidence: float = 0.95) -> Interval:
    """Return a figure between the percentiles of its draws, shape (repeats,) (Efron and Tibshirani 1993, chapter 13).

    Draws that give no figure (NaN) are left out; bounds are NaN where none does.
    """
    found = np.asarray(drawn, dtype=np.float64)
    known = found[np.isfinite(found)]
    if not len(known):
        return Interval(value, float("nan"), float("nan"))
    low, high = np.quantile(known, [0.5 - confidence / 2, 0.5 + confidence / 2])
    return Interval(value, float(low), float(high))


class _Stratum(NamedTuple):
    """Groups of one class: the rows of all, shape (n,), and where those of each begin and how many they are, (k,)."""

    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]


def _strata(labels: NDArray[np.bool_], keys: NDArray[np.generic]) -> list[_Stratum]:
    """Return the groups of each class that has any; a group with any abnormal case is abnormal."""
    _, inverse, sizes = np.unique(keys, return_inverse=True, return_counts=True)
    rows, starts = np.argsort(inverse, kind="stable"), np.cumsum(sizes) - sizes
    ill = np.bincount(inverse, weights=labels, minlength=len(sizes)) > 0
    return [_Stratum(rows, starts[kind], sizes[kind]) for kind in (ill, ~ill) if kind.any()]


def _draw(strata: list[_Stratum], rng: np.random.Generator) -> NDArray[np.int64]:
    """Return the rows of as many groups of each class as there are."""
    return np.concatenate([_picked(kind, rng.integers(len(kind.sizes), size=len(kind.sizes))) for kind in strata])


def _picked(kind: _Stratum, groups: NDArray[np.int64]) -> NDArray[np.int64]:
    sizes = kind.sizes[groups]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    rows: NDArray[np.int64] = kind.rows[np.repeat(kind.starts[groups], sizes) + within]
    return rows
