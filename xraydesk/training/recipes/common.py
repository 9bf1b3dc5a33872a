"""What the recipes that follow published reports share: plain training, nothing required of the thresholds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xraydesk.inference.card import InputSpec, Population
from xraydesk.training.recipe import NO_AUGMENT, CardTexts, Recipe

ZERO_TO_ONE = {"mean": 0.0, "std": 1.0, "stretch": None}
MINUS_ONE_TO_ONE = {"mean": 0.5, "std": 0.5, "stretch": None}
KERAS_AUGMENT = replace(NO_AUGMENT, rotate_degrees=30, zoom=(0.8, 1.2), shift=0.1, flip_share=0.5)


def report_recipe(
    name: str,
    words: str,
    title: str,
    size: int,
    scale: dict[str, Any],
    **settings: Any,  # noqa: ANN401 - each field of Recipe has its own type
) -> Recipe:
    """Return a recipe that trains as most published reports do.

    No averaged weights, no label smoothing, no schedule, no films of other kinds; validation is judged as it is.
    ``settings`` are fields of `Recipe` and go before these.
    """
    usual: dict[str, Any] = {
        "label": "abnormal",
        "population": Population(words="films like those it was trained on"),
        "texts": CardTexts(
            title=title,
            version="1.0",
            intended_use="A comparison with a published report. It orders films like those it was trained on.",
            not_for="Diagnosis; reading lists. Thresholds were not required to reach anything.",
            licence="as the training films allow",
            attribution="",
        ),
        "weight_decay": 0.0,
        "warmup_steps": 0,
        "clip_norm": 5.0,
        "label_smoothing": 0.0,
        "ema_decay": 0.0,
        "others_share": 0.0,
        "optimizer": "adam",
        "schedule": "constant",
        "augment": NO_AUGMENT,
        "checks": ("clean",),
        "points_required": False,
    }
    return Recipe(name=name, words=words, input=InputSpec(size=size, **scale), **{**usual, **settings})
