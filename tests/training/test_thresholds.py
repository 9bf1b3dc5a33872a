"""Thresholds from films of sources that the network never saw."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from tests.training.blobs import quiet, small, write_films
from xraydesk.errors import TrainingError
from xraydesk.training.finish import ANSWERS, finish
from xraydesk.training.recipes import RECIPES
from xraydesk.training.run import run
from xraydesk.training.thresholds import (
    CLEAN,
    Outcome,
    choose_labels,
    graded,
    load_outcomes,
    probabilities,
    save_outcome,
)

CHEST = RECIPES["chest-pneumonia"]


def answers(move: float, count: int = 400, seed: int = 0) -> Outcome:
    """Two normal distributions of logits, the healthy moved by so much."""
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 2
    logits = (rng.normal(np.where(labels, 3, -3 + move), 1.5)).astype(np.float32)[:, None]
    return Outcome(labels, {CLEAN: logits, "blur": logits + np.float32(0.2)})


def test_answers_are_read_as_they_were_written(tmp_path: Path) -> None:
    for number in (0, 1):
        save_outcome(answers(number, seed=number), tmp_path / f"{number}.safetensors")
    both = load_outcomes([tmp_path / "0.safetensors", tmp_path / "1.safetensors"])
    first, second = answers(0), answers(1, seed=1)
    assert np.array_equal(both.labels, np.concatenate([first.labels, second.labels]))
    assert np.array_equal(both.logits["blur"], np.concatenate([first.logits["blur"], second.logits["blur"]]))


def test_healthy_films_of_another_source_that_look_worse_raise_the_thresholds() -> None:
    recipe = dataclasses.replace(CHEST, rule_out_sensitivity=0.9, rule_in_specificity=0.9)
    near, far = (choose_labels(answers(move), recipe)[0] for move in (0.0, 3.0))

    def logit(label, name):
        p = label.point(name).threshold
        return (np.log(p / (1 - p)) - label.calibration.offset) / label.calibration.slope

    assert logit(far, "rule-in") > logit(near, "rule-in") + 0.3
    assert logit(far, "default") > logit(near, "default") + 0.3


@pytest.mark.parametrize("content", [None, b"no answers"])
def test_what_is_no_outcome_is_said(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / ANSWERS
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TrainingError, match="no answers of a finished run"):
        load_outcomes([file])


def test_runs_of_different_recipes_do_not_mix(tmp_path: Path) -> None:
    save_outcome(answers(0), tmp_path / "a.safetensors")
    other = answers(0)
    save_outcome(Outcome(other.labels, {CLEAN: other.logits[CLEAN]}), tmp_path / "b.safetensors")
    with pytest.raises(TrainingError, match="other outputs or stresses"):
        load_outcomes([tmp_path / "a.safetensors", tmp_path / "b.safetensors"])


def test_a_run_takes_its_thresholds_from_another(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=16)
    recipe = small("s1-cp-64", epochs=8)
    first = run(recipe, sources, tmp_path / "held-out", quiet)
    theirs = finish(first, tmp_path / "held-out" / "bundle", quiet)
    own = finish(first, tmp_path / "final" / "bundle", quiet, (tmp_path / "held-out",))
    assert own.labels == theirs.labels  # the same answers, by way of the file
    assert own.results["points_chosen_on"].endswith("held out in 1 runs of the recipe")
    assert theirs.results["points_chosen_on"].endswith("validation films")


def test_gross_errors_of_grades_stay_in_sight() -> None:
    knee = dataclasses.replace(RECIPES["knee-osteoarthritis"], rule_out_sensitivity=0.8, points_required=False)
    rng = np.random.default_rng(3)
    grade = rng.integers(0, 5, 600)
    seen = np.where(rng.random(600) < 0.08, 0, grade) + rng.normal(0, 0.4, 600)  # some are taken for a sound knee
    logits = np.stack([5 * (seen - end + 0.5) for end in knee.ends], axis=1).astype(np.float32)
    outcome = Outcome(grade, {CLEAN: logits})
    labels = choose_labels(outcome, knee)
    gross = np.abs(graded(logits, labels) - grade) > 1
    p = probabilities(logits[:, 0], labels[0].calibration)
    assert gross.sum() > 20
    assert (p[gross] >= labels[0].point("rule-out").threshold).mean() >= knee.gross_errors_in_sight
    careless = choose_labels(outcome, dataclasses.replace(knee, gross_errors_in_sight=0.0))
    assert (p[gross] >= careless[0].point("rule-out").threshold).mean() < knee.gross_errors_in_sight


def test_a_comparison_keeps_what_ranks_no_better_than_chance_and_says_one_half() -> None:
    outcome = answers(0)
    backwards = Outcome(1 - outcome.labels, outcome.logits)
    label = choose_labels(backwards, RECIPES["s1-c-64"])[0]
    assert np.allclose(probabilities(backwards.logits[CLEAN], label.calibration), 0.5, atol=1e-4)
    assert [point.name for point in label.operating_points] == ["rule-out", "default", "rule-in"]
    with pytest.raises(TrainingError, match="no better than chance"):
        choose_labels(backwards, CHEST)
