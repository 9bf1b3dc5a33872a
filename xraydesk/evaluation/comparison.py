"""Two models on the same cases: is the difference more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, erfc, nan, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.checks import Flags, Floats, truth_and_answer, truth_and_score
from xraydesk.evaluation.discrimination import Interval, auroc, midranks

_EXACT_UP_TO = 1000  # discordant cases; beyond it the normal curve is as good
_HALVINGS = 60  # of the range of a difference: to the last digit of a float


@dataclass(frozen=True, slots=True)
class PairedAreas:
    """Areas of two models on the same cases; ``difference`` is the first less the second, ``p_value`` two-sided."""

    first: float
    second: float
    difference: Interval
    p_value: float


@dataclass(frozen=True, slots=True)
class McNemar:
    """Cases that only one of two models got right, and how likely so uneven a share is by chance (two-sided)."""

    only_first_right: int
    only_second_right: int
    p_value: float


def paired_delong(truth: ArrayLike, first: ArrayLike, second: ArrayLike, confidence: float = 0.95) -> PairedAreas:
    """Compare two areas under the ROC on the same cases.

    DeLong, DeLong and Clarke-Pearson 1988, computed from midranks after Sun and Xu 2014.

    Returns
    -------
    Interval and p-value are NaN with fewer than two cases of a class. Two models of the same order have difference 0
    and p 1; where the difference has no variance and is not 0, p is NaN: so few cases do not tell.

    Raises
    ------
    ValueError
        Where shapes differ, truth is not 0 or 1, or a score is not finite.
    """
    labels, one = truth_and_score(truth, first)
    _, other = truth_and_score(truth, second)
    areas = auroc(labels, one), auroc(labels, other)
    gap = areas[0] - areas[1]
    if min(labels.sum(), (~labels).sum()) < 2:
        return PairedAreas(*areas, Interval(gap, nan, nan), nan)
    components = [_components(labels, scores) for scores in (one, other)]
    deviation = sqrt(sum(float(np.var(a - b, ddof=1)) / len(a) for a, b in zip(*components, strict=True)))
    half = NormalDist().inv_cdf(0.5 + confidence / 2) * deviation
    interval = Interval(gap, max(-1.0, gap - half), min(1.0, gap + half))
    if deviation < 1e-12:
        return PairedAreas(*areas, interval, 1.0 if abs(gap) < 1e-12 else nan)
    return PairedAreas(*areas, interval, erfc(abs(gap) / deviation / sqrt(2)))


def mcnemar(truth: ArrayLike, first: ArrayLike, second: ArrayLike) -> McNemar:
    """Compare yes/no answers of two models on the same cases (McNemar 1947).

    Exact binomial test up to 1,000 cases on which one model alone is right, beyond it chi-square with continuity
    correction (Edwards 1948). p is 1 where both are right on the same cases.

    Raises
    ------
    ValueError
        Where shapes differ or a value is neither 0 nor 1.
    """
    labels, one = truth_and_answer(truth, first)
    _, other = truth_and_answer(truth, second)
    only_first = int(((one == labels) & (other != labels)).sum())
    only_second = int(((one != labels) & (other == labels)).sum())
    return McNemar(only_first, only_second, _two_sided(only_first, only_second))


def paired_difference(first: ArrayLike, second: ArrayLike, confidence: float = 0.95) -> Interval:
    """Return the share of cases that ``first`` says yes to less that of ``second``, with its interval.

    Tango's score interval for the difference of paired proportions (Statistics in Medicine 17, 1998, 891-908), which
    keeps what it promises with few or no cases on which the two differ, where McNemar's plain interval has no width.

    Returns
    -------
    All NaN where there are no cases.

    Raises
    ------
    ValueError
        Where shapes differ or a value is neither 0 nor 1.
    """
    one, other = truth_and_answer(first, second)
    n = len(one)
    if n == 0:
        return Interval(nan, nan, nan)
    b, c = int((one & ~other).sum()), int((~one & other).sum())
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    gap = (b - c) / n
    return Interval(gap, -_upper_bound(c, b, n, z), _upper_bound(b, c, n, z))


def _upper_bound(b: int, c: int, n: int, z: float) -> float:
    """Return the greatest difference that Tango's score does not reject, by halving: the score falls as it grows."""
    low, high = (b - c) / n, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _tango(b, c, n, middle) > -z else (low, middle)
    return high


def _tango(b: int, c: int, n: int, difference: float) -> float:
    """Return Tango's score of a difference, a standard normal deviate where it holds."""
    linear = (2 * n - b + c) * difference - b - c
    root = sqrt(max(0.0, linear**2 + 8 * n * c * difference * (1 - difference)))
    only_second = (root - linear) / (4 * n)
    variance = n * (2 * only_second + difference * (1 - difference))
    return (b - c - n * difference) / sqrt(variance) if variance > 0 else 0.0


def _two_sided(b: int, c: int) -> float:
    n = b + c
    if n == 0:
        return 1.0
    if n > _EXACT_UP_TO:
        return erfc(max(0.0, abs(b - c) - 1) / sqrt(2 * n))
    tail: int = sum(comb(n, k) for k in range(min(b, c) + 1))
    return min(1.0, float(2 * tail / 2**n))


def _components(labels: Flags, scores: Floats) -> tuple[Floats, Floats]:
    """Return what each abnormal and each other case adds to the area (the structural components)."""
    positive, negative = scores[labels], scores[~labels]
    m, n = len(positive), len(negative)
    ranks = midranks(np.concatenate([positive, negative]))
    return (ranks[:m] - midranks(positive)) / n, 1 - (ranks[m:] - midranks(negative)) / m
