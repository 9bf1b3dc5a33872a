"""The networks a bundle may name, each built empty and without a download.

All take one grey channel, shape (batch, 1, size, size), already normalised by `preprocess.normalise`. Those that are a
`PooledLinearNet` end in global average pooling and one linear layer, so that class-activation maps come from the same
forward pass (Zhou et al. 2016, "Learning deep features for discriminative localization").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from xraydesk.inference.networks import backbones, plain
from xraydesk.inference.networks.core import (
    ClassifierNet,
    FeatureSet,
    HeadedNet,
    PooledLinearNet,
    fold_batch_norm,
    set_head_start,
    to_grey_input,
)
from xraydesk.inference.networks.options import between, check_options
from xraydesk.inference.networks.side_by_side import side_by_side

__all__ = [
    "ARCHITECTURES",
    "ClassifierNet",
    "FeatureSet",
    "HeadedNet",
    "PooledLinearNet",
    "build",
    "fold_batch_norm",
    "load_imagenet_mobilenet_v2",
    "set_head_start",
    "side_by_side",
    "to_grey_input",
]

_MOST_MEMBERS = 8  # a card may not fill the memory

# The first argument is the number of outputs; keyword arguments are the options a card may give.
ARCHITECTURES: dict[str, Callable[..., ClassifierNet]] = {
    "mobilenet_v2_folded": backbones.mobilenet_v2_folded,
    "block_cnn": plain.block_cnn,
    "five_conv": plain.five_conv,
    "xception": backbones.xception,
    "vgg19": backbones.vgg19,
    "densenet169": backbones.densenet169,
    "resnet50": backbones.resnet50,
    "convnext_tiny": backbones.convnext_tiny,
}


def build(architecture: str, labels: int, options: Mapping[str, Any] | None = None) -> ClassifierNet:
    """Build an empty network, or several side by side.

    Parameters
    ----------
    architecture
        A key of `ARCHITECTURES`.
    labels
        Number of outputs.
    options
        Keyword arguments of its builder; ``members`` and ``shared`` besides, see `side_by_side`.

    Raises
    ------
    KeyError
        Where no such architecture is known.
    ValueError
        Where it has no such option, or a value makes no sense.
    """
    builder = ARCHITECTURES[architecture]
    own = dict(options or {})
    members, shared = (own.pop(name, default) for name, default in (("members", 1), ("shared", 0)))
    check_options(_of_several, {"members": members, "shared": shared})
    check_options(builder, own)
    between("members", members, 1, _MOST_MEMBERS)
    net = _of_several([builder(labels, **own) for _ in range(members)], members=members, shared=shared)
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch types it, its stubs forget it
    return net


def _of_several(nets: Sequence[ClassifierNet], *, members: int = 1, shared: int = 0) -> ClassifierNet:
    """Set networks side by side; its keyword arguments are the options that every architecture has."""
    between("shared", shared, 0, len(nets[0].stages))
    if members == 1:
        return nets[0]
    linear = [net for net in nets if isinstance(net, PooledLinearNet)]
    if len(linear) < members:
        raise ValueError("members: networks stand side by side where each ends in pooling and one linear layer")
    return side_by_side(linear, shared)


def load_imagenet_mobilenet_v2(net: ClassifierNet, tensors: dict[str, Tensor]) -> None:
    """Copy a colour MobileNetV2 state (torchvision layout, batch norm folded) into a grey net; its classifier is left.

    Raises
    ------
    KeyError, RuntimeError
        Where tensors are missing or of another shape.
    """
    state = {name.removeprefix("features."): t for name, t in tensors.items() if name.startswith("features.")}
    state["0.0.weight"] = state["0.0.weight"].sum(dim=1, keepdim=True)
    net.stages.load_state_dict(state)
