"""How figures are written, in the window, in the report and on the command line. What is not known is a dash."""

from __future__ import annotations

from math import isclose, isfinite

from xraydesk.evaluation.discrimination import Interval

NOTHING = "–"  # an en dash stands where there is no figure
# In place of bounds that do not differ: where every sample gives the same figure they say nothing of chance.
ALIKE = "all cases agree"  # the figure is as high as can be
NO_INTERVAL = "no interval"  # as of F1 where nothing is abnormal, of kappa where one gave the same answer throughout
LEAST_P = 0.001


def decimal(value: float | None, digits: int = 2) -> str:
    """Return a number with so many digits after the point, "–" where it is not known."""
    if value is None or not isfinite(value):
        return NOTHING
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if float(text) == 0 else text


def percent(value: float | None, digits: int = 1) -> str:
    """Return a share as "85.3 %", "–" where it is not known."""
    return NOTHING if value is None or not isfinite(value) else f"{decimal(100 * value, digits)} %"


def bounds(interval: Interval | None, digits: int = 2) -> str:
    """Return "0.80 to 0.90", "–" where a bound is not known, words where they do not differ."""
    if interval is None or not (isfinite(interval.low) and isfinite(interval.high)):
        return NOTHING
    if without_width(interval):
        return ALIKE if isclose(interval.value, 1, rel_tol=0, abs_tol=1e-9) else NO_INTERVAL
    return f"{decimal(interval.low, digits)} to {decimal(interval.high, digits)}"


def without_width(interval: Interval) -> bool:
    """Whether both bounds are the same: it looks like certainty, and is none."""
    return isclose(interval.low, interval.high, rel_tol=0, abs_tol=1e-9)


def with_bounds(interval: Interval | None, digits: int = 2) -> str:
    """Return "0.85 (0.80 to 0.90)"; the figure alone where it has no bounds, "–" where there is no figure."""
    if interval is None or not isfinite(interval.value):
        return NOTHING
    value, between = decimal(interval.value, digits), bounds(interval, digits)
    return value if between == NOTHING else f"{value} ({between})"


def p_value(value: float | None) -> str:
    """Return "0.012" or "< 0.001", "–" where it is not known."""
    if value is None or not isfinite(value):
        return NOTHING
    return f"< {LEAST_P}" if value < LEAST_P else decimal(value, 3)


def count(value: int) -> str:
    """Return a number of cases with a thin space between thousands."""
    return f"{value:,}".replace(",", "\u202f")
