"""Statistics of the training films' features for the gate, and the cut-offs, chosen on validation films."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.inference.card import InputSpec
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import ClassifierNet
from xraydesk.inference.preprocess import normalise

DIRECTIONS = 128
_BATCH = 64


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Logits (n, outputs) and pooled features (n, D) of films."""

    logits: NDArray[np.float32]
    pooled: Tensor


def answers(
    net: ClassifierNet, films: NDArray[np.uint8], spec: InputSpec, patients: NDArray[np.float32] | None = None
) -> Answers:
    """Run films (n, size, size) uint8 through the network once for logits and gate features.

    ``patients``, shape (n, patient.FACTS), is for networks that take age, sex and view.
    """
    logits, pooled = [], []
    with torch.inference_mode():
        for start in range(0, len(films), _BATCH):
            part = slice(start, start + _BATCH)
            features = net.forward_features(normalise(torch.from_numpy(np.ascontiguousarray(films[part])), spec))
            known = None if patients is None else torch.from_numpy(patients[part])
            logits.append(net.classify(features.final, known).numpy())
            pooled.append(Gate.pooled(features))
    return Answers(np.concatenate(logits), torch.cat(pooled))


def fit_gate(pooled: Tensor, domain: tuple[Tensor, Tensor] | None, directions: int = DIRECTIONS) -> Gate:
    """Fit a probabilistic principal-component model to features (n, D).

    ``domain``, weight (D,) and bias () of a head that tells the model's own kind of films, is brought to the gate's
    centred and scaled features: there its weight is ``weight * scale`` and its bias ``bias + weight @ mean``.
    """
    mean = pooled.mean(0)
    scale = pooled.std(0).clamp_min(1e-4)
    centred = ((pooled - mean) / scale).to(torch.float64)
    kept = max(1, min(directions, pooled.shape[1] - 1, len(pooled) // 2))  # few films span few directions
    basis, variances, residual = _principal(centred, kept)
    return Gate(
        mean=mean,
        scale=scale,
        basis=basis.to(torch.float32).contiguous(),
        variances=variances.clamp_min(1e-6).to(torch.float32),
        residual=residual.clamp_min(1e-6).to(torch.float32),
        domain_weight=None if domain is None else domain[0] * scale,
        domain_bias=None if domain is None else domain[1] + domain[0] @ mean,
    )


def _principal(centred: Tensor, kept: int) -> tuple[Tensor, Tensor, Tensor]:
    """Return the directions of greatest variance (D, kept), their variances (kept,), the mean of the others ().

    Of fewer films than features, the films' own products tell the same in a fraction of the time: for an eigenvector u
    of XX', X'u is one of X'X (Turk and Pentland 1991, doi:10.1162/jocn.1991.3.1.71).
    """
    films, features = centred.shape
    if films >= features:
        variances, basis = torch.linalg.eigh(centred.T @ centred / films)
        return basis[:, -kept:], variances[-kept:], variances[:-kept].mean()
    variances, inner = torch.linalg.eigh(centred @ centred.T / films)
    basis = F.normalize(centred.T @ inner[:, -kept:], dim=0)
    return basis, variances[-kept:], variances[:-kept].clamp_min(0).sum() / (features - kept)


def kind_output(head: torch.nn.Linear, features: int) -> tuple[Tensor, Tensor]:
    """Return weight (features,) and bias of the head's last output, "is of the kind this model is for".

    It reads the first features only, those of the last map.
    """
    weight = torch.zeros(features)
    weight[: head.in_features] = head.weight[-1].detach()
    return weight, head.bias[-1].detach()


def domain_head(own: Tensor, others: Tensor, strength: float = 1e-2) -> tuple[Tensor, Tensor]:
    """Fit a linear head, weight (D,) and bias (), that tells films of the own kind from others, each (n, D).

    Logistic regression on scaled features with a penalty on the weights' square, both kinds counting the same: for
    networks that were not shown other kinds while they learnt.
    """
    features = torch.cat([own, others])
    mean, scale = features.mean(0), features.std(0).clamp_min(1e-4)
    scaled = (features - mean) / scale
    target = torch.cat([torch.ones(len(own)), torch.zeros(len(others))])
    weights = torch.cat([torch.full((len(kind),), 0.5 / len(kind)) for kind in (own, others)])
    head = torch.zeros(scaled.shape[1] + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([head], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        logits = scaled @ head[:-1] + head[-1]
        each = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
        total = (each * weights).sum() + strength * head[:-1].square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    weight = head[:-1].detach() / scale
    return weight, head[-1].detach() - weight @ mean


def refused(gate: Gate, pooled: Tensor, distance_cutoff: float, domain_cutoff: float | None) -> NDArray[np.bool_]:
    """Return for each film, shape (n,), whether the gate refuses it."""
    domain = gate.domain(pooled)
    far = gate.distance(pooled) > distance_cutoff
    return np.asarray(far if domain is None or domain_cutoff is None else far | (domain < domain_cutoff))
