"""Made-up films that a small network learns in a few steps, and recipes short enough for a test."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
from PIL import Image

from xraydesk.training.prepare import Sources
from xraydesk.training.recipe import NO_AUGMENT, CardTexts, Recipe
from xraydesk.training.recipes import RECIPES

TEXTS = CardTexts("Blobs", "0.1", "testing", "anything else", "Apache-2.0", "made up")


def film(rng: np.random.Generator, ill: bool) -> np.ndarray:
    grey = rng.integers(60, 90, (96, 96)).astype(np.uint8)
    if ill:
        y, x = rng.integers(16, 50, 2)
        grey[y : y + 34, x : x + 34] += 140
    return grey


def write_films(folder: Path, each: int = 20, others: int = 0) -> Sources:
    """Write a folder per class, one patient a film, and films of another kind."""
    rng = np.random.default_rng(0)
    for name in ("normal", "abnormal"):
        (folder / "data" / name).mkdir(parents=True)
        for i in range(each):
            Image.fromarray(film(rng, name == "abnormal")).save(folder / "data" / name / f"{name}{i:03}.png")
    if not others:
        return Sources(folder / "data")
    (folder / "others").mkdir()
    for i in range(others):
        Image.fromarray(rng.integers(0, 255, (96, 96)).astype(np.uint8)).save(folder / "others" / f"{i}.png")
    return Sources(folder / "data", (folder / "others",))


def small(name: str, size: int = 64, **settings: object) -> Recipe:
    """Shrink a recipe until it runs in seconds."""
    recipe = RECIPES[name]
    options = dict(recipe.architecture_options)
    if "size" in options and name.startswith("s1"):
        options["size"] = size
    usual: dict[str, object] = {
        "texts": TEXTS, "label": "abnormal", "layout": "", "architecture_options": options,
        "input": dataclasses.replace(recipe.input, size=size), "epochs": 2, "batch_size": 8, "validation_share": 0.4,
        "augment": NO_AUGMENT, "patience": None,
    }  # fmt: skip
    return dataclasses.replace(recipe, **{**usual, **settings})


def quiet(row: dict) -> None:
    json.dumps(row, default=float)  # every report must be printable
