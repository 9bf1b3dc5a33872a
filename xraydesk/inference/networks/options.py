"""What a bundle may say of its architecture beside the name, checked before anything is built."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Raise ValueError where the option has none of the values it may have."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {value!r}")


def between(name: str, value: float, low: float, high: float) -> None:
    """Raise ValueError where the option lies outside its range: a size of a million would fill the memory."""
    if not low <= value <= high:
        raise ValueError(f"{name} must lie between {low} and {high}, not {value}")


def check_options(builder: Callable[..., object], options: Mapping[str, Any]) -> None:
    """Check names and types of options against the keyword arguments of a builder and their defaults.

    Raises
    ------
    ValueError
        For an option the builder does not have, or a value of another type.
    """
    parameters = inspect.signature(builder).parameters.values()
    known = {p.name: p.default for p in parameters if p.kind is inspect.Parameter.KEYWORD_ONLY}
    for name, value in options.items():
        if name not in known:
            raise ValueError(f"{name!r} is no option of it; options: {', '.join(known) or 'none'}")
        wanted = type(known[name])
        fits = isinstance(value, (int, float) if wanted is float else wanted)
        if not fits or isinstance(value, bool) != (wanted is bool):
            raise ValueError(f"{name} must be of type {wanted.__name__}, not {value!r}")
