"""Chest films of children, pneumonia or not: a plain network with strong augmentation.

The report's films are rotated to 30 degrees, zoomed to 20 %, shifted by 10 % and flipped; its classes are not balanced,
and its AUC was flat from epoch 10 to 15.
"""

from __future__ import annotations

from xraydesk.training.recipes.common import KERAS_AUGMENT, ZERO_TO_ONE, report_recipe

S2 = report_recipe(
    name="s2",
    words="S2: plain network at 128 pixels with rotation, zoom, shift and flip, from scratch",
    title="Plain network with augmentation",
    size=128,
    scale=ZERO_TO_ONE,
    label="pneumonia",
    architecture="block_cnn",
    architecture_options={"variant": "CP", "size": 128, "activation": "relu"},
    epochs=15,
    patience=5,
    batch_size=32,
    learning_rate=1e-3,
    sampling="as they come",
    augment=KERAS_AUGMENT,
)
