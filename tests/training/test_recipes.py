"""Every recipe: a network it can build, a name a card may have; and whole runs of those unlike ours."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.blobs import quiet, small, write_films
from xraydesk.errors import TrainingError
from xraydesk.inference.bundle import load_bundle
from xraydesk.inference.card import ModelCard
from xraydesk.inference.card_rules import _ID
from xraydesk.inference.networks import build
from xraydesk.training.command import train_to_bundle
from xraydesk.training.evidence import Evidence
from xraydesk.training.gate_fit import Answers
from xraydesk.training.recipe import HeadPhase, Recipe, shortened
from xraydesk.training.recipes import RECIPES
from xraydesk.training.results import warnings
from xraydesk.training.run import run
from xraydesk.training.stress import STRESSES
from xraydesk.training.thresholds import calibrate

ONE_EACH = {(r.architecture, tuple(sorted(r.architecture_options.items()))): r for r in RECIPES.values()}


@pytest.mark.parametrize("recipe", ONE_EACH.values(), ids=lambda r: r.name)
def test_a_recipe_builds_its_network_for_its_size(recipe: Recipe) -> None:
    net = build(recipe.architecture, recipe.outputs, recipe.architecture_options).eval()
    size = recipe.input.size if net.__class__.__name__ == "HeadedNet" and recipe.input.size <= 300 else 64
    with torch.inference_mode():
        assert net(torch.zeros(1, 1, size, size)).shape == (1, recipe.outputs)


def test_names_and_settings_make_sense() -> None:
    for name, recipe in RECIPES.items():
        assert recipe.name == name
        assert _ID.fullmatch(name)
        assert recipe.words
        assert len(f"{name}  {recipe.words}") < 140
        assert set(recipe.checks) <= set(STRESSES)
        if recipe.architecture in {"block_cnn", "five_conv"}:
            assert recipe.architecture_options["size"] == recipe.input.size
    assert len({r.words for r in RECIPES.values()}) == len(RECIPES)


def test_a_shortened_recipe_keeps_all_but_its_length() -> None:
    short = shortened(RECIPES["s5"], 1)
    assert (short.epochs, short.head_first and short.head_first.epochs) == (1, 10)
    assert dataclasses.replace(short, epochs=5, head_first=RECIPES["s5"].head_first) == RECIPES["s5"]
    assert shortened(RECIPES["s2"], 3).head_first is None


def _refused_of(card: ModelCard, folder: str) -> float:
    gate = card.results["gate"]
    return next(row["refused"] for name, row in gate.items() if name.endswith(f"{folder}, kept aside"))


def test_a_network_with_a_head_of_its_own_becomes_a_bundle(tmp_path: Path) -> None:
    name = "s1-cp-64"
    sources = write_films(tmp_path, each=24, others=12)
    rows: list[dict] = []
    card = train_to_bundle(small(name, learning_rate=3e-3, epochs=4), sources, tmp_path / "out", rows.append)
    assert card is not None
    bundle = load_bundle(tmp_path / "out" / "bundle")
    assert bundle.card.architecture_options == RECIPES[name].architecture_options
    assert card.gate.domain_cutoff is not None  # other kinds were shown to the gate alone
    assert _refused_of(card, "others") == 1.0
    assert card.results["auroc"]["value"] > 0.8
    assert any("Too few to choose" in row.get("warning", "") for row in rows)
    assert (tmp_path / "out" / "card.md").read_text().startswith("# Blobs")


def test_two_stages_with_facts_on_the_patient(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=16)
    recipe = small("s5-patient", size=32, epochs=1, head_first=HeadPhase(6, batch_size=8, learning_rate=3e-3))
    rows: list[dict] = []
    trained = run(recipe, sources, tmp_path / "out", rows.append)
    head = [row for row in rows if row.get("stage") == "head"]
    assert len(head) == 6
    assert head[-1]["loss"] < head[0]["loss"]
    kept = sorted((tmp_path / "out").glob("features-*.npy"))
    assert [np.load(file).shape[1] for file in kept] == [2048, 2048]
    assert trained.net.facts == 7
    stamps = [file.stat().st_mtime_ns for file in kept]
    (tmp_path / "out" / "last.safetensors").unlink()
    run(recipe, sources, tmp_path / "out", quiet)
    assert [file.stat().st_mtime_ns for file in kept] == stamps  # computed once


def test_a_finished_second_stage_does_not_train_the_head_again(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=10)
    recipe = small("s5", size=32, epochs=1, head_first=HeadPhase(2, batch_size=8))
    first = run(recipe, sources, tmp_path / "out", quiet)
    rows: list[dict] = []
    again = run(recipe, sources, tmp_path / "out", rows.append)
    assert not [row for row in rows if row.get("stage") == "head"]
    assert torch.equal(first.net.head[0].weight, again.net.head[0].weight)


def test_a_network_without_a_linear_head_cannot_learn_kinds(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=6)
    with pytest.raises(TrainingError, match="others_share"):
        run(small("s1-cp-64", others_share=0.2), sources, tmp_path / "out", quiet)


def test_a_model_that_ranks_backwards_becomes_no_bundle_but_a_sentence() -> None:
    labels = np.repeat([0, 1], 40)
    logits = (-labels + np.random.default_rng(0).normal(0, 0.5, 80)).astype(np.float32)[:, None]
    plain = Answers(logits, torch.zeros(80, 1))
    evidence = Evidence(np.zeros((80, 8, 8), np.uint8), labels, plain, {"clean": plain})
    with pytest.raises(TrainingError, match="no better than chance"):
        calibrate(evidence.outcome, RECIPES["chest-pneumonia"])
    assert any("no better than chance" in warning for warning in warnings(evidence, RECIPES["chest-pneumonia"]))
