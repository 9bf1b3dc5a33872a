"""What goes wrong quietly in training, said in words. Each returns its sentences, none where all is well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.discrimination import auroc_interval
from xraydesk.training.split import Split, shared_patients
from xraydesk.training.table import ImageTable

_SAME_SHARE = 0.995  # of validation films with one answer
_RISEN = 1.5  # times the least loss
_HARMLESS = 0.1  # a loss below it is small whatever it was before
_SUPPOSED_AREA = 0.9  # for the width of an interval before anything is measured
_WIDE = 0.05  # half a 95 % interval that is too wide to compare two models


def one_answer(logits: NDArray[np.float32]) -> list[str]:
    """Tell where the network says the same of nearly all validation films."""
    if not len(logits):
        return []
    called = float((logits >= 0).mean())
    if _SAME_SHARE > called > 1 - _SAME_SHARE:
        return []
    answer = "abnormal" if called > 0.5 else "not abnormal"
    return [
        f'The network calls {max(called, 1 - called):.1%} of the validation films "{answer}": it answers one class '
        "only. Check the labels, balance the classes, or lower the learning rate."
    ]


def diverging(history: Sequence[Mapping[str, Any]]) -> list[str]:
    """Tell where the training loss has risen far above the least it had."""
    losses = [float(row["loss"]) for row in history]
    if len(losses) < 2 or losses[-1] <= max(_RISEN * min(losses), _HARMLESS) or losses[-1] <= losses[-2]:
        return []
    return [
        f"The loss has risen to {losses[-1]:.3g} from {min(losses):.3g} at its least: the run diverges. "
        "Lower the learning rate."
    ]


def small_validation(labels: NDArray[np.int64]) -> list[str]:
    """Tell where validation has too few films to see a difference; gives the interval that an AUROC of 0.9 would have.

    Standard error after Hanley and McNeil 1982, equation 1.
    """
    m, n = int((labels == 1).sum()), int((labels == 0).sum())
    if not m or not n:
        return []
    half = 1.96 * _area_error(_SUPPOSED_AREA, m, n)
    if half <= _WIDE:
        return []
    low, high = max(0.0, _SUPPOSED_AREA - half), min(1.0, _SUPPOSED_AREA + half)
    return [
        f"Validation has {m} films with the finding and {n} without: an AUROC of {_SUPPOSED_AREA} there could be "
        f"anything from {low:.2f} to {high:.2f}. Too few to choose between models; add films."
    ]


def _area_error(area: float, m: int, n: int) -> float:
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    variance = area * (1 - area) + (m - 1) * (q1 - area**2) + (n - 1) * (q2 - area**2)
    return float(np.sqrt(variance / (m * n)))


def no_better_than_cues(labels: NDArray[np.int64], logits: NDArray[np.float32], cues: Mapping[str, float]) -> list[str]:
    """Tell where the network is not seen to know more than a cue that looks at no anatomy.

    ``cues`` are each one's AUROC alone, as `cues.cue_aurocs` gives them.
    """
    area = auroc_interval(labels, logits)
    told = []
    for name, alone in cues.items():
        if np.isfinite(area.low) and alone >= area.low and alone > 0.5 + _WIDE:
            told.append(
                f"The network's AUROC of {area.value:.3f} ({area.low:.3f} to {area.high:.3f}) is no better than what "
                f"{name} alone gives ({alone:.3f}): it may have learnt that, and not the finding."
            )
    return told


def no_better_than_chance(labels: NDArray[np.int64], logits: NDArray[np.float32]) -> list[str]:
    """Tell where the interval of the AUROC holds one half."""
    area = auroc_interval(labels, logits)
    if not np.isfinite(area.low) or area.low > 0.5:
        return []
    return [f"The network's AUROC of {area.value:.3f} ({area.low:.3f} to {area.high:.3f}) is no better than chance."]


def leaking(table: ImageTable, split: Split) -> list[str]:
    """Tell which patients stand in both training and validation."""
    shared = shared_patients(table, split)
    if not shared:
        return []
    names = ", ".join(shared[:5]) + (" ..." if len(shared) > 5 else "")
    return [f"{len(shared)} patients stand in both training and validation: {names}"]


def started_from_a_model(model: str) -> list[str]:
    """Tell that the model a run starts from, "id version", may have learnt from what the run is validated on."""
    return [
        f"The run starts from {model}. Where that model was trained on films that validate this run, its figures are "
        "too good: compare both on films that neither has seen."
    ]
