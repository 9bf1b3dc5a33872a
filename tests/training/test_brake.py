"""A run is stopped in the middle of an epoch and goes on to the same weights; a time limit ends the epochs early."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests.training.blobs import quiet, small, write_films
from xraydesk.errors import Cancelled, TrainingError
from xraydesk.training.brake import Brake
from xraydesk.training.checkpoint import load_checkpoint
from xraydesk.training.run import run
from xraydesk.training.run_lock import at_work, worker


class Clock:
    """Time that passes one second at each look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


def test_a_run_stopped_within_an_epoch_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    sources = write_films(tmp_path, each=12)
    recipe = small("s1-cp-64", batch_size=4, ema_decay=0.9)
    straight = run(recipe, sources, tmp_path / "straight", quiet)
    out, stop = tmp_path / "broken", tmp_path / "stop"

    def ask(row: dict) -> None:
        if row.get("epoch") == 0 and "auroc_clean" in row:
            stop.touch()  # the first step of the second epoch is the last one

    with pytest.raises(Cancelled):
        run(recipe, sources, out, ask, Brake(stop, clock=Clock()))
    kept = load_checkpoint(out / "last")
    assert kept is not None
    assert (len(kept.history), len(kept.losses)) == (1, 1)
    stop.unlink()
    resumed = run(recipe, sources, out, quiet, Brake(stop))
    assert [row["loss"] for row in resumed.facts["history"]] == [row["loss"] for row in straight.facts["history"]]
    for name, tensor in straight.net.state_dict().items():
        assert torch.equal(tensor, resumed.net.state_dict()[name]), name


def test_a_time_limit_ends_the_epoch_and_its_weights_are_kept(tmp_path: Path) -> None:
    told: list[dict] = []
    recipe = small("s1-cp-64", epochs=50, batch_size=4)
    trained = run(recipe, write_films(tmp_path, each=12), tmp_path / "run", told.append, Brake(None, 5, Clock()))
    assert len(trained.facts["history"]) == 1
    assert trained.facts["time_limit"] == "reached in epoch 1 of 50"
    assert {"note": "The time limit was reached in epoch 1 of 50"} in told


def test_checkpoints_are_kept_now_and_then_without_being_asked() -> None:
    kept: list[float] = []
    clock = Clock()
    brake = Brake(None, clock=clock)
    for _ in range(1000):
        brake.pull(lambda: kept.append(clock.now))
    assert 2 <= len(kept) <= 4


def test_two_runs_do_not_work_in_one_folder(tmp_path: Path) -> None:
    assert worker(tmp_path / "run") is None
    with at_work(tmp_path / "run"):
        assert worker(tmp_path / "run") is not None
        with pytest.raises(TrainingError, match="A run is at work in this folder"), at_work(tmp_path / "run"):
            pass
    assert worker(tmp_path / "run") is None
