"""Every recipe by the ordinary path: made-up films, a step or two, a bundle that answers."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch

from tests.training.blobs import quiet, small, write_films
from xraydesk.evaluation.discrimination import auroc
from xraydesk.inference.bundle import load_bundle
from xraydesk.training import thresholds
from xraydesk.training.command import train_to_bundle
from xraydesk.training.prepare import Sources
from xraydesk.training.recipe import HeadPhase, Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.stress import STRESSES

SIDE = 32
ALIKE = {"s4-two-layers", "s4-xavier", "s4-random", "s4-last-2", "s4-last-3", "s5"}  # settings that others try as well
FIXED = {"five_conv": 256}  # the least side such a network takes


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return write_films(tmp_path_factory.mktemp("films"), each=6, others=6)


def shrunk(recipe: Recipe) -> Recipe:
    options = dict(recipe.architecture_options)
    size = FIXED.get(recipe.architecture, SIDE)
    if "size" in options:
        options["size"] = size
    head = recipe.head_first and HeadPhase(1, batch_size=8)
    changes = {"architecture_options": options, "epochs": 1, "batch_size": 10, "head_first": head,
               "points_required": False, "checks": ("clean",), "ends": (1,), "end_words": ""}  # fmt: skip
    return small(recipe.name, size, **changes)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge under two stresses only, and let a network pass that no step or two can teach anything."""
    for name in set(STRESSES) - {"clean", "inversion"}:
        monkeypatch.delitem(STRESSES, name)
    monkeypatch.setattr(thresholds, "auroc", lambda truth, scores: max(0.51, auroc(truth, scores)))


@pytest.mark.parametrize("name", [name for name in RECIPES if name not in ALIKE])
@pytest.mark.usefixtures("hurried")
def test_it_ends_in_a_bundle(name: str, sources: Sources, tmp_path: Path) -> None:
    recipe = shrunk(RECIPES[name])
    if not recipe.others_share:
        sources = dataclasses.replace(sources, others=())
    card = train_to_bundle(recipe, sources, tmp_path, quiet)
    assert card is not None
    bundle = load_bundle(tmp_path / "bundle")
    assert bundle.card.architecture == RECIPES[name].architecture
    assert (tmp_path / "card.md").is_file()
    with torch.inference_mode():
        answer = bundle.network(torch.zeros(1, 1, recipe.input.size, recipe.input.size))
    assert answer.shape == (1, len(card.labels))
    assert answer.isfinite().all()
