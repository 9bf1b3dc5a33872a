"""The training loop, read from top to bottom.

Chance comes from (seed, epoch, step) alone, never from the process's state, so that a run taken up again from a
checkpoint goes on with the same films in the same order, the same augmentation and the same dropout. Lightning Fabric
spreads a step over the processes that torchrun started: each takes its part of the same batch, and the parts' losses
are weighted so that their mean is the loss of the whole batch.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from lightning_fabric import Fabric
from torch import Tensor, nn

from xraydesk.errors import TrainingError
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.preprocess import normalise
from xraydesk.training import watchdogs
from xraydesk.training.augment import augment
from xraydesk.training.batches import Batch, Films, TrainingData, batches, refuse_empty_classes, steps_per_epoch
from xraydesk.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from xraydesk.training.recipe import Recipe
from xraydesk.training.validate import validate

__all__ = ["Films", "Report", "TrainingData", "normalise", "print_json", "train"]
Report = Callable[[dict[str, Any]], None]
_REPORT_EVERY = 20  # steps


def train(
    net: ClassifierNet, data: TrainingData, recipe: Recipe, folder: Path, report: Report, fabric: Fabric
) -> tuple[ClassifierNet, dict[str, Any]]:
    """Train to the end of the recipe and return the averaged network of the best epoch with its history.

    Raises
    ------
    TrainingError
        Where the loss is not a number, or a class is empty.
    """
    refuse_empty_classes(data)
    frozen = freeze(net, recipe)
    if fabric.device.type == "cuda" and fabric.world_size > 1:  # batch norm over the whole batch, as on one device
        net = nn.SyncBatchNorm.convert_sync_batchnorm(net)
    free = [p for p in net.parameters() if p.requires_grad]
    spread, optimizer = fabric.setup(net, make_optimizer(free, recipe))
    average = {name: tensor.detach().clone() for name, tensor in net.state_dict().items()}
    steps = steps_per_epoch(data, recipe)
    best_file, last_file = folder / "best", folder / "last"
    history: list[dict[str, Any]] = []
    state = load_checkpoint(last_file)
    if state is not None:
        state.restore(net, optimizer.optimizer, average)
        history = state.history
    for epoch in range(len(history), recipe.epochs):
        if out_of_patience(history, recipe):
            break
        started = time.monotonic()
        net.train()
        for stage in frozen:
            stage.eval()  # or batch norm would go on moving its statistics
        losses: list[float] = []
        for step, whole in enumerate(batches(data, recipe, epoch)):
            done = epoch * steps + step
            for group in optimizer.optimizer.param_groups:
                group["lr"] = recipe.learning_rate * schedule(done, recipe.epochs * steps, recipe)
            batch = varied(whole, recipe, fabric)
            torch.manual_seed(batch.seed)  # for dropout
            logits = spread(normalise(batch.films, recipe.input), batch.facts)
            loss = loss_of(logits, batch, recipe, share(batch, whole, fabric.world_size))
            optimizer.zero_grad(set_to_none=True)
            fabric.backward(loss)
            torch.nn.utils.clip_grad_norm_(free, recipe.clip_norm)
            optimizer.step()
            update_average(average, net, min(recipe.ema_decay, (1 + done) / (10 + done)))
            losses.append(refuse_nan(float(over_all(loss, fabric)), epoch, step))
            if step % _REPORT_EVERY == _REPORT_EVERY - 1:
                rate = (step + 1) * recipe.batch_size / (time.monotonic() - started)
                latest = np.mean(losses[-_REPORT_EVERY:])
                report({"epoch": epoch, "step": step + 1, "of": steps, "loss": latest, "rate": rate})
        figures, logits_seen = validate(net, average, data, recipe, fabric)
        row = {"epoch": epoch, "loss": float(np.mean(losses)), **figures, "seconds": time.monotonic() - started}
        history.append(row)
        report(row)
        for warning in [*watchdogs.one_answer(logits_seen), *watchdogs.diverging(history)]:
            report({"warning": warning})
        if fabric.is_global_zero:
            if row[recipe.choose_by] >= max(r[recipe.choose_by] for r in history):
                save_checkpoint(best_file, Checkpoint.of(net, optimizer.optimizer, average, history))
            save_checkpoint(last_file, Checkpoint.of(net, optimizer.optimizer, average, history))
        fabric.barrier()
    best = load_checkpoint(best_file)
    if best is None:
        raise TrainingError("The run has no epoch to keep", subject=folder, remedy="Give the recipe at least one epoch")
    net.load_state_dict(best.average)
    return net.to("cpu").eval(), {"history": history, "chosen_epoch": best.history[-1]["epoch"]}


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


def out_of_patience(history: Sequence[dict[str, Any]], recipe: Recipe) -> bool:
    """Tell whether the metric that chooses has not risen for as many epochs as the recipe waits."""
    if recipe.patience is None or len(history) <= recipe.patience:
        return False
    values = [row[recipe.choose_by] for row in history]
    return max(values[-recipe.patience :]) <= max(values[: -recipe.patience])


def varied(whole: Batch, recipe: Recipe, fabric: Fabric) -> Batch:
    """Augment the whole batch, which costs little on the device, and return this process's part of it."""
    batch = whole.to(fabric.device)
    generator = torch.Generator(fabric.device).manual_seed(whole.seed)
    films = augment(batch.films, recipe.augment, generator)
    return Batch(films, batch.labels, batch.own, batch.facts, whole.seed).part(fabric.global_rank, fabric.world_size)


def schedule(step: int, steps: int, recipe: Recipe) -> float:
    """Linear warm-up, then a cosine to zero (Loshchilov and Hutter 2017) or no change."""
    if step < recipe.warmup_steps:
        return (step + 1) / recipe.warmup_steps
    if recipe.schedule == "constant":
        return 1.0
    return 0.5 * (1 + float(np.cos(np.pi * (step - recipe.warmup_steps) / max(1, steps - recipe.warmup_steps))))


def share(part: Batch, whole: Batch, world: int) -> tuple[float, float]:
    """Return what the part's two mean losses count in the mean over all processes: 1 and 1 on a single one."""
    own = float(part.own.sum()) * world / float(whole.own.sum())
    return own, len(part.own) * world / len(whole.own)


def loss_of(logits: Tensor, batch: Batch, recipe: Recipe, counts: tuple[float, float]) -> Tensor:
    """Cross-entropy of the label on films of the own kind, plus that of telling the kinds apart."""
    labels, own = batch.labels, batch.own
    target = labels.to(torch.float32) * (1 - 2 * recipe.label_smoothing) + recipe.label_smoothing
    weights = torch.tensor(recipe.class_weights, device=labels.device)[labels[own]]
    of_label = F.binary_cross_entropy_with_logits(logits[own, 0].float(), target[own], weights) * counts[0]
    if recipe.outputs == 1:
        return of_label
    of_kind = F.binary_cross_entropy_with_logits(logits[:, 1].float(), own.to(torch.float32)) * counts[1]
    return of_label + recipe.others_weight * of_kind


def over_all(loss: Tensor, fabric: Fabric) -> Tensor:
    """Return the mean of the processes' losses, so that all report, and stop at, the same."""
    return loss.detach() if fabric.world_size == 1 else fabric.all_reduce(loss.detach(), reduce_op="mean")


def update_average(average: dict[str, Tensor], net: nn.Module, decay: float) -> None:
    """Move the averaged weights a step towards the present ones (Polyak averaging)."""
    with torch.no_grad():
        for name, tensor in net.state_dict().items():
            if tensor.is_floating_point():
                average[name].lerp_(tensor, 1 - decay)
            else:
                average[name].copy_(tensor)


def refuse_nan(loss: float, epoch: int, step: int) -> float:
    """Return the loss, or stop the run where it is not a number."""
    if not np.isfinite(loss):
        raise TrainingError(
            f"The loss is not a number in epoch {epoch + 1}, step {step + 1}",
            remedy="Lower the learning rate; the last checkpoint is kept",
        )
    return loss


def print_json(row: dict[str, Any]) -> None:
    """Report one line of JSON on standard output."""
    print(json.dumps(row, default=float), flush=True)  # noqa: T201 - this is the progress protocol
