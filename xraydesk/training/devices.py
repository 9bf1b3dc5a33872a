"""Where a run computes: one CPU, one GPU, or all the processes that torchrun started."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

import torch
from lightning_fabric import Fabric
from torch import Tensor

from xraydesk.errors import TrainingError
from xraydesk.training.brake import Brake
from xraydesk.training.pulse import Pulse

Report = Callable[[dict[str, Any]], None]
Choice = Literal["auto", "cpu", "cuda"]


@dataclass(frozen=True, slots=True, eq=False)
class Workplace:
    """Where a run works: its folder, whom it reports to, the processes it is spread over, what stops and times it."""

    folder: Path
    report: Report
    fabric: Fabric
    brake: Brake = field(default_factory=Brake)
    pulse: Pulse = field(default_factory=Pulse)


def make_fabric(device: Choice = "auto") -> Fabric:
    """Join the processes of this run.

    Started plainly, that is this process alone; under ``torchrun`` all of them, on one machine or several, told by the
    environment variables it sets. Mixed precision is used where the GPU computes in bfloat16.

    Raises
    ------
    TrainingError
        Where a GPU is asked for and none is there.
    """
    gpu = torch.cuda.is_available()
    if device == "cuda" and not gpu:
        raise TrainingError("No GPU is there that this build of torch can use", remedy="Use the device cpu or auto")
    on_gpu = gpu and device != "cpu"
    world, here = (int(os.environ.get(name, "1")) for name in ("WORLD_SIZE", "LOCAL_WORLD_SIZE"))
    precision: Any = "bf16-mixed" if on_gpu and torch.cuda.is_bf16_supported() else "32-true"
    fabric = Fabric(
        accelerator="cuda" if on_gpu else "cpu",
        devices=here,
        num_nodes=max(1, world // here),
        strategy="ddp" if world > 1 else "auto",
        precision=precision,
    )
    fabric.launch()
    return fabric


def words(fabric: Fabric) -> str:
    """Say what the run computes on."""
    kind = torch.cuda.get_device_name(fabric.device) if fabric.device.type == "cuda" else "CPU"
    return kind if fabric.world_size == 1 else f"{fabric.world_size} x {kind}"


def over_all(loss: Tensor, fabric: Fabric) -> float:
    """Return the mean of the processes' losses, so that all report, and stop at, the same."""
    if fabric.world_size == 1:
        return float(loss.detach())
    return float(cast(Tensor, fabric.all_reduce(loss.detach(), reduce_op="mean")))
