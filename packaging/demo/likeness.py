"""Holds drawn films apart from real ones: none may lie nearer to a training film than two patients do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from demo.anatomy import SIZE, Films
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
