"""What learns and how fast: frozen stages, optimiser, schedule, averaged weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from xraydesk.inference.networks import ClassifierNet
from xraydesk.training.recipe import Recipe


def freeze(net: ClassifierNet, recipe: Recipe) -> list[nn.Module]:
    """Keep the first stages as they are, as the recipe says, and return them."""
    count = recipe.frozen_stages
    if recipe.free_blocks is not None:
        first_free = net.blocks[-recipe.free_blocks] if recipe.free_blocks else len(net.stages)
        count = max(count, first_free)
    frozen = list(net.stages)[:count]
    for stage in frozen:
        stage.requires_grad_(requires_grad=False)
    return frozen


def make_optimizer(free: Sequence[nn.Parameter], recipe: Recipe) -> torch.optim.Optimizer:
    """Build the optimiser the recipe names."""
    if recipe.optimizer == "sgd":
        return torch.optim.SGD(free, lr=recipe.learning_rate, momentum=0.9, weight_decay=recipe.weight_decay)
    kind = torch.optim.AdamW if recipe.optimizer == "adamw" else torch.optim.Adam
    return kind(free, lr=recipe.learning_rate, weight_decay=recipe.weight_decay)


def schedule(step: int, steps: int, recipe: Recipe) -> float:
    """Linear warm-up, then a cosine to zero (Loshchilov and Hutter 2017) or no change."""
    if step < recipe.warmup_steps:
        return (step + 1) / recipe.warmup_steps
    if recipe.schedule == "constant":
        return 1.0
    return 0.5 * (1 + float(np.cos(np.pi * (step - recipe.warmup_steps) / max(1, steps - recipe.warmup_steps))))


def update_average(average: dict[str, Tensor], net: nn.Module, decay: float) -> None:
    """Move the averaged weights a step towards the present ones (Polyak averaging)."""
    with torch.no_grad():
        for name, tensor in net.state_dict().items():
            if tensor.is_floating_point():
                average[name].lerp_(tensor, 1 - decay)
            else:
                average[name].copy_(tensor)
