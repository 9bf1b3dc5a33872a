"""The training loop, read from top to bottom.

Chance comes from (seed, epoch, step) alone, never from the process's state, so that a run taken up again from a
checkpoint goes on with the same films in the same order and the same augmentation.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.errors import TrainingError
from xraydesk.evaluation.discrimination import auroc
from xraydesk.inference.networks import PooledLinearNet
from xraydesk.inference.preprocess import normalise
from xraydesk.training.augment import augment
from xraydesk.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from xraydesk.training.recipe import Recipe
from xraydesk.training.stress import STRESSES

Films = NDArray[np.uint8]
Report = Callable[[dict[str, Any]], None]
OUTPUTS = 2  # the label, and "is of the kind this model is for"
CHECKED_STRESSES = ("clean", "blur", "noise", "contrast", "crop")


@dataclass(frozen=True, slots=True, eq=False)
class TrainingData:
    """Films of the model's own kind with labels, and films of other kinds, shapes (n, size, size)."""

    films: Films
    labels: NDArray[np.int64]
    others: Films
    validation_films: Films
    validation_labels: NDArray[np.int64]


def train(
    net: PooledLinearNet, data: TrainingData, recipe: Recipe, folder: Path, report: Report
) -> tuple[PooledLinearNet, dict[str, Any]]:
    """Train to the end of the recipe and return the averaged network of the best epoch with its history.

    Raises
    ------
    TrainingError
        Where the loss is not a number, or a class is empty.
    """
    refuse_empty_classes(data)
    for stage in list(net.stages)[: recipe.frozen_stages]:
        stage.requires_grad_(requires_grad=False)
    free = [p for p in net.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(free, lr=recipe.learning_rate, weight_decay=recipe.weight_decay)
    average = {name: tensor.detach().clone() for name, tensor in net.state_dict().items()}
    steps = steps_per_epoch(data, recipe)
    best_file, last_file = folder / "best", folder / "last"
    history: list[dict[str, Any]] = []
    state = load_checkpoint(last_file)
    if state is not None:
        state.restore(net, optimizer, average)
        history = state.history
    for epoch in range(len(history), recipe.epochs):
        started = time.monotonic()
        net.train()
        losses = []
        for step, (films, labels, own) in enumerate(batches(data, recipe, epoch)):
            done = epoch * steps + step
            for group in optimizer.param_groups:
                group["lr"] = recipe.learning_rate * schedule(done, recipe.epochs * steps, recipe.warmup_steps)
            loss = loss_of(net(normalise(films, recipe.input)), labels, own, recipe)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(free, recipe.clip_norm)
            optimizer.step()
            update_average(average, net, min(recipe.ema_decay, (1 + done) / (10 + done)))
            losses.append(refuse_nan(float(loss.detach()), epoch, step))
            if step % 20 == 19:
                rate = (step + 1) * recipe.batch_size / (time.monotonic() - started)
                report({"epoch": epoch, "step": step + 1, "of": steps, "loss": np.mean(losses[-20:]), "rate": rate})
        row = {"epoch": epoch, "loss": float(np.mean(losses)), **validate(net, average, data, recipe)}
        row["seconds"] = time.monotonic() - started
        history.append(row)
        report(row)
        if row["robust_auroc"] >= max(r["robust_auroc"] for r in history):
            save_checkpoint(best_file, Checkpoint.of(net, optimizer, average, history))
        save_checkpoint(last_file, Checkpoint.of(net, optimizer, average, history))
    best = load_checkpoint(best_file)
    if best is None:
        raise TrainingError("The run has no epoch to keep", subject=folder, remedy="Give the recipe at least one epoch")
    chosen = choose_weights(net, best.average, average, data, recipe)
    report({"chosen": chosen})
    return net.eval(), {"history": history, "best_epoch": best.history[-1]["epoch"], "chosen": chosen}


def refuse_empty_classes(data: TrainingData) -> None:
    """Raise TrainingError where training or validation lacks one of the two classes."""
    for name, labels in (("training", data.labels), ("validation", data.validation_labels)):
        if set(np.unique(labels)) != {0, 1}:
            raise TrainingError(
                f"The {name} part needs films of both classes", remedy="Add films of the class that is missing"
            )


def steps_per_epoch(data: TrainingData, recipe: Recipe) -> int:
    """Return the steps after which as many films of the own kind were shown as there are."""
    own = recipe.batch_size - round(recipe.batch_size * recipe.others_share) * bool(len(data.others))
    return max(1, len(data.films) // own)


def batches(data: TrainingData, recipe: Recipe, epoch: int) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Yield augmented films (n, size, size) uint8, labels (n,), and whether each is of the own kind (n,).

    Both classes come equally often, whatever their share in the set.
    """
    rng = np.random.default_rng((recipe.seed, epoch))
    steps = steps_per_epoch(data, recipe)
    others = round(recipe.batch_size * recipe.others_share) * bool(len(data.others))
    half = (recipe.batch_size - others) // 2
    sick, well = np.flatnonzero(data.labels == 1), np.flatnonzero(data.labels == 0)
    draw_sick, draw_well = endless(sick, rng, steps * half), endless(well, rng, steps * half)
    draw_other = endless(np.arange(len(data.others)), rng, steps * others) if others else np.empty(0, np.int64)
    for step in range(steps):
        rows = np.concatenate([draw_sick[step * half : (step + 1) * half], draw_well[step * half : (step + 1) * half]])
        other = data.others[draw_other[step * others : (step + 1) * others]]
        films = torch.from_numpy(np.concatenate([data.films[rows], other]))
        labels = torch.from_numpy(np.concatenate([data.labels[rows], np.zeros(len(other), np.int64)]))
        own = torch.arange(len(films)) < len(rows)
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        yield augment(films, recipe.augment, generator), labels, own


def endless(rows: NDArray[np.int64], rng: np.random.Generator, count: int) -> NDArray[np.int64]:
    """Shuffle again and again until there are ``count`` rows."""
    rounds = -(-count // len(rows))
    return np.concatenate([rng.permutation(rows) for _ in range(rounds)])[:count]


def schedule(step: int, steps: int, warmup: int) -> float:
    """Linear warm-up, then a cosine to zero (Loshchilov and Hutter 2017)."""
    if step < warmup:
        return (step + 1) / warmup
    return 0.5 * (1 + float(np.cos(np.pi * (step - warmup) / max(1, steps - warmup))))


def loss_of(logits: Tensor, labels: Tensor, own: Tensor, recipe: Recipe) -> Tensor:
    """Cross-entropy of the label on films of the own kind, plus that of telling the kinds apart."""
    target = labels.to(torch.float32) * (1 - 2 * recipe.label_smoothing) + recipe.label_smoothing
    of_label = F.binary_cross_entropy_with_logits(logits[own, 0], target[own])
    of_kind = F.binary_cross_entropy_with_logits(logits[:, 1], own.to(torch.float32))
    return of_label + recipe.others_weight * of_kind


def update_average(average: dict[str, Tensor], net: PooledLinearNet, decay: float) -> None:
    """Move the averaged weights a step towards the present ones (Polyak averaging)."""
    with torch.no_grad():
        for name, tensor in net.state_dict().items():
            average[name].lerp_(tensor, 1 - decay)


def refuse_nan(loss: float, epoch: int, step: int) -> float:
    """Return the loss, or stop the run where it is not a number."""
    if not np.isfinite(loss):
        raise TrainingError(
            f"The loss is not a number in epoch {epoch + 1}, step {step + 1}",
            remedy="Lower the learning rate; the last checkpoint is kept",
        )
    return loss


def choose_weights(
    net: PooledLinearNet, best: dict[str, Tensor], last: dict[str, Tensor], data: TrainingData, recipe: Recipe
) -> dict[str, Any]:
    """Load the best of: the best epoch, the last one, and the mean of both (Wortsman et al. 2022, "Model soups")."""
    mean = {name: (tensor + last[name]) / 2 for name, tensor in best.items()}
    candidates = {"mean of best and last epoch": mean, "best epoch": best, "last epoch": last}
    scores = {name: validate(net, weights, data, recipe)["robust_auroc"] for name, weights in candidates.items()}
    name = max(scores, key=lambda candidate: scores[candidate])
    net.load_state_dict(candidates[name])
    return {"weights": name, "robust_auroc": scores}


def validate(net: PooledLinearNet, average: dict[str, Tensor], data: TrainingData, recipe: Recipe) -> dict[str, float]:
    """AUROC of the averaged weights on validation as it is and, every third film, under stress.

    The mean chooses the epoch: a hospital never seen is a stress, a clean validation film is not.
    """
    present = {name: tensor.detach().clone() for name, tensor in net.state_dict().items()}
    net.load_state_dict(average)
    rows: dict[str, float] = {}
    for name in CHECKED_STRESSES:
        every = 1 if name == "clean" else 3
        logits = predict(net, STRESSES[name](data.validation_films[::every]), recipe)
        rows[f"auroc_{name}"] = auroc(data.validation_labels[::every], logits[:, 0])
    net.load_state_dict(present)
    return {**rows, "robust_auroc": float(np.mean(list(rows.values())))}


def predict(net: PooledLinearNet, films: Films, recipe: Recipe, batch_size: int = 64) -> NDArray[np.float32]:
    """Return logits, shape (n, outputs), in evaluation mode."""
    net.eval()
    with torch.inference_mode():
        parts = [
            net(normalise(torch.from_numpy(np.ascontiguousarray(films[i : i + batch_size])), recipe.input)).numpy()
            for i in range(0, len(films), batch_size)
        ]
    return np.concatenate(parts)


def print_json(row: dict[str, Any]) -> None:
    """Report one line of JSON on standard output."""
    print(json.dumps(row, default=float), flush=True)  # noqa: T201 - this is the progress protocol
