"""What a network's stages start from: a file, torchvision's ImageNet weights, or nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

from safetensors.torch import load_file
from torch import Tensor

from xraydesk.errors import TrainingError
from xraydesk.inference import torchvision_cure
from xraydesk.inference.bundle import Bundle, load_bundle
from xraydesk.inference.bundle_tensors import stored_state
from xraydesk.inference.networks import ClassifierNet, load_imagenet_mobilenet_v2
from xraydesk.inference.networks.backbones import BACKBONES
from xraydesk.training.recipe import Recipe

IMAGENET = "imagenet"
SCRATCH = "scratch"
_OLD_DENSENET = re.compile(r"(denselayer\d+\.(?:norm|relu|conv))\.([12]\.)")  # names as torchvision once wrote them


def start_from(net: ClassifierNet, recipe: Recipe, start: Path | None) -> str:
    """Fill the stages of a network and return in words what they were filled from.

    Parameters
    ----------
    start
        A model's folder, whose weights are gone on from; a safetensors file in the layout of torchvision (timm for
        Xception); ``Path("imagenet")`` for torchvision's own weights, which are downloaded; None to start from scratch.

    Raises
    ------
    TrainingError
        Where the file does not fit, there are no such weights, or they cannot be downloaded.
    """
    if start is None or str(start) == SCRATCH:
        return SCRATCH
    if str(start) == IMAGENET and not start.exists():
        return _from_torchvision(net, recipe.architecture)
    if start.is_dir():
        return _from_model(net, recipe, load_bundle(start))
    try:
        _fill(net, recipe.architecture, load_file(start))
    except Exception as error:
        raise TrainingError(
            "The starting weights do not fit this network", subject=start, remedy="Choose weights of the same network"
        ) from error
    return start.name


def _from_model(net: ClassifierNet, recipe: Recipe, bundle: Bundle) -> str:
    """Take a model's weights over, of several networks side by side the first's.

    An output that the model has not, as for films of other kinds, stays as built.
    """
    card = bundle.card
    of_another = TrainingError(
        f"The model {card.id} {card.version} is of another network than this recipe trains",
        remedy="Choose the recipe it was trained by, or another starting point",
    )
    if (card.architecture, card.member_options) != (recipe.architecture, dict(recipe.architecture_options)):
        raise of_another
    mine, theirs = net.state_dict(), stored_state(bundle.network.first)
    for name, tensor in theirs.items():
        own = mine[name]
        if own.shape[1:] != tensor.shape[1:] or len(own) < len(tensor):
            raise of_another
        own[: len(tensor)] = tensor
    net.load_state_dict(mine)
    return f"{card.id} {card.version}"


def _fill(net: ClassifierNet, architecture: str, tensors: dict[str, Tensor]) -> None:
    """Put a colour network's tensors, its classifier left aside, into the grey stages; KeyError, RuntimeError else."""
    if architecture == "mobilenet_v2_folded" and "features.0.0.bias" in tensors:  # batch norm is folded in already
        load_imagenet_mobilenet_v2(net, tensors)
        return
    backbone = BACKBONES[architecture]
    colour = backbone.make()
    named = {_OLD_DENSENET.sub(r"\1\2", name): tensor for name, tensor in tensors.items()}
    wanted = colour.state_dict()
    needed = [n for n in wanted if not n.startswith(("classifier.", "fc.")) and not n.endswith("num_batches_tracked")]
    colour.load_state_dict({**wanted, **{name: named[name] for name in needed}})
    net.stages.load_state_dict(backbone.stages(colour).state_dict())


def _from_torchvision(net: ClassifierNet, architecture: str) -> str:
    name = BACKBONES[architecture].weights if architecture in BACKBONES else ""
    if not name:
        raise TrainingError(
            f"torchvision has no ImageNet weights for {architecture}", remedy="Give a file, or start from scratch"
        )
    torchvision_cure.apply()
    from torchvision import models

    kind, version = name.split(".")
    weights = getattr(getattr(models, kind), version)
    try:
        tensors = weights.get_state_dict(progress=False, check_hash=True, weights_only=True)
    except (OSError, RuntimeError) as error:  # no network, no space, or a file that is not the one announced
        raise TrainingError(
            f"The ImageNet weights {name} cannot be downloaded: {error}",
            remedy="Give a file of these weights, or start from scratch",
        ) from error
    _fill(net, architecture, cast(dict[str, Tensor], tensors))
    return f"torchvision {name}"
