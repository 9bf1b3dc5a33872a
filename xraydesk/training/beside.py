"""Runs of several seeds joined into one model whose answer is the mean of theirs; see `networks.side_by_side`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn

from xraydesk.errors import TrainingError
from xraydesk.inference.networks import ClassifierNet, PooledLinearNet, build, fold_batch_norm, side_by_side
from xraydesk.training.batch_norm import set_in
from xraydesk.training.checkpoint import load_checkpoint
from xraydesk.training.recipe import Recipe
from xraydesk.training.run_files import BEST
from xraydesk.training.run_record import VALIDATION, read_record

__all__ = ["joined", "refuse_unlike"]

_ALIKE = ("architecture", "architecture_options", "label", "ends", "input", "others_share", "frozen_stages")
_BEFORE = {"batch_norm": False}  # what records of earlier versions do not say


def refuse_unlike(folders: Sequence[Path], recipe: Recipe, out: Path) -> None:
    """See before the first step that runs can be joined with the one in ``out``, whose record is written.

    Raises
    ------
    TrainingError
        A run has no epoch to keep, is of another network or other films but for their size, or was validated on other
        films than this one: films it learnt from would validate the model.
    """
    validation = frozenset(read_record(out)[VALIDATION])
    told = _of_any_size(asdict(recipe))
    for folder in folders:
        record = read_record(folder)
        theirs = _of_any_size(record["recipe"])
        if other := [name for name in _ALIKE if theirs.get(name) != told[name]]:
            raise TrainingError(
                f"The run is of another network than this one; different are: {', '.join(other)}",
                subject=folder,
                remedy="Join runs of the same recipe",
            )
        if frozenset(record[VALIDATION]) != validation:
            raise TrainingError(
                "The run was validated on other films than this one, and may have learnt from this one's",
                subject=folder,
                remedy="Give both runs the same split_seed and the same data",
            )
        _weights(folder)


def _of_any_size(recipe: dict[str, Any]) -> dict[str, Any]:
    """Return a recipe as its record tells it, without the size of the films.

    A network of pooling and one linear layer takes films of any size, and one that learnt at a smaller size loses
    nothing at this (Touvron et al. 2019, arXiv:1906.06423); runs of two sizes err more differently than runs of one.
    """
    told: dict[str, Any] = json.loads(json.dumps(recipe))
    return {**told, "input": {**told.get("input", {}), "size": None}}


def joined(net: ClassifierNet, folders: Sequence[Path], recipe: Recipe) -> tuple[PooledLinearNet, Recipe]:
    """Set the best epochs of other runs beside a trained network, and return both with the recipe that says so.

    The stages that no run changed are kept once.

    Raises
    ------
    TrainingError
        The network has no single linear layer, or a run started from other weights.
    """
    if not isinstance(net, PooledLinearNet):
        raise TrainingError(
            f"{recipe.architecture} has no single linear layer and cannot stand beside others",
            remedy="Choose a recipe whose network has one",
        )
    shared = min(recipe.frozen_stages, *net.taps)
    members = [net]
    for folder in folders:
        member = _member(folder, recipe)
        if not _same(net.stages[:shared], member.stages[:shared]):
            raise TrainingError(
                "The run started from other weights than this one", subject=folder, remedy="Start both from the same"
            )
        members.append(member)
    options = {**recipe.architecture_options, "members": len(members), "shared": shared}
    return side_by_side(members, shared).eval(), replace(recipe, architecture_options=options)


def _same(one: nn.Module, other: nn.Module) -> bool:
    """Whether stages hold the same weights, but for what rounding does where batch norm is folded in."""
    theirs = other.state_dict()
    return all(torch.allclose(mine, theirs[name], rtol=1e-3, atol=1e-4) for name, mine in one.state_dict().items())


def _member(folder: Path, recipe: Recipe) -> PooledLinearNet:
    """Return a run's network as its best epoch left it, batch norm folded in."""
    net = cast(PooledLinearNet, build(recipe.architecture, recipe.outputs, recipe.architecture_options))
    with_norm = (_BEFORE | read_record(folder)["recipe"])["batch_norm"]
    if with_norm:
        set_in(net)
    net.load_state_dict(_weights(folder))
    if with_norm:
        fold_batch_norm(net)
    return net


def _weights(folder: Path) -> dict[str, Tensor]:
    found = load_checkpoint(folder / BEST)
    if found is None:
        raise TrainingError("The run has no epoch to keep", subject=folder, remedy="Choose a finished run")
    return found.average
