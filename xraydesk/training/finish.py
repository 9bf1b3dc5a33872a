"""After training: calibration, operating points, gate, figures, card, bundle."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor

from xraydesk.evaluation.discrimination import auroc
from xraydesk.inference.bundle import save_bundle
from xraydesk.inference.bundle_tensors import stored_state
from xraydesk.inference.card import ModelCard
from xraydesk.inference.gate import Gate
from xraydesk.training.cache import original_shapes
from xraydesk.training.gate_choice import choose_gate, fit
from xraydesk.training.gate_fit import answers
from xraydesk.training.loop import Report
from xraydesk.training.results import results, warnings, without_nan
from xraydesk.training.run import TrainedRun
from xraydesk.training.stress import STRESSES
from xraydesk.training.thresholds import Evidence, choose_labels


def finish(run: TrainedRun, folder: Path, report: Report) -> ModelCard:
    """Write a bundle with its card into ``folder`` and return the card.

    Raises
    ------
    TrainingError
        Where the model ranks no better than chance, or no threshold reaches what the recipe wants and requires.
    """
    evidence = collect(run, report)
    labels = choose_labels(evidence, run.recipe)
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
        results=without_nan({**results(evidence, labels, run.recipe), "gate": gate_figures}),
        **asdict(run.recipe.texts),
    )
    return save_bundle(folder, card, bundle_tensors(run, gate), half=True)


def collect(run: TrainedRun, report: Report) -> Evidence:
    """Run the validation films through the network, plain and under each stress."""
    rows = run.split.validation
    films = np.asarray(run.films[rows])
    labels = np.array([run.table.images[i].labels[run.recipe.label] for i in rows], dtype=np.int64)
    stressed = {}
    for name, change in STRESSES.items():
        stressed[name] = answers(run.net, change(films), run.recipe.input)
        report({"stress": name, "auroc": auroc(labels >= run.recipe.ends[0], stressed[name].logits[:, 0])})
    shapes = original_shapes(run.films)
    evidence = Evidence(films, labels, stressed["clean"], stressed, None if shapes is None else shapes[rows])
    for warning in warnings(evidence, run.recipe):
        report({"warning": warning})
    return evidence


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
