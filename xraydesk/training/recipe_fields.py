"""The values of a recipe that a person may change: read from its dataclasses, each with words and limits.

What a value is (whole number, choice, range...) comes from the dataclass; only what it means and how far it may go
stands here, in `recipe_words`. The form of the window and ``xraydesk train --set`` are both made from this.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from xraydesk.errors import TrainingError
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipe_values import Kind, Limits, as_text, parsed
from xraydesk.training.recipe_words import CHOICES, FROM_TO, GROUPS, LIMITS, SETTABLE, WORDS

__all__ = ["Group", "Kind", "RecipeField", "changed", "recipe_fields"]


class Group(StrEnum):
    """Where a value belongs."""

    COURSE = "course"
    DATA = "data"
    VALIDATION = "validation"
    POINTS = "points"
    AUGMENTATION = "augmentation"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class RecipeField:
    """One value of a recipe as a form shows it. ``name`` is dotted where it lies in a part: "augment.gamma"."""

    name: str
    words: str
    group: Group
    kind: Kind
    value: Any
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    may_be_none: bool = False

    @property
    def text(self) -> str:
        """The value as ``--set`` writes it."""
        return as_text(self.value)

    def read(self, text: str) -> Any:  # noqa: ANN401 - each field has its own type
        """Return the value that a text means; `TrainingError` where it is none."""
        limits = Limits(self.low, self.high, self.choices, self.may_be_none)
        return parsed(self.name, text, self.kind, limits)


def recipe_fields(recipe: Recipe) -> tuple[RecipeField, ...]:
    """Return what may be changed of a recipe, in the order of its dataclasses."""
    return tuple(_fields_of(recipe, ""))


def changed(recipe: Recipe, values: Mapping[str, str]) -> Recipe:
    """Return the recipe with some values given as texts in place of its own.

    Raises
    ------
    TrainingError
        A name is not known or a value makes no sense; the message says which would.
    """
    known = {each.name: each for each in recipe_fields(recipe)}
    for name, text in values.items():
        if name not in known:
            raise TrainingError(
                f'The recipe has no value "{name}" that can be changed', remedy=f"Choose one of: {', '.join(known)}"
            )
        recipe = cast(Recipe, _replaced(recipe, name.split("."), known[name].read(text)))
    _refuse_nonsense(recipe)
    return _of_one_size(recipe)


def _refuse_nonsense(recipe: Recipe) -> None:
    """Raise TrainingError where values that are sound each by itself do not go together."""
    for each in recipe_fields(recipe):
        if each.name in FROM_TO and each.value[0] > each.value[1]:
            raise TrainingError(f'"{each.name}" ends before it begins: {each.text}', remedy="Give the lesser one first")
    if "clean" not in recipe.checks:
        raise TrainingError('"checks" has no plain films', remedy='Put "clean" among them')


def _of_one_size(recipe: Recipe) -> Recipe:
    """Return the recipe with a network for the size of its input, where the network is built for one."""
    if "size" not in recipe.architecture_options:
        return recipe
    return replace(recipe, architecture_options={**recipe.architecture_options, "size": recipe.input.size})


def _fields_of(part: Any, above: str) -> list[RecipeField]:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(type(part))
    found: list[RecipeField] = []
    for each in fields(part):
        name, value = above + each.name, getattr(part, each.name)
        if is_dataclass(value) and name in SETTABLE:
            found += _fields_of(value, f"{name}.")
        elif name in WORDS:
            found.append(_field(name, hints[each.name], value))
    return found


def _field(name: str, hint: Any, value: Any) -> RecipeField:  # noqa: ANN401 - a type and a value of it
    may_be_none = False
    if get_origin(hint) in (Union, types.UnionType):
        may_be_none = type(None) in get_args(hint)
        hint = next(each for each in get_args(hint) if each is not type(None))
    choices = CHOICES.get(name, ())
    if get_origin(hint) is Literal:
        choices, kind = get_args(hint), Kind.CHOICE
    else:
        kind = _kind(hint, choices)
    low, high = LIMITS.get(name, (None, None))
    return RecipeField(name, WORDS[name], Group(GROUPS[name]), kind, value, low, high, choices, may_be_none)


def _kind(hint: Any, choices: tuple[str, ...]) -> Kind:  # noqa: ANN401 - a type
    if get_origin(hint) is tuple:
        first, second = get_args(hint)
        if first is float:
            return Kind.TWO_NUMBERS
        if first is int:
            return Kind.WHOLES if second is Ellipsis else Kind.TWO_NUMBERS
        return Kind.WORDS
    if hint is str:
        return Kind.CHOICE if choices else Kind.TEXT
    return {bool: Kind.YES_NO, int: Kind.WHOLE, float: Kind.NUMBER}[hint]


def _replaced(part: Any, path: list[str], value: Any) -> Any:  # noqa: ANN401 - a dataclass and a value in it
    first, *rest = path
    return replace(part, **{first: _replaced(getattr(part, first), rest, value) if rest else value})
