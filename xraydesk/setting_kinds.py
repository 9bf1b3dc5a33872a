"""What a setting may be: the kinds of values, and the choices that several settings files share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

AUTOMATIC = "automatic"  # in a model's place: each film goes to the installed model that may judge it
DEVICES = ("auto", "cpu", "cuda", "mps")
TRAINING_DEVICES = ("auto", "cpu", "cuda")
IDENTITY = ("shown", "hidden", "as left")  # whether a window begins with names and ids on screen
LANGUAGES = {"": "As the system", "en": "English", "de": "Deutsch"}
THEMES = ("dark", "light", "system")

Value = str | bool | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: in words that follow "must be", and what takes a value of TOML, None where it is another."""

    words: str
    take: Callable[[object], Value | None]


def flag() -> Kind:
    """Return the kind of what is so or not."""
    return Kind("true or false", lambda value: value if isinstance(value, bool) else None)


def text() -> Kind:
    """Return the kind of any text."""
    return Kind("text in quotes", lambda value: value if isinstance(value, str) else None)


def one_of(names: Sequence[str]) -> Kind:
    """Return the kind of one of these names."""
    words = ", ".join(names) if all(names) else ", ".join(f'"{name}"' for name in names)
    return Kind(f"one of {words}", lambda value: value if isinstance(value, str) and value in names else None)


def list_of(what: str) -> Kind:
    """Return the kind of a list of texts; ``what`` says of which."""

    def take(value: object) -> Value | None:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        return None

    return Kind(f"a list of {what}", take)


def whole(most: int) -> Kind:
    """Return the kind of a whole number from 0 on."""

    def take(value: object) -> Value | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
        return value if fits and isinstance(value, int) else None

    return Kind(f"a whole number from 0 to {most}", take)


def share() -> Kind:
    """Return the kind of a share, from 0 to 1."""

    def take(value: object) -> Value | None:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if number and isinstance(value, int | float) and 0 <= value <= 1 else None

    return Kind("a number from 0 to 1", take)


def toml_text(value: Value) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(toml_text(item) for item in value) + "]"
    return '"' + "".join(_escaped(letter) for letter in value) + '"'


def _escaped(letter: str) -> str:
    """Escape what a basic string of TOML may not hold (https://toml.io/en/v1.0.0#string)."""
    if letter in '"\\':
        return "\\" + letter
    if "\ud800" <= letter <= "\udfff":  # a byte of a file name that is no Unicode: no TOML can hold it
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{ord(letter):04x}" if ord(letter) < 32 or ord(letter) == 127 else letter
