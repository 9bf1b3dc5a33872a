"""The same reader before and after seeing the model's answer: what it changed, and whether for the better."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import answers
from xraydesk.evaluation.classification import confusion_matrix
from xraydesk.evaluation.comparison import mcnemar
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson

UNSURE = 2  # neither right nor wrong by itself: it is not right


@dataclass(frozen=True, slots=True)
class Corrections:
    """Changed answers against the truth; shares are of the ``n`` cases with both answers and a known truth.

    Better: right only after. Worse: right only before. Neither: changed, and right neither before nor after (from
    wrong to unsure or back). ``p_value`` is of McNemar's test that better and worse are equally likely.
    """

    n: int
    right_before: Interval
    right_after: Interval
    better: int
    worse: int
    neither: int
    better_share: Interval
    worse_share: Interval
    p_value: float


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """Answers before and after; ``table`` counts them, rows before, columns after: normal, abnormal, unsure."""

    table: NDArray[np.int64]
    share: Interval  # of the cases with both answers that were changed
    against_truth: Corrections | None

    @property
    def n(self) -> int:
        """Cases with both answers."""
        return int(self.table.sum())

    @property
    def changed(self) -> int:
        """Cases whose answer is another one after."""
        return self.n - int(np.trace(self.table))


def changes(before: ArrayLike, after: ArrayLike, truth: ArrayLike | None = None, confidence: float = 0.95) -> Changes:
    """Return how often the second answer differs from the first, and with a truth whether for the better.

    Parameters
    ----------
    before, after
        0 normal, 1 abnormal, 2 unsure, -1 or NaN for no answer; shape (n,). Cases with one answer are left out.
    truth
        0 or 1, -1 or NaN where it is not known; shape (n,).

    Returns
    -------
    Counts, Wilson shares (Wilson 1927; NaN, 0 and 1 without cases), and with a truth McNemar's exact test of right
    answers (McNemar 1947; p is 1 where nothing was changed for better or worse).

    Raises
    ------
    ValueError
        Where shapes differ or an answer is another number.
    """
    first, second = answers(before), answers(after)
    if first.ndim != 1 or first.shape != second.shape:
        raise ValueError(f"answers before have shape {first.shape} and answers after have shape {second.shape}")
    both = (first >= 0) & (second >= 0)
    table = confusion_matrix(first[both], second[both], (0, 1, UNSURE))
    share = wilson(int(table.sum() - np.trace(table)), int(table.sum()), confidence)
    if truth is None:
        return Changes(table, share, None)
    labels = answers(truth)
    if labels.shape != first.shape or (labels > 1).any():
        raise ValueError(f"the truth is 0, 1 or -1 for each of {len(first)} cases")
    known = both & (labels >= 0)
    return Changes(table, share, _corrections(first[known], second[known], labels[known], confidence))


def _corrections(
    before: NDArray[np.int64], after: NDArray[np.int64], truth: NDArray[np.int64], confidence: float
) -> Corrections:
    right_before, right_after, n = before == truth, after == truth, len(truth)
    test = mcnemar(np.ones(n, dtype=bool), right_before, right_after)
    better, worse = test.only_second_right, test.only_first_right
    return Corrections(
        n=n,
        right_before=wilson(int(right_before.sum()), n, confidence),
        right_after=wilson(int(right_after.sum()), n, confidence),
        better=better,
        worse=worse,
        neither=int((before != after).sum()) - better - worse,
        better_share=wilson(better, n, confidence),
        worse_share=wilson(worse, n, confidence),
        p_value=test.p_value,
    )
