"""What every threshold would do to a list of studies: who waits for the reader now, who comes later, who is missed.

The points by bound, highest for sensitivity and lowest for specificity, are `operating_points.rule_out` and `rule_in`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.checks import Floats, truth_and_score
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import upper_bound, wilson
from xraydesk.evaluation.resampling import Ints


@dataclass(frozen=True, slots=True)
class AtThreshold:
    """What one threshold does. A share of nothing is NaN between 0 and 1.

    ``abnormal_share_below`` is of the studies below (1 less the NPV), ``missed`` of the abnormal (1 less the
    sensitivity), both Wilson; ``abnormal_below_at_most`` is the one-sided upper bound of the first, which without any
    event is the "rule of three".
    """

    threshold: float
    waiting: int  # studies at or above it
    below: int
    abnormal_waiting: int
    abnormal_below: int
    abnormal_share_waiting: Interval  # PPV
    abnormal_share_below: Interval
    abnormal_below_at_most: float
    missed: Interval


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Counts at every distinct score taken as threshold, ascending; shapes (k,), empty without cases.

    Waiting are the studies at or above the threshold: true and false positives. Below are true and false negatives.
    """

    threshold: Floats
    true_positive: Ints
    false_positive: Ints
    true_negative: Ints
    false_negative: Ints

    @property
    def waiting(self) -> Ints:
        """Studies at or above each threshold."""
        return self.true_positive + self.false_positive

    @property
    def below(self) -> Ints:
        """Studies below each threshold."""
        return self.true_negative + self.false_negative

    def at(self, threshold: float, confidence: float = 0.95) -> AtThreshold:
        """Return what any threshold does, one between scores included.

        Wilson 1927; upper bound after Clopper and Pearson 1934, without events 1 - (1 - confidence)^(1/n), about 3/n
        (Hanley and Lippman-Hand 1983).
        """
        place = int(np.searchsorted(self.threshold, threshold, side="left"))
        tp, fp, tn, fn = self._counts(place)
        return AtThreshold(
            threshold=float(threshold),
            waiting=tp + fp,
            below=tn + fn,
            abnormal_waiting=tp,
            abnormal_below=fn,
            abnormal_share_waiting=wilson(tp, tp + fp, confidence),
            abnormal_share_below=wilson(fn, tn + fn, confidence),
            abnormal_below_at_most=upper_bound(fn, tn + fn, confidence),
            missed=wilson(fn, tp + fn, confidence),
        )

    def _counts(self, place: int) -> tuple[int, int, int, int]:
        if not len(self.threshold):
            return 0, 0, 0, 0
        if place == len(self.threshold):  # above every score: all are below
            return 0, 0, int(self.true_negative[0] + self.false_positive[0]), int(self.true_positive[0])
        return (
            int(self.true_positive[place]),
            int(self.false_positive[place]),
            int(self.true_negative[place]),
            int(self.false_negative[place]),
        )


def sweep(truth: ArrayLike, probability: ArrayLike) -> Sweep:
    """Return the counts at every distinct probability taken as threshold (Fawcett 2006, algorithm 1).

    Parameters
    ----------
    truth
        0 or 1, shape (n,).
    probability
        Shape (n,); abnormal is said at or above the threshold.

    Raises
    ------
    ValueError
        Where shapes differ, truth is not 0 or 1, or a probability is not finite.
    """
    labels, p = truth_and_score(truth, probability)
    order = np.argsort(p, kind="stable")
    threshold, first = np.unique(p[order], return_index=True)
    abnormal = np.concatenate([[0], np.cumsum(labels[order])]).astype(np.int64)
    false_negative = abnormal[first]
    true_negative = first.astype(np.int64) - false_negative
    positives = int(labels.sum())
    return Sweep(
        threshold,
        positives - false_negative,
        len(labels) - positives - true_negative,
        true_negative,
        false_negative,
    )
