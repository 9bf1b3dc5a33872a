"""Several networks of one kind as one, whose answer is the mean of theirs.

Networks that learnt the same from different seeds err differently, and the mean of their logits errs less than each
(Lakshminarayanan et al. 2017, arXiv:1612.01474). Written as one network with a wide last feature map and one linear
layer, it has one forward pass for head, map and gate as each of them has: the map of the mean is the mean of the maps.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn

from xraydesk.inference.networks.core import PooledLinearNet

__all__ = ["Branches", "first_member", "side_by_side"]


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


@torch.no_grad()
def side_by_side(members: Sequence[PooledLinearNet], shared: int = 0) -> PooledLinearNet:
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
    joined = PooledLinearNet(stages, channels * len(members), labels, taps, blocks)
    joined.head.weight.copy_(torch.cat([member.head.weight for member in members], dim=1) / len(members))
    joined.head.bias.copy_(torch.stack([member.head.bias for member in members]).mean(0))
    return joined


@torch.no_grad()
def first_member(joined: PooledLinearNet, into: PooledLinearNet) -> PooledLinearNet:
    """Copy the first of networks side by side into one of its kind, and return this.

    Its last bias is that of the mean, for the members' own are not kept; outputs that the joined one has not stay.
    """
    own = [stage for stage in joined.stages if not isinstance(stage, Branches)]
    branches = [stage for stage in joined.stages if isinstance(stage, Branches)]
    stretches = [cast(nn.Sequential, branch.members[0]) for branch in branches]
    stages = nn.Sequential(*own, *(stage for stretch in stretches for stage in stretch))
    into.stages.load_state_dict(stages.state_dict())
    count, labels, channels = len(branches[0].members), len(joined.head.bias), into.head.in_features
    into.head.weight[:labels] = joined.head.weight[:, :channels] * count
    into.head.bias[:labels] = joined.head.bias
    return into
