"""The networks a bundle may name, each built empty and without a download.

All take one grey channel, shape (batch, 1, size, size), already normalised by `preprocess.normalise`. Those in
`POOLED_LINEAR` end in global average pooling and one linear layer, so that class-activation maps come from the same
forward pass (Zhou et al. 2016, "Learning deep features for discriminative localization").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from xraydesk.inference import torchvision_cure


@dataclass(frozen=True, slots=True)
class FeatureSet:
    """What one forward pass leaves for head, map and gate.

    ``final`` is the last feature map, shape (batch, channels, h, w); ``taps`` are earlier feature maps that the gate
    pools beside it.
    """

    final: Tensor
    taps: tuple[Tensor, ...]


class PooledLinearNet(nn.Module):
    """Stages of a convolutional network, global average pooling, one linear layer."""

    def __init__(self, stages: nn.Sequential, channels: int, labels: int, taps: tuple[int, ...]) -> None:
        super().__init__()
        self.stages = stages
        self.head = nn.Linear(channels, labels)
        self.taps = taps

    def forward_features(self, images: Tensor) -> FeatureSet:
        """Run the stages on (batch, 1, size, size) and keep the tapped feature maps."""
        taps = []
        for index, stage in enumerate(self.stages):
            images = stage(images)
            if index in self.taps:
                taps.append(images)
        return FeatureSet(images, tuple(taps))

    def features(self, images: Tensor) -> Tensor:
        """Return the last feature map, shape (batch, channels, h, w)."""
        return cast(Tensor, self.stages(images))

    def classify(self, final: Tensor) -> Tensor:
        """Return logits, shape (batch, labels), from the last feature map."""
        return cast(Tensor, self.head(final.mean(dim=(2, 3))))

    def forward(self, images: Tensor) -> Tensor:
        """Return logits, shape (batch, labels)."""
        return self.classify(self.features(images))


ClassifierNet = PooledLinearNet


def mobilenet_v2_folded(labels: int) -> PooledLinearNet:
    """MobileNetV2 (Sandler et al. 2018) with batch norm folded into convolution and bias, one grey channel."""
    torchvision_cure.apply()
    from torchvision.models import mobilenet_v2

    net = mobilenet_v2(weights=None)
    fold_batch_norm(net)
    stages = cast(nn.Sequential, net.features)
    to_grey_input(stages)
    return PooledLinearNet(stages, channels=1280, labels=labels, taps=(10,))


def fold_batch_norm(net: nn.Module) -> None:
    """Replace each convolution followed by batch norm in a Sequential by one convolution with bias and an Identity."""
    net.eval()
    for module in net.modules():
        if not isinstance(module, nn.Sequential):
            continue
        for index in range(len(module) - 1):
            conv, norm = module[index], module[index + 1]
            if isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                module[index] = fuse_conv_bn_eval(conv, norm)
                module[index + 1] = nn.Identity()


def to_grey_input(stages: nn.Sequential) -> None:
    """Sum the first convolution over its colour channels: equal to feeding the same grey three times, but faster."""
    first = next(m for m in stages.modules() if isinstance(m, nn.Conv2d))
    first.weight = nn.Parameter(first.weight.detach().sum(dim=1, keepdim=True))
    first.in_channels = 1


def load_imagenet_mobilenet_v2(net: PooledLinearNet, tensors: dict[str, Tensor]) -> None:
    """Copy a colour MobileNetV2 state (torchvision layout, batch norm folded) into a grey net; its classifier is left.

    Raises
    ------
    KeyError, RuntimeError
        Where tensors are missing or of another shape.
    """
    state = {name.removeprefix("features."): t for name, t in tensors.items() if name.startswith("features.")}
    state["0.0.weight"] = state["0.0.weight"].sum(dim=1, keepdim=True)
    net.stages.load_state_dict(state)


ARCHITECTURES: dict[str, Callable[[int], PooledLinearNet]] = {"mobilenet_v2_folded": mobilenet_v2_folded}
POOLED_LINEAR = frozenset(ARCHITECTURES)


def build(architecture: str, labels: int) -> PooledLinearNet:
    """Build an empty network.

    Raises
    ------
    KeyError
        Where no such architecture is known.
    """
    net = ARCHITECTURES[architecture](labels)
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch types it, its stubs forget it
    return net
