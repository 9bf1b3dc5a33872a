"""Two models on the same cases: is the difference more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, erfc, isnan, nan, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.checks import Flags, Floats, truth_and_answer, truth_and_score
from xraydesk.evaluation.discrimination import Interval, auroc, clustered_variance, midranks

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


def paired_delong(
    truth: ArrayLike,
    first: ArrayLike,
    second: ArrayLike,
    confidence: float = 0.95,
    *,
    groups: ArrayLike | None = None,
) -> PairedAreas:
    """Compare two areas under the ROC on the same cases.

    DeLong, DeLong and Clarke-Pearson 1988, computed from midranks after Sun and Xu 2014. With groups (patients), shape
    (n,), what the cases of a group add is taken together (Obuchowski 1997, Biometrics 53, 567-578).

    Returns
    -------
    Interval and p-value are NaN with fewer than two cases, or groups, of a class. Two models of the same order have
    difference 0 and p 1; where the difference has no variance and is not 0, p is NaN: so few cases do not tell.

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
    apart = [a - b for a, b in zip(*components, strict=True)]  # of the abnormal, of the others
    if groups is None:
        variance = sum(float(np.var(part, ddof=1)) / len(part) for part in apart)
    else:
        gain = np.empty(len(labels))
        gain[labels], gain[~labels] = ((part - gap) / len(part) for part in apart)
        variance = clustered_variance(gain, labels, np.asarray(groups))
    if isnan(variance):
        return PairedAreas(*areas, Interval(gap, nan, nan), nan)
    deviation = sqrt(variance)
    half = NormalDist().inv_cdf(0.5 + confidence / 2) * deviation
    interval = Interval(gap, max(-1.0, gap - half), min(1.0, gap + half))
    if deviation < 1e-12:
        return PairedAreas(*areas, interval, 1.0 if abs(gap) < 1e-12 else nan)
    return PairedAreas(*areas, interval, erfc(abs(gap) / deviation / sqrt(2)))


def mcnemar(truth: ArrayLike, first: ArrayLike, second: ArrayLike, *, groups: ArrayLike | None = None) -> McNemar:
    """Compare yes/no answers of two models on the same cases (McNemar 1947).

    Exact binomial test up to 1,000 cases on which one model alone is right, beyond it chi-square with continuity
    correction (Edwards 1948). p is 1 where both are right on the same cases. With groups (patients), shape (n,), p is
    that of the test that sums the differences of a group first (Obuchowski 1998, Statistics in Medicine 17, 1495-1507;
    Yang and others 2012, Biometrical Journal 54, 70-82), and never less than it would be without groups, as that test
    is too bold where few cases differ.

    Raises
    ------
    ValueError
        Where shapes differ or a value is neither 0 nor 1.
    """
    labels, one = truth_and_answer(truth, first)
    _, other = truth_and_answer(truth, second)
    only_first = int(((one == labels) & (other != labels)).sum())
    only_second = int(((one != labels) & (other == labels)).sum())
    p = _two_sided(only_first, only_second)
    if groups is not None:
        apart = _by_group((one == labels).astype(float) - (other == labels), groups)
        spread = sqrt(float((apart**2).sum()))
        p = max(p, erfc(abs(only_first - only_second) / spread / sqrt(2)) if spread else 1.0)
    return McNemar(only_first, only_second, p)


def paired_difference(
    first: ArrayLike, second: ArrayLike, confidence: float = 0.95, *, groups: ArrayLike | None = None
) -> Interval:
    """Return the share of cases that ``first`` says yes to less that of ``second``, with its interval.

    Tango's score interval for the difference of paired proportions (Statistics in Medicine 17, 1998, 891-908), which
    keeps what it promises with few or no cases on which the two differ, where McNemar's plain interval has no width.
    With groups (patients), shape (n,), it is that of as many cases as the groups are worth: their number over the
    design effect (Rao and Scott 1992).

    Returns
    -------
    All NaN where there are no cases.

    Raises
    ------
    ValueError
        Where shapes differ or a value is neither 0 nor 1.
    """
    one, other = truth_and_answer(first, second)
    n = float(len(one))
    if n == 0:
        return Interval(nan, nan, nan)
    b, c = float((one & ~other).sum()), float((~one & other).sum())
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    gap = (b - c) / n
    if groups is not None:
        share = _worth(one.astype(float) - other, groups) / n
        b, c, n = b * share, c * share, n * share
    return Interval(gap, -_upper_bound(c, b, n, z), _upper_bound(b, c, n, z))


def _worth(apart: Floats, groups: ArrayLike) -> float:
    """Return how many independent cases tell as much of a mean difference as these groups; at most there are cases."""
    n, gap = len(apart), float(apart.mean())
    sums, sizes = _by_group(apart, groups), _by_group(np.ones(n), groups)
    units = len(sums)
    alone = float(((apart - gap) ** 2).sum())
    if units < 2 or not alone:  # all alike: no more is known than of so many groups
        return float(units)
    together = units / (units - 1) * float(((sums - gap * sizes) ** 2).sum())
    return min(float(n), n * alone / together) if together else float(n)


def _by_group(values: Floats, groups: ArrayLike) -> Floats:
    """Return the sum of the values of each group."""
    keys = np.asarray(groups)
    if keys.shape != values.shape:
        raise ValueError(f"there are {len(values)} cases and groups have shape {keys.shape}")
    _, owner = np.unique(keys, return_inverse=True)
    return np.asarray(np.bincount(owner, values), dtype=np.float64)


def _upper_bound(b: float, c: float, n: float, z: float) -> float:
    """Return the greatest difference that Tango's score does not reject, by halving: the score falls as it grows."""
    low, high = (b - c) / n, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _tango(b, c, n, middle) > -z else (low, middle)
    return high


def _tango(b: float, c: float, n: float, difference: float) -> float:
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
