"""Limb films, normal or abnormal: a plain network of convolution blocks against Xception and VGG19.

The report trained on MURA at 64, 96 and 128 pixels and compared blocks of one convolution (C), convolution and pooling
(CP), two convolutions and pooling (CCP).
"""

from __future__ import annotations

from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes.common import MINUS_ONE_TO_ONE, ZERO_TO_ONE, report_recipe

_BLOCKS = {"C": "convolution", "CP": "convolution and pooling", "CCP": "two convolutions and pooling"}


def _block_cnn(variant: str, size: int) -> Recipe:
    return report_recipe(
        name=f"s1-{variant.lower()}-{size}",
        words=f"S1: four blocks of {_BLOCKS[variant]}, then dense layers, {size} pixels, from scratch",
        title=f"Block network {variant}, {size} pixels",
        size=size,
        scale=ZERO_TO_ONE,
        architecture="block_cnn",
        architecture_options={"variant": variant, "size": size},
        epochs=30,
        patience=6,
        batch_size=64,
        learning_rate=1e-3,
    )


S1_BLOCKS = tuple(_block_cnn(variant, size) for variant in _BLOCKS for size in (64, 96, 128))

S1_XCEPTION = report_recipe(
    name="s1-xception",
    words="S1: Xception at 96 pixels, best started from ImageNet weights in a file",
    title="Xception, 96 pixels",
    size=96,
    scale=MINUS_ONE_TO_ONE,
    architecture="xception",
    epochs=15,
    patience=4,
    batch_size=32,
    learning_rate=1e-4,
)

S1_VGG19 = report_recipe(
    name="s1-vgg19",
    words="S1's wish: VGG19 at 96 pixels, best started from ImageNet weights",
    title="VGG19, 96 pixels",
    size=96,
    scale=MINUS_ONE_TO_ONE,
    architecture="vgg19",
    epochs=15,
    patience=4,
    batch_size=32,
    learning_rate=5e-5,
)
