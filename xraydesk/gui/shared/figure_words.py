"""Figures as they stand in the window: decimals marked as its language does, a dash where there is no figure."""

from __future__ import annotations

from math import isfinite
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.evaluation.discrimination import Interval
from xraydesk.gui.language import translate
from xraydesk.gui.words import figure
from xraydesk.research.figures import ALIKE, LEAST_P, NOTHING, bounds, without_width

_KAPPA = cast(
    tuple[tuple[float, str], ...],  # Landis and Koch 1977: words for agreement up to a kappa
    (
        (0.0, QT_TRANSLATE_NOOP("FigureWords", "none")),
        (0.2, QT_TRANSLATE_NOOP("FigureWords", "slight")),
        (0.4, QT_TRANSLATE_NOOP("FigureWords", "fair")),
        (0.6, QT_TRANSLATE_NOOP("FigureWords", "moderate")),
        (0.8, QT_TRANSLATE_NOOP("FigureWords", "substantial")),
        (1.0, QT_TRANSLATE_NOOP("FigureWords", "almost perfect")),
    ),
)


def decimal(value: float | None, digits: int = 2) -> str:
    """Return a number with so many digits after its mark."""
    if value is None or not isfinite(value):
        return NOTHING
    return figure(round(value, digits) + 0.0, f".{digits}f")  # + 0.0: no minus before nothing


def percent(value: float | None, digits: int = 1) -> str:
    """Return a share as "85.3 %"."""
    return NOTHING if value is None or not isfinite(value) else f"{decimal(100 * value, digits)} %"


def with_bounds(interval: Interval | None, digits: int = 2) -> str:
    """Return "0.85 (0.80 to 0.90)"; the figure alone where it has no bounds, words where these do not differ."""
    if interval is None or not isfinite(interval.value):
        return NOTHING
    value = decimal(interval.value, digits)
    if not (isfinite(interval.low) and isfinite(interval.high)):
        return value
    if without_width(interval):
        alike = translate("FigureWords", "{value} (all cases agree)")
        none = translate("FigureWords", "{value} (no interval)")
        return (alike if bounds(interval) == ALIKE else none).format(value=value)
    text = translate("FigureWords", "{value} ({low} to {high})")
    return text.format(value=value, low=decimal(interval.low, digits), high=decimal(interval.high, digits))


def p_value(value: float | None) -> str:
    """Return "0.012" or "< 0.001"."""
    if value is None or not isfinite(value):
        return NOTHING
    return f"< {decimal(LEAST_P, 3)}" if value < LEAST_P else decimal(value, 3)


def p_words(value: float | None) -> str:
    """Return "p = 0.012", "p < 0.001"."""
    shown = p_value(value)
    return f"p {shown}" if shown.startswith("<") else f"p = {shown}"


def kappa_word(value: float) -> str:
    """Return the usual word for a kappa (Landis and Koch 1977), "" where there is none."""
    if not isfinite(value):
        return ""
    shown = round(value, 2)  # so that equal figures have equal words
    mark = next((mark for limit, mark in _KAPPA if shown <= limit), _KAPPA[-1][1])
    return translate("FigureWords", mark)
