"""Weights averaged over epochs and over runs of several seeds (Wortsman et al. 2022, "Model soups", arXiv:2203.05482).

Runs that start from the same model end near enough to each other that the mean of their weights is a model, often a
better one than each, and costs no more than one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import update_bn

from xraydesk.errors import TrainingError
from xraydesk.training.checkpoint import load_checkpoint
from xraydesk.training.recipe import Recipe
from xraydesk.training.run_files import BEST
from xraydesk.training.run_record import VALIDATION, read_record

__all__ = ["Weights", "candidates", "mean", "of_runs"]

Weights = Mapping[str, Tensor]
_OF_THE_NETWORK = ("architecture", "architecture_options", "label", "ends", "input", "others_share", "batch_norm")


def mean(weights: Sequence[Weights]) -> dict[str, Tensor]:
    """Return the mean of each tensor; what is counted, as batch norm's steps, comes from the first."""
    return {
        name: torch.stack([each[name] for each in weights]).mean(0) if tensor.is_floating_point() else tensor
        for name, tensor in weights[0].items()
    }


def of_runs(folders: Sequence[Path], recipe: Recipe, out: Path) -> list[Weights]:
    """Return the weights of the best epoch of other runs, to be averaged with those of the run in ``out``.

    Raises
    ------
    TrainingError
        A run has no epoch to keep, is of another network, or was validated on other films than this one: its training
        films would validate the mean.
    """
    own = frozenset(read_record(out)[VALIDATION])
    return [_of_run(folder, recipe, own) for folder in folders]


def _of_run(folder: Path, recipe: Recipe, validation: frozenset[str]) -> Weights:
    found = load_checkpoint(folder / BEST)
    if found is None:
        raise TrainingError("The run has no epoch to average with", subject=folder, remedy="Choose a finished run")
    record, told = read_record(folder), json.loads(json.dumps(asdict(recipe)))
    theirs = {"batch_norm": False, **record["recipe"]}  # records of earlier versions know nothing of it
    other = [name for name in _OF_THE_NETWORK if theirs.get(name) != told[name]]
    if other:
        raise TrainingError(
            f"The run is of another network than this one; different are: {', '.join(other)}",
            subject=folder,
            remedy="Average runs of the same recipe",
        )
    if frozenset(record[VALIDATION]) != validation:
        raise TrainingError(
            "The run was validated on other films than this one, and may have learnt from this one's",
            subject=folder,
            remedy="Give both runs the same split_seed and the same data",
        )
    return found.average


def candidates(
    net: nn.Module, best: Weights, last: Weights, others: Sequence[Weights], films: Iterable[Tensor]
) -> dict[str, Weights]:
    """Return what a run may keep, by name: its best epoch, its last one, their mean, and that with other runs.

    ``films`` are batches as the network takes them, shape (n, 1, size, size), for the statistics of batch norm: those
    of several runs do not average, since each layer sees what the layers before it give now.
    """
    last = {name: tensor.cpu() for name, tensor in last.items()}
    kept: dict[str, Weights] = {"mean of best and last epoch": mean([best, last])}
    kept |= {"best epoch": best, "last epoch": last}
    if others:
        of_all = _measured_anew(net, mean([best, *others]), films)
        return {f"mean of the best epochs of {len(others) + 1} runs": of_all, **kept}
    return kept


def _measured_anew(net: nn.Module, weights: Weights, films: Iterable[Tensor]) -> dict[str, Tensor]:
    before = {name: tensor.detach().clone() for name, tensor in net.state_dict().items()}
    net.load_state_dict(weights)
    update_bn(films, net)  # nothing where there is no batch norm
    found = {name: tensor.detach().clone().cpu() for name, tensor in net.state_dict().items()}
    net.load_state_dict(before)
    return found
