"""Checkpoints and records of runs that are damaged, or of another version: a sentence, and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from tests.training.test_run_record import record
from xraydesk.errors import TrainingError
from xraydesk.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from xraydesk.training.run_record import RECORD

TOLD = {"history": "[]", "losses": "[]"}


def kept(stem: Path, width: int = 3) -> None:
    net = nn.Linear(width, 2)
    average = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    save_checkpoint(stem, Checkpoint.of(net, torch.optim.SGD(net.parameters(), 0.1), average, []))


def test_a_checkpoint_comes_back(tmp_path: Path) -> None:
    assert load_checkpoint(tmp_path / "last") is None
    kept(tmp_path / "last")
    found = load_checkpoint(tmp_path / "last")
    assert found is not None
    net = nn.Linear(3, 2)
    found.restore(net, torch.optim.SGD(net.parameters(), 0.1), dict(net.state_dict()))
    assert torch.equal(net.weight, found.weights["weight"])


@pytest.mark.parametrize(
    ("tensors", "told"),
    [
        ({"weights/a": torch.zeros(2), "schedule/a": torch.zeros(2)}, TOLD),
        ({"weights": torch.zeros(2)}, TOLD),
        ({"weights/a": torch.zeros(2)}, None),
        ({"weights/a": torch.zeros(2)}, {"history": "{"}),
    ],
    ids=["another group", "no group", "no history", "half a history"],
)
def test_what_another_version_wrote_is_told(tmp_path: Path, tensors: dict, told: dict | None) -> None:
    save_file(tensors, tmp_path / "last.safetensors", metadata=told)
    with pytest.raises(TrainingError, match=r"damaged or of another version.*last\.safetensors"):
        load_checkpoint(tmp_path / "last")


def test_a_file_that_was_cut_is_told(tmp_path: Path) -> None:
    kept(tmp_path / "last")
    file = tmp_path / "last.safetensors"
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(TrainingError, match="damaged or of another version"):
        load_checkpoint(tmp_path / "last")


def test_another_network_is_told_before_anything_is_put_into_it(tmp_path: Path) -> None:
    kept(tmp_path / "last", width=4)
    found = load_checkpoint(tmp_path / "last")
    assert found is not None
    net = nn.Linear(3, 2)
    before = net.weight.clone()
    with pytest.raises(TrainingError, match="of another network"):
        found.restore(net, torch.optim.SGD(net.parameters(), 0.1), dict(net.state_dict()))
    assert torch.equal(net.weight, before)


@pytest.mark.parametrize("written", ["{", "[]", "{}", '{"schema": 2, "recipe": {}, "train": [], "validation": []}'])
def test_a_record_that_cannot_be_read_is_told_and_stays(tmp_path: Path, written: str) -> None:
    (tmp_path / RECORD).write_text(written, "utf-8")
    with pytest.raises(TrainingError, match=r"cannot be read: .* another version .*run\.json"):
        record(tmp_path, tmp_path / "data", begun=True)
    assert (tmp_path / RECORD).read_text("utf-8") == written


def test_a_record_without_a_version_is_of_the_first(tmp_path: Path) -> None:
    first = record(tmp_path, tmp_path / "data")
    del first["schema"]
    (tmp_path / RECORD).write_text(json.dumps(first), "utf-8")
    assert record(tmp_path, tmp_path / "data", begun=True)["schema"] == 1
