"""What a run may start from: models of the same network, ImageNet weights, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xraydesk.admin.room import AdminRoom
from xraydesk.admin.run_request import IMAGENET, SCRATCH
from xraydesk.training.recipe import Recipe
from xraydesk.triage.models import in_use, promoted_in, scan_models


class StartKind(StrEnum):
    """What a starting point is."""

    IN_USE = "in use"
    MODEL = "model"
    IMAGENET = "imagenet"
    SCRATCH = "scratch"


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """One to choose. ``value`` is what ``xraydesk train --start`` takes."""

    kind: StartKind
    value: str
    model: str = ""  # id and version


def starting_points(room: AdminRoom, recipe: Recipe) -> list[StartingPoint]:
    """Return what a recipe can start from: the model in use first, weights to download, nothing."""
    network = (recipe.architecture, dict(recipe.architecture_options))
    installed = scan_models(room.data_dir).models
    fitting = [m for m in installed if (m.card.architecture, m.card.member_options) == network]
    used = {m.folder for m in in_use(room.data_dir, "", promoted_in(room.database))} if installed else set()
    found = [
        StartingPoint(
            StartKind.IN_USE if model.folder in used else StartKind.MODEL,
            str(model.folder),
            f"{model.card.id} {model.card.version}",
        )
        for model in sorted(fitting, key=lambda model: model.folder not in used)
    ]
    if _weights_to_download(recipe):
        found.append(StartingPoint(StartKind.IMAGENET, IMAGENET))
    return [*found, StartingPoint(StartKind.SCRATCH, SCRATCH)]


def _weights_to_download(recipe: Recipe) -> bool:
    from xraydesk.inference.networks.backbones import BACKBONES

    known = BACKBONES.get(recipe.architecture)
    return known is not None and bool(known.weights)
