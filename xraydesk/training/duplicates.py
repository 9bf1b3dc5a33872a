"""Near-duplicate films by perceptual hash, so that copies of one film never stand on both sides of a split."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_HASH_SIDE = 16
_MOST_BITS = 12  # of 256


def difference_hash(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return 256 bits packed in 32 bytes: is each cell of a 16 x 17 thumbnail brighter than its left neighbour."""
    small = Image.fromarray(grey).resize((_HASH_SIDE + 1, _HASH_SIDE), Image.Resampling.BOX)
    cells = np.asarray(small).astype(np.int16)
    return np.packbits(cells[:, 1:] > cells[:, :-1])


def duplicate_groups(films: Sequence[NDArray[np.uint8]], max_bits: int = _MOST_BITS) -> NDArray[np.int64]:
    """Group films whose hashes differ in at most ``max_bits`` of 256 bits, through any chain.

    Returns
    -------
    Shape (n,): for each film the index of the first film of its group.
    """
    return groups_of_hashes(np.stack([difference_hash(film) for film in films]), max_bits)


def groups_of_hashes(hashes: NDArray[np.uint8], max_bits: int = _MOST_BITS) -> NDArray[np.int64]:
    """Group films by their hashes, shape (n, 32), as `duplicate_groups` does."""
    different, first, inverse = np.unique(hashes, axis=0, return_index=True, return_inverse=True)
    parent = list(range(len(different)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for index in range(1, len(different)):
        bits = np.bitwise_count(different[:index] ^ different[index]).sum(axis=1)
        for other in np.flatnonzero(bits <= max_bits).tolist():
            one, two = root(other), root(index)
            late, early = (one, two) if first[one] > first[two] else (two, one)
            parent[late] = early
    roots = np.array([root(i) for i in range(len(different))], np.int64)
    return np.asarray(first[roots][inverse.reshape(-1)], np.int64)
