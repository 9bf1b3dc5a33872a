"""From validation answers to calibrated probabilities and thresholds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import TrainingError
from xraydesk.evaluation.calibration import platt, sigmoid
from xraydesk.evaluation.discrimination import Interval, auroc
from xraydesk.evaluation.operating_points import ThresholdResult, at_threshold, robust_youden, rule_in, rule_out
from xraydesk.inference.card import Label, OperatingPoint, Platt, PointName, Rate
from xraydesk.training.batches import Films
from xraydesk.training.gate_fit import Answers
from xraydesk.training.recipe import Recipe

NO_FILM = "inversion"  # a negative is measured, but no threshold is chosen for it


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
        return (self.labels >= recipe.ends[output]).astype(np.int64)


def choose_labels(evidence: Evidence, recipe: Recipe) -> tuple[Label, ...]:
    """Return the card's labels with calibration and thresholds, the one that orders the worklist first.

    Raises
    ------
    TrainingError
        Where the first output ranks no better than chance, or no threshold reaches what the recipe wants and requires.
    """
    labels = []
    for output, name in enumerate(recipe.output_names):
        calibration = calibrate(evidence, recipe, output)
        labels.append(Label(name, calibration, choose_points(evidence, calibration, recipe, output)))
    return tuple(labels)


def calibrate(evidence: Evidence, recipe: Recipe, output: int = 0) -> Platt:
    """Fit Platt's curve on plain validation films.

    Yes or no: both classes weigh the same, for the share of ill patients differs from place to place and half and half
    favours neither answer. Grades: each film weighs the same, or their sum would not be a grade. The card says which.
    """
    truth, logits = evidence.truth(recipe, output), evidence.plain.logits[:, output]
    if not auroc(truth, logits) > 0.5:
        raise TrainingError(
            f'The model ranks validation films no better than chance for "{recipe.output_names[output]}", so that no '
            "bundle is written",
            remedy="Train longer, or look at the labels; the checkpoints are kept",
        )
    share = truth.mean() if len(recipe.ends) == 1 else 0.5
    weight = np.where(truth == 1, 0.5 / share, 0.5 / (1 - share))
    return Platt(*platt(truth, logits, weight))


def probabilities(logits: NDArray[np.float32], calibration: Platt) -> NDArray[np.float64]:
    """Return calibrated probabilities of logits, same shape."""
    return sigmoid(calibration.slope * logits + calibration.offset)


def choose_points(
    evidence: Evidence, calibration: Platt, recipe: Recipe, output: int = 0
) -> tuple[OperatingPoint, ...]:
    """Choose three thresholds; each is stored with what it gives on plain validation films.

    Rule-out: the highest whose sensitivity meets the recipe's bound. Default: the best under the worst stress.
    Rule-in: the lowest whose specificity meets the recipe's bound under every stress, for a film from elsewhere moves
    healthy patients up more easily than ill ones down. Only the first output's bounds can stop a bundle.
    """
    labels = evidence.truth(recipe, output)
    under = [probabilities(a.logits[:, output], calibration) for n, a in evidence.stressed.items() if n != NO_FILM]
    low = rule_out(labels, under[0], recipe.rule_out_sensitivity)
    highs = [rule_in(labels, p, recipe.rule_in_specificity) for p in under]
    found = [high.threshold for high in highs if high is not None]
    if output or not recipe.points_required:  # a comparison wants its row: rule nothing out, or nothing in
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
