"""Near-duplicate films by perceptual hash, so that copies of one film never stand on both sides of a split."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_HASH_SIDE = 16


def difference_hash(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return 256 bits packed in 32 bytes: is each cell of a 16 x 17 thumbnail brighter than its left neighbour."""
    small = Image.fromarray(grey).resize((_HASH_SIDE + 1, _HASH_SIDE), Image.Resampling.BOX)
    cells = np.asarray(small).astype(np.int16)
    return np.packbits(cells[:, 1:] > cells[:, :-1])


def duplicate_groups(films: Sequence[NDArray[np.uint8]], max_bits: int = 12) -> NDArray[np.int64]:
    """Group films whose hashes differ in at most ``max_bits`` of 256 bits.

    Returns
    -------
    Shape (n,): for each film the index of the first film of its group.
    """
    hashes = np.stack([difference_hash(film) for film in films])
    group = np.arange(len(hashes))
    for index in range(1, len(hashes)):
        bits = np.bitwise_count(hashes[:index] ^ hashes[index]).sum(axis=1)
        near = np.flatnonzero(bits <= max_bits)
        for other in near:
            group[group == group[index]] = min(group[other], group[index])
    return group
