"""What `xraydesk train` does: one recipe from labelled folders to a bundle with its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError
from xraydesk.inference.card import ModelCard
from xraydesk.training.finish import finish
from xraydesk.training.loop import Report
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.report import card_page
from xraydesk.training.run import Sources, run
from xraydesk.training.training_page import Warned, training_page

BUNDLE, PAGE, REPORT = "bundle", "card.md", "report.html"


class _Listener:
    """Passes a run's reports on and keeps what the watchdogs said, each with its epoch."""

    def __init__(self, report: Report) -> None:
        self.warned: list[Warned] = []
        self._report = report
        self._epoch: int | None = None

    def __call__(self, row: dict[str, Any]) -> None:
        if "epoch" in row:
            self._epoch = int(row["epoch"])
        if "chosen" in row:  # the epochs are over
            self._epoch = None
        if "warning" in row:
            self.warned.append(Warned(str(row["warning"]), self._epoch))
        self._report(row)


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
    """Train, finish and write ``out/bundle``, ``out/card.md`` and ``out/report.html``.

    Goes on where a run in ``out`` stopped. The report shows films, so that it lies beside the bundle and not in it.
    Of several processes, as torchrun starts them, all train and the first one finishes; the others return None.

    Raises
    ------
    XraydeskError
        Where data are missing, a split leaks, the run diverges or nothing can be written.
    """
    listener = _Listener(report)
    try:
        trained = run(recipe, sources, out, listener)
        if not trained.main:
            return None
        card = finish(trained, out / BUNDLE, listener, sources.points_from)
        (out / PAGE).write_text(card_page(card), encoding="utf-8")
        (out / REPORT).write_text(training_page(trained, card, sources, listener.warned), encoding="utf-8")
    except OSError as error:
        raise TrainingError(f"The run cannot be written: {error.strerror}", subject=error.filename or out) from error
    return card
