"""How many cases have to be read until an interval is as narrow as wanted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor

from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import at_most, wilson

_MOST = 10_000_000  # beyond it nobody reads


@dataclass(frozen=True, slots=True)
class SampleSize:
    """What has to be read: ``abnormal`` cases, which so many ``studies`` picked at random hold.

    ``studies_on_average`` hold as many in the mean; ``studies`` hold them with the assurance asked for.
    """

    abnormal: int
    studies_on_average: int
    studies: int


def reads_needed(
    expected: float,
    prevalence: float,
    *,
    half_width: float | None = None,
    at_least: float | None = None,
    confidence: float = 0.95,
    assurance: float = 0.95,
) -> SampleSize:
    """Return how many studies, picked at random and not by score, have to be read to know a sensitivity.

    For a specificity give its expected value and the share of the others as prevalence.

    Parameters
    ----------
    expected
        The sensitivity that is expected, 0 to 1.
    prevalence
        Share of the abnormal among the studies, above 0 and up to 1.
    half_width, at_least
        What is wanted, one of the two: half the width of the Wilson interval, or its lower bound.
    confidence
        Of the interval.
    assurance
        How likely the studies shall hold enough abnormal ones (binomial; see Obuchowski 1998 on such planning).

    Raises
    ------
    ValueError
        Where a share is out of its range, not one of the two is given, or the bound wanted is not below what is
        expected, so that no number of cases reaches it.
    """
    if not 0 < prevalence <= 1 or not 0 < assurance < 1:
        raise ValueError(f"a prevalence is above 0 and up to 1, not {prevalence}; an assurance is between 0 and 1")
    if half_width is not None and at_least is None:
        abnormal = for_half_width(expected, half_width, confidence)
    elif at_least is not None and half_width is None:
        abnormal = for_lower_bound(expected, at_least, confidence)
    else:
        raise ValueError("give the half width or the lower bound that is wanted, one of the two")
    return SampleSize(abnormal, ceil(round(abnormal / prevalence, 9)), random_studies(abnormal, prevalence, assurance))


def for_half_width(expected: float, half_width: float, confidence: float = 0.95) -> int:
    """Return the fewest cases from which on the Wilson interval is no wider to each side than wanted.

    Of the cases the expected share is right, rounded to the next lower whole number. Exact search (Newcombe 1998 on the
    interval). ValueError where the expected share is not 0 to 1 or the half width not above 0.
    """
    if not 0 <= expected <= 1 or half_width <= 0:
        raise ValueError(f"an expected share is 0 to 1, not {expected}, and a half width above 0, not {half_width}")

    def worst(cases: int) -> float:  # rounding down moves a high share towards one half, where intervals are wider
        share = max(expected - 1 / cases, 0.5) if expected > 0.5 else expected
        return _half(wilson(share * cases, cases, confidence))

    def found(cases: int) -> float:
        return _half(wilson(_whole(expected, cases), cases, confidence))

    return _fewest(lambda cases: worst(cases) <= half_width, lambda cases: found(cases) <= half_width)


def for_lower_bound(expected: float, at_least: float, confidence: float = 0.95) -> int:
    """Return the fewest cases from which on the lower Wilson bound is always at least the one wanted.

    Of the cases the expected share is right, rounded to the next lower whole number. Exact search. ValueError where the
    bound wanted is not above 0 and below the expected share, or that is above 1.
    """
    if not 0 < at_least < expected <= 1:
        raise ValueError(f"no number of cases brings the lower bound of {expected} to {at_least}")

    def worst(cases: int) -> float:
        return wilson(max(0.0, expected * cases - 1), cases, confidence).low

    def found(cases: int) -> float:
        return wilson(_whole(expected, cases), cases, confidence).low

    return _fewest(lambda cases: worst(cases) >= at_least, lambda cases: found(cases) >= at_least)


def random_studies(abnormal: int, prevalence: float, assurance: float = 0.95) -> int:
    """Return how many studies picked at random hold so many abnormal ones with this assurance (binomial, exact)."""
    least, most = abnormal, 2 * ceil(abnormal / prevalence) + 1
    if prevalence == 1 or not abnormal:
        return abnormal
    while at_most(abnormal - 1, most, prevalence) > 1 - assurance:
        most *= 2
    return least + bisect_left(
        range(least, most), True, key=lambda studies: at_most(abnormal - 1, studies, prevalence) <= 1 - assurance
    )


def _fewest(surely: Callable[[int], bool], enough: Callable[[int], bool]) -> int:
    """Return the number from which on it is always enough; ``surely`` is a bound that stays true once it is."""
    most = 1
    while not surely(most):
        most *= 2
        if most > _MOST:
            raise ValueError("more than ten million cases would be needed")
    number = 1 + bisect_left(range(1, most + 1), True, key=surely)
    while number > 1 and enough(number - 1):
        number -= 1
    return number


def _half(interval: Interval) -> float:
    return (interval.high - interval.low) / 2


def _whole(share: float, cases: int) -> int:
    return floor(round(share * cases, 9))
