"""From features to places on the map: a kept map is opened, images it does not know are placed on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.research.components import Floats, reduce
from xraydesk.research.embedding import Embedding, embed, place
from xraydesk.research.map_file import KeptMap, find, keep
from xraydesk.store.predictions import ImageKey
from xraydesk.triage.activation import Going, always

FOLDER = Path("research", "maps")  # in the data folder
_KNOWN_SHARE = 0.5  # of the images that a kept map must know, or it says more of films of before than of these
_REDUCED = 0.1  # of the time


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where n images lie: ``points`` (n, 2); ``placed`` (n,) tells those that the map was not made of.

    ``embedding`` is the map itself; ``note`` says why it was not kept, "" where it was.
    """

    points: Floats
    placed: NDArray[np.bool_]
    embedding: Embedding
    note: str = ""

    @property
    def explained(self) -> float:
        """The share of the features' variance that its components carry."""
        return float(self.embedding.components.explained.sum())


def opened(folder: Path, model_key: str, keys: Sequence[ImageKey]) -> KeptMap | None:
    """Return the kept map that these images can be shown on, None where one is to be made."""
    return find(folder, model_key, keys, _KNOWN_SHARE)


def lay_out(
    folder: Path,
    model_key: str,
    keys: Sequence[ImageKey],
    features: NDArray[Any],
    going: Going = always,
    *,
    anew: bool = False,
) -> Layout:
    """Return where images lie, on a kept map where there is one.

    Parameters
    ----------
    folder
        Where maps are kept.
    model_key
        Of the model that the features are of.
    keys, features
        The images, n of them, no two alike, and shape (n, D).
    going
        Told the share done; False ends the work.
    anew
        Make a new map even where a kept one would do.

    Raises
    ------
    XraydeskError
        There are too few images, or their features tell nothing; see `components.reduce`.
    Cancelled
        ``going`` said so.
    """
    kept = None if anew else opened(folder, model_key, keys)
    if kept is not None and kept.embedding.components.mean.shape == features.shape[1:]:
        return _on(kept, keys, features, going)
    components = reduce(features)
    embedding = embed(components, going=lambda share: going(_REDUCED + (1 - _REDUCED) * share))
    note = ""
    try:
        keep(folder, model_key, KeptMap(tuple(keys), embedding))
    except XraydeskError as error:
        note = str(error)
    return Layout(embedding.points, np.zeros(len(keys), bool), embedding, note)


def _on(kept: KeptMap, keys: Sequence[ImageKey], features: NDArray[Any], going: Going) -> Layout:
    """Return the images on a kept map; those it does not know are placed."""
    row_of = {key: row for row, key in enumerate(kept.keys)}
    rows = np.array([row_of.get(key, -1) for key in keys], np.int64)
    points = kept.embedding.points[np.maximum(rows, 0)]
    new = rows < 0
    if new.any():
        points[new] = place(kept.embedding, features[new], going)
    return Layout(points, new, kept.embedding)
