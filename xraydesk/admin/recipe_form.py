"""A recipe as a form shows it: its values in parts, and which of them were changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xraydesk.training.recipe import Recipe
from xraydesk.training.recipe_fields import Group, RecipeField, changed, recipe_fields
from xraydesk.training.recipes import RECIPES

__all__ = ["Group", "Part", "RecipeField", "RecipeName", "changed", "changes", "parts", "recipe", "recipe_names"]
_ORDER = (Group.COURSE, Group.DATA, Group.AUGMENTATION, Group.VALIDATION, Group.POINTS, Group.CARD)
_OF_THE_RUN = ("texts.version",)  # each run gives its model a version of its own


@dataclass(frozen=True, slots=True)
class RecipeName:
    """A recipe to choose, and what it is for."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """Values that belong together."""

    group: Group
    fields: tuple[RecipeField, ...]


def recipe_names() -> list[RecipeName]:
    """Return all recipes; those of the models that come with the program first."""
    return [RecipeName(name, each.words) for name, each in RECIPES.items()]


def recipe(name: str) -> Recipe:
    """Return a recipe; KeyError where there is none of this name."""
    return RECIPES[name]


def parts(of: Recipe) -> list[Part]:
    """Return the values of a recipe that may be changed, in the order of the form."""
    known = [each for each in recipe_fields(of) if each.name not in _OF_THE_RUN]
    return [Part(group, tuple(each for each in known if each.group is group)) for group in _ORDER]


def changes(of: Recipe, texts: Mapping[str, str]) -> dict[str, str]:
    """Return those of the texts that say something else than the recipe.

    Raises
    ------
    TrainingError
        A value makes no sense, by itself or with the others.
    """
    known = {each.name: each for each in recipe_fields(of)}
    other = {name: text for name, text in texts.items() if known[name].read(text) != known[name].value}
    changed(of, other)
    return other
