"""A tiny pooled-linear architecture and a sound bundle of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from xraydesk.inference import networks
from xraydesk.inference.bundle import Bundle, load_bundle, save_bundle
from xraydesk.inference.card import (
    GateSpec,
    InputSpec,
    Label,
    ModelCard,
    OperatingPoint,
    Platt,
    PointName,
    Population,
    Rate,
)

SIZE = 32
CHANNELS = 6
FEATURES = CHANNELS + 4


def tiny_network(labels: int) -> networks.PooledLinearNet:
    stages = nn.Sequential(
        nn.Sequential(nn.Conv2d(1, 4, 3, stride=2, padding=1), nn.ReLU6(inplace=True)),
        nn.Sequential(nn.Conv2d(4, CHANNELS, 3, stride=2, padding=1), nn.ReLU6(inplace=True)),
    )
    return networks.PooledLinearNet(stages, CHANNELS, labels, taps=(0,))


def a_point(name: str, threshold: float) -> OperatingPoint:
    return OperatingPoint(name, threshold, Rate(0.9, 0.8, 0.95), Rate(0.7, 0.6, 0.8))


def a_card(**changes: object) -> ModelCard:
    points = (a_point(PointName.RULE_OUT, 0.2), a_point(PointName.DEFAULT, 0.4), a_point(PointName.RULE_IN, 0.7))
    fields: dict[str, object] = {
        "id": "tiny",
        "version": "1.0",
        "title": "Tiny",
        "architecture": "tiny",
        "labels": (Label("shadow", Platt(1.5, -0.25), points), Label("other")),
        "input": InputSpec(size=SIZE),
        "population": Population(body_parts=("CHEST",), age_min=1.0, age_max=6.0, words="children of 1-5 years"),
        "gate": GateSpec(distance_cutoff=4.0, domain_cutoff=0.05, words="by hand"),
        "weights_sha256": "0" * 64,
        "training": {"recipe": {"sides": [80, 112]}},
        "results": {"auroc": 0.9},
        **changes,
    }
    return ModelCard(**fields)  # type: ignore[arg-type]


def gate_tensors(features: int = FEATURES, directions: int = 3) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(7)
    basis, _ = torch.linalg.qr(torch.randn(features, directions, generator=generator))
    return {
        "gate.mean": torch.full((features,), 0.3),
        "gate.scale": torch.full((features,), 0.4),
        "gate.basis": basis.contiguous(),
        "gate.variances": torch.tensor([3.0, 2.0, 1.5]),
        "gate.residual": torch.tensor(0.8),
        "gate.domain_weight": torch.zeros(features),
        "gate.domain_bias": torch.tensor(2.0),
    }


@pytest.fixture(autouse=True)
def tiny_architecture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(networks.ARCHITECTURES, "tiny", tiny_network)


@pytest.fixture
def network() -> networks.PooledLinearNet:
    torch.manual_seed(3)
    return tiny_network(2).eval()


@pytest.fixture
def tensors(network: networks.PooledLinearNet) -> dict[str, Tensor]:
    return {**network.state_dict(), **gate_tensors()}


@pytest.fixture
def bundle_folder(tmp_path: Path, tensors: dict[str, Tensor]) -> Path:
    folder = tmp_path / "models" / "tiny"
    save_bundle(folder, a_card(), tensors)
    return folder


@pytest.fixture
def bundle(bundle_folder: Path) -> Bundle:
    return load_bundle(bundle_folder)
