"""Recipes by name: one readable file each."""

from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes.chest_pneumonia import CHEST_PNEUMONIA

RECIPES: dict[str, Recipe] = {recipe.name: recipe for recipe in (CHEST_PNEUMONIA,)}
