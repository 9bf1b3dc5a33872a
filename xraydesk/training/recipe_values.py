"""Values of a recipe as text and back, within their limits."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from xraydesk.errors import TrainingError

NONE = "none"
Number = TypeVar("Number", int, float)
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")


class Kind(StrEnum):
    """What a value is."""

    WHOLE = "a whole number"
    NUMBER = "a number"
    TWO_NUMBERS = "two numbers"  # that belong together: from and to, or one for each class
    WHOLES = "whole numbers"
    CHOICE = "one of a few words"
    WORDS = "some of a few words"
    YES_NO = "yes or no"
    TEXT = "a text"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a value may be; None is no limit."""

    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    may_be_none: bool = False


def as_text(value: Any) -> str:  # noqa: ANN401 - any value of a recipe
    """Return a value as `parsed` reads it."""
    if value is None:
        return NONE
    if isinstance(value, bool):
        return _YES[0] if value else _NO[0]
    if isinstance(value, tuple):
        return ",".join(map(as_text, value))
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def parsed(name: str, text: str, kind: Kind, limits: Limits) -> Any:  # noqa: ANN401 - any value of a recipe
    """Return what a text means.

    Raises
    ------
    TrainingError
        It means nothing of this kind, or lies outside the limits; the message says what would do.
    """
    given = text.strip()
    if limits.may_be_none and given.lower() in ("", NONE):
        return None
    try:
        return _value(given, kind, limits)
    except ValueError as error:
        raise TrainingError(f'"{name}" cannot be "{text}"', remedy=f"Give {_wanted(kind, limits)}") from error


def _value(given: str, kind: Kind, limits: Limits) -> Any:  # noqa: ANN401 - any value of a recipe
    if kind is Kind.TEXT:
        _within(len(given), limits)
        return given
    if kind is Kind.YES_NO:
        return _chosen(given.lower(), Limits(choices=_YES + _NO)) in _YES
    one = _ONE[kind]
    if kind not in _SEVERAL:
        return one(given, limits)
    found = tuple(one(part.strip(), limits) for part in given.split(","))
    if kind is Kind.TWO_NUMBERS and len(found) != 2:
        raise ValueError(given)
    return tuple(dict.fromkeys(found)) if kind is Kind.WORDS else found


def _whole(given: str, limits: Limits) -> int:
    return _within(int(given), limits)


def _number(given: str, limits: Limits) -> float:
    return _within(float(given), limits)


def _within(value: Number, limits: Limits) -> Number:
    low, high = limits.low, limits.high
    if not math.isfinite(value) or (low is not None and value < low) or (high is not None and value > high):
        raise ValueError(value)
    return value


def _chosen(given: str, limits: Limits) -> str:
    if given not in limits.choices:
        raise ValueError(given)
    return given


_SEVERAL = (Kind.WHOLES, Kind.TWO_NUMBERS, Kind.WORDS)
_ONE: dict[Kind, Callable[[str, Limits], Any]] = {
    Kind.WHOLE: _whole,
    Kind.WHOLES: _whole,
    Kind.NUMBER: _number,
    Kind.TWO_NUMBERS: _number,
    Kind.CHOICE: _chosen,
    Kind.WORDS: _chosen,
}


def _wanted(kind: Kind, limits: Limits) -> str:
    if limits.choices:
        some = "some" if kind is Kind.WORDS else "one"
        return f"{some} of: {', '.join(choice or '(nothing)' for choice in limits.choices)}"
    span = "" if limits.low is None or limits.high is None else f" from {limits.low:g} to {limits.high:g}"
    comma = ", with a comma between" if kind in (Kind.TWO_NUMBERS, Kind.WHOLES) else ""
    return f"{kind}{span}{comma}" + (f', or "{NONE}"' if limits.may_be_none else "")
