"""Pneumonia on frontal chest films of children of one to five years."""

from __future__ import annotations

from xraydesk.inference.card import InputSpec, Population
from xraydesk.training.recipe import Recipe

CHEST_PNEUMONIA = Recipe(
    name="chest-pneumonia",
    words="MobileNetV2 for pneumonia in children of 1-5 years, trained against source, sharpness and shape cues",
    architecture="mobilenet_v2_folded",
    label="pneumonia",
    input=InputSpec(size=224, mean=0.5, std=0.5, stretch=(0.5, 99.5)),
    population=Population(
        modalities=("CR", "DX", "DR", "RG"),
        body_parts=("CHEST",),
        views=("AP", "PA"),
        age_min=1.0,
        age_max=6.0,
        words="children of 1-5 years, frontal chest",
    ),
    epochs=10,
    batch_size=40,
    learning_rate=3e-4,
    frozen_stages=4,
)
