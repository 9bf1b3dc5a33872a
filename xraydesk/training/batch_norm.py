"""Batch norm put back into a network whose published weights came with it folded in, for as long as it learns.

Folded weights answer the same but learn worse: nothing holds the scale of a layer's output any more (Ioffe and Szegedy
2015, arXiv:1502.03167). The layers start as the identity on the run's own films, so that nothing learnt before is lost,
and are folded in again at the end: the bundle has the architecture it always had.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import torch
from torch import Tensor, nn

from xraydesk.errors import TrainingError
from xraydesk.inference.networks import ClassifierNet

__all__ = ["put_back", "set_in"]

_MOMENTUM = 0.02  # a batch has few films, some of other kinds: its statistics jump
_LEAST_VARIANCE = 1e-6  # of a channel that says nothing, whose scale would be divided by


def put_back(net: ClassifierNet, films: Iterable[Tensor]) -> None:
    """Set batch norm behind each convolution it was folded into; ``core.fold_batch_norm`` undoes it.

    Parameters
    ----------
    films
        Batches as the network takes them, shape (n, 1, size, size), whose statistics the layers start from.

    Raises
    ------
    TrainingError
        The network has no convolution that batch norm was folded into.
    """
    norms = set_in(net)
    if not norms:
        raise TrainingError(
            "Batch norm cannot be put back: it was not folded into this network", remedy="Set batch_norm to no"
        )
    for norm, (mean, variance) in zip(norms, _statistics(net, norms, films), strict=True):
        _be_identity(norm, mean, variance)


def set_in(net: ClassifierNet) -> list[nn.BatchNorm2d]:
    """Put a layer that changes nothing where folding left an Identity, and return all, for weights of a checkpoint."""
    norms = []
    for module in net.stages.modules():
        if not isinstance(module, nn.Sequential):
            continue
        for index, (conv, behind) in enumerate(pairwise(list(module)), 1):
            if isinstance(conv, nn.Conv2d) and isinstance(behind, nn.Identity):
                norm = nn.BatchNorm2d(conv.out_channels, momentum=_MOMENTUM).to(conv.weight.device)
                norm.running_var = torch.full_like(norm.weight, 1 - norm.eps).detach()
                module[index] = norm
                norms.append(norm)
    return norms


@torch.no_grad()
def _statistics(
    net: ClassifierNet, norms: list[nn.BatchNorm2d], films: Iterable[Tensor]
) -> list[tuple[Tensor, Tensor]]:
    """Return mean and variance of each channel, over films and places, in front of each layer."""
    sums = [torch.zeros(2, norm.num_features, device=norm.weight.device) for norm in norms]

    def add(norm: nn.Module, taken: tuple[Tensor, ...]) -> None:
        sums[norms.index(norm)] += torch.stack([taken[0].mean((0, 2, 3)), taken[0].square().mean((0, 2, 3))])  # type: ignore[arg-type]

    hooks = [norm.register_forward_pre_hook(add) for norm in norms]
    net.eval()
    count = 0
    for batch in films:
        net(batch)
        count += 1
    for hook in hooks:
        hook.remove()
    means = [each[0] / max(count, 1) for each in sums]
    return [(mean, each[1] / max(count, 1) - mean**2) for mean, each in zip(means, sums, strict=True)]


@torch.no_grad()
def _be_identity(norm: nn.BatchNorm2d, mean: Tensor, variance: Tensor) -> None:
    """Take the statistics up, and a scale and a shift that give back what comes in."""
    variance = variance.clamp_min(_LEAST_VARIANCE)
    norm.running_mean, norm.running_var = mean.clone(), variance.clone()
    norm.weight.copy_((variance + norm.eps).sqrt())
    norm.bias.copy_(mean)
