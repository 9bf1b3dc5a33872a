"""The check that a model may speak about an image at all.

Two measures on pooled features of the same forward pass: the Mahalanobis distance from the training images under a
probabilistic principal-component model (Tipping and Bishop 1999), and, where the bundle has one, a linear head that
was shown films of other kinds (adults, other body parts).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from xraydesk.inference.networks import FeatureSet


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """Statistics of the training images' features, D numbers an image, K principal directions.

    ``mean`` (D,), ``scale`` (D,) the deviation of each feature, ``basis`` (D, K) orthonormal, ``variances`` (K,),
    ``residual`` () the variance of each remaining direction; ``domain_weight`` (D,) and ``domain_bias`` () or None.
    """

    mean: Tensor
    scale: Tensor
    basis: Tensor
    variances: Tensor
    residual: Tensor
    domain_weight: Tensor | None = None
    domain_bias: Tensor | None = None

    @staticmethod
    def from_tensors(tensors: dict[str, Tensor]) -> Gate:
        """Take the tensors named ``gate.*`` of a weights file, as float32; KeyError where one is missing."""
        gate = {name.removeprefix("gate."): t for name, t in tensors.items() if name.startswith("gate.")}
        own = {name: t.to(torch.float32) for name, t in gate.items()}
        return Gate(
            mean=own["mean"],
            scale=own["scale"],
            basis=own["basis"],
            variances=own["variances"],
            residual=own["residual"],
            domain_weight=own.get("domain_weight"),
            domain_bias=own.get("domain_bias"),
        )

    def tensors(self) -> dict[str, Tensor]:
        """Return the tensors as they stand in a weights file."""
        named = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {f"gate.{name}": t.contiguous() for name, t in named.items() if t is not None}

    def to(self, device: torch.device | str) -> Gate:
        """Return the gate on another device."""
        moved = {name.removeprefix("gate."): t.to(device) for name, t in self.tensors().items()}
        return Gate(**moved)

    @staticmethod
    def pooled(features: FeatureSet) -> Tensor:
        """Return the features the gate looks at, shape (batch, D): each map of the first member averaged."""
        first = features.first
        return torch.cat([m.to(torch.float32).mean(dim=(2, 3)) for m in (first.final, *first.taps)], dim=1)

    def distance(self, pooled: Tensor) -> Tensor:
        """Return the Mahalanobis distance of each image over sqrt(D), shape (batch,): about 1 on training films."""
        centred = (pooled - self.mean) / self.scale
        along = centred @ self.basis
        rest = (centred.square().sum(1) - along.square().sum(1)).clamp_min(0.0)
        square = (along.square() / self.variances).sum(1) + rest / self.residual
        return (square / pooled.shape[1]).sqrt()

    def domain(self, pooled: Tensor) -> Tensor | None:
        """Return the probability, shape (batch,), that the image is of the model's kind; None without a head."""
        if self.domain_weight is None or self.domain_bias is None:
            return None
        centred = (pooled - self.mean) / self.scale
        return torch.sigmoid(centred @ self.domain_weight + self.domain_bias)
