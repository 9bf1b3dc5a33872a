"""Two models on the same labelled films: what `xraydesk evaluate --compare` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from xraydesk.evaluation.comparison import mcnemar, paired_delong
from xraydesk.training.cases import Case
from xraydesk.training.evaluate import Evaluation
from xraydesk.training.figures import bounds, known

_LEVELS = (("image", "images"), ("study", "studies"))
Pairs = Sequence[tuple[Case, Case]]


def compared(first: Evaluation, second: Evaluation) -> Evaluation:
    """Return the first evaluation with the key ``comparison`` among its figures.

    Counted are the cases that both models assessed, each judged by its own model's rules: the areas by DeLong's paired
    test, the yes/no answers at each model's default point by McNemar's. Both tests take cases as independent of each
    other, which images of one patient are not: go by the studies.
    """
    levels = {
        "image": list(_pairs(first.images, second.images)),
        "study": list(_pairs(first.studies, second.studies)),
    }
    thresholds = tuple(one.figures["model"]["threshold"] for one in (first, second))
    comparison = {
        "model": second.figures["model"],
        **{name: _level(pairs, *thresholds) for name, pairs in levels.items()},
        "notices": second.figures["notices"],
    }
    return replace(first, figures={**first.figures, "comparison": comparison})


def comparison_lines(figures: dict[str, Any]) -> list[str]:
    """Return the comparison in words, a line a level; none where an evaluation has no comparison."""
    comparison = figures.get("comparison")
    if comparison is None:
        return []
    other = f"{comparison['model']['id']} {comparison['model']['version']}"
    return [f"compared with {other}, {_words(comparison[key], level)}" for key, level in _LEVELS]


def _pairs(first: Sequence[Case], second: Sequence[Case]) -> list[tuple[Case, Case]]:
    others = {case.name: case for case in second}
    both = [(case, others[case.name]) for case in first if case.name in others]
    return [pair for pair in both if all(case.probability is not None for case in pair)]


def _level(pairs: Pairs, threshold: float, other_threshold: float) -> dict[str, Any]:
    truth = np.array([case.truth for case, _ in pairs], dtype=bool)
    p, other_p = (np.array([pair[side].probability for pair in pairs], dtype=np.float64) for side in (0, 1))
    patients = np.array([case.patient or case.name for case, _ in pairs])
    groups = None if len(np.unique(patients)) == len(patients) else patients
    areas = paired_delong(truth, p, other_p, groups=groups)
    answers = mcnemar(truth, p >= threshold, other_p >= other_threshold, groups=groups)
    return {
        "n": len(pairs),
        "positives": int(truth.sum()),
        "auroc": known(areas.first),
        "auroc_other": known(areas.second),
        "auroc_difference": known(areas.difference.value),
        "auroc_difference_ci": bounds(areas.difference),
        "auroc_p": known(areas.p_value),
        "only_right": answers.only_first_right,
        "only_other_right": answers.only_second_right,
        "accuracy_p": known(answers.p_value) if pairs else None,
        "by_patient": groups is not None,
    }


def _words(level: dict[str, Any], cases: str) -> str:
    if not level["n"]:
        return f"{cases}: none that both models assessed"
    kept = "; the cases of a patient are kept together" if level["by_patient"] else ""
    return (
        f"{level['n']} {cases} that both assessed: AUROC {_number(level['auroc'])} against "
        f"{_number(level['auroc_other'])}, difference {_difference(level)} (DeLong, {_p(level['auroc_p'])}); "
        f"at their default points right alone {level['only_right']} against {level['only_other_right']} "
        f"(McNemar, {_p(level['accuracy_p'])}){kept}"
    )


def _difference(level: dict[str, Any]) -> str:
    low, high = level["auroc_difference_ci"]
    text = _number(level["auroc_difference"])
    return text if low is None or high is None else f"{text} ({_number(low)} to {_number(high)})"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def _p(value: float | None) -> str:
    if value is None:
        return "p not known"
    return "p < 0.0001" if value < 0.0001 else f"p = {value:.4f}"
