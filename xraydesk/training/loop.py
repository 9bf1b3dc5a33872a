"""The training loop, read from top to bottom.

Chance comes from (seed, epoch, step) alone, never from the process's state, so that a run taken up again from a
checkpoint goes on with the same films in the same order, the same augmentation and the same dropout. Lightning Fabric
spreads a step over the processes that torchrun started: each takes its part of the same batch, and the parts' losses
are weighted so that their mean is the loss of the whole batch.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from lightning_fabric import Fabric
from lightning_fabric.wrappers import _FabricModule
from torch import Tensor, nn

from xraydesk.errors import TrainingError
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.preprocess import normalise
from xraydesk.training import watchdogs
from xraydesk.training.batch_picture import save_picture
from xraydesk.training.batches import TrainingData, batches, refuse_empty_classes, steps_per_epoch
from xraydesk.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from xraydesk.training.devices import Workplace, over_all
from xraydesk.training.objective import loss_of, share
from xraydesk.training.optimise import freeze, make_optimizer, schedule, update_average
from xraydesk.training.recipe import Recipe
from xraydesk.training.run_files import BEST, LAST
from xraydesk.training.validate import choose_weights, counts_at_half, validate
from xraydesk.training.varied import varied


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What a run moves: the network, the same spread over all processes, its averaged weights, its past.

    ``history`` has a row for each whole epoch, ``losses`` one for each step of the epoch that is begun.
    """

    net: ClassifierNet
    spread: _FabricModule
    optimizer: torch.optim.Optimizer
    average: dict[str, Tensor]
    free: list[nn.Parameter]
    frozen: list[nn.Module]
    history: list[dict[str, Any]] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)

    def checkpoint(self) -> Checkpoint:
        """Return what is needed to go on from here."""
        return Checkpoint.of(self.net, self.optimizer, self.average, self.history, self.losses)


def train(
    net: ClassifierNet, data: TrainingData, recipe: Recipe, place: Workplace
) -> tuple[ClassifierNet, dict[str, Any]]:
    """Train to the end of the recipe and return the network, on the CPU, with the weights kept and its history.

    Raises
    ------
    TrainingError
        Where the loss is not a number, or a class is empty.
    """
    refuse_empty_classes(data, recipe)
    course = set_up(net, recipe, place.fabric)
    history = course.history
    state = load_checkpoint(place.folder / LAST)
    if state is not None:
        state.restore(course.net, course.optimizer, course.average)
        history += state.history
        course.losses.extend(state.losses)
    save_picture(data, recipe, place)
    cut_short = take_epochs(course, data, recipe, place)
    best = load_checkpoint(place.folder / BEST)
    if best is None:
        raise TrainingError("The run has no epoch to keep", subject=place.folder, remedy="Set one epoch or more")
    chosen = choose_weights(course.net, (best.average, course.average), data, recipe, place.fabric)
    place.report({"chosen": chosen})
    told = {"history": history, "best_epoch": best.history[-1]["epoch"], "chosen": chosen}
    if cut_short:
        told["time_limit"] = f"reached in epoch {len(history)} of {recipe.epochs}"
        place.report({"note": f"The time limit was reached in epoch {len(history)} of {recipe.epochs}"})
    return course.net.to("cpu").eval(), told


def take_epochs(course: Course, data: TrainingData, recipe: Recipe, place: Workplace) -> bool:
    """Take the epochs that are left, keeping the last one and the best, and return whether the time ran out."""
    history = course.history
    for epoch in range(len(history), recipe.epochs):
        if out_of_patience(history, recipe):
            return False
        if history and place.brake.time_is_up():
            return True
        started = time.monotonic()
        loss = one_epoch(course, data, recipe, epoch, place)
        stepped, time_is_up = time.monotonic(), place.brake.time_is_up()
        figures, logits = validate(course.net, course.average, data, recipe, place.fabric)
        place.pulse.validated(time.monotonic() - stepped)
        history.append({"epoch": epoch, "loss": loss, **figures, "seconds": time.monotonic() - started})
        place.report(history[-1])
        place.report({"epoch": epoch, **counts_at_half(data, logits, recipe)})
        for warning in [*watchdogs.one_answer(logits[:, 0]), *watchdogs.diverging(history)]:
            place.report({"warning": warning})
        if place.fabric.is_global_zero:
            keep_epoch(course, recipe, place.folder)
        place.fabric.barrier()
        if time_is_up:
            return True
    return False


def keep_epoch(course: Course, recipe: Recipe, folder: Path) -> None:
    """Write the checkpoint of a whole epoch, as the best one, too, where it is."""
    checkpoint = course.checkpoint()
    if course.history[-1][recipe.choose_by] >= max(row[recipe.choose_by] for row in course.history):
        save_checkpoint(folder / BEST, checkpoint)
    save_checkpoint(folder / LAST, checkpoint)


def set_up(net: ClassifierNet, recipe: Recipe, fabric: Fabric) -> Course:
    """Freeze, put the network on its device, make the optimiser and the first average."""
    frozen = freeze(net, recipe)
    if fabric.device.type == "cuda" and fabric.world_size > 1:  # batch norm over the whole batch, as on one device
        net = nn.SyncBatchNorm.convert_sync_batchnorm(net)  # type: ignore[no-untyped-call]
    free = [p for p in net.parameters() if p.requires_grad]
    spread, optimizer = fabric.setup(net, make_optimizer(free, recipe))
    average = {name: tensor.detach().clone() for name, tensor in net.state_dict().items()}
    return Course(net, spread, optimizer.optimizer, average, free, frozen)


def one_epoch(course: Course, data: TrainingData, recipe: Recipe, epoch: int, place: Workplace) -> float:
    """Take the steps of an epoch that are not taken yet and return the mean loss of all.

    Raises
    ------
    Cancelled
        Somebody asked the run to stop; a checkpoint is kept.
    TrainingError
        The loss is not a number.
    """
    steps, first, losses = steps_per_epoch(data, recipe), len(course.losses), course.losses
    course.net.train()
    for stage in course.frozen:
        stage.eval()  # or batch norm would go on moving its statistics
    place.pulse.begin(first)
    for step, whole in enumerate(batches(data, recipe, epoch, first), first):
        done = epoch * steps + step
        for group in course.optimizer.param_groups:
            group["lr"] = recipe.learning_rate * schedule(done, recipe.epochs * steps, recipe)
        batch = varied(whole, recipe, place.fabric)
        torch.manual_seed(batch.seed)  # for dropout
        logits = course.spread(normalise(batch.films, recipe.learning_input), batch.facts)
        loss = loss_of(logits, batch, recipe, share(batch, whole, place.fabric.world_size))
        course.optimizer.zero_grad(set_to_none=True)
        place.fabric.backward(loss)
        torch.nn.utils.clip_grad_norm_(course.free, recipe.clip_norm)
        course.optimizer.step()
        update_average(course.average, course.net, min(recipe.ema_decay, (1 + done) / (10 + done)))
        losses.append(refuse_nan(over_all(loss, place.fabric), epoch, step))
        if row := place.pulse.beat(epoch, recipe.epochs, steps, recipe.batch_size, losses):
            place.report(row)
        if place.brake.time_is_up():
            break
        place.brake.pull(lambda: save_checkpoint(place.folder / LAST, course.checkpoint()))
    mean = float(np.mean(losses))
    losses.clear()
    return mean


def out_of_patience(history: Sequence[dict[str, Any]], recipe: Recipe) -> bool:
    """Tell whether the metric that chooses has not risen for as many epochs as the recipe waits."""
    if recipe.patience is None or len(history) <= recipe.patience:
        return False
    values = [row[recipe.choose_by] for row in history]
    return bool(max(values[-recipe.patience :]) <= max(values[: -recipe.patience]))


def refuse_nan(loss: float, epoch: int, step: int) -> float:
    """Return the loss, or stop the run where it is not a number."""
    if not np.isfinite(loss):
        raise TrainingError(
            f"The loss is not a number in epoch {epoch + 1}, step {step + 1}",
            remedy="Lower the learning rate; the last checkpoint is kept",
        )
    return loss
