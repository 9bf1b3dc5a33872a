"""The modality values of a picture, halved again and again by area averaging.

A viewer that shows a 3000 x 3000 film in 900 x 900 screen pixels need not touch nine million values for every move of
the mouse. Level 0 is the film itself, exact; each further level is the mean of 2 x 2 values.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

SMALLEST = 256  # the last level is the first with a side no longer than this

Values = NDArray[Any]


class Pyramid:
    """All levels of one picture; level ``k`` is smaller by ``2**k``."""

    def __init__(self, values: Values) -> None:
        self.levels: list[Values] = [np.ascontiguousarray(values)]
        while max(self.levels[-1].shape) > SMALLEST and min(self.levels[-1].shape) >= 2:
            self.levels.append(halve(self.levels[-1]))

    @property
    def size_bytes(self) -> int:
        """Memory that all levels take."""
        return sum(level.nbytes for level in self.levels)

    def level_for(self, scale: float) -> int:
        """Return the smallest level that still has a value for each screen pixel at ``scale`` screen pixels a value."""
        level = 0
        while level + 1 < len(self.levels) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        return level

    def sample(self, box: tuple[float, float, float, float], size: tuple[int, int]) -> Values:
        """Return the part ``box`` of the picture in ``size`` screen pixels.

        Parameters
        ----------
        box
            Left, top, right, bottom in columns and rows of the full picture; must lie within it.
        size
            Width and height wanted.

        Returns
        -------
        values
            (height, width), of the picture's own dtype. One to one and at whole pixels these are the very values.
        """
        left, top, right, bottom = box
        width, height = size
        level = self.level_for(width / (right - left))
        source = self.levels[level]
        rows, columns = self.levels[0].shape
        across, down = source.shape[1] / columns, source.shape[0] / rows
        here = (left * across, top * down, right * across, bottom * down)
        if level == 0 and all(float(v).is_integer() for v in here) and (right - left, bottom - top) == (width, height):
            return source[int(top) : int(bottom), int(left) : int(right)]
        return _resample(source, here, size)


def halve(values: Values) -> Values:
    """Return the mean of each 2 x 2 block, rounded for whole-number types; an odd last row or column stands alone."""
    rows, columns = values.shape
    if rows % 2 or columns % 2:
        values = np.pad(values, ((0, rows % 2), (0, columns % 2)), mode="edge")
    wide = np.float32 if values.dtype.kind == "f" else np.int64 if values.dtype.itemsize > 2 else np.int32
    total = np.add(values[0::2], values[1::2], dtype=wide)
    total = total[:, 0::2] + total[:, 1::2]
    if values.dtype.kind == "f":
        return (total * np.float32(0.25)).astype(values.dtype)
    return ((total + 2) >> 2).astype(values.dtype)


def _resample(source: Values, box: tuple[float, float, float, float], size: tuple[int, int]) -> Values:
    """Resample by Pillow in float32: bilinear going up, area-weighted going down; exact for 24-bit whole numbers."""
    from PIL import Image  # late: the window must not wait for it

    left, top = max(int(box[0]) - 2, 0), max(int(box[1]) - 2, 0)
    right, bottom = min(int(box[2]) + 3, source.shape[1]), min(int(box[3]) + 3, source.shape[0])
    part = Image.fromarray(np.ascontiguousarray(source[top:bottom, left:right], dtype=np.float32))
    inner = (box[0] - left, box[1] - top, min(box[2] - left, part.width), min(box[3] - top, part.height))
    grown = np.asarray(part.resize(size, Image.Resampling.BILINEAR, box=inner))
    if source.dtype.kind == "f":
        return grown.astype(source.dtype)
    return np.rint(grown).astype(source.dtype)
