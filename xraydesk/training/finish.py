"""After training: calibration, operating points, gate, figures, card, bundle."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.errors import TrainingError
from xraydesk.evaluation.calibration import brier, expected_calibration_error, platt, sigmoid
from xraydesk.evaluation.discrimination import Interval, auroc, auroc_interval
from xraydesk.evaluation.operating_points import ThresholdResult, at_threshold, robust_youden, rule_in, rule_out
from xraydesk.inference.bundle import save_bundle
from xraydesk.inference.bundle_tensors import stored_state
from xraydesk.inference.card import GateSpec, Label, ModelCard, OperatingPoint, Platt, PointName, Rate
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import PooledLinearNet
from xraydesk.training import watchdogs
from xraydesk.training.augment import augment
from xraydesk.training.cache import original_shapes
from xraydesk.training.cues import auroc_by_sharpness, cue_aurocs
from xraydesk.training.gate_fit import Answers, answers, domain_head, fit_gate, kind_output, refused
from xraydesk.training.loop import Films, Report
from xraydesk.training.recipe import AugmentSpec, Recipe
from xraydesk.training.run import TrainedRun
from xraydesk.training.stress import STRESSES

MILD = AugmentSpec(
    rotate_degrees=6,
    zoom=(0.92, 1.12),
    stretch=0.1,
    shift=0.04,
    gamma=(0.75, 1.35),
    equalise_share=0.05,
    blur_sigma=(0.3, 1.5),
    noise_sigma=(0.0, 0.03),
    marker_share=0.15,
    border_share=0.15,
)
NO_FILM = "inversion"  # a negative is measured, but no threshold is chosen for it
KEPT_IN_DOMAIN = 0.99  # share of varied validation films that each half of the gate lets through


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Validation answers, plain and under each stress."""

    films: Films
    labels: NDArray[np.int64]
    plain: Answers
    stressed: dict[str, Answers]
    shapes: NDArray[np.int64] | None = None  # of the films as they came


def finish(run: TrainedRun, folder: Path, report: Report) -> ModelCard:
    """Write a bundle with its card into ``folder`` and return the card.

    Raises
    ------
    TrainingError
        Where the model ranks no better than chance, or no threshold reaches what the recipe wants and requires.
    """
    evidence = collect(run, report)
    calibration = calibrate(evidence)
    label = Label(run.recipe.label, calibration, choose_points(evidence, calibration, run.recipe))
    gate = fit(run)
    spec, gate_figures = choose_gate(run, gate, evidence)
    card = ModelCard(
        id=run.recipe.name,
        architecture=run.recipe.architecture,
        architecture_options=dict(run.recipe.architecture_options),
        labels=(label,),
        input=run.recipe.input,
        population=run.recipe.population,
        gate=spec,
        weights_sha256="",
        training=training_facts(run),
        results=without_nan({**results(evidence, label), "gate": gate_figures}),
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
        report({"stress": name, "auroc": auroc(labels, stressed[name].logits[:, 0])})
    shapes = original_shapes(run.films)
    evidence = Evidence(films, labels, stressed["clean"], stressed, None if shapes is None else shapes[rows])
    for warning in warnings(evidence):
        report({"warning": warning})
    return evidence


def warnings(evidence: Evidence) -> list[str]:
    """Return what the watchdogs say of the finished model."""
    logits = evidence.plain.logits[:, 0]
    return [
        *watchdogs.one_answer(logits),
        *watchdogs.no_better_than_chance(evidence.labels, logits),
        *watchdogs.no_better_than_cues(
            evidence.labels, logits, cue_aurocs(evidence.films, evidence.labels, evidence.shapes)
        ),
    ]


def calibrate(evidence: Evidence) -> Platt:
    """Fit Platt's curve on plain validation films, both classes weighing the same.

    The share of ill children differs from place to place; half and half favours neither answer. The card says so.
    """
    share = evidence.labels.mean()
    weight = np.where(evidence.labels == 1, 0.5 / share, 0.5 / (1 - share))
    logits = evidence.plain.logits[:, 0]
    if not auroc(evidence.labels, logits) > 0.5:
        raise TrainingError(
            "The model ranks validation films no better than chance, so that no bundle is written",
            remedy="Train longer, or look at the labels; the checkpoints are kept",
        )
    return Platt(*platt(evidence.labels, logits, weight))


def probabilities(logits: NDArray[np.float32], calibration: Platt) -> NDArray[np.float64]:
    """Return calibrated probabilities of logits, same shape."""
    return sigmoid(calibration.slope * logits + calibration.offset)


def choose_points(evidence: Evidence, calibration: Platt, recipe: Recipe) -> tuple[OperatingPoint, ...]:
    """Choose three thresholds; each is stored with what it gives on plain validation films.

    Rule-out: the highest whose sensitivity meets the recipe's bound. Default: the best under the worst stress.
    Rule-in: the lowest whose specificity meets the recipe's bound under every stress, for a film from elsewhere moves
    healthy children up more easily than ill ones down.
    """
    labels = evidence.labels
    under = [probabilities(a.logits[:, 0], calibration) for n, a in evidence.stressed.items() if n != NO_FILM]
    low = rule_out(labels, under[0], recipe.rule_out_sensitivity)
    highs = [rule_in(labels, p, recipe.rule_in_specificity) for p in under]
    found = [high.threshold for high in highs if high is not None]
    if not recipe.points_required:  # a comparison wants its row: rule nothing out, or nothing in
        low = low or at_threshold(labels, under[0], 0.0)
        highs, found = [], found if len(found) == len(highs) else [1.0]
    if low is None or len(found) < len(highs):
        raise TrainingError(
            "No threshold reaches the sensitivity and specificity that the recipe wants on validation",
            remedy="Train longer, add validation films, or ask for less in the recipe",
        )
    bottom, top = sorted((low.threshold, max(found)))  # a net this good may meet both with one threshold to spare
    middle = min(max(robust_youden(labels, under).threshold, bottom), top)
    named = {PointName.RULE_OUT: bottom, PointName.DEFAULT: middle, PointName.RULE_IN: top}
    return tuple(_point(name, at_threshold(labels, under[0], threshold)) for name, threshold in named.items())


def _point(name: PointName, result: ThresholdResult) -> OperatingPoint:
    return OperatingPoint(name.value, result.threshold, _rate(result.sensitivity), _rate(result.specificity))


def _rate(interval: Interval) -> Rate:
    return Rate(interval.value, interval.low, interval.high)


def fit(run: TrainedRun) -> Gate:
    """Fit the gate to training films, plain and mildly varied, so that another scanner is not another kind."""
    films = np.asarray(run.films[run.split.train])
    generator = torch.Generator().manual_seed(run.recipe.seed)
    varied = [augment(torch.from_numpy(films[i : i + 64]), MILD, generator).numpy() for i in range(0, len(films), 64)]
    pooled = answers(run.net, np.concatenate([films, *varied]), run.recipe.input).pooled
    return fit_gate(pooled, _domain(run, pooled))


def _domain(run: TrainedRun, own: Tensor) -> tuple[Tensor, Tensor] | None:
    """Return the head that tells the kinds: the one that learnt with the network, else one on its features."""
    if run.recipe.outputs > 1 and isinstance(run.net, PooledLinearNet):
        return kind_output(run.net.head, own.shape[1])
    rows = run.other_split.train
    if not len(rows):
        return None
    return domain_head(own, answers(run.net, np.asarray(run.other_films[rows]), run.recipe.input).pooled)


def choose_gate(run: TrainedRun, gate: Gate, evidence: Evidence) -> tuple[GateSpec, dict[str, Any]]:
    """Set both cut-offs so that nearly all validation films, plain and mildly varied, pass; say what is refused."""
    generator = torch.Generator().manual_seed(run.recipe.seed + 1)
    varied = augment(torch.from_numpy(evidence.films), MILD, generator).numpy()
    own = torch.cat([evidence.plain.pooled, answers(run.net, varied, run.recipe.input).pooled])
    distance = float(torch.quantile(gate.distance(own), KEPT_IN_DOMAIN))
    domain = gate.domain(own)
    cut = None if domain is None else min(0.5, float(torch.quantile(domain, 1 - KEPT_IN_DOMAIN)))
    figures: dict[str, Any] = {"own kind, validation": _share(refused(gate, evidence.plain.pooled, distance, cut))}
    rows = run.other_split.validation
    pooled = answers(run.net, np.asarray(run.other_films[rows]), run.recipe.input).pooled if len(rows) else None
    for source in sorted({run.others.images[i].source for i in rows}):
        of_source = [k for k, i in enumerate(rows) if run.others.images[i].source == source]
        assert pooled is not None  # a source has rows
        figures[f"{source}, kept aside"] = _share(refused(gate, pooled[of_source], distance, cut))
    words = f"both cut-offs let {KEPT_IN_DOMAIN:.0%} of plain and mildly varied validation films through"
    return GateSpec(distance, cut, words), figures


def _share(flags: NDArray[np.bool_]) -> dict[str, float]:
    return {"films": len(flags), "refused": float(flags.mean())}


def results(evidence: Evidence, label: Label) -> dict[str, Any]:
    """Return the figures of the card, all measured on validation films."""
    p = probabilities(evidence.plain.logits[:, 0], label.calibration)
    return {
        "measured_on": "validation films of the same source, no patient in training; says little of other hospitals",
        "films": len(evidence.labels),
        "abnormal": int(evidence.labels.sum()),
        "calibrated_for": "as many films with the finding as without",
        "auroc": asdict(auroc_interval(evidence.labels, p)),
        "ece": expected_calibration_error(evidence.labels, p),
        "brier": brier(evidence.labels, p),
        "cues_alone": cue_aurocs(evidence.films, evidence.labels, evidence.shapes),
        "auroc_by_sharpness": auroc_by_sharpness(evidence.films, evidence.labels, evidence.plain.logits[:, 0]),
        "warnings": warnings(evidence),
        "stress": {name: _stress_row(evidence.labels, a, label) for name, a in evidence.stressed.items()},
    }


def _stress_row(labels: NDArray[np.int64], under: Answers, label: Label) -> dict[str, float]:
    p = probabilities(under.logits[:, 0], label.calibration)
    row = {"auroc": auroc(labels, p)}
    for name in (PointName.RULE_OUT, PointName.DEFAULT):
        result = at_threshold(labels, p, label.point(name).threshold)
        row[f"sensitivity_{name}"] = result.sensitivity.value
        row[f"specificity_{name}"] = result.specificity.value
    return row


def without_nan(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value with every figure that could not be measured as None: JSON knows no NaN."""
    if isinstance(value, dict):
        return {key: without_nan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [without_nan(item) for item in value]
    return None if isinstance(value, float) and not np.isfinite(value) else value


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
    """Return the network with the label's output alone, and the gate, as they go into the weights file."""
    state = {name: tensor.detach() for name, tensor in stored_state(run.net).items()}
    if run.recipe.outputs > 1:
        state["head.weight"], state["head.bias"] = state["head.weight"][:1], state["head.bias"][:1]
    return {name: tensor.contiguous() for name, tensor in {**state, **gate.tensors()}.items()}
