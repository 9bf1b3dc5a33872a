"""Two small real models whose gates tell two kinds of made-up films apart: child chests and adult knees."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tests import films
from tests.inference import conftest as tiny
from xraydesk.inference import networks
from xraydesk.inference.bundle import save_bundle
from xraydesk.inference.card import GateSpec, Label, Platt, PointName, Population
from xraydesk.inference.preprocess import to_input
from xraydesk.training.gate_fit import answers, domain_head, fit_gate

GRADES = ("KL >= 2", "KL >= 1", "KL >= 3", "KL >= 4")
POINTS = (
    tiny.a_point(PointName.RULE_OUT, 0.2),
    tiny.a_point(PointName.DEFAULT, 0.4),
    tiny.a_point(PointName.RULE_IN, 0.6),
)
CHEST = Population(("DX",), ("CHEST",), ("AP", "PA"), 1, 6, "children of 1-5 years, frontal chest")
KNEE = Population(("DX",), ("KNEE",), ("AP", "PA"), 40, 100, "adult knees")


def leg(rows: int = 96, columns: int = 80, *, bits: int = 12, seed: int = 0) -> np.ndarray:
    """Return a bright bone on black with a dark joint across it."""
    rng = np.random.default_rng(seed)
    y = np.linspace(-1, 1, rows)[:, None]
    x = np.linspace(-1, 1, columns)[None, :]
    bone = np.exp(-((x / 0.3) ** 2)) * (1 - 0.8 * np.exp(-(((y - 0.02 * (seed % 5)) / 0.08) ** 2)))
    return (np.clip(bone + rng.normal(0, 0.01, (rows, columns)), 0, 1) * (2**bits - 1)).astype(np.uint16)


def noise(rows: int = 96, columns: int = 80, *, bits: int = 12, seed: int = 0) -> np.ndarray:
    """Return a picture of nothing."""
    return np.random.default_rng(seed).integers(0, 2**bits, (rows, columns)).astype(np.uint16)


def write_png(path: Path, made: np.ndarray) -> Path:
    """Write a 12-bit picture as an 8-bit PNG, old enough for its time stamp to be trusted."""
    import os
    import time

    films.write_png(path, (made >> 4).astype(np.uint8))
    os.utime(path, (time.time() - 60, time.time() - 60))
    return path


def install(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put both models into a data folder, the only ones installed; return the folder."""
    monkeypatch.setitem(networks.ARCHITECTURES, "tiny", tiny.tiny_network)
    monkeypatch.setattr("xraydesk.triage.models.resource_dir", lambda name: data_dir / "none")
    torch.manual_seed(5)
    kinds = [_inputs(make) for make in (films.picture, leg, noise)]
    chest = (Label("pneumonia", Platt(1.0, 0.0), POINTS),)
    knee = tuple(Label(name, Platt(1.0, 1.0 - n), POINTS if n == 0 else ()) for n, name in enumerate(GRADES))
    _save(data_dir, "chest-pneumonia", "Chest pneumonia", chest, CHEST, kinds)
    _save(data_dir, "knee-osteoarthritis", "Knee osteoarthritis", knee, KNEE, [kinds[1], kinds[0], kinds[2]])
    return data_dir


def _inputs(make) -> np.ndarray:
    return np.stack([to_input(make(bits=8, seed=seed).astype(np.uint8), tiny.SIZE) for seed in range(1000, 1060)])


def _save(data_dir: Path, name: str, title: str, labels, population: Population, kinds: list[np.ndarray]) -> None:
    network = tiny.tiny_network(len(labels)).eval()
    card = tiny.a_card(
        id=name, title=title, labels=labels, population=population, gate=GateSpec(4.0, 0.5, "twice the largest seen")
    )
    own, *others = (answers(network, kind, card.input).pooled for kind in kinds)
    gate = fit_gate(own, domain_head(own, torch.cat(others), strength=1e-4), directions=3)
    save_bundle(data_dir / "models" / name, card, {**network.state_dict(), **gate.tensors()})
