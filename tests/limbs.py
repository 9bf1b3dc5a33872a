"""Whole films of legs made of knee crops: where the joints lie on them is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Film = NDArray[np.uint8]
KINDS = ("one", "both", "long")  # one knee, both knees, both whole legs


@dataclass(frozen=True)
class Place:
    """Where a crop lies, in pixels."""

    top: float
    left: float
    side: float

    def overlap(self, top: float, left: float, height: float, width: float) -> float:
        """Return the shared area over the joint area."""
        down = min(self.top + self.side, top + height) - max(self.top, top)
        across = min(self.left + self.side, left + width) - max(self.left, left)
        shared = max(0.0, down) * max(0.0, across)
        return shared / (self.side**2 + height * width - shared)


def limb_film(crops: Sequence[Film], kind: str, rng: np.random.Generator) -> tuple[Film, list[Place]]:
    """Draw legs around knee crops, from left to right, and return the film with the places of the crops.

    Position, size, brightness, contrast, uneven exposure and noise vary. The crops' own contrast is already equalised
    and that cannot be undone; it is made weaker here.
    """
    rows, columns, side = _layout(kind, rng)
    film = np.full((rows, columns), rng.uniform(5, 30), np.float32)
    height = rows * rng.uniform(0.42, 0.58)
    places = []
    for number, crop in enumerate(crops):
        own = int(side * rng.uniform(0.95, 1.05))
        middle = columns * ((number + 0.5) / len(crops) + rng.uniform(-0.04, 0.04))
        top = int(np.clip(height - own / 2 + rng.uniform(-0.05, 0.05) * side, 0, rows - own))
        left = int(np.clip(middle - own / 2, 0, columns - own))
        leg, mask = _leg(crop, own, rows, top, rng)
        film[:, left : left + own] = film[:, left : left + own] * (1 - mask) + leg * mask
        places.append(Place(top, left, own))
    return _exposed(film, rng), places


def _layout(kind: str, rng: np.random.Generator) -> tuple[int, int, int]:
    """Return rows, columns and the side of a joint."""
    if kind == "one":
        rows, columns = int(rng.integers(1000, 1400)), int(rng.integers(800, 1100))
        return rows, columns, int(columns * rng.uniform(0.45, 0.8))
    if kind == "both":
        rows, columns = int(rng.integers(900, 1200)), int(rng.integers(1100, 1500))
        return rows, columns, int(rows * rng.uniform(0.34, 0.5))
    rows, columns = int(rng.integers(2400, 3000)), int(rng.integers(850, 1000))
    return rows, columns, int(columns * rng.uniform(0.24, 0.34))


def _leg(
    crop: Film, side: int, rows: int, top: int, rng: np.random.Generator
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a leg as tall as the film, the crop in it and its first and last lines drawn on, and how solid it is."""
    knee = np.asarray(Image.fromarray(crop).resize((side, side), Image.Resampling.BICUBIC), np.float32)
    edge = max(4, side // 40)

    def shaft(lines: NDArray[np.float32], count: int) -> NDArray[np.float32]:
        drift = np.cumsum(rng.normal(0, 0.12, (count, 1)), axis=0)
        return np.asarray(np.clip(lines.mean(0)[None] + drift + rng.normal(0, 2, (count, side)), 0, 255), np.float32)

    leg = np.concatenate([shaft(knee[:edge], top)[::-1], knee, shaft(knee[-edge:], rows - top - side)])
    solid = np.clip((1 - np.abs(np.linspace(-1, 1, side))) / 0.1, 0, 1)
    return leg, solid[None].astype(np.float32)


def _exposed(film: NDArray[np.float32], rng: np.random.Generator) -> Film:
    y, x = np.mgrid[0 : 1 : film.shape[0] * 1j, 0 : 1 : film.shape[1] * 1j]
    uneven = 1 + 0.25 * np.sin(x * rng.uniform(1, 3) + rng.uniform(0, 6)) + 0.15 * (y - 0.5)
    grey = 255 * (film / 255) ** rng.uniform(0.7, 1.4) * rng.uniform(0.5, 0.9) * uneven
    return np.clip(grey + rng.normal(0, 2, film.shape), 0, 255).astype(np.uint8)
