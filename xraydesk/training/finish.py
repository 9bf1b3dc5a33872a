"""After training: calibration, operating points, gate, figures, card, bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from torch import Tensor

from xraydesk.inference.bundle import save_bundle
from xraydesk.inference.bundle_tensors import stored_state
from xraydesk.inference.card import ModelCard
from xraydesk.inference.gate import Gate
from xraydesk.training.devices import Report
from xraydesk.training.evidence import collect
from xraydesk.training.gate_choice import choose_gate, fit
from xraydesk.training.results import results, warnings, without_nan
from xraydesk.training.run import TrainedRun
from xraydesk.training.thresholds import Outcome, choose_labels, load_outcomes, save_outcome

ANSWERS = "answers.safetensors"


def finish(run: TrainedRun, folder: Path, report: Report, points_from: Sequence[Path] = ()) -> ModelCard:
    """Write a bundle with its card into ``folder`` and return the card; the answers it rests on come beside it.

    Parameters
    ----------
    points_from
        Folders of finished runs of the same recipe that held out sources: calibration and thresholds are taken from
        their answers to films of sources they never saw, for a threshold from one hospital does not hold in the next.
        Without them, from this run's validation films.

    Raises
    ------
    TrainingError
        Where the model ranks no better than chance, or no threshold reaches what the recipe wants and requires.
    """
    evidence = collect(run, report)
    save_outcome(evidence.outcome, folder.with_name(ANSWERS))
    for warning in warnings(evidence, run.recipe):
        report({"warning": warning})
    outcome = load_outcomes([each / ANSWERS for each in points_from]) if points_from else evidence.outcome
    labels = choose_labels(outcome, run.recipe)
    gate = fit(run)
    spec, gate_figures = choose_gate(run, gate, evidence)
    card = ModelCard(
        id=run.recipe.name,
        architecture=run.recipe.architecture,
        architecture_options=dict(run.recipe.architecture_options),
        labels=labels,
        input=run.recipe.input,
        population=run.recipe.population,
        gate=spec,
        weights_sha256="",
        training=training_facts(run),
        results=without_nan(
            {
                **results(evidence, labels, run.recipe),
                "points_chosen_on": _chosen_on(outcome, len(points_from)),
                "gate": gate_figures,
            }
        ),
        **asdict(run.recipe.texts),
    )
    return save_bundle(folder, card, bundle_tensors(run, gate), half=True)


def _chosen_on(outcome: Outcome, runs: int) -> str:
    of = f"films of sources held out in {runs} runs of the recipe" if runs else "validation films"
    return f"{len(outcome.labels):,} {of}"


def training_facts(run: TrainedRun) -> dict[str, Any]:
    """Return what a person needs to make the weights again."""
    return {
        "date": datetime.now(tz=UTC).date().isoformat(),
        "recipe": asdict(run.recipe),
        "films": {"training": len(run.split.train), "validation": len(run.split.validation)},
        "other_kinds": sorted({image.source for image in run.others.images}),
        **run.facts,
    }


def bundle_tensors(run: TrainedRun, gate: Gate) -> dict[str, Tensor]:
    """Return the network with the label's outputs alone, and the gate, as they go into the weights file."""
    state = {name: tensor.detach() for name, tensor in stored_state(run.net).items()}
    own = len(run.recipe.ends)
    if run.recipe.outputs > own:
        state["head.weight"], state["head.bias"] = state["head.weight"][:own], state["head.bias"][:own]
    return {name: tensor.contiguous() for name, tensor in {**state, **gate.tensors()}.items()}
