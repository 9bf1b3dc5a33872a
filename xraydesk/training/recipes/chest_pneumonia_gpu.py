"""The stronger network for chest pneumonia, for machines with a GPU."""

from __future__ import annotations

from dataclasses import replace

from xraydesk.inference.card import InputSpec
from xraydesk.training.recipes.chest_pneumonia import CHEST_PNEUMONIA

CHEST_PNEUMONIA_GPU = replace(
    CHEST_PNEUMONIA,
    name="chest-pneumonia-gpu",
    words="ConvNeXt for pneumonia in children of 1-5 years, trained as chest-pneumonia; wants a GPU",
    architecture="convnext_tiny",
    input=InputSpec(size=224, mean=0.449, std=0.226, stretch=(0.5, 99.5)),
    epochs=20,
    batch_size=80,
    learning_rate=1e-4,
    weight_decay=0.05,
    frozen_stages=0,
)
