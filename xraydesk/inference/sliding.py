"""A network run over a whole film at several scales: how much each square looks like a training image.

The stages are convolutions, so one pass over a film enlarged so that a square of a side fills the network's input gives
the feature maps of all such squares; pooling them in windows gives what the gate looks at (Sermanet et al. 2014,
"OverFeat", section 3.2). Only the edges differ from those of squares cut out, which `joints` does with the best ones.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from numpy.typing import NDArray
from PIL import Image

from xraydesk.inference.card import ModelCard
from xraydesk.inference.gate import Gate
from xraydesk.inference.networks import ClassifierNet, FeatureSet
from xraydesk.inference.preprocess import Box, equalised, normalise

Film = NDArray[np.uint8]
# Sides of the squares as shares of the film's shorter side: two knees side by side up to one that fills the film.
SIDES = (0.3, 0.39, 0.5, 0.65, 0.82, 1.0)
LONG_SIDES = (0.24, 0.31, 0.4, 0.5, 0.65)  # both whole legs, or one
_LONG = 1.8  # times as long as wide
MOST_LONG = 6.0
DISTANCE_WEIGHT = 3.0
LEAST_SIDE = 48  # pixels: what is smaller shows no joint


@dataclass(frozen=True, slots=True)
class Square:
    """A square on a prepared film: its middle and side in pixels."""

    row: float
    column: float
    side: float

    def moved(self, down: float, across: float, larger: float = 1.0) -> Square:
        """Return the square shifted by shares of its side and enlarged around its middle."""
        return Square(self.row + down * self.side, self.column + across * self.side, self.side * larger)

    def within(self, shape: tuple[int, ...]) -> Square:
        """Return the square made smaller and shifted as far as it takes to lie on the film."""
        side = min(self.side, *shape)
        row, column = (
            min(max(middle, side / 2), length - side / 2)
            for middle, length in zip((self.row, self.column), shape, strict=True)
        )
        return Square(row, column, side)

    def box(self, shape: tuple[int, ...]) -> Box:
        """Return left, top, right and bottom on a film of that shape, which the square must lie on."""
        half = self.side / 2
        right, bottom = min(self.column + half, shape[1]), min(self.row + half, shape[0])
        return max(self.column - half, 0.0), max(self.row - half, 0.0), right, bottom

    def overlap(self, other: Square) -> float:
        """Return the shared area over the joint area."""
        shared = 1.0
        for mine, others in ((self.row, other.row), (self.column, other.column)):
            low = max(mine - self.side / 2, others - other.side / 2)
            shared *= max(0.0, min(mine + self.side / 2, others + other.side / 2) - low)
        return shared / (self.side**2 + other.side**2 - shared)


@dataclass(frozen=True, slots=True)
class Spot:
    """A square and how much it looks like the training images, larger for more; see `likeness`."""

    square: Square
    score: float


def likeness(distance: NDArray[np.float32], domain: NDArray[np.float32] | None, limit: float) -> NDArray[np.float64]:
    """Return one number for each place by which places are compared.

    The gate's two measures on one scale: the log-odds of the in-domain head less the logarithm of the distance as a
    multiple of its ``limit``, for beside a joint the distance grows a thousandfold.
    """
    far = DISTANCE_WEIGHT * np.log(np.maximum(distance.astype(np.float64), 1e-6) / limit)
    if domain is None:
        return -far
    sure = np.clip(domain.astype(np.float64), 1e-7, 1 - 1e-7)
    return np.asarray(np.log(sure / (1 - sure)) - far)


class Slider:
    """Looks at all squares of a film at once. Belongs to the thread that owns the network.

    Parameters
    ----------
    network, gate
        On one device.
    card
        Of the model.
    """

    def __init__(self, network: ClassifierNet, gate: Gate, card: ModelCard) -> None:
        self._network = network
        self._gate = gate
        self._spec = card.input
        self._limit = card.gate.distance_cutoff

    def scan(self, film: Film, workers: int = 1) -> list[Spot]:
        """Return squares of several sides on a grid of the network's stride, best first.

        Parameters
        ----------
        film
            From `preprocess.prepare`. One that is very small or much longer than any leg gives none.
        workers
            Threads that share the scales.
        """
        shorter, longer = min(film.shape), max(film.shape)
        if shorter < LEAST_SIDE or longer > MOST_LONG * shorter:
            return []
        shares = LONG_SIDES if longer >= _LONG * shorter else SIDES
        stride = self._stride()

        def at(share: float) -> list[Spot]:
            return self._at_one_scale(film, share * shorter, stride)

        if workers == 1:
            levels = [at(share) for share in shares]
        else:
            with ThreadPoolExecutor(min(workers, len(shares)), "xraydesk-scan") as pool:
                levels = list(pool.map(at, shares))
        return sorted((spot for level in levels for spot in level), key=lambda spot: -spot.score)

    @torch.inference_mode()
    def _stride(self) -> int:
        """Return how many pixels of the input lie between two places of the last feature map."""
        size = self._spec.size
        probe = torch.zeros(1, 1, size, size, device=self._gate.mean.device)
        return size // self._network.features(probe).shape[2]

    @torch.inference_mode()
    def _at_one_scale(self, film: Film, side: float, stride: int) -> list[Spot]:
        size = self._spec.size
        rows, columns = (max(size, round(length / side * size / stride) * stride) for length in film.shape)
        reduced = Image.fromarray(film).resize((columns, rows), Image.Resampling.BILINEAR, reducing_gap=2.0)
        level = torch.from_numpy(equalised(np.asarray(reduced), self._spec.equalise, size).copy()).unsqueeze(0)
        features = self._network.forward_features(normalise(level.to(self._gate.mean.device), self._spec))
        scores = self._scores(features, size // stride)
        spots = []
        for (down, across), score in np.ndenumerate(scores):
            row = (down * stride + size / 2) / rows * film.shape[0]
            column = (across * stride + size / 2) / columns * film.shape[1]
            spots.append(Spot(Square(row, column, side).within(film.shape), float(score)))
        return spots

    def _scores(self, features: FeatureSet, cells: int) -> NDArray[np.float64]:
        """Return the likeness of each window of ``cells`` x ``cells`` places of the last feature map."""
        last = features.final.shape[2]
        pooled = []
        for feature_map in (features.final, *features.taps):
            finer = feature_map.shape[2] // last
            pooled.append(F.avg_pool2d(feature_map.float(), cells * finer, stride=finer)[0])
        down, across = pooled[0].shape[1:]
        places = torch.cat([p[:, :down, :across] for p in pooled]).flatten(1).T
        domain = self._gate.domain(places)
        found = likeness(
            self._gate.distance(places).cpu().numpy(), None if domain is None else domain.cpu().numpy(), self._limit
        )
        return found.reshape(down, across)
