"""Holds drawn films apart from real ones: none may lie nearer to a training film than two patients do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from demo.anatomy import SIZE, Anatomy, Films
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float32]
SIDE = 64


@dataclass(frozen=True)
class Likeness:
    """The training films at SIDE pixels, and the distance that a drawn film must keep (root mean square)."""

    films: Array
    least: float

    def distance(self, look: Array) -> float:
        """Return how far a drawn film lies from the nearest training film."""
        return float(_distances(_small(look[None]), self.films).min())


@dataclass(frozen=True)
class Studio:
    """All that is needed to draw films of one class."""

    anatomy: Anatomy
    likeness: Likeness


def far_enough(look: Array, studios: Iterable[Studio], words: str) -> bool:
    """Say whether a drawn film keeps its distance from the training films of all classes, and print it."""
    parts = [studio.likeness for studio in studios]
    nearest = min(part.distance(look) for part in parts)
    least = max(part.least for part in parts)
    print(f"{words} nearest real film {nearest:.3f}, at least {least:.3f}", flush=True)
    return nearest >= least


def likeness(films: Films) -> Likeness:
    """Measure how near different patients come to each other; the bar is the 5th percentile of the nearest ones."""
    small = _small(films.pixels)
    distances = _distances(small, small)
    patients = np.asarray(films.patients)
    distances[patients[:, None] == patients[None, :]] = np.inf
    return Likeness(small, float(np.percentile(distances.min(axis=1), 5)))


def _small(films: Array) -> Array:
    rows = []
    for film in films:
        image = Image.fromarray(film.astype(np.float32)).resize((SIZE, SIZE)).resize((SIDE, SIDE), Image.Resampling.BOX)
        pixels = np.asarray(image, dtype=np.float32)
        rows.append(((pixels - pixels.mean()) / pixels.std()).ravel())
    return np.stack(rows)


def _distances(one: Array, other: Array) -> Array:
    product = one @ other.T / one.shape[1]
    return np.sqrt(np.maximum(2 - 2 * product, 0))
