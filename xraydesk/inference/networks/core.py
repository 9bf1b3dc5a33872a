"""What every network here has in common: stages, a head, and one forward pass for head, map and gate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


@dataclass(frozen=True, slots=True)
class FeatureSet:
    """What one forward pass leaves for head, map and gate.

    ``final`` is the last feature map, shape (batch, channels, h, w); ``taps`` are earlier feature maps that the gate
    pools beside it. Each holds the channels of so many ``members`` side by side, one after the other.
    """

    final: Tensor
    taps: tuple[Tensor, ...]
    members: int = 1

    @property
    def first(self) -> FeatureSet:
        """Those of the first member: what the gate looks at, so that a search needs no other."""
        if self.members == 1:
            return self
        final, *taps = (each.chunk(self.members, dim=1)[0] for each in (self.final, *self.taps))
        return FeatureSet(final, tuple(taps))


class ClassifierNet(nn.Module):
    """Stages of a convolutional network and a head on the last feature map.

    Parameters
    ----------
    stages
        Each takes and gives a feature map.
    taps
        Indices of stages whose output the gate looks at beside the last.
    blocks
        Indices of the stages at which the parts begin that transfer learning sets free one after the other.

    Attributes
    ----------
    facts
        How many numbers on the patient it takes beside the film.
    members
        How many networks stand side by side in it.
    """

    head: nn.Module
    facts: int = 0
    members: int = 1

    def __init__(self, stages: nn.Sequential, taps: tuple[int, ...], blocks: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.stages = stages
        self.taps = taps
        self.blocks = blocks

    def forward_features(self, images: Tensor) -> FeatureSet:
        """Run the stages on (batch, 1, size, size) and keep the tapped feature maps."""
        taps = []
        for index, stage in enumerate(self.stages):
            images = stage(images)
            if index in self.taps:
                taps.append(images)
        return FeatureSet(images, tuple(taps), self.members)

    def features(self, images: Tensor) -> Tensor:
        """Return the last feature map, shape (batch, channels, h, w)."""
        return cast(Tensor, self.stages(images))

    def pool(self, final: Tensor) -> Tensor:
        """Return what the head reads, shape (batch, inputs): the mean over all places."""
        return final.mean(dim=(2, 3))

    def answer(self, pooled: Tensor, facts: Tensor | None = None) -> Tensor:
        """Return logits, shape (batch, labels), of what `pool` gave.

        ``facts`` of the patients, shape (batch, patient.FACTS), are for networks that take them; None is "not known".
        """
        raise NotImplementedError

    def classify(self, final: Tensor, facts: Tensor | None = None) -> Tensor:
        """Return logits, shape (batch, labels), from the last feature map."""
        return self.answer(self.pool(final), facts)

    def forward(self, images: Tensor, facts: Tensor | None = None) -> Tensor:
        """Return logits, shape (batch, labels)."""
        return self.classify(self.features(images), facts)

    @property
    def map_stage(self) -> nn.Module:
        """The stage whose output activation maps are drawn from."""
        return self.stages[-1]

    @property
    def first(self) -> ClassifierNet:
        """The first of the networks that stand side by side, with the same weights; itself where there is one."""
        return self


class PooledLinearNet(ClassifierNet):
    """Stages of a convolutional network, global average pooling, one linear layer."""

    head: nn.Linear

    def __init__(
        self,
        stages: nn.Sequential,
        channels: int,
        labels: int,
        taps: tuple[int, ...],
        blocks: tuple[int, ...] = (),
    ) -> None:
        super().__init__(stages, taps, blocks)
        self.head = nn.Linear(channels, labels)

    def answer(self, pooled: Tensor, facts: Tensor | None = None) -> Tensor:  # noqa: ARG002 - takes none
        """Return logits, shape (batch, labels), of pooled features, shape (batch, channels)."""
        return cast(Tensor, self.head(pooled))


class HeadedNet(ClassifierNet):
    """Stages of a convolutional network and a head of several layers, behind average pooling or on all places."""

    def __init__(
        self,
        stages: nn.Sequential,
        head: nn.Sequential,
        taps: tuple[int, ...],
        blocks: tuple[int, ...] = (),
        *,
        flatten: bool = False,
        map_index: int = -1,
        facts: int = 0,
    ) -> None:
        super().__init__(stages, taps, blocks)
        self.head = head
        self.facts = facts
        self._flatten = flatten
        self._map_index = map_index

    def pool(self, final: Tensor) -> Tensor:
        """Return what the head reads, shape (batch, inputs): the mean over all places, or all places in a row."""
        return final.flatten(1) if self._flatten else super().pool(final)

    def answer(self, pooled: Tensor, facts: Tensor | None = None) -> Tensor:
        """Return logits, shape (batch, labels); facts that are not given count as not known."""
        if self.facts:
            facts = pooled.new_zeros(len(pooled), self.facts) if facts is None else facts
            pooled = torch.cat([pooled, facts.to(pooled.dtype)], dim=1)
        return cast(Tensor, self.head(pooled))

    @property
    def map_stage(self) -> nn.Module:
        """The last stage with enough places to draw a map from."""
        return self.stages[self._map_index]


class LogitDifference(nn.Module):
    """Softmax over two outputs a label, as one logit each: the second less the first has the same probability."""

    def forward(self, pairs: Tensor) -> Tensor:
        """Turn (batch, 2 labels) into (batch, labels)."""
        well, ill = pairs.view(len(pairs), -1, 2).unbind(2)
        return ill - well


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


def dense_head(inputs: int, widths: Sequence[int], outputs: int, *, batch_norm: bool, dropout: float) -> nn.Sequential:
    """Return linear layers with ReLU between them, each behind dropout and, where wanted, batch norm."""
    layers: list[nn.Module] = []
    sizes = [inputs, *widths, outputs]
    for index, (taken, given) in enumerate(pairwise(sizes)):
        layers += [nn.BatchNorm1d(taken)] if batch_norm else []
        layers += [nn.Dropout(dropout)] if dropout else []
        layers.append(nn.Linear(taken, given))
        layers += [nn.ReLU()] if index < len(widths) else []
    return nn.Sequential(*layers)


@torch.no_grad()
def set_head_start(net: ClassifierNet, kind: str) -> None:
    """Draw the head's linear layers anew: "he" (He et al. 2015), "xavier" (Glorot 2010) or "random" (normal, 0.01)."""
    draws: dict[str, Callable[[Tensor], Tensor]] = {
        "he": lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"),
        "xavier": nn.init.xavier_normal_,
        "random": lambda w: nn.init.normal_(w, std=0.01),
    }
    draw = draws[kind]
    for module in net.head.modules():
        if isinstance(module, nn.Linear):
            draw(module.weight)
            nn.init.zeros_(module.bias)
