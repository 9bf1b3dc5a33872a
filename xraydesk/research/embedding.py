"""The map: t-SNE of principal components (van der Maaten and Hinton 2008) by openTSNE.

Begun at the first two components and with early exaggeration, as Kobak and Berens 2019 advise, so that the large
order of the map is that of the data; repulsion by interpolation (Linderman et al. 2019). Distances between far groups
on such a map mean little, and no statistic is ever computed from it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import Cancelled
from xraydesk.research.components import Components, Floats
from xraydesk.research.neighbours import Tell, neighbour_search
from xraydesk.triage.activation import Going, always

PERPLEXITY = 30.0
EXAGGERATION = 12.0
EARLY, LATE = 250, 500  # iterations; Belkina et al. 2019: enough where the learning rate is n / exaggeration
PLACING = 100  # iterations in which new images settle
_PLACING_PERPLEXITY = 5.0
_FEWEST_FFT = 3_000  # images from which interpolation beats the tree
_GRID = 2  # side of the grid's cells: 1 takes half as long again for a divergence that is smaller by less than 1 %
_NEIGHBOURS_SHARE, _GRADIENT_SHARE = 0.1, 0.9  # of the time
_PLACING_SHARE = 0.5  # of the time it takes to place others: the neighbours of the map's own images
_TOLD_EVERY = 10  # iterations
_JOBS = max(1, min(2, (os.cpu_count() or 1) // 2))  # OpenMP's threads wait busily where the desk needs the cores, too
_FEWEST_SHARED = 1_000  # images from which two threads are worth their waiting for each other


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """A map of n images: ``points`` (n, 2) float32, its centre at zero, and how it was made.

    ``kl`` is the Kullback-Leibler divergence that t-SNE makes small, in nats: maps of the same images can be compared
    by it.
    """

    points: Floats
    components: Components
    perplexity: float
    seed: int
    n_iter: int
    kl: float


def embed(
    components: Components,
    perplexity: float = PERPLEXITY,
    seed: int = 0,
    going: Going = always,
    *,
    early: int = EARLY,
    late: int = LATE,
) -> Embedding:
    """Lay images out so that those with like features lie together.

    Parameters
    ----------
    components
        From `components.reduce`.
    perplexity
        How many neighbours each image has, about; lowered to a third of the images where there are few.
    seed
        The same seed and components give the same map on one machine.
    going
        Told the share done, 0 to 1, every few iterations; False ends the work.
    early, late
        Iterations with and without exaggeration.

    Raises
    ------
    Cancelled
        ``going`` said so.
    """
    from openTSNE import TSNEEmbedding  # late: it takes a second to import

    count = len(components.coordinates)
    perplexity = min(perplexity, (count - 1) / 3)
    _go_on(going, 0.0)
    affinities = _affinities(components, perplexity, seed, lambda share: _go_on(going, _NEIGHBOURS_SHARE * share))
    _go_on(going, _NEIGHBOURS_SHARE)
    layout = TSNEEmbedding(_start(components), affinities, random_state=seed, **_gradient(count))
    told = _Told(going, early, late)
    layout.optimize(
        early, exaggeration=EXAGGERATION, momentum=0.5, inplace=True, propagate_exception=True, **told.phase(0)
    )
    layout.optimize(late, momentum=0.8, inplace=True, propagate_exception=True, **told.phase(early))
    going(1.0)
    points = np.asarray(layout)
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    found = np.ascontiguousarray(points - middle, np.float32)
    return Embedding(found, components, perplexity, seed, early + late, float(layout.kl_divergence))


def place(embedding: Embedding, features: NDArray[Any], going: Going = always) -> Floats:
    """Return where other images, features of shape (m, D), belong on a map, shape (m, 2); the map stays as it is.

    Each begins at the median of its nearest neighbours among the map's images and settles there (Policar, Strazar and
    Zupan 2023); new images do not push each other.

    Raises
    ------
    Cancelled
        ``going`` said so.
    """
    from openTSNE import TSNEEmbedding

    if not len(features):
        return np.zeros((0, 2), np.float32)
    _go_on(going, 0.0)
    perplexity = min(_PLACING_PERPLEXITY, embedding.perplexity)
    affinities = _affinities(
        embedding.components, perplexity, embedding.seed, lambda share: _go_on(going, _PLACING_SHARE * share)
    )
    _go_on(going, _PLACING_SHARE)
    layout = TSNEEmbedding(
        embedding.points, affinities, random_state=embedding.seed, **_gradient(len(embedding.points))
    )
    others = embedding.components.project(features)
    new = layout.prepare_partial(others, initialization="median", perplexity=perplexity)
    new.optimize(PLACING, learning_rate=0.1, exaggeration=1.5, momentum=0.8, inplace=True, max_grad_norm=0.25)
    going(1.0)
    return np.ascontiguousarray(new, np.float32)


def _affinities(components: Components, perplexity: float, seed: int, tell: Tell) -> Any:  # noqa: ANN401 - no types
    from openTSNE.affinity import PerplexityBasedNN

    points = components.coordinates
    jobs, k = _jobs(len(points)), min(len(points) - 1, int(3 * perplexity))
    search = neighbour_search(points, k, jobs, seed, tell)
    return PerplexityBasedNN(points, perplexity=perplexity, method=search, n_jobs=jobs, random_state=seed)


def _gradient(count: int) -> dict[str, Any]:
    """Return openTSNE's arguments for the repulsion of so many images."""
    method = "fft" if count >= _FEWEST_FFT else "bh"
    return {"negative_gradient_method": method, "ints_in_interval": _GRID, "n_jobs": _jobs(count)}


def _jobs(count: int) -> int:
    return _JOBS if count >= _FEWEST_SHARED else 1


def _start(components: Components) -> NDArray[np.float64]:
    """Return the first two components, so small that the gradient forms the map (openTSNE's own scale)."""
    first = np.zeros((len(components.coordinates), 2))
    taken = components.coordinates[:, :2]
    first[:, : taken.shape[1]] = taken
    return np.asarray(first / first[:, 0].std() * 1e-4)


def _go_on(going: Going, share: float) -> None:
    if not going(share):
        raise Cancelled


class _Told:
    """Hands openTSNE's iterations to ``going`` as a share of the whole work."""

    def __init__(self, going: Going, early: int, late: int) -> None:
        self._going = going
        self._all = early + late

    def phase(self, before: int) -> dict[str, Any]:
        """Return openTSNE's arguments for a phase that ``before`` iterations came before."""

        def tell(iteration: int, *_: object) -> bool:
            _go_on(self._going, _NEIGHBOURS_SHARE + _GRADIENT_SHARE * (before + iteration) / self._all)
            return False

        return {"callbacks": tell, "callbacks_every_iters": _TOLD_EVERY}
