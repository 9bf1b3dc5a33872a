"""What every function here asks of its arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def truth_and_score(truth: ArrayLike, score: ArrayLike) -> tuple[Flags, Floats]:
    """Return truth as flags and scores as numbers, both of shape (n,).

    Raises
    ------
    ValueError
        Where they are not one-dimensional, differ in length, truth is not 0 or 1, or a score is not finite.
    """
    labels, scores = flags(truth), np.asarray(score, dtype=np.float64)
    if scores.shape != labels.shape:
        raise ValueError(f"truth has shape {labels.shape} and scores have shape {scores.shape}")
    wrong = int((~np.isfinite(scores)).sum())
    if wrong:
        raise ValueError(f"{wrong} of {len(scores)} scores are not finite numbers")
    return labels, scores


def truth_and_answer(truth: ArrayLike, answer: ArrayLike) -> tuple[Flags, Flags]:
    """Return truth and yes/no answers as flags of shape (n,); ValueError as in `truth_and_score`."""
    labels, called = flags(truth), flags(answer)
    if called.shape != labels.shape:
        raise ValueError(f"truth has shape {labels.shape} and answers have shape {called.shape}")
    return labels, called


def flags(values: ArrayLike) -> Flags:
    """Return 0 and 1 as flags of shape (n,); ValueError for other values: a grade is no yes or no."""
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"one row of values is wanted, not shape {array.shape}")
    if array.dtype != np.bool_ and not ((array == 0) | (array == 1)).all():
        raise ValueError("truth and answers are 0 or 1")
    return array.astype(bool)


def whole_numbers(values: ArrayLike) -> NDArray[np.int64]:
    """Return classes or grades as whole numbers, shape as given; ValueError for NaN and for fractions."""
    array = np.asarray(values)
    numbers = array if array.dtype.kind in "biu" else np.asarray(array, dtype=np.float64)
    if not (np.isfinite(numbers) & (np.rint(numbers) == numbers)).all():
        raise ValueError("a class or grade is not a whole number")
    return numbers.astype(np.int64)


def answers(values: ArrayLike) -> NDArray[np.int64]:
    """Return classes or grades from 0, shape as given, with -1 where there is no answer (NaN or -1).

    ValueError for fractions and for other numbers below 0.
    """
    array = np.asarray(values)
    if array.dtype.kind not in "biu":
        array = np.asarray(array, dtype=np.float64)
        array = np.where(np.isnan(array), -1.0, array)
    numbers = whole_numbers(array)
    if numbers.size and numbers.min() < -1:
        raise ValueError(f"an answer is a number from 0 on, or -1 for none, not {numbers.min()}")
    return numbers


def ratio(part: float, whole: float) -> float:
    """Return part / whole, NaN where the whole is nothing."""
    return float(part) / float(whole) if whole else float("nan")
