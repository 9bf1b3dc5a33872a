"""The bundled models answer as they did when they were packed; the other parts of torch that the program uses work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from xraydesk.errors import BundleError, XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.render import to_grey
from xraydesk.inference.catalogue import InstalledModel, installed
from xraydesk.inference.prediction import Prediction
from xraydesk.resources import resource_dir
from xraydesk.selftest.films import answers

if TYPE_CHECKING:
    from xraydesk.inference.scorer import Input, Scorer

# Processors add up in another order, and graphics cards compute in half precision: a logit may differ by so much.
TOLERANCE, TOLERANCE_HALF = 0.01, 0.15
_AGAIN = "Install xraydesk again"


@dataclass(frozen=True, slots=True)
class Known:
    """A bundled model, by the hash of its weights, and the logits it gave to one of the demo films."""

    name: str
    sha256: str
    film: str
    logits: tuple[float, ...]


def expected() -> list[Known]:
    """Return what is stored of the bundled models, and those of which nothing is stored, with no logits."""
    stored = answers()["models"]
    found = []
    for model in bundled():
        sha256 = model.card.weights_sha256
        row = stored.get(sha256, {"film": "", "logits": ()})
        found.append(Known(f"{model.card.id} {model.card.version}", sha256, row["film"], tuple(row["logits"])))
    return found


def bundled() -> list[InstalledModel]:
    """Return the models that ship with the program."""
    return installed([resource_dir("models")])


def answer(folder: Path, film: str, device: str) -> Prediction:
    """Return a model's answer to a demo film, as for reading: hash checked, prepared, scored."""
    from xraydesk.inference.bundle import load_bundle
    from xraydesk.inference.scorer import Scorer

    scorer = Scorer(load_bundle(folder), device)
    return scorer.score([_film(scorer, film)])[0]


def check(known: Known, device: str) -> str:
    """Compare a model's logits with the stored ones, on the CPU and on the device that is used for reading."""
    if not known.logits:
        raise BundleError("Nothing is stored of this model's answers", subject=known.name, remedy=_AGAIN)
    folder = next(model.folder for model in bundled() if model.card.weights_sha256 == known.sha256)
    said = [_compared(known, answer(folder, known.film, "cpu"), TOLERANCE, "the CPU")]
    from xraydesk.inference.device import choose

    chosen = choose(device)
    if not chosen.is_cpu:
        tolerance = TOLERANCE_HALF if chosen.half else TOLERANCE
        said.append(_compared(known, answer(folder, known.film, device), tolerance, chosen.words))
    return "; ".join(said)


def _compared(known: Known, found: Prediction, tolerance: float, where: str) -> str:
    difference = float(abs(found.logits - np.asarray(known.logits, np.float32)).max())
    if not difference <= tolerance:
        raise BundleError(
            f"The logits on {where} are off by {difference:.4f}, {tolerance} may be", subject=known.name, remedy=_AGAIN
        )
    return f"logits on {where} within {tolerance} (off by {difference:.5f})"


def map_made(method: str) -> str:
    """Make a map of one film by a method of `inference.gradcam`."""
    from xraydesk.inference.bundle import load_bundle
    from xraydesk.inference.scorer import Scorer

    known = next((one for one in expected() if one.logits), None)
    if known is None:
        raise XraydeskError("There is no model to make a map with", remedy=_AGAIN)
    folder = next(model.folder for model in bundled() if model.card.weights_sha256 == known.sha256)
    scorer = Scorer(load_bundle(folder), "cpu")
    found = scorer.activation_map(_film(scorer, known.film), 0, method)
    values = np.asarray(found.values)
    if not np.isfinite(values).all() or not np.ptp(values):
        raise XraydeskError(f"The map by {method} is empty", subject=known.name, remedy=_AGAIN)
    return f"{values.shape[0]} x {values.shape[1]} places"


def published() -> str:
    """Build one network of torchvision and one of timm, empty, as an installed model of these kinds would."""
    from xraydesk.inference.networks import build

    names = ("mobilenet_v2_folded", "resnet50", "xception")
    for name in names:
        build(name, 1)
    return ", ".join(names)


def trained() -> str:
    """Take one step of the training loop's library and optimizer, which bring much of torch with them."""
    import torch
    from lightning_fabric import Fabric

    torch.manual_seed(0)
    fabric = Fabric(accelerator="cpu", devices=1)
    layer = torch.nn.Linear(4, 1)
    model, optimizer = fabric.setup(layer, torch.optim.AdamW(layer.parameters(), lr=0.1))
    before = model(torch.ones(8, 4)).pow(2).mean()
    fabric.backward(before)
    optimizer.step()
    after = model(torch.ones(8, 4)).pow(2).mean()
    if not after < before:
        raise XraydeskError("A step of training made a network no better", remedy=_AGAIN)
    return f"loss {before.item():.3f} to {after.item():.3f}"


def _film(scorer: Scorer, name: str) -> Input:
    return scorer.prepare(to_grey(load(resource_dir("demo") / name)))
