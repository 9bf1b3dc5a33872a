"""Runs of several seeds joined into one model, and what must not be joined."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.blobs import quiet
from tests.training.test_run import sources, tiny
from xraydesk.errors import TrainingError
from xraydesk.inference.bundle import load_bundle
from xraydesk.inference.networks import build
from xraydesk.inference.preprocess import normalise
from xraydesk.training.beside import joined, refuse_unlike
from xraydesk.training.finish import finish
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.report import card_page
from xraydesk.training.run import Sources, TrainedRun, run
from xraydesk.training.run_facts import run_facts
from xraydesk.training.start import start_from

__all__ = ["sources"]


def recipe(seed: int, **changes: object) -> Recipe:
    return dataclasses.replace(tiny(1), **{"seed": seed, "split_seed": 7, "batch_norm": True, **changes})


@pytest.fixture
def start(tmp_path: Path, sources: Sources) -> Path:
    """A model that both runs start from."""
    finish(run(tiny(1), sources, tmp_path / "before", quiet), tmp_path / "start", quiet)
    return tmp_path / "start"


def trained(made: Recipe, at: Sources, out: Path, start: Path | None, *beside: Path) -> TrainedRun:
    return run(made, dataclasses.replace(at, start=start, beside=beside), out, quiet)


def test_two_seeds_share_their_patients_and_one_model_comes_of_them(tmp_path: Path, sources: Sources, start: Path):
    made = {"frozen_stages": 4}
    first = trained(recipe(1, **made), sources, tmp_path / "first", start)
    alone = trained(recipe(2, **made), sources, tmp_path / "alone", start)
    both = trained(recipe(2, **made), sources, tmp_path / "second", start, tmp_path / "first")
    assert first.split.validation.tolist() == both.split.validation.tolist()
    assert both.facts["joined"] == 2
    film = normalise(torch.from_numpy(np.array(first.films[:4])), first.recipe.input)
    with torch.inference_mode():
        wanted = (first.net.eval()(film) + alone.net.eval()(film)) / 2
        torch.testing.assert_close(both.net(film), wanted, rtol=1e-3, atol=1e-3)
    card = finish(both, tmp_path / "bundle", quiet)
    assert "beside it the best epochs of 1 more run of another seed" in card_page(card)
    assert run_facts(both, card, sources)["Side by side"] == "2 runs; the model answers with their mean"
    assert card.architecture_options == {"members": 2, "shared": 4}
    bundle = load_bundle(tmp_path / "bundle")
    with torch.inference_mode():
        torch.testing.assert_close(bundle.network(film), wanted[:, :1], rtol=1e-2, atol=1e-2)


def test_a_run_goes_on_from_the_first_network_of_such_a_model(tmp_path: Path, sources: Sources, start: Path):
    trained(recipe(1), sources, tmp_path / "first", start)
    both = trained(recipe(2), sources, tmp_path / "second", start, tmp_path / "first")
    finish(both, tmp_path / "bundle", quiet)
    net = build("mobilenet_v2_folded", 2).eval()
    assert start_from(net, recipe(3), tmp_path / "bundle").startswith("chest-pneumonia ")
    film = normalise(torch.from_numpy(np.array(both.films[:4])), both.recipe.input)
    with torch.inference_mode():
        of_both = both.net.features(film)
        torch.testing.assert_close(net.features(film), of_both[:, : of_both.shape[1] // 2], rtol=2e-2, atol=2e-2)


def test_runs_that_started_from_other_weights_are_not_joined(tmp_path: Path, sources: Sources, start: Path):
    frozen = {"frozen_stages": 2}
    trained(recipe(1, **frozen), sources, tmp_path / "first", None)
    with pytest.raises(TrainingError, match="started from other weights"):
        trained(recipe(2, **frozen), sources, tmp_path / "second", start, tmp_path / "first")


def test_a_run_validated_on_other_films_is_refused(tmp_path: Path, sources: Sources):
    trained(recipe(1), sources, tmp_path / "first", None)
    with pytest.raises(TrainingError, match="validated on other films"):
        trained(recipe(2, split_seed=8), sources, tmp_path / "second", None, tmp_path / "first")


def test_a_run_of_another_size_sees_films_at_this_one_s(tmp_path: Path, sources: Sources):
    small = recipe(1)
    larger = dataclasses.replace(small, seed=2, input=dataclasses.replace(small.input, size=96))
    first = trained(small, sources, tmp_path / "first", None)
    alone = trained(larger, sources, tmp_path / "alone", None)
    both = trained(larger, sources, tmp_path / "second", None, tmp_path / "first")
    film = normalise(torch.from_numpy(np.array(both.films[:4])), larger.input)
    assert film.shape[-1] == 96 != first.films.shape[-1]
    with torch.inference_mode():
        wanted = (first.net.eval()(film) + alone.net.eval()(film)) / 2
        torch.testing.assert_close(both.net(film), wanted, rtol=1e-3, atol=1e-3)
    other = dataclasses.replace(larger, input=dataclasses.replace(larger.input, mean=0.4))
    with pytest.raises(TrainingError, match="different are: input"):
        refuse_unlike([tmp_path / "first"], other, tmp_path / "first")


def test_a_run_of_another_network_or_without_an_epoch_is_refused(tmp_path: Path, sources: Sources):
    trained(recipe(1), sources, tmp_path / "first", None)
    with pytest.raises(TrainingError, match="different are: frozen_stages"):
        refuse_unlike([tmp_path / "first"], recipe(1, frozen_stages=1), tmp_path / "first")
    (tmp_path / "first" / "best.safetensors").unlink()
    with pytest.raises(TrainingError, match="no epoch to keep"):
        refuse_unlike([tmp_path / "first"], recipe(1), tmp_path / "first")


def test_the_record_of_an_older_run_is_of_no_batch_norm(tmp_path: Path, sources: Sources):
    plain = recipe(3, batch_norm=False)
    made = trained(plain, sources, tmp_path / "old", None)
    file = tmp_path / "old" / "run.json"
    record = json.loads(file.read_text("utf-8"))
    del record["recipe"]["batch_norm"]
    file.write_text(json.dumps(record), "utf-8")
    both, told = joined(made.net, [tmp_path / "old"], plain)
    assert told.architecture_options["members"] == len(both.stages[-1].members) == 2


def test_a_network_with_a_head_of_several_layers_stands_alone(tmp_path: Path):
    of_s5 = RECIPES["s5"]
    net = build(of_s5.architecture, of_s5.outputs, of_s5.architecture_options)
    with pytest.raises(TrainingError, match="cannot stand beside others"):
        joined(net, [tmp_path], of_s5)
