"""All figures of one level, images or studies, as one object that JSON can hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.agreement import cohens_kappa
from xraydesk.evaluation.bootstrap import stratified_bootstrap
from xraydesk.evaluation.calibration import brier, expected_calibration_error
from xraydesk.evaluation.classification import Confusion, confusion, confusion_matrix, f_beta_everything_abnormal
from xraydesk.evaluation.curves import average_precision
from xraydesk.evaluation.discrimination import Interval, auroc, auroc_interval
from xraydesk.evaluation.predictive import SMALL
from xraydesk.evaluation.proportions import wilson
from xraydesk.inference.card import Label, PointName
from xraydesk.training.bands import by_band, gross
from xraydesk.training.cases import Case, in_order

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
NAMES = (
    ("n", "assessed"),
    ("positives", "abnormal among them"),
    ("not_assessed", "not assessed"),
    ("auroc", "AUROC"),
    ("average_precision", "average precision"),
    ("accuracy", "accuracy"),
    ("sensitivity", "sensitivity"),
    ("specificity", "specificity"),
    ("precision", "precision"),
    ("f1", "F1"),
    ("f3", "F3"),
    ("f3_everything_abnormal", "F3, everything called abnormal"),
    ("kappa", "kappa"),
    ("ece", "expected calibration error"),
    ("brier", "Brier score"),
)  # what people are shown of a level, in their order
GROUPS = {"part": "body part"}  # how people call a division, where not by its own name
_MIDDLE = 0.5  # where a card has no default point
_BOOTSTRAP = 500


def default_threshold(label: Label) -> float:
    """Return the threshold of the yes/no answer: the card's default point, or one half."""
    points = {point.name: point.threshold for point in label.operating_points}
    return points.get(PointName.DEFAULT.value, _MIDDLE)


def level(cases: Sequence[Case], label: Label) -> dict[str, Any]:
    """Return the figures of one level.

    Parameters
    ----------
    cases
        Images or studies.
    label
        The model's output as the card has it: its points are laid on these cases.

    Returns
    -------
    ``n`` and ``positives`` count the assessed cases, which all figures are of; ``not_assessed`` the others. A figure
    that these cases do not tell is None.
    """
    assessed = [case for case in cases if case.probability is not None]
    truth, p = _arrays(assessed)
    others = [case for case in cases if case.probability is None]
    return {
        **_core(assessed, default_threshold(label)),
        "not_assessed": len(others),
        "not_assessed_positives": sum(case.truth for case in others),
        "not_assessed_reasons": dict(Counter(_plain(case.reason) for case in others).most_common()),
        "auroc_ci_by_patient": _by_patient(assessed, truth, p),
        "f3_everything_abnormal": known(f_beta_everything_abnormal(truth, 3)),
        "ece": known(expected_calibration_error(truth, p)),
        "brier": known(brier(truth, p)),
        **_kappa(assessed, truth, p >= default_threshold(label)),
        "operating_points": {
            point.name: _at(truth, p, point.threshold) for point in label.operating_points
        },
        "bands": by_band(cases, label),
        "groups": _by_group(cases, default_threshold(label)),
    }  # fmt: skip


def known(value: float) -> float | None:
    """Return the figure, None where it is NaN: JSON knows no NaN."""
    return float(value) if np.isfinite(value) else None


def _arrays(assessed: Sequence[Case]) -> tuple[Flags, Floats]:
    truth = np.array([case.truth for case in assessed], dtype=bool)
    return truth, np.array([case.probability for case in assessed], dtype=np.float64)


def _core(assessed: Sequence[Case], threshold: float) -> dict[str, Any]:
    """Return what is given for all cases and for each group of them."""
    truth, p = _arrays(assessed)
    counts = confusion(truth, p >= threshold)
    area = auroc_interval(truth, p)
    return {
        "n": len(assessed),
        "positives": int(truth.sum()),
        "auroc": known(area.value),
        "auroc_ci": bounds(area),
        "average_precision": known(average_precision(truth, p)),
        "threshold": threshold,
        **_counted(counts),
        "accuracy": known(counts.accuracy),
        "f1": known(counts.f_beta(1)),
        "f3": known(counts.f_beta(3)),
        "confusion": {
            "tn": counts.true_negative,
            "fp": counts.false_positive,
            "fn": counts.false_negative,
            "tp": counts.true_positive,
        },
    }


def _counted(counts: Confusion) -> dict[str, Any]:
    abnormal = counts.true_positive + counts.false_negative
    return {
        "sensitivity": known(counts.recall),
        "sensitivity_ci": bounds(wilson(counts.true_positive, abnormal)),
        "specificity": known(counts.specificity),
        "specificity_ci": bounds(wilson(counts.true_negative, counts.n - abnormal)),
        "precision": known(counts.precision),
    }


def _at(truth: Flags, p: Floats, threshold: float) -> dict[str, Any]:
    """Return what one of the card's points gives here, and how much of the work lies below it."""
    counts = confusion(truth, p >= threshold)
    below = counts.true_negative + counts.false_negative
    return {
        "threshold": threshold,
        **_counted(counts),
        "negative_predictive_value": known(counts.negative_predictive_value),
        "share_below": known(below / counts.n if counts.n else float("nan")),
    }


def _kappa(assessed: Sequence[Case], truth: Flags, called: Flags) -> dict[str, Any]:
    """Return kappa: quadratic over grades where data and model have them, else plain over yes and no."""
    pairs = [(c.grade, c.graded) for c in assessed if c.grade is not None and c.graded is not None]
    if not pairs or len(pairs) < len(assessed):
        return {"kappa": known(cohens_kappa(truth, called)), "kappa_weights": "none"}
    true, given = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    grades = range(int(max(true.max(), given.max())) + 1)
    return {
        "kappa": known(cohens_kappa(true, given, "quadratic", grades)),
        "kappa_weights": "quadratic",
        "kappa_of_yes_and_no": known(cohens_kappa(truth, called)),
        "grade_confusion": confusion_matrix(true, given, grades).tolist(),
        "gross_errors": sum(map(gross, assessed)),
    }


def _by_patient(assessed: Sequence[Case], truth: Flags, p: Floats) -> list[float | None] | None:
    """Return the area's interval with patients drawn whole; None where no patient has two cases."""
    patients = np.array([case.patient for case in assessed])
    if len(np.unique(patients)) == len(patients):
        return None
    found = stratified_bootstrap(
        lambda rows: auroc(truth[rows], p[rows]), truth, groups=patients, repeats=_BOOTSTRAP
    )  # fmt: skip
    return bounds(found)


def _by_group(cases: Sequence[Case], threshold: float) -> dict[str, Any]:
    """Return the core figures for each value of whatever takes more than one."""
    parts: dict[str, dict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
    for case in cases:
        for name, value in case.groups.items():
            parts[name][value].append(case)
    found: dict[str, Any] = {}
    for name, values in parts.items():
        if len(values) > 1:
            found[name] = {value: _group(values[value], threshold) for value in sorted(values, key=in_order)}
    return found


def _group(cases: Sequence[Case], threshold: float) -> dict[str, Any]:
    assessed = [case for case in cases if case.probability is not None]
    abnormal = sum(case.truth for case in assessed)
    few = min(abnormal, len(assessed) - abnormal) < SMALL
    return {**_core(assessed, threshold), "not_assessed": len(cases) - len(assessed), "few": few}


def bounds(interval: Interval) -> list[float | None]:
    """Return lower and upper bound."""
    return [known(interval.low), known(interval.high)]


def _plain(reason: str) -> str:
    """Return a reason without the numbers of one film in brackets."""
    return reason.split(" (", maxsplit=1)[0]
