"""Grades: one answer for each step, from the loss to the card."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from PIL import Image
from sklearn.metrics import cohen_kappa_score

from tests.training.blobs import quiet
from xraydesk.errors import TrainingError
from xraydesk.inference.bundle import load_bundle
from xraydesk.training.batches import FilmRows, TrainingData, batches
from xraydesk.training.finish import finish
from xraydesk.training.framing import misframe
from xraydesk.training.objective import label_loss
from xraydesk.training.recipe import NO_AUGMENT, Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.run import Sources, run
from xraydesk.training.validate import grades

KNEE = RECIPES["knee-osteoarthritis"]


def tiny(**changes: object) -> Recipe:
    settings = {
        "input": dataclasses.replace(KNEE.input, size=64, stretch=None), "augment": NO_AUGMENT, "epochs": 10,
        "batch_size": 12, "warmup_steps": 2, "learning_rate": 2e-3, "validation_share": 0.4, "frozen_stages": 0,
        "ema_decay": 0.8, "points_required": False, "checks": ("clean",), "batch_norm": False,
    }  # fmt: skip
    return dataclasses.replace(KNEE, **{**settings, **changes})


@pytest.fixture
def knees(tmp_path: Path) -> Sources:
    """Bars that grow with the grade, two films a patient."""
    rng = np.random.default_rng(0)
    for grade in range(5):
        folder = tmp_path / "data" / "train" / str(grade)
        folder.mkdir(parents=True)
        for i in range(12):
            grey = rng.integers(40, 60, (64, 64)).astype(np.uint8)
            grey[8 : 12 + 12 * grade, 4:60] += 180
            Image.fromarray(grey).save(folder / f"{grade * 100 + i // 2 + 1_000_000}{'LR'[i % 2]}.png")
    others = tmp_path / "others"
    others.mkdir()
    for i in range(15):
        Image.fromarray(rng.integers(0, 255, (64, 64)).astype(np.uint8)).save(others / f"{i}.png")
    return Sources(tmp_path / "data", (others,))


def test_a_run_on_grades_ends_in_a_bundle_of_all_steps(tmp_path: Path, knees: Sources) -> None:
    quick = RECIPES["s1-cp-64"]
    recipe = tiny(architecture=quick.architecture, architecture_options=quick.architecture_options, others_share=0.0)
    trained = run(recipe, knees, tmp_path / "run", quiet)
    card = finish(trained, tmp_path / "bundle", quiet)
    assert [label.name for label in card.labels] == ["KL >= 2", "KL >= 1", "KL >= 3", "KL >= 4"]
    assert all({p.name for p in label.operating_points} == {"rule-out", "default", "rule-in"} for label in card.labels)
    films = torch.from_numpy(np.array(trained.films[:2]))
    assert load_bundle(tmp_path / "bundle").network(films.float().unsqueeze(1) / 255).shape == (2, 4)
    found = np.array(card.results["grades_confusion"])
    truth, given = (np.repeat(axis.ravel(), found.ravel()) for axis in np.indices(found.shape))
    assert card.results["quadratic_kappa"] == pytest.approx(cohen_kappa_score(truth, given, weights="quadratic"))
    assert sum(card.results["gross_errors"].values()) == (np.abs(truth - given) > 1).sum()
    assert card.results["abnormal"] == (truth >= 2).sum()
    assert "own kind in a wrong frame, validation" in card.results["gate"]
    assert "kappa" in card.training["history"][-1]


def test_a_grade_that_is_missing_is_said(tmp_path: Path, knees: Sources) -> None:
    for path in (knees.data / "train" / "4").iterdir():
        path.unlink()
    with pytest.raises(TrainingError, match=r'both classes of "KL >= 4"'):
        run(tiny(), knees, tmp_path / "run", quiet)


def test_the_loss_is_the_mean_over_steps() -> None:
    torch.manual_seed(0)
    logits, labels = torch.randn(6, 4), torch.tensor([0, 1, 2, 3, 4, 2])
    recipe = dataclasses.replace(KNEE, label_smoothing=0.0)
    each = [F.binary_cross_entropy_with_logits(logits[:, k], (labels >= end).float())
            for k, end in enumerate((2, 1, 3, 4))]  # fmt: skip
    torch.testing.assert_close(label_loss(logits, labels, recipe), torch.stack(each).mean())


def test_yes_or_no_is_a_grade_with_one_step() -> None:
    torch.manual_seed(0)
    recipe = dataclasses.replace(RECIPES["chest-pneumonia"], label_smoothing=0.1, class_weights=(1.0, 3.0))
    logits, labels = torch.randn(8, 1), torch.tensor([0, 1, 1, 0, 0, 1, 0, 1])
    target = torch.where(labels == 1, 0.9, 0.1)
    weight = torch.where(labels == 1, 3.0, 1.0)
    wanted = F.binary_cross_entropy_with_logits(logits[:, 0], target, weight)
    torch.testing.assert_close(label_loss(logits, labels, recipe), wanted)


def test_the_order_of_steps_does_not_change_the_grade() -> None:
    steps = np.array([[0.9, 0.99, 0.6, 0.1], [0.1, 0.3, 0.0, 0.0]])
    assert grades(steps).tolist() == [3, 0]
    assert np.array_equal(grades(steps), grades(steps[:, ::-1]))


def test_misframed_films_count_as_of_another_kind() -> None:
    films = np.random.default_rng(0).integers(0, 255, (50, 16, 16)).astype(np.uint8)
    rows = FilmRows(films, np.arange(40))
    data = TrainingData(rows, np.arange(40) % 5, FilmRows(films, np.arange(40, 50)), rows, np.arange(40) % 5)
    recipe = tiny(batch_size=20, others_share=0.2, misframed_share=0.5)
    batch = next(batches(data, recipe, 0))
    assert batch.misframed == 2
    assert batch.own.tolist() == [True] * 16 + [False] * 4
    own_films = {film.tobytes() for film in films[:40]}
    assert [film.numpy().tobytes() in own_films for film in batch.films[-4:]] == [False, False, True, True]
    balance = (batch.labels[:16] >= 2).sum()
    assert balance == 8


def test_a_wrong_frame_shows_another_part_of_the_film() -> None:
    ramp = torch.arange(64, dtype=torch.uint8)[:, None] + 2 * torch.arange(64, dtype=torch.uint8)
    films = ramp.expand(60, 64, 64).clone()
    generator = torch.Generator().manual_seed(1)
    moved = misframe(films, generator)
    assert moved.shape == films.shape
    assert moved.dtype == torch.uint8
    change = (moved.float() - films.float()).abs().mean((1, 2))
    assert (change > 5).all()
    again = misframe(films, torch.Generator().manual_seed(1))
    assert torch.equal(moved, again)
