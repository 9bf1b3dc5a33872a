"""Agreement of two raters, or of a model with the reference standard, beyond chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.classification import confusion_matrix

Weights = Literal["none", "linear", "quadratic"]


def cohens_kappa(
    first: ArrayLike, second: ArrayLike, weights: Weights = "none", classes: Sequence[int] | None = None
) -> float:
    """Return Cohen's kappa (Cohen 1960), weighted for grades where asked (Cohen 1968).

    Parameters
    ----------
    first, second
        Classes or grades, shape (n,).
    weights
        How much a difference counts: all alike ("none"), by its size, or by the square of it.
    classes
        All grades in their order; by default those that occur. Weights go by the place in this order, so name the
        grades where one of them may not occur.

    Returns
    -------
    1 for full agreement, 0 for what chance gives. NaN where there are no cases, or both know one class only.

    Raises
    ------
    ValueError
        Where shapes differ, a class is no whole number or is not among ``classes``, or the weights have another name.
    """
    return float(kappa_of_tables(confusion_matrix(first, second, classes), weights))


def kappa_of_tables(tables: ArrayLike, weights: Weights = "none") -> NDArray[np.float64]:
    """Return Cohen's kappa of each table of counts, shape (..., k, k) to (...); NaN as in `cohens_kappa`.

    ValueError where the weights have another name.
    """
    counts = np.asarray(tables, dtype=np.float64)
    cost = _cost(counts.shape[-1], weights)
    total = counts.sum((-2, -1))
    observed = (counts * cost).sum((-2, -1)) * total
    expected = np.einsum("...i,ij,...j->...", counts.sum(-1), cost, counts.sum(-2))
    return np.asarray(1 - np.divide(observed, expected, out=np.full(total.shape, np.nan), where=expected > 0))


def _cost(size: int, weights: Weights) -> NDArray[np.float64]:
    distance = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(np.float64)
    if weights == "none":
        return (distance > 0).astype(np.float64)
    if weights == "linear":
        return distance
    if weights == "quadratic":
        return np.asarray(distance**2)
    raise ValueError(f'weights are "none", "linear" or "quadratic", not "{weights}"')
