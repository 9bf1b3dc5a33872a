"""Checkpoints without pickle: tensors as safetensors, the rest as JSON, each written aside and moved into place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.optim import Optimizer

from xraydesk.errors import TrainingError

_ANEW = "Go on with the version of xraydesk that began the run, or choose an empty folder for a new one"


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """A run between two steps. ``losses`` are those of the steps taken in the epoch that was begun."""

    weights: dict[str, Tensor]
    average: dict[str, Tensor]
    moments: dict[str, Tensor]
    history: list[dict[str, Any]]
    losses: list[float] = field(default_factory=list)

    @staticmethod
    def of(
        net: nn.Module,
        optimizer: Optimizer,
        average: dict[str, Tensor],
        history: list[dict[str, Any]],
        losses: Sequence[float] = (),
    ) -> Checkpoint:
        """Take up the state of a run."""
        moments = {
            f"{index}.{name}": tensor
            for index, state in optimizer.state_dict()["state"].items()
            for name, tensor in state.items()
        }
        return Checkpoint(net.state_dict(), average, moments, list(history), list(losses))

    def restore(self, net: nn.Module, optimizer: Optimizer, average: dict[str, Tensor]) -> None:
        """Put the state back into a run built alike.

        Raises
        ------
        TrainingError
            It is of another network, as another version builds it.
        """
        if _shapes(self.weights) != _shapes(net.state_dict()) or not _shapes(self.average) <= _shapes(average):
            raise TrainingError("The checkpoint is of another network than this run's", remedy=_ANEW)
        net.load_state_dict(self.weights)
        for name, tensor in self.average.items():
            average[name].copy_(tensor)
        state: dict[int, dict[str, Tensor]] = {}
        for key, tensor in self.moments.items():
            index, name = key.split(".", 1)
            state.setdefault(int(index), {})[name] = tensor
        optimizer.load_state_dict({**optimizer.state_dict(), "state": state})


def save_checkpoint(stem: Path, checkpoint: Checkpoint) -> None:
    """Write ``stem.safetensors`` with the history in its metadata; an interrupted write leaves the old one whole."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    groups = {"weights": checkpoint.weights, "average": checkpoint.average, "moments": checkpoint.moments}
    tensors = {f"{group}/{name}": t.contiguous() for group, named in groups.items() for name, t in named.items()}
    aside = stem.with_suffix(".part")
    told = {"history": checkpoint.history, "losses": checkpoint.losses}
    save_file(tensors, aside, metadata={name: json.dumps(value, default=float) for name, value in told.items()})
    aside.replace(_file(stem))


def is_there(stem: Path) -> bool:
    """Whether a checkpoint was written, whole or damaged; nothing of it is read."""
    return _file(stem).exists()


def load_checkpoint(stem: Path) -> Checkpoint | None:
    """Read a checkpoint back, or None where there is none.

    Raises
    ------
    TrainingError
        It is damaged, or another version wrote what this one does not understand.
    """
    file = _file(stem)
    if not file.exists():
        return None
    groups: dict[str, dict[str, Tensor]] = {"weights": {}, "average": {}, "moments": {}}
    try:
        for key, tensor in load_file(file).items():
            group, name = key.split("/", 1)
            groups[group][name] = tensor
        told = _metadata(file)
        return Checkpoint(**groups, history=json.loads(told["history"]), losses=json.loads(told.get("losses", "[]")))
    except (SafetensorError, ValueError, KeyError, TypeError) as error:
        what = "The checkpoint is damaged or of another version of xraydesk"
        raise TrainingError(what, subject=file, remedy=_ANEW) from error


def _file(stem: Path) -> Path:
    return stem.with_suffix(".safetensors")


def _shapes(tensors: dict[str, Tensor]) -> set[tuple[str, tuple[int, ...]]]:
    return {(name, tuple(tensor.shape)) for name, tensor in tensors.items()}


def _metadata(file: Path) -> dict[str, str]:
    from safetensors import safe_open

    with safe_open(file, "pt") as handle:
        metadata: dict[str, str] = handle.metadata()
    return metadata
