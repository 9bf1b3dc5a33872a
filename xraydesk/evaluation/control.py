"""Is this week like the weeks before: control charts of shares, means and single figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.checks import Flags, Floats
from xraydesk.evaluation.resampling import Ints

LEAST_BASELINE = 8  # points; limits from fewer move too much (Montgomery 2013 wants 20 for a final chart)
RUN = 8  # points in a row on one side of the centre (Western Electric 1956; Nelson 1984, test 2, takes nine)
_SIGMAS = 3.0
_MEAN_RANGE = 1.128  # mean distance of two normal values, in standard deviations (d2)


@dataclass(frozen=True, slots=True, eq=False)
class ControlChart:
    """Points with centre and limits; shapes (n,).

    ``known`` is False where a point has no value (a week without studies); its value, centre and limits are then 0 and
    nothing is flagged. With ``enough`` False the baseline has fewer than `LEAST_BASELINE` known points (``baseline``
    says how many): centre and limits are 0, nothing is flagged, and only the values mean something.
    """

    value: Floats
    known: Flags
    centre: Floats
    lower: Floats
    upper: Floats
    out: Flags  # beyond a limit
    run: Flags  # the last of `RUN` or more on one side of the centre
    baseline: int
    enough: bool
    overdispersion: float  # by which limits were widened, 1 for none

    @property
    def alarm(self) -> Flags:
        """Points that are beyond a limit or end a run, shape (n,)."""
        return self.out | self.run


def p_chart(counts: ArrayLike, totals: ArrayLike, baseline: int | None = None) -> ControlChart:
    """Return the chart of a share over time, such as the weekly share of rejected images.

    Limits are three binomial standard errors (Shewhart 1931), widened by the overdispersion of the baseline where the
    weeks differ by more than chance, which large weeks always do (p' chart, Laney 2002), and never narrowed. Where the
    baseline has no event the limits are 0, and the first event is out.

    Parameters
    ----------
    counts, totals
        Of each point, in the order of time, shape (n,). Where the total is 0 there is no point.
    baseline
        How many points from the first one set the centre and the limits; by default all.

    Raises
    ------
    ValueError
        Where shapes differ, a count is not between 0 and its total, or the baseline is negative.
    """
    part, whole = _row(counts), _row(totals)
    if part.shape != whole.shape or not ((part >= 0) & (part <= whole)).all():
        raise ValueError("each count is between 0 and its total")
    known = whole > 0
    value = np.divide(part, whole, out=np.zeros(len(part)), where=known)
    first = _first(known, baseline)
    centre = part[first].sum() / max(1.0, whole[first].sum())
    error = np.sqrt(centre * (1 - centre) / np.where(known, whole, 1.0))
    return _chart(value, known, first, centre, error, widen=True, bounds=(0.0, 1.0))


def xbar_chart(means: ArrayLike, deviations: ArrayLike, counts: ArrayLike, baseline: int | None = None) -> ControlChart:
    """Return the chart of a mean over time, such as the weekly mean score.

    The error of a mean comes from the pooled deviation within the points of the baseline (Montgomery 2013, section
    6.3), widened as in `p_chart`.

    Parameters
    ----------
    means, deviations, counts
        Of each point: mean, sample standard deviation (taken as 0 for one value) and number of values, shape (n,).
        Where the count is 0 there is no point.
    baseline
        As in `p_chart`.

    Raises
    ------
    ValueError
        Where shapes differ, a count or deviation is negative, or a mean of a point with values is not finite.
    """
    mean, deviation, size = _row(means), _row(deviations), _row(counts)
    known = size > 0
    if not mean.shape == deviation.shape == size.shape or (size < 0).any():
        raise ValueError("means, deviations and counts are one for each point, and counts not below 0")
    deviation = np.where(size > 1, deviation, 0.0)
    if not np.isfinite(mean[known]).all() or not (deviation >= 0).all():
        raise ValueError("a mean is not a finite number, or a deviation is below 0")
    value = np.where(known, mean, 0.0)
    first = _first(known, baseline)
    centre = float((value * size)[first].sum()) / max(1.0, size[first].sum())
    freedom = np.maximum(size - 1, 0)[first]
    pooled = np.sqrt((freedom * deviation[first] ** 2).sum() / max(1.0, freedom.sum()))
    return _chart(value, known, first, centre, pooled / np.sqrt(np.where(known, size, 1.0)), widen=True)


def individuals_chart(values: ArrayLike, baseline: int | None = None) -> ControlChart:
    """Return the chart of single figures over time, such as a weekly kappa (XmR chart; Wheeler and Chambers 1992).

    The deviation comes from the mean moving range of the baseline, which a slow change does not swell.

    Parameters
    ----------
    values
        In the order of time, shape (n,); NaN where there is no point.
    baseline
        As in `p_chart`.

    Raises
    ------
    ValueError
        Where values are no row of numbers, one is infinite, or the baseline is negative.
    """
    given = _row(values)
    known = ~np.isnan(given)
    if np.isinf(given).any():
        raise ValueError("a value is infinite")
    value = np.where(known, given, 0.0)
    first = _first(known, baseline)
    centre = float(value[first].mean()) if len(first) else 0.0
    return _chart(value, known, first, centre, np.full(len(value), _spread(value[first])), widen=False)


def _row(values: ArrayLike) -> Floats:
    row = np.asarray(values, dtype=np.float64)
    if row.ndim != 1:
        raise ValueError(f"one value for each point is wanted, not shape {row.shape}")
    return row


def _first(known: Flags, baseline: int | None) -> Ints:
    """Return the known points of the baseline."""
    if baseline is not None and baseline < 0:
        raise ValueError(f"a baseline has points from the first on, not {baseline}")
    return np.flatnonzero(known[:baseline])


def _chart(
    value: Floats,
    known: Flags,
    first: Ints,
    centre: float,
    error: Floats,
    *,
    widen: bool,
    bounds: tuple[float, float] = (-np.inf, np.inf),
) -> ControlChart:
    enough = len(first) >= LEAST_BASELINE
    factor = 1.0
    if widen and enough and (error[first] > 0).all():
        factor = max(1.0, _spread((value[first] - centre) / error[first]))
    shown = known & enough
    middle = np.where(shown, centre, 0.0)
    lower = np.where(shown, np.maximum(bounds[0], centre - _SIGMAS * factor * error), 0.0)
    upper = np.where(shown, np.minimum(bounds[1], centre + _SIGMAS * factor * error), 0.0)
    slack = 1e-9 * (np.abs(middle) + np.abs(upper - lower))
    out = shown & ((value < lower - slack) | (value > upper + slack))
    run = np.zeros(len(value), dtype=bool)
    run[shown] = _runs(np.sign(value[shown] - centre))
    return ControlChart(value, known, middle, lower, upper, out, run, len(first), enough, factor)


def _spread(values: Floats) -> float:
    """Return the standard deviation from the mean distance of neighbours; 0 for fewer than two values."""
    return float(np.abs(np.diff(values)).mean()) / _MEAN_RANGE if len(values) > 1 else 0.0


def _runs(side: Floats) -> Flags:
    """Return where at least `RUN` points in a row, this one the last, lie on one side; on the centre is on neither."""
    ends = np.zeros(len(side), dtype=bool)
    length, before = 0, 0.0
    for place, here in enumerate(side):
        length = length + 1 if here == before and here else int(here != 0)
        before = here
        ends[place] = length >= RUN
    return ends
