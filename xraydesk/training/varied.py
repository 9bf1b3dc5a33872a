"""A batch as the network sees it: augmented on the device, some films in a wrong frame."""

from __future__ import annotations

from dataclasses import replace

import torch
from lightning_fabric import Fabric

from xraydesk.training.augment import augment
from xraydesk.training.batches import Batch
from xraydesk.training.framing import misframe
from xraydesk.training.recipe import Recipe


def varied(whole: Batch, recipe: Recipe, fabric: Fabric) -> Batch:
    """Augment the whole batch, which costs little on the device, and return this process's part of it."""
    batch = whole.to(fabric.device)
    generator = torch.Generator(fabric.device).manual_seed(whole.seed)
    films = augment(batch.films, recipe.augment, generator)
    if batch.misframed:
        films[-batch.misframed :] = misframe(films[-batch.misframed :], generator)
    return replace(batch, films=films).part(fabric.global_rank, fabric.world_size)
