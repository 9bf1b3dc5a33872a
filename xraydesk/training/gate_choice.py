"""The gate of a finished model: which films its statistics come from, its cut-offs, and what it then refuses."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.inference.card import GateSpec
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import PooledLinearNet
from xraydesk.training.augment import augment
from xraydesk.training.evidence import Evidence
from xraydesk.training.framing import misframe
from xraydesk.training.gate_fit import answers, domain_head, fit_gate, kind_output, refused
from xraydesk.training.recipe import AugmentSpec
from xraydesk.training.run import TrainedRun

MILD = AugmentSpec(
    rotate_degrees=6,
    zoom=(0.92, 1.12),
    stretch=0.1,
    shift=0.04,
    gamma=(0.75, 1.35),
    equalise_share=0.05,
    blur_sigma=(0.3, 1.5),
    noise_sigma=(0.0, 0.03),
    marker_share=0.15,
    border_share=0.15,
)
# Shares of varied validation films that the halves of the gate let through. The head that was shown other kinds is the
# sharper half and bounds tightly; the distance is for what nobody thought of, and grows with any new scanner.
KEPT_IN_DOMAIN, KEPT_IN_DISTANCE = 0.99, 0.998


def fit(run: TrainedRun) -> Gate:
    """Fit the gate to training films, plain and mildly varied, so that another scanner is not another kind."""
    films = np.asarray(run.films[run.split.train])
    generator = torch.Generator().manual_seed(run.recipe.seed)
    varied = [augment(torch.from_numpy(films[i : i + 64]), MILD, generator).numpy() for i in range(0, len(films), 64)]
    pooled = _pooled(run, np.concatenate([films, *varied]))
    return fit_gate(pooled, _domain(run, pooled))


def _domain(run: TrainedRun, own: Tensor) -> tuple[Tensor, Tensor] | None:
    """Return the head that tells the kinds: the one that learnt with the network, else one on its features."""
    first = run.net.first
    if run.recipe.outputs > len(run.recipe.ends) and isinstance(first, PooledLinearNet):
        return kind_output(first.head, own.shape[1])
    rows = run.other_split.train
    if not len(rows):
        return None
    return domain_head(own, _pooled(run, np.asarray(run.other_films[rows])))


def _pooled(run: TrainedRun, films: NDArray[np.uint8]) -> Tensor:
    """Return what the gate looks at, of networks side by side by the first alone."""
    return answers(run.net.first, films, run.recipe.input).pooled


def choose_gate(run: TrainedRun, gate: Gate, evidence: Evidence) -> tuple[GateSpec, dict[str, Any]]:
    """Set both cut-offs so that nearly all validation films, plain and mildly varied, pass; say what is refused."""
    generator = torch.Generator().manual_seed(run.recipe.seed + 1)
    varied = augment(torch.from_numpy(evidence.films), MILD, generator).numpy()
    own = torch.cat([evidence.plain.pooled, _pooled(run, varied)])
    distance, cut, words = _cut_offs(gate, own)
    figures: dict[str, Any] = {"own kind, validation": _share(refused(gate, evidence.plain.pooled, distance, cut))}
    if run.recipe.misframed_share:
        films = misframe(torch.from_numpy(evidence.films), generator).numpy()
        wrong = _pooled(run, films)
        figures["own kind in a wrong frame, validation"] = _share(refused(gate, wrong, distance, cut))
    rows = run.other_split.validation
    pooled = _pooled(run, np.asarray(run.other_films[rows])) if len(rows) else None
    for source in sorted({run.others.images[i].source for i in rows}):
        of_source = [k for k, i in enumerate(rows) if run.others.images[i].source == source]
        assert pooled is not None  # a source has rows
        figures[f"{source}, kept aside"] = _share(refused(gate, pooled[of_source], distance, cut))
    return GateSpec(distance, cut, words), figures


def _cut_offs(gate: Gate, own: Tensor) -> tuple[float, float | None, str]:
    """Return the largest distance, the least in-domain probability, and how they were chosen."""
    domain = gate.domain(own)
    kept = KEPT_IN_DOMAIN if domain is None else KEPT_IN_DISTANCE
    distance = float(torch.quantile(gate.distance(own), kept))
    words = f"the distance lets {kept:.1%} of plain and mildly varied validation films through"
    if domain is None:
        return distance, None, words
    cut = float(torch.quantile(domain, 1 - KEPT_IN_DOMAIN))
    return distance, cut, f"{words}, the in-domain probability {KEPT_IN_DOMAIN:.1%}"


def _share(flags: NDArray[np.bool_]) -> dict[str, float]:
    return {"films": len(flags), "refused": float(flags.mean())}
