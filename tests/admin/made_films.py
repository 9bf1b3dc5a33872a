"""Labelled films made up for the inspection: one folder a class, each film its own picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from xraydesk.admin.data import DataSource, SourceKind
from xraydesk.admin.inspection import Inspection, inspect, look_into

Film = NDArray[np.uint8]


def film(seed: int, side: int = 96) -> Film:
    """Return a picture of soft blobs that no other seed has."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(20, 180, (8, 8)).astype(np.uint8))
    return np.asarray(small.resize((side, side), Image.Resampling.BICUBIC))


def write(path: Path, pixels: Film) -> Path:
    """Write a picture; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


def classes(root: Path, each: int = 12, first: int = 0) -> Path:
    """Write a normal and an abnormal class, each film its own patient folder with one film."""
    for offset, name in enumerate(("normal", "ill")):
        for number in range(each):
            write(root / name / f"p{number:03}-{name}" / "film.png", film(first + 1000 * offset + number))
    return root


def source_of(root: Path, label: str = "") -> DataSource:
    """Return the folder as a source."""
    return DataSource("Made up", SourceKind.FOLDER, root, label=label)


def inspected(root: Path, excluded: tuple[str, ...] = ()) -> Inspection:
    """Look into a folder, keeping what was seen beside it."""
    looked, label = look_into(source_of(root), root.parent / "kept")
    return inspect(looked, label, excluded)
