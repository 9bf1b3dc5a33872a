"""Contrast-limited adaptive histogram equalisation, to the bit as OpenCV does it: models are trained with that.

Zuiderveld 1994, "Contrast limited adaptive histogram equalization" (Graphics Gems IV, VIII.5). Written here because
OpenCV weighs 160 MB in an installed program and nothing else of it is used; the tests compare the two.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Film = NDArray[np.uint8]
_LEVELS = 256


def clahe(film: Film, clip_limit: float, tiles: tuple[int, int]) -> Film:
    """Equalise the histogram of each tile, and blend the grey curves of neighbouring tiles between their centres.

    Parameters
    ----------
    film
        Shape (rows, columns), uint8.
    clip_limit
        How often a grey level may occur in a tile, as a multiple of the mean of all levels; above 0. What exceeds it
        is spread over all levels.
    tiles
        How many there are down and across; both at least 1.

    Returns
    -------
    uint8, shape (rows, columns).
    """
    padded = _padded(film, tiles)
    tall, wide = padded.shape[0] // tiles[0], padded.shape[1] // tiles[1]
    curves = _curves(padded.reshape(tiles[0], tall, tiles[1], wide).swapaxes(1, 2), clip_limit)
    above, below, down = _neighbours(film.shape[0], tall, tiles[0])
    left, right, across = _neighbours(film.shape[1], wide, tiles[1])
    down = down[:, None]

    def grey(row: NDArray[np.intp], column: NDArray[np.intp]) -> Film:
        return curves.take(((row * tiles[1])[:, None] + column) * _LEVELS + film)

    upper = grey(above, left) * (1 - across) + grey(above, right) * across
    lower = grey(below, left) * (1 - across) + grey(below, right) * across
    return np.rint(upper * (1 - down) + lower * down).astype(np.uint8)


def _padded(film: Film, tiles: tuple[int, int]) -> Film:
    """Mirror the film beyond its right and lower edge until whole tiles fill it; where one side fits, it grows, too."""
    missing = [count - length % count for length, count in zip(film.shape, tiles, strict=True)]
    if missing == list(tiles):
        return film
    return np.pad(film, [(0, missing[0]), (0, missing[1])], mode="reflect")


def _curves(parts: Film, clip_limit: float) -> Film:
    """Return what each grey level of each tile becomes, shape (down, across, 256), from tiles of (rows, columns)."""
    pixels = parts.shape[2] * parts.shape[3]
    tile = np.arange(parts.shape[0] * parts.shape[1])[:, None]
    counts = np.bincount((tile * _LEVELS + parts.reshape(tile.size, pixels)).ravel(), minlength=tile.size * _LEVELS)
    spread = _clipped(counts.reshape(tile.size, _LEVELS), max(1, int(clip_limit * pixels / _LEVELS)))
    scale = np.float32(_LEVELS - 1) / np.float32(pixels)
    grey = np.rint(spread.cumsum(axis=1).astype(np.float32) * scale)
    return np.asarray(grey.clip(0, _LEVELS - 1).reshape(*parts.shape[:2], _LEVELS), np.uint8)


def _clipped(counts: NDArray[np.intp], limit: int) -> NDArray[np.intp]:
    """Cut histograms, shape (n, 256), at a limit and give each level an equal share of the rest.

    What cannot be shared equally goes to every so manieth level, one pixel each, from the darkest on.
    """
    excess = (counts - limit).clip(0).sum(axis=1, keepdims=True)
    left = excess % _LEVELS
    level = np.arange(_LEVELS)
    step = np.maximum(_LEVELS // np.maximum(left, 1), 1)
    given: NDArray[np.intp] = excess // _LEVELS + ((level % step == 0) & (level // step < left))
    return np.minimum(counts, limit) + given


def _neighbours(length: int, side: int, tiles: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Return for each pixel of an axis the tile centres before and behind it, and the weight of the one behind."""
    place = np.arange(length, dtype=np.float32) * (np.float32(1) / np.float32(side)) - np.float32(0.5)
    before = np.floor(place)
    first = before.astype(np.intp)
    return first.clip(0), (first + 1).clip(max=tiles - 1), place - before
