"""The networks a bundle may name, each built empty and without a download.

All take one grey channel, shape (batch, 1, size, size), already normalised by `preprocess.normalise`. Those that are a
`PooledLinearNet` end in global average pooling and one linear layer, so that class-activation maps come from the same
forward pass (Zhou et al. 2016, "Learning deep features for discriminative localization").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from xraydesk.inference.networks.options import check_options

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
    "to_grey_input",
]

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
    """Build an empty network.

    Raises
    ------
    KeyError
        Where no such architecture is known.
    ValueError
        Where it has no such option, or a value makes no sense.
    """
    builder = ARCHITECTURES[architecture]
    check_options(builder, options or {})
    net = builder(labels, **(options or {}))
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch types it, its stubs forget it
    return net


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
