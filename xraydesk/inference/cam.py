"""Class-activation maps of networks that end in global average pooling and one linear layer.

Zhou et al. 2016, "Learning deep features for discriminative localization", equation 2: one forward pass gives the maps
of all labels, without gradients.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from xraydesk.inference.networks import PooledLinearNet


def pooled_linear_maps(features: Tensor, weight: Tensor) -> Tensor:
    """Return the activation map of each label.

    Parameters
    ----------
    features
        The last feature map, shape (batch, channels, h, w).
    weight
        Of the linear layer, shape (labels, channels).

    Returns
    -------
    Shape (batch, labels, h, w), in logits. The bias is left out, for it belongs to no place: the mean of a map over
    its places plus the label's bias is the logit.
    """
    return torch.einsum("bchw,kc->bkhw", features, weight)


def head_of(network: nn.Module) -> nn.Linear | None:
    """Return the linear layer behind the average pooling, or None for a network built otherwise."""
    return network.head if isinstance(network, PooledLinearNet) else None
