"""Proportions with intervals that hold for small numbers."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from xraydesk.evaluation.discrimination import Interval


def wilson(successes: int, trials: int, confidence: float = 0.95) -> Interval:
    """Return the proportion with its Wilson score interval (Wilson 1927). NaN and 0..1 where there was no trial."""
    if trials == 0:
        return Interval(float("nan"), 0.0, 1.0)
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    p = successes / trials
    centre = (p + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials))
    return Interval(p, max(0.0, centre - half), min(1.0, centre + half))
