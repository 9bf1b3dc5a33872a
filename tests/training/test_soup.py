"""Weights averaged over runs: the mean itself, its batch norm, and what must not be averaged."""

import dataclasses
import json
from pathlib import Path

import pytest
import torch
from torch import nn

from tests.training.blobs import quiet
from tests.training.test_run import sources, tiny
from xraydesk.errors import TrainingError
from xraydesk.inference.bundle import load_bundle
from xraydesk.training.checkpoint import load_checkpoint
from xraydesk.training.finish import finish
from xraydesk.training.recipe import Recipe
from xraydesk.training.run import Sources, TrainedRun, run
from xraydesk.training.run_files import BEST
from xraydesk.training.soup import candidates, mean, of_runs

__all__ = ["sources"]


def recipe(seed: int) -> Recipe:
    return dataclasses.replace(tiny(1), seed=seed, split_seed=7, batch_norm=True)


def trained(seed: int, at: Sources, out: Path, *mean_with: Path) -> TrainedRun:
    return run(recipe(seed), dataclasses.replace(at, mean_with=mean_with), out, quiet)


def test_the_mean_is_of_each_tensor_and_counts_are_of_the_first() -> None:
    one, other = (
        {"w": torch.tensor([1.0, 2.0]), "n": torch.tensor(3)},
        {"w": torch.tensor([3.0, 6.0]), "n": torch.tensor(9)},
    )
    found = mean([one, other])
    assert found["w"].tolist() == [2.0, 4.0]
    assert found["n"].item() == 3


def test_batch_norm_of_a_mean_is_measured_anew_and_the_net_left_as_it_was() -> None:
    net = nn.Sequential(nn.Conv2d(1, 2, 1), nn.BatchNorm2d(2))
    weights = [{**net.state_dict(), "0.weight": torch.full((2, 1, 1, 1), scale)} for scale in (1.0, 3.0)]
    before = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    film = torch.randn(4, 1, 8, 8, generator=torch.Generator().manual_seed(0))
    name, found = next(iter(candidates(net, weights[0], weights[0], weights[1:], [film]).items()))
    assert name == "mean of the best epochs of 2 runs"
    of_film = 2.0 * film.mean() + found["0.bias"]
    torch.testing.assert_close(found["1.running_mean"], of_film)
    assert all(torch.equal(net.state_dict()[key], tensor) for key, tensor in before.items())


def test_two_seeds_share_their_patients_and_a_bundle_comes_of_their_mean(tmp_path: Path, sources: Sources) -> None:
    first = trained(1, sources, tmp_path / "first")
    second = trained(2, sources, tmp_path / "second", tmp_path / "first")
    assert first.split.validation.tolist() == second.split.validation.tolist()
    assert next(iter(second.facts["chosen"]["robust_auroc"])) == "mean of the best epochs of 2 runs"
    assert not any(isinstance(module, nn.BatchNorm2d) for module in second.net.modules())
    finish(second, tmp_path / "bundle", quiet)
    assert load_bundle(tmp_path / "bundle").card.architecture == "mobilenet_v2_folded"


def test_a_run_validated_on_other_films_is_refused(tmp_path: Path, sources: Sources) -> None:
    trained(1, sources, tmp_path / "first")
    elsewhere = dataclasses.replace(recipe(2), split_seed=8)
    with pytest.raises(TrainingError, match="validated on other films"):
        run(elsewhere, dataclasses.replace(sources, mean_with=(tmp_path / "first",)), tmp_path / "second", quiet)


def test_a_run_of_another_network_or_without_an_epoch_is_refused(tmp_path: Path, sources: Sources) -> None:
    trained(1, sources, tmp_path / "first")
    other = dataclasses.replace(recipe(1), batch_norm=False)
    with pytest.raises(TrainingError, match="different are: batch_norm"):
        of_runs([tmp_path / "first"], other, tmp_path / "first")
    with pytest.raises(TrainingError, match="no epoch to average with"):
        of_runs([tmp_path / "none"], recipe(1), tmp_path / "first")


def test_the_record_of_an_older_run_is_of_no_batch_norm(tmp_path: Path, sources: Sources) -> None:
    plain = dataclasses.replace(tiny(1), seed=3)
    run(plain, sources, tmp_path / "old", quiet)
    file = tmp_path / "old" / "run.json"
    record = json.loads(file.read_text("utf-8"))
    del record["recipe"]["batch_norm"]
    file.write_text(json.dumps(record), "utf-8")
    (found,) = of_runs([tmp_path / "old"], plain, tmp_path / "old")
    kept = load_checkpoint(tmp_path / "old" / BEST)
    assert kept is not None
    assert found.keys() == kept.average.keys()
    with pytest.raises(TrainingError, match="different are: batch_norm"):
        of_runs([tmp_path / "old"], dataclasses.replace(plain, batch_norm=True), tmp_path / "old")
