"""Agreement of two raters, or of a model with the reference standard, beyond chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import ratio
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
    matrix = confusion_matrix(first, second, classes).astype(np.float64)
    total = matrix.sum()
    if not total:
        return float("nan")
    expected = np.outer(matrix.sum(1), matrix.sum(0)) / total
    cost = _cost(len(matrix), weights)
    return 1 - ratio(float((cost * matrix).sum()), float((cost * expected).sum()))


def _cost(size: int, weights: Weights) -> NDArray[np.float64]:
    distance = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(np.float64)
    if weights == "none":
        return (distance > 0).astype(np.float64)
    if weights == "linear":
        return distance
    if weights == "quadratic":
        return np.asarray(distance**2)
    raise ValueError(f'weights are "none", "linear" or "quadratic", not "{weights}"')
