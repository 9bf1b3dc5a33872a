"""What a trained network answers to its validation films, plain and under each stress."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.discrimination import auroc
from xraydesk.training.batches import Films
from xraydesk.training.cache import original_shapes
from xraydesk.training.devices import Report
from xraydesk.training.gate_fit import Answers, answers
from xraydesk.training.recipe import Recipe
from xraydesk.training.run import TrainedRun
from xraydesk.training.stress import STRESSES
from xraydesk.training.thresholds import CLEAN, Outcome


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Validation films with labels, 0 and 1 or grades, and the answers to them, plain and under each stress."""

    films: Films
    labels: NDArray[np.int64]
    plain: Answers
    stressed: dict[str, Answers]
    shapes: NDArray[np.int64] | None = None  # of the films as they came

    def truth(self, recipe: Recipe, output: int = 0) -> NDArray[np.int64]:
        """Return 1 where the answer of that output ought to be yes, shape (n,)."""
        return self.outcome.truth(recipe, output)

    @property
    def outcome(self) -> Outcome:
        """Labels and logits alone."""
        return Outcome(self.labels, {name: given.logits for name, given in self.stressed.items()})


def collect(run: TrainedRun, report: Report) -> Evidence:
    """Run the validation films through the network, plain and under each stress."""
    rows = run.split.validation
    films = np.asarray(run.films[rows])
    labels = np.array([run.table.images[i].labels[run.recipe.label] for i in rows], dtype=np.int64)
    patients, stressed = run.patients(rows), {}
    for name, change in STRESSES.items():
        stressed[name] = answers(run.net, change(films), run.recipe.input, patients)
        report({"stress": name, "auroc": auroc(labels >= run.recipe.ends[0], stressed[name].logits[:, 0])})
    shapes = original_shapes(run.films)
    return Evidence(films, labels, stressed[CLEAN], stressed, None if shapes is None else shapes[rows])
