"""Chest pneumonia at 300 pixels: five convolutions, 0.31 million weights, ReLU against Swish, class weights."""

from __future__ import annotations

from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes.common import KERAS_AUGMENT, ZERO_TO_ONE, report_recipe


def _five_conv(activation: str, normal_weight: float, epochs: int) -> Recipe:
    return report_recipe(
        name=f"s3-{activation}",
        words=f"S3: five convolutions at 300 pixels, {activation}, films without the finding weigh {normal_weight:g}",
        title=f"Five convolutions, {activation}",
        size=300,
        scale=ZERO_TO_ONE,
        label="pneumonia",
        architecture="five_conv",
        architecture_options={"size": 300, "activation": activation},
        epochs=epochs,
        patience=12,
        batch_size=32,
        learning_rate=1e-3,
        sampling="as they come",
        class_weights=(normal_weight, 1.0),
        augment=KERAS_AUGMENT,
    )


S3 = (_five_conv("relu", 2.0, 50), _five_conv("swish", 1.2, 60))
