"""What `xraydesk train` does: one recipe from labelled folders to a bundle with its pages."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from safetensors import SafetensorError

from xraydesk.errors import TrainingError
from xraydesk.inference.card import ModelCard
from xraydesk.training.brake import Brake
from xraydesk.training.devices import Report
from xraydesk.training.finish import finish
from xraydesk.training.memory import resident_mb
from xraydesk.training.mishaps import as_mishap
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.report import card_page
from xraydesk.training.run import Sources, run
from xraydesk.training.run_files import BUNDLE, PAGE, REPORT
from xraydesk.training.training_page import Warned, training_page

__all__ = ["BUNDLE", "PAGE", "REPORT", "recipe_named", "train_to_bundle"]


class _Listener:
    """Passes a run's reports on and keeps what the watchdogs said, each with its epoch."""

    def __init__(self, report: Report) -> None:
        self.warned: list[Warned] = []
        self._report = report
        self._epoch: int | None = None
        self._began = time.monotonic()

    def __call__(self, row: dict[str, Any]) -> None:
        if "epoch" in row:
            self._epoch = int(row["epoch"])
        if "chosen" in row:  # the epochs are over
            self._epoch = None
        if "warning" in row:
            self.warned.append(Warned(str(row["warning"]), self._epoch))
        if "rate" in row:
            row = {**row, "elapsed": time.monotonic() - self._began, "memory_mb": resident_mb()}
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


def train_to_bundle(
    recipe: Recipe, sources: Sources, out: Path, report: Report, brake: Brake | None = None
) -> ModelCard | None:
    """Train, finish and write ``out/bundle``, ``out/card.md`` and ``out/report.html``.

    Goes on where a run in ``out`` stopped. The report shows films, so that it lies beside the bundle and not in it.
    Of several processes, as torchrun starts them, all train and the first one finishes; the others return None.

    Raises
    ------
    Cancelled
        The brake was pulled; what was done is kept.
    XraydeskError
        Where data are missing, a split leaks, the run diverges, nothing can be written, or memory or GPU fail.
    """
    listener = _Listener(report)
    try:
        trained = run(recipe, sources, out, listener, brake)
        if not trained.main:
            return None
        card = finish(trained, out / BUNDLE, listener, sources.points_from)
        (out / PAGE).write_text(card_page(card), encoding="utf-8")
        (out / REPORT).write_text(training_page(trained, card, sources, listener.warned), encoding="utf-8")
    except (OSError, MemoryError, RuntimeError, SafetensorError) as error:
        mishap = as_mishap(error, out)
        if mishap is None:
            raise
        raise mishap from error
    return card
