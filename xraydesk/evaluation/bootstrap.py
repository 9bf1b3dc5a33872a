"""Intervals for figures that have no formula."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import flags
from xraydesk.evaluation.discrimination import Interval

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
    groups
        Cases of one group (the films of one patient) are drawn together, for they are not independent; a group with
        any abnormal case counts as abnormal. By default each case is its own group.
    repeats, confidence, seed
        How many draws, which part of them the interval holds, and where chance begins.

    Returns
    -------
    The figure of all cases; bounds are NaN where there are no cases or no draw gives a figure.

    Raises
    ------
    ValueError
        Where shapes differ or truth is not 0 or 1.
    """
    labels = flags(truth)
    keys = np.arange(len(labels)) if groups is None else np.asarray(groups)
    if keys.shape != labels.shape:
        raise ValueError(f"truth has shape {labels.shape} and groups have shape {keys.shape}")
    value = statistic(np.arange(len(labels))) if len(labels) else float("nan")
    strata = _strata(labels, keys)
    rng = np.random.default_rng(seed)
    draws = [statistic(_draw(strata, rng)) for _ in range(repeats if strata else 0)]
    return percentile_interval(value, draws, confidence)


def percentile_interval(value: float, draws: ArrayLike, confidence: float = 0.95) -> Interval:
    """Return a figure between the percentiles of its draws, shape (repeats,) (Efron and Tibshirani 1993, chapter 13).

    Draws that give no figure (NaN) are left out; bounds are NaN where none does.
    """
    found = np.asarray(draws, dtype=np.float64)
    known = found[np.isfinite(found)]
    if not len(known):
        return Interval(value, float("nan"), float("nan"))
    low, high = np.quantile(known, [0.5 - confidence / 2, 0.5 + confidence / 2])
    return Interval(value, float(low), float(high))


def _strata(labels: NDArray[np.bool_], keys: NDArray[np.generic]) -> list[list[NDArray[np.int64]]]:
    """Return for each class its groups, each as row numbers."""
    _, inverse = np.unique(keys, return_inverse=True)
    order = np.argsort(inverse, kind="stable")
    members = np.split(order, np.flatnonzero(np.diff(inverse[order])) + 1) if len(order) else []
    kinds = [[m for m in members if labels[m].any() == kind] for kind in (True, False)]
    return [kind for kind in kinds if kind]


def _draw(strata: list[list[NDArray[np.int64]]], rng: np.random.Generator) -> NDArray[np.int64]:
    return np.concatenate([kind[i] for kind in strata for i in rng.integers(len(kind), size=len(kind))])
