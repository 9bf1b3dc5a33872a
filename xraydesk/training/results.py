"""The figures of a card, all measured on validation films."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from xraydesk.evaluation.agreement import cohens_kappa
from xraydesk.evaluation.calibration import brier, expected_calibration_error
from xraydesk.evaluation.discrimination import auroc, auroc_interval
from xraydesk.evaluation.operating_points import at_threshold
from xraydesk.inference.card import Label, PointName
from xraydesk.training import watchdogs
from xraydesk.training.bands import LIKELY, LOW, UNCERTAIN
from xraydesk.training.cues import auroc_by_sharpness, cue_aurocs
from xraydesk.training.evidence import Evidence
from xraydesk.training.gate_fit import Answers
from xraydesk.training.recipe import Recipe
from xraydesk.training.thresholds import graded, probabilities


def results(evidence: Evidence, labels: Sequence[Label], recipe: Recipe) -> dict[str, Any]:
    """Return the figures of the first label, and for grades those of the grade."""
    truth, first = evidence.truth(recipe), labels[0]
    p = probabilities(evidence.plain.logits[:, 0], first.calibration)
    as_met = "films as they were met" if len(labels) > 1 else "as many films with the finding as without"
    return {
        "measured_on": "validation films of the same source, no patient in training; says little of other hospitals",
        "films": len(truth),
        "abnormal": int(truth.sum()),
        "calibrated_for": as_met,
        "auroc": asdict(auroc_interval(truth, p)),
        "ece": expected_calibration_error(truth, p),
        "brier": brier(truth, p),
        "cues_alone": cue_aurocs(evidence.films, truth, evidence.shapes),
        "auroc_by_sharpness": auroc_by_sharpness(evidence.films, truth, evidence.plain.logits[:, 0]),
        "warnings": warnings(evidence, recipe),
        "stress": {name: _stress_row(evidence, answers, labels, recipe) for name, answers in evidence.stressed.items()},
        **(_of_grades(evidence, labels, recipe) if len(labels) > 1 else {}),
    }


def warnings(evidence: Evidence, recipe: Recipe) -> list[str]:
    """Return what the watchdogs say of the finished model."""
    truth, logits = evidence.truth(recipe), evidence.plain.logits[:, 0]
    return [
        *watchdogs.one_answer(logits),
        *watchdogs.no_better_than_chance(truth, logits),
        *watchdogs.no_better_than_cues(truth, logits, cue_aurocs(evidence.films, truth, evidence.shapes)),
    ]


def _of_grades(evidence: Evidence, labels: Sequence[Label], recipe: Recipe) -> dict[str, Any]:
    """Return kappa, confusion and where in the list the gross errors stand; AUROC of every step."""
    given, truth = graded(evidence.plain.logits, labels), evidence.labels
    steps = range(max(recipe.ends) + 1)
    gross = np.abs(given - truth) > 1
    p = probabilities(evidence.plain.logits[:, 0], labels[0].calibration)
    low = p < labels[0].point(PointName.RULE_OUT).threshold
    likely = p >= labels[0].point(PointName.RULE_IN).threshold
    bands = {LIKELY: likely, UNCERTAIN: ~likely & ~low, LOW: low & ~likely}
    return {
        "quadratic_kappa": cohens_kappa(truth, given, "quadratic", list(steps)),
        "grades_confusion": [[int(((truth == t) & (given == g)).sum()) for g in steps] for t in steps],
        "gross_errors": {band: int((gross & rows).sum()) for band, rows in bands.items()},
        "auroc_of_steps": {
            name: auroc(evidence.truth(recipe, k), evidence.plain.logits[:, k])
            for k, name in enumerate(recipe.output_names)
        },
    }


def _stress_row(evidence: Evidence, under: Answers, labels: Sequence[Label], recipe: Recipe) -> dict[str, float]:
    truth, first = evidence.truth(recipe), labels[0]
    p = probabilities(under.logits[:, 0], first.calibration)
    row = {"auroc": auroc(truth, p)}
    for name in (PointName.RULE_OUT, PointName.DEFAULT):
        result = at_threshold(truth, p, first.point(name).threshold)
        row[f"sensitivity_{name}"] = result.sensitivity.value
        row[f"specificity_{name}"] = result.specificity.value
    if len(labels) > 1:
        row["quadratic_kappa"] = cohens_kappa(evidence.labels, graded(under.logits, labels), "quadratic")
    return row


def without_nan(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value with every figure that could not be measured as None: JSON knows no NaN."""
    if isinstance(value, dict):
        return {key: without_nan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [without_nan(item) for item in value]
    return None if isinstance(value, float) and not np.isfinite(value) else value
