"""What `xraydesk train` does: one recipe from labelled folders to a bundle with its page."""

from __future__ import annotations

from pathlib import Path

from xraydesk.errors import TrainingError
from xraydesk.inference.card import ModelCard
from xraydesk.training.finish import finish
from xraydesk.training.loop import Report
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.report import card_page
from xraydesk.training.run import Sources, run

BUNDLE, PAGE = "bundle", "card.md"


def recipe_named(name: str) -> Recipe:
    """Return a recipe.

    Raises
    ------
    TrainingError
        Where there is none of that name.
    """
    if name not in RECIPES:
        raise TrainingError(f'There is no recipe "{name}"', remedy=f"Choose one of: {', '.join(RECIPES)}")
    return RECIPES[name]


def train_to_bundle(recipe: Recipe, sources: Sources, out: Path, report: Report) -> ModelCard | None:
    """Train, finish and write ``out/bundle`` and ``out/card.md``; goes on where a run in ``out`` stopped.

    Of several processes, as torchrun starts them, all train and the first one finishes; the others return None.

    Raises
    ------
    XraydeskError
        Where data are missing, a split leaks, the run diverges or nothing can be written.
    """
    try:
        trained = run(recipe, sources, out, report)
        if not trained.main:
            return None
        card = finish(trained, out / BUNDLE, report)
        (out / PAGE).write_text(card_page(card), encoding="utf-8")
    except OSError as error:
        raise TrainingError(f"The run cannot be written: {error.strerror}", subject=error.filename or out) from error
    return card
