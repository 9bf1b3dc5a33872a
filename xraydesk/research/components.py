"""Principal components of a model's features: the space in which neighbours on the map are sought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError

Floats = NDArray[np.float32]
FEWEST = 10  # images; of fewer a map says nothing that a list does not
DIMENSIONS = 50  # van der Maaten and Hinton 2008 reduce to 30, Kobak and Berens 2019 to 50


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """Where n images lie along their k principal directions in the space of D features.

    ``mean`` (D,), ``basis`` (D, k) orthonormal, ``explained`` (k,) the share of all variance along each direction,
    ``coordinates`` (n, k).
    """

    mean: Floats
    basis: Floats
    explained: Floats
    coordinates: Floats

    def project(self, features: NDArray[Any]) -> Floats:
        """Return the coordinates, shape (m, k), of other images' features, shape (m, D)."""
        return np.asarray((features.astype(np.float32) - self.mean) @ self.basis, np.float32)


def reduce(features: NDArray[Any], dims: int = DIMENSIONS, seed: int = 0) -> Components:
    """Return the principal components of features (Halko, Martinsson and Tropp 2011 where there are many).

    Parameters
    ----------
    features
        Shape (n, D), any floating point.
    dims
        At most so many directions.
    seed
        Of the randomised decomposition.

    Raises
    ------
    XraydeskError
        There are fewer than `FEWEST` images, a number is not finite, or all images have the same features.
    """
    from sklearn.decomposition import PCA  # late: it takes a second to import

    values = features.astype(np.float32)
    _check(values)
    count, width = values.shape
    pca = PCA(n_components=min(dims, count - 1, width), random_state=seed)
    coordinates = pca.fit_transform(values)
    return Components(
        mean=pca.mean_.astype(np.float32),
        basis=np.ascontiguousarray(pca.components_.T, np.float32),
        explained=pca.explained_variance_ratio_.astype(np.float32),
        coordinates=np.ascontiguousarray(coordinates, np.float32),
    )


def _check(values: Floats) -> None:
    if len(values) < FEWEST:
        raise XraydeskError(
            f"A map needs at least {FEWEST} images that the model has looked at; there are {len(values)}",
            remedy="Score more films with this model",
        )
    if not np.isfinite(values).all():
        raise XraydeskError(
            "The features of an image are not numbers",
            remedy="Have the films scored again",
        )
    if not np.ptp(values, axis=0).any():
        raise XraydeskError(
            "All images have the same features, so that no map can tell them apart",
            remedy="Check that these are different films",
        )
