"""The head alone, trained on features of the frozen network that are computed once and kept on disk."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.errors import TrainingError
from xraydesk.evaluation.discrimination import auroc
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.preprocess import normalise
from xraydesk.training.batches import FilmRows, TrainingData, positives
from xraydesk.training.devices import Workplace
from xraydesk.training.objective import label_loss
from xraydesk.training.recipe import HeadPhase, Recipe
from xraydesk.training.validate import finite

Features = NDArray[np.float16]
_BATCH = 32


def train_head(net: ClassifierNet, data: TrainingData, recipe: Recipe, place: Workplace) -> None:
    """Train the head of a network in place; the stages stay as they are.

    Batches are drawn as the recipe's class weights and sampling say; films are not varied, for then nothing could be
    kept.

    Raises
    ------
    TrainingError
        Where the loss is not a number.
    """
    phase = recipe.head_first
    assert phase is not None  # the recipe asked for it
    device = place.fabric.device
    inputs, seen_inputs = (
        _with_facts(films, bottleneck(net, films, recipe, place)) for films in (data.films, data.validation_films)
    )
    labels = torch.from_numpy(data.labels)
    net.to(device)
    optimizer = torch.optim.AdamW(
        net.head.parameters(), lr=phase.learning_rate, weight_decay=phase.weight_decay, fused=True
    )
    for epoch in range(phase.epochs):
        started = time.monotonic()
        torch.manual_seed(recipe.seed + epoch)
        net.head.train()
        losses = [
            _step(net, optimizer, _withheld(_on(device, inputs, rows), recipe), labels[rows].to(device), recipe)
            for rows in _order(labels, recipe, phase, epoch)
            if len(rows) > 1  # batch norm has no spread of one film
        ]
        loss = float(np.mean(losses))
        if not np.isfinite(loss):
            raise TrainingError("The loss of the head is not a number", remedy="Lower its learning rate")
        area = auroc(positives(data.validation_labels, recipe), _answers(net, seen_inputs, device))
        seconds = time.monotonic() - started
        place.report({"stage": "head", "epoch": epoch, "loss": loss, "auroc_clean": area, "seconds": seconds})
        place.brake.pull(_begin_again)


Inputs = tuple[Tensor, Tensor | None]


def _with_facts(films: FilmRows, features: Features) -> Inputs:
    facts = films.own_facts
    return torch.from_numpy(np.array(features)), None if facts is None else torch.from_numpy(facts)


def _on(device: torch.device, inputs: Inputs, rows: Tensor | slice) -> Inputs:
    features, facts = inputs
    return features[rows].to(device).float(), None if facts is None else facts[rows].to(device)


def _withheld(inputs: Inputs, recipe: Recipe) -> Inputs:
    """Withhold the facts on some patients, so that the head can also answer without them."""
    features, facts = inputs
    if facts is None:
        return inputs
    told = torch.rand(len(facts), 1, device=facts.device) >= recipe.facts_dropout
    return features, facts * told


def _order(labels: Tensor, recipe: Recipe, phase: HeadPhase, epoch: int) -> tuple[Tensor, ...]:
    """Return the rows of each step: both classes equally often on average, or each film once."""
    generator = torch.Generator().manual_seed(recipe.seed * 100_003 + epoch)
    if recipe.sampling == "as they come":
        return torch.split(torch.randperm(len(labels), generator=generator), phase.batch_size)
    abnormal = (labels >= recipe.ends[0]).long()
    chance = 1.0 / torch.bincount(abnormal, minlength=2).clamp_min(1)[abnormal].double()
    drawn = torch.multinomial(chance, len(labels), replacement=True, generator=generator)
    return torch.split(drawn, phase.batch_size)


def _step(
    net: ClassifierNet, optimizer: torch.optim.Optimizer, inputs: Inputs, labels: Tensor, recipe: Recipe
) -> float:
    loss = label_loss(net.answer(*inputs)[:, : len(recipe.ends)], labels, recipe)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    optimizer.step()
    return float(loss.detach())


def _answers(net: ClassifierNet, inputs: Inputs, device: torch.device) -> NDArray[np.float32]:
    net.head.eval()
    with torch.inference_mode():
        return finite(np.asarray(net.answer(*_on(device, inputs, slice(None)))[:, 0].cpu().numpy()))


def bottleneck(net: ClassifierNet, films: FilmRows, recipe: Recipe, place: Workplace) -> Features:
    """Return what the head reads of each film, shape (n, inputs), float16, mapped from disk; computed where missing.

    The file's name is a hash of the stages' weights, the input's settings and the films, so nothing stale is read.
    """
    file = place.folder / f"features-{_key(net, films, recipe)}.npy"
    if not file.exists():
        _compute(net, films, recipe, file, place)
    return cast(Features, np.load(file, mmap_mode="r"))


def _compute(net: ClassifierNet, films: FilmRows, recipe: Recipe, file: Path, place: Workplace) -> None:
    device = place.fabric.device
    net.to(device).eval()
    aside, found = file.with_suffix(".part"), None
    with torch.inference_mode():
        for start in range(0, len(films), _BATCH):
            batch = torch.from_numpy(np.ascontiguousarray(films[start : start + _BATCH])).to(device)
            pooled = net.pool(net.features(normalise(batch, recipe.input))).to(torch.float16).cpu().numpy()
            if found is None:
                found = np.lib.format.open_memmap(aside, "w+", np.float16, (len(films), pooled.shape[1]))
            found[start : start + len(pooled)] = pooled
            if start // _BATCH % 20 == 19:
                place.report({"stage": "features", "films": start + len(pooled), "of": len(films)})
            place.brake.pull(_begin_again)
    assert found is not None  # a run has films
    found.flush()
    aside.replace(file)


def _begin_again() -> None:
    """Keep nothing: features that are whole are on disk, and the head takes seconds."""


def _key(net: ClassifierNet, films: FilmRows, recipe: Recipe) -> str:
    digest = hashlib.sha256(repr((recipe.architecture, recipe.input)).encode())
    for tensor in net.stages.state_dict().values():
        digest.update(tensor.cpu().contiguous().numpy().tobytes())
    digest.update(str(getattr(films.films, "filename", "")).encode("utf-8", "surrogateescape"))
    digest.update(np.ascontiguousarray(films.rows).tobytes())
    return digest.hexdigest()[:16]
