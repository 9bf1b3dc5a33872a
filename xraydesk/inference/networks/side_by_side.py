"""Several networks of one kind as one, whose answer is the mean of theirs.

Networks that learnt the same from different seeds err differently, and the mean of their logits errs less than each
(Lakshminarayanan et al. 2017, arXiv:1612.01474). Written as one network with a wide last feature map and one linear
layer, it has one forward pass for head, map and gate as each of them has: the map of the mean is the mean of the maps.
The gate looks at the first member's features: what is only searched for needs no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn

from xraydesk.inference.networks.core import PooledLinearNet

__all__ = ["Branches", "SideBySide", "side_by_side"]


class Branches(nn.Module):
    """The same stretch of several networks.

    Parameters
    ----------
    members
        Each takes and gives a feature map.
    divided
        Whether what comes in holds the members' channels one after the other; else each takes all of it.
    """

    members: nn.ModuleList

    def __init__(self, members: Sequence[nn.Module], *, divided: bool) -> None:
        super().__init__()
        self.members = nn.ModuleList(members)
        self._divided = divided

    def forward(self, images: Tensor) -> Tensor:
        """Return the members' channels one after the other."""
        count = len(self.members)
        parts = images.chunk(count, dim=1) if self._divided else [images] * count
        return torch.cat([member(part) for member, part in zip(self.members, parts, strict=True)], dim=1)


class SideBySide(PooledLinearNet):
    """Networks of one kind joined; see `side_by_side`."""

    def __init__(
        self, stages: nn.Sequential, channels: int, labels: int, taps: tuple[int, ...], blocks: tuple[int, ...]
    ) -> None:
        super().__init__(stages, channels, labels, taps, blocks)
        self.members = next(len(stage.members) for stage in stages if isinstance(stage, Branches))

    @property
    @torch.no_grad()
    def first(self) -> PooledLinearNet:
        """The first member, its stages those of this one.

        Its last bias is that of the mean, for the members' own are not kept.
        """
        stages, taps = nn.Sequential(), list[int]()
        for index, stage in enumerate(self.stages):
            stages.extend(cast(nn.Sequential, stage.members[0]) if isinstance(stage, Branches) else [stage])
            taps += [len(stages) - 1] if index in self.taps else []
        labels, channels = self.head.weight.shape
        member = PooledLinearNet(stages, channels // self.members, labels, tuple(taps))
        member.head.to(self.head.weight).requires_grad_(requires_grad=False)
        member.head.weight.copy_(self.head.weight[:, : channels // self.members] * self.members)
        member.head.bias.copy_(self.head.bias)
        return member.train(self.training)


@torch.no_grad()
def side_by_side(members: Sequence[PooledLinearNet], shared: int = 0) -> SideBySide:
    """Join networks of one kind; their modules go into what is returned.

    Parameters
    ----------
    members
        The networks, alike in all but their weights.
    shared
        So many first stages are taken from the first member for all.

    Raises
    ------
    ValueError
        Where a tap of the gate lies in the shared stages.
    """
    first = members[0]
    if any(tap < shared for tap in first.taps):
        raise ValueError(f"shared must not go beyond the stage {min(first.taps)}, which the gate looks at")
    edges = [shared, *(tap + 1 for tap in first.taps), len(first.stages)]
    stretches = [
        Branches([member.stages[start:end] for member in members], divided=number > 0)
        for number, (start, end) in enumerate(pairwise(edges))
    ]
    labels, channels = first.head.weight.shape
    taps = tuple(shared + number for number in range(len(first.taps)))
    stages = nn.Sequential(*list(first.stages)[:shared], *stretches)
    blocks = (0, *range(shared, len(stages)))
    joined = SideBySide(stages, channels * len(members), labels, taps, blocks)
    joined.head.weight.copy_(torch.cat([member.head.weight for member in members], dim=1) / len(members))
    joined.head.bias.copy_(torch.stack([member.head.bias for member in members]).mean(0))
    return joined
