"""Limb films per study: DenseNet-169 at 224 pixels with one to three fully connected layers.

The report varied the number of layers, how they start, and how much of the backbone learns.
"""

from __future__ import annotations

from typing import Any

from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes.common import MINUS_ONE_TO_ONE, report_recipe


def _densenet(name: str, words: str, layers: int, start: str = "he", free_blocks: int | None = None) -> Recipe:
    settings: dict[str, Any] = {"head_start": start, "free_blocks": free_blocks}
    return report_recipe(
        name=f"s4-{name}",
        words=f"S4: DenseNet-169, {words}",
        title=f"DenseNet-169, {words}",
        size=224,
        scale=MINUS_ONE_TO_ONE,
        architecture="densenet169",
        architecture_options={"fc_layers": layers, "batch_norm": True, "dropout": 0.2},
        epochs=10,
        patience=4,
        batch_size=64,
        learning_rate=1e-4,
        **settings,
    )


S4 = (
    _densenet("one-layer", "one dense layer, all of it learns", 1),
    _densenet("two-layers", "two dense layers, all of it learns", 2),
    _densenet("three-layers", "three dense layers, all of it learns", 3),
    _densenet("xavier", "three dense layers started after Xavier, all of it learns", 3, "xavier"),
    _densenet("random", "three dense layers started at random, all of it learns", 3, "random"),
    _densenet("frozen", "three dense layers, the backbone frozen", 3, free_blocks=0),
    _densenet("last-1", "three dense layers, the last dense block learns", 3, free_blocks=1),
    _densenet("last-2", "three dense layers, the last two dense blocks learn", 3, free_blocks=2),
    _densenet("last-3", "three dense layers, the last three dense blocks learn", 3, free_blocks=3),
)
