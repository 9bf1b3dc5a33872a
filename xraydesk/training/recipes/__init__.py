"""Recipes by name: one readable file each. Ours come first, then those that follow published reports (S1 to S5)."""

from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes.chest_pneumonia import CHEST_PNEUMONIA
from xraydesk.training.recipes.chest_pneumonia_gpu import CHEST_PNEUMONIA_GPU
from xraydesk.training.recipes.knee_osteoarthritis import (
    KNEE_OSTEOARTHRITIS,
    KNEE_OSTEOARTHRITIS_256,
    KNEE_OSTEOARTHRITIS_FIRST,
)
from xraydesk.training.recipes.s1_limbs import S1_BLOCKS, S1_VGG19, S1_XCEPTION
from xraydesk.training.recipes.s2_child_chest import S2
from xraydesk.training.recipes.s3_chest import S3
from xraydesk.training.recipes.s4_limbs import S4
from xraydesk.training.recipes.s5_chest import S5, S5_PATIENT

_ALL = (
    CHEST_PNEUMONIA,
    CHEST_PNEUMONIA_GPU,
    KNEE_OSTEOARTHRITIS,
    KNEE_OSTEOARTHRITIS_256,
    KNEE_OSTEOARTHRITIS_FIRST,
    *S1_BLOCKS,
    S1_XCEPTION,
    S1_VGG19,
    S2,
    *S3,
    *S4,
    S5,
    S5_PATIENT,
)
RECIPES: dict[str, Recipe] = {recipe.name: recipe for recipe in _ALL}
