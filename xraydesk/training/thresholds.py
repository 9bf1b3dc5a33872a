"""From answers to films that training did not see, to calibrated probabilities and thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save

from xraydesk.errors import TrainingError
from xraydesk.evaluation.calibration import platt, sigmoid
from xraydesk.evaluation.discrimination import Interval, auroc
from xraydesk.evaluation.operating_points import ThresholdResult, at_threshold, robust_youden, rule_in, rule_out
from xraydesk.inference.card import Label, OperatingPoint, Platt, PointName, Rate
from xraydesk.training.recipe import Recipe
from xraydesk.training.validate import grades

LABELS, CLEAN = "labels", "clean"
_FLAT = 1e-6  # a slope that leaves no more than a film's rank: cards know none of zero
NO_FILM = "inversion"  # a negative is measured, but no threshold is chosen for it


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """Labels of films, 0 and 1 or grades, shape (n,), and the logits (n, ends) given to them, plain and under stress.

    ``logits`` by the name of the stress; "clean" is none.
    """

    labels: NDArray[np.int64]
    logits: dict[str, NDArray[np.float32]]

    def truth(self, recipe: Recipe, output: int = 0) -> NDArray[np.int64]:
        """Return 1 where the answer of that output ought to be yes, shape (n,)."""
        return (self.labels >= recipe.ends[output]).astype(np.int64)


def save_outcome(outcome: Outcome, file: Path) -> None:
    """Keep an outcome, so that a later run can take its thresholds from it; OSError where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(save({LABELS: outcome.labels, **outcome.logits}))


def load_outcomes(files: Sequence[Path]) -> Outcome:
    """Return the outcomes of several runs as one.

    Raises
    ------
    TrainingError
        Where a file is missing, is none, or the runs differ in outputs or stresses.
    """
    parts = [_load(file) for file in files]
    names, outputs = parts[0].logits.keys(), parts[0].logits[CLEAN].shape[1:]
    for part, file in zip(parts, files, strict=True):
        if part.logits.keys() != names or part.logits[CLEAN].shape[1:] != outputs:
            raise TrainingError(
                "This run has other outputs or stresses than the first", subject=file, remedy="Give runs of one recipe"
            )
    logits = {name: np.concatenate([part.logits[name] for part in parts]) for name in names}
    return Outcome(np.concatenate([part.labels for part in parts]), logits)


def _load(file: Path) -> Outcome:
    try:
        kept = load_file(file)
        labels, clean = kept.pop(LABELS), kept[CLEAN]
    except (OSError, KeyError, SafetensorError) as error:
        raise TrainingError(
            "These are no answers of a finished run", subject=file, remedy="Give the folder of a run that has ended"
        ) from error
    return Outcome(labels, {**kept, CLEAN: clean})


def choose_labels(outcome: Outcome, recipe: Recipe) -> tuple[Label, ...]:
    """Return the card's labels with calibration and thresholds, the one that orders the worklist first.

    Raises
    ------
    TrainingError
        Where the first output ranks no better than chance, or no threshold reaches what the recipe wants and requires.
    """
    labels = []
    for output, name in enumerate(recipe.output_names):
        calibration = calibrate(outcome, recipe, output)
        labels.append(Label(name, calibration, choose_points(outcome, calibration, recipe, output)))
    if len(labels) > 1:
        labels[0] = _with_gross_errors_in_sight(outcome, labels, recipe)
    return tuple(labels)


def graded(logits: NDArray[np.float32], labels: Sequence[Label]) -> NDArray[np.int64]:
    """Return the grades, shape (n,), that a model for grades gives: the rounded sum of its probabilities."""
    return grades(np.stack([probabilities(logits[:, k], label.calibration) for k, label in enumerate(labels)], axis=1))


def _with_gross_errors_in_sight(outcome: Outcome, labels: Sequence[Label], recipe: Recipe) -> Label:
    """Lower the rule-out point of the first label until nearly all gross errors lie above it.

    A grade that is wrong by two or more does least harm where a reader looks closely anyway. It holds for plain films
    and under each stress by itself, for a hospital is like one of them and not like their mean.
    """
    first, highest = labels[0], []
    for name, logits in outcome.logits.items():
        if name != NO_FILM:
            gross = np.abs(graded(logits, labels) - outcome.labels) > 1
            errors = np.sort(probabilities(logits[gross, 0], first.calibration))
            may_lie_below = int((1 - recipe.gross_errors_in_sight) * len(errors))
            highest += [float(error) for error in errors[may_lie_below : may_lie_below + 1]]
    bottom = first.point(PointName.RULE_OUT)
    if not highest or min(highest) >= bottom.threshold:
        return first
    p = probabilities(outcome.logits[CLEAN][:, 0], first.calibration)
    lower = _point(PointName.RULE_OUT, at_threshold(outcome.truth(recipe), p, min(highest)))
    return replace(
        first, operating_points=tuple(lower if point == bottom else point for point in first.operating_points)
    )


def calibrate(outcome: Outcome, recipe: Recipe, output: int = 0) -> Platt:
    """Fit Platt's curve on the plain films.

    Yes or no: both classes weigh the same, for the share of ill patients differs from place to place and half and half
    favours neither answer. Grades: each film weighs the same, or their sum would not be a grade. The card says which.

    Where a recipe requires nothing of its thresholds, as for a comparison, a network that ranks no better than chance
    is kept with a curve that says one half for every film.
    """
    truth, logits = outcome.truth(recipe, output), outcome.logits[CLEAN][:, output]
    if not auroc(truth, logits) > 0.5:
        if not recipe.points_required:
            return Platt(_FLAT, 0.0)
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


def choose_points(outcome: Outcome, calibration: Platt, recipe: Recipe, output: int = 0) -> tuple[OperatingPoint, ...]:
    """Choose three thresholds; each is stored with what it gives on the plain films.

    Rule-out: the highest whose sensitivity meets the recipe's bound. Default: the best under the worst stress.
    Rule-in: the lowest whose specificity meets the recipe's bound under every stress, for a film from elsewhere moves
    healthy patients up more easily than ill ones down. Only the first output's bounds can stop a bundle.
    """
    labels = outcome.truth(recipe, output)
    changed = [name for name in outcome.logits if name not in {CLEAN, NO_FILM}]
    under = [probabilities(outcome.logits[name][:, output], calibration) for name in (CLEAN, *changed)]
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
