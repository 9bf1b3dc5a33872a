"""Statistics of the training films' features for the gate, and the cut-offs, chosen on validation films."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.inference.card import InputSpec
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import PooledLinearNet
from xraydesk.inference.preprocess import normalise

DIRECTIONS = 128
KIND_OUTPUT = 1  # second output of the head in training: "is of the kind this model is for"


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Logits (n, outputs) and pooled features (n, D) of films."""

    logits: NDArray[np.float32]
    pooled: Tensor


def answers(net: PooledLinearNet, films: NDArray[np.uint8], spec: InputSpec, batch_size: int = 64) -> Answers:
    """Run films (n, size, size) uint8 through the network once for logits and gate features."""
    logits, pooled = [], []
    with torch.inference_mode():
        for start in range(0, len(films), batch_size):
            batch = torch.from_numpy(np.ascontiguousarray(films[start : start + batch_size]))
            features = net.forward_features(normalise(batch, spec))
            logits.append(net.classify(features.final).numpy())
            pooled.append(Gate.pooled(features))
    return Answers(np.concatenate(logits), torch.cat(pooled))


def fit_gate(pooled: Tensor, head: torch.nn.Linear, directions: int = DIRECTIONS) -> Gate:
    """Fit a probabilistic principal-component model to features (n, D) and take over the kind output of the head.

    The head sees the first features only (the last map); on the gate's centred and scaled features its weight is
    ``weight * scale`` and its bias ``bias + weight @ mean``.
    """
    mean = pooled.mean(0)
    scale = pooled.std(0).clamp_min(1e-4)
    centred = ((pooled - mean) / scale).to(torch.float64)
    variances, basis = torch.linalg.eigh(centred.T @ centred / len(centred))
    kept = min(directions, len(variances) - 1)
    weight = torch.zeros(pooled.shape[1])
    weight[: head.in_features] = head.weight[KIND_OUTPUT].detach()
    return Gate(
        mean=mean,
        scale=scale,
        basis=basis[:, -kept:].to(torch.float32),
        variances=variances[-kept:].to(torch.float32),
        residual=variances[:-kept].mean().clamp_min(1e-6).to(torch.float32),
        domain_weight=weight * scale,
        domain_bias=(head.bias[KIND_OUTPUT] + weight @ mean).detach(),
    )


def refused(gate: Gate, pooled: Tensor, distance_cutoff: float, domain_cutoff: float) -> NDArray[np.bool_]:
    """Return for each film, shape (n,), whether the gate refuses it."""
    domain = gate.domain(pooled)
    far = gate.distance(pooled) > distance_cutoff
    return np.asarray(far if domain is None else far | (domain < domain_cutoff))
