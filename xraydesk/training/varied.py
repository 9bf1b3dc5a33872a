"""A batch as the network sees it: augmented on the device, some films in a wrong frame, some mixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import torch
from lightning_fabric import Fabric
from torch import Tensor

from xraydesk.inference.preprocess import normalise
from xraydesk.training.augment import augment
from xraydesk.training.batches import Batch, TrainingData, batches
from xraydesk.training.framing import misframe
from xraydesk.training.mixup import mix
from xraydesk.training.recipe import Recipe


def varied(whole: Batch, recipe: Recipe, fabric: Fabric) -> Batch:
    """Augment the whole batch, which costs little on the device, and return this process's part of it."""
    return _varied_whole(whole, recipe, fabric).part(fabric.global_rank, fabric.world_size)


def first_films(data: TrainingData, recipe: Recipe, fabric: Fabric, count: int) -> Iterator[Tensor]:
    """Yield the run's first batches, whole, as the network sees them, shape (n, 1, size, size)."""
    for whole in islice(batches(data, recipe, 0), count):
        yield normalise(_varied_whole(whole, recipe, fabric).films, recipe.learning_input)


def _varied_whole(whole: Batch, recipe: Recipe, fabric: Fabric) -> Batch:
    batch = whole.to(fabric.device)
    generator = torch.Generator(fabric.device).manual_seed(whole.seed)
    films = augment(batch.films, recipe.augment, generator)
    if batch.misframed:
        films[-batch.misframed :] = misframe(films[-batch.misframed :], generator)
    batch = replace(batch, films=films)
    return mix(batch, recipe.mixup) if recipe.mixup else batch
