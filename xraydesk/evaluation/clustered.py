"""Yes/no answers where cases come in groups: the studies of one patient are not independent."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.bootstrap import percentile_interval
from xraydesk.evaluation.checks import Flags, Floats, ratio
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson
from xraydesk.evaluation.resampling import Ints, distinct, resampled_sums

TRUE_POSITIVE, FALSE_NEGATIVE, FALSE_POSITIVE, TRUE_NEGATIVE = range(4)


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The four counts of each group, and of many bootstrap samples of groups for figures that are no shares.

    Groups are drawn whole, those with an abnormal case and the others apart (Davison and Hinkley 1997, 3.8).
    """

    groups: Ints  # (groups, 4): true positives, false negatives, false positives, true negatives
    drawn: Floats  # (repeats, 4)

    def worth(self, hits: tuple[int, ...], whole: tuple[int, ...]) -> float:
        """Return how many independent cases tell as much of a share as these groups.

        That is their number over the design effect (Rao and Scott 1992): how many times as far a share of groups
        strays as one of single cases. Where all or none are hits it is the number of groups: no interval collapses.
        """
        hit, of = self.groups[:, hits].sum(1), self.groups[:, whole].sum(1)
        n, units = float(of.sum()), int((of > 0).sum())
        value = ratio(float(hit.sum()), n)
        if units < 2 or not 0 < value < 1:
            return float(units)
        variance = units / (units - 1) * float(((hit - value * of) ** 2).sum()) / n**2
        return min(n, value * (1 - value) / variance) if variance else n

    def share(self, hits: tuple[int, ...], whole: tuple[int, ...], confidence: float) -> Interval:
        """Return a share with Wilson's interval of what the groups are worth; NaN between 0 and 1 of nothing."""
        value = ratio(*(float(self.groups[:, columns].sum()) for columns in (hits, whole)))
        worth = self.worth(hits, whole)
        return replace(wilson(value * worth, worth, confidence), value=value)

    def f_beta(self, value: float, beta: float, confidence: float) -> Interval:
        """Return F-beta between its percentiles."""
        hits = (1 + beta**2) * self.drawn[:, TRUE_POSITIVE]
        whole = hits + beta**2 * self.drawn[:, FALSE_NEGATIVE] + self.drawn[:, FALSE_POSITIVE]
        return percentile_interval(value, _ratios(hits, whole), confidence)


def tables(truth: Flags, answer: Flags, groups: ArrayLike, repeats: int, seed: int) -> Tables:
    """Count each group's answers and draw samples of groups; groups with equal counts are drawn as one kind.

    Parameters
    ----------
    truth, answer
        Shape (n,).
    groups
        A name or number for each case's group, shape (n,).
    repeats, seed
        How many samples, and where chance begins.

    Raises
    ------
    ValueError
        Where there are not as many groups as cases.
    """
    keys = np.asarray(groups)
    if keys.shape != truth.shape:
        raise ValueError(f"there are {len(truth)} cases and groups have shape {keys.shape}")
    _, owner = np.unique(keys, return_inverse=True)
    on_abnormal = np.where(answer, TRUE_POSITIVE, FALSE_NEGATIVE)
    cell = np.where(truth, on_abnormal, np.where(answer, FALSE_POSITIVE, TRUE_NEGATIVE))
    size = int(owner.max()) + 1 if len(owner) else 0
    each = np.bincount(4 * owner + cell, minlength=4 * size).reshape(size, 4)
    kinds, sample = distinct(each.astype(np.int64))
    abnormal = np.asarray(kinds[:, : FALSE_NEGATIVE + 1].any(1), np.int64)
    rows = kinds.astype(np.float32)
    drawn = resampled_sums(replace(sample, stratum=abnormal), lambda part: rows[part], repeats, seed)
    return Tables(each.astype(np.int64), drawn)


def _ratios(part: Floats, whole: Floats) -> Floats:
    shares: Floats = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
    return shares
