"""Yes/no answers against the truth: counts, and the figures made from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import flags, ratio, truth_and_answer, whole_numbers


@dataclass(frozen=True, slots=True)
class Confusion:
    """Counts of a yes/no answer; a figure whose denominator is nothing is NaN."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    @property
    def n(self) -> int:
        """All cases."""
        return self.true_positive + self.false_positive + self.false_negative + self.true_negative

    @property
    def accuracy(self) -> float:
        """Share of right answers."""
        return ratio(self.true_positive + self.true_negative, self.n)

    @property
    def precision(self) -> float:
        """Share of the cases called abnormal that are: positive predictive value."""
        return ratio(self.true_positive, self.true_positive + self.false_positive)

    @property
    def recall(self) -> float:
        """Share of the abnormal cases called so: sensitivity."""
        return ratio(self.true_positive, self.true_positive + self.false_negative)

    @property
    def specificity(self) -> float:
        """Share of the other cases not called abnormal."""
        return ratio(self.true_negative, self.true_negative + self.false_positive)

    @property
    def negative_predictive_value(self) -> float:
        """Share of the cases not called abnormal that are not."""
        return ratio(self.true_negative, self.true_negative + self.false_negative)

    def f_beta(self, beta: float) -> float:
        """Return the weighted harmonic mean of precision and recall, recall weighing beta times as much.

        van Rijsbergen 1979, chapter 7. From the counts, so that it is 0, not NaN, where no answer is yes; NaN where
        nothing is abnormal and nothing is called so.
        """
        hits = (1 + beta**2) * self.true_positive
        return ratio(hits, hits + beta**2 * self.false_negative + self.false_positive)


def confusion(truth: ArrayLike, answer: ArrayLike) -> Confusion:
    """Count the four outcomes of yes/no answers.

    Raises
    ------
    ValueError
        Where shapes differ or a value is neither 0 nor 1.
    """
    labels, called = truth_and_answer(truth, answer)
    return Confusion(
        true_positive=int((called & labels).sum()),
        false_positive=int((called & ~labels).sum()),
        false_negative=int((~called & labels).sum()),
        true_negative=int((~called & ~labels).sum()),
    )


def f_beta_everything_abnormal(truth: ArrayLike, beta: float) -> float:
    """Return the F-beta of calling every case abnormal, without which an F-beta says little.

    With beta = 3 it is high wherever illness is common: 0.89 at 46 % abnormal. NaN where nothing is abnormal.
    """
    labels = flags(truth)
    return confusion(labels, np.ones(len(labels), dtype=bool)).f_beta(beta) if labels.any() else float("nan")


def confusion_matrix(truth: ArrayLike, answer: ArrayLike, classes: Sequence[int] | None = None) -> NDArray[np.int64]:
    """Count answers of several classes.

    Parameters
    ----------
    truth, answer
        Class numbers, shape (n,).
    classes
        Which classes, in which order; by default all that occur, ascending.

    Returns
    -------
    Shape (k, k): rows are the truth, columns the answers.

    Raises
    ------
    ValueError
        Where shapes differ, a class is no whole number or is not among ``classes``.
    """
    true, given = whole_numbers(truth), whole_numbers(answer)
    if true.ndim != 1 or true.shape != given.shape:
        raise ValueError(f"truth has shape {true.shape} and answers have shape {given.shape}")
    names = np.unique(np.concatenate([true, given])) if classes is None else np.asarray(classes, dtype=np.int64)
    matrix = np.zeros((len(names), len(names)), dtype=np.int64)
    np.add.at(matrix, (places(true, names), places(given, names)), 1)
    return matrix


def places(values: NDArray[np.int64], names: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the place of each class in the order of the names, shape as given; ValueError for one not among them."""
    order = np.argsort(names, kind="stable")
    found = np.searchsorted(names, values, sorter=order)
    place = order[np.minimum(found, len(names) - 1)] if len(names) else np.zeros_like(values)
    strange = values[names[place] != values] if len(names) else values
    if strange.size:
        raise ValueError(f"class {strange.flat[0]} is not among {names.tolist()}")
    return place
