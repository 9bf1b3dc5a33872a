"""Proportions with intervals that hold for small numbers."""

from __future__ import annotations

from math import log, log1p, sqrt
from statistics import NormalDist

import numpy as np

from xraydesk.evaluation.discrimination import Interval


def wilson(successes: float, trials: float, confidence: float = 0.95) -> Interval:
    """Return the proportion with its Wilson score interval (Wilson 1927). NaN and 0..1 where there was no trial."""
    if trials == 0:
        return Interval(float("nan"), 0.0, 1.0)
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    p = successes / trials
    centre = (p + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials))
    return Interval(p, max(0.0, centre - half), min(1.0, centre + half))


def upper_bound(successes: int, trials: int, confidence: float = 0.95) -> float:
    """Return the exact one-sided upper bound of a proportion (Clopper and Pearson 1934).

    Without any success it is 1 - (1 - confidence)^(1 / trials), about 3 / trials at 95 %: the "rule of three" (Hanley
    and Lippman-Hand 1983). 1 where there was no trial. Found by halving: the beta quantile needs no library so.
    """
    if successes >= trials:
        return 1.0
    low, high = successes / trials, 1.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if at_most(successes, trials, middle) > 1 - confidence else (low, middle)
    return (low + high) / 2


def at_most(successes: int, trials: int, probability: float) -> float:
    """Return how likely no more than so many successes are, the probability of each being between 0 and 1."""
    if successes >= trials:
        return 1.0
    count = np.arange(1, successes + 1)
    ways = np.concatenate([[0.0], np.cumsum(np.log((trials - count + 1) / count))])
    number = np.arange(successes + 1)
    terms = ways + number * log(probability) + (trials - number) * log1p(-probability)
    return float(min(1.0, np.exp(terms).sum()))
