"""Colour scales for the map. All rise steadily in lightness, so that they can be read without telling red from green.

The anchors are samples of matplotlib's *inferno*, *viridis* and *cividis* (CC0; Nunez, Anderton and Renslow 2018 for
cividis), read between linearly: pyqtgraph has the same scales, and takes longer to import than the window may take.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

_ANCHORS: dict[str, tuple[str, ...]] = {
    "Inferno": ("000004", "1b0c41", "4a0c6b", "781c6d", "a52c60", "cf4446", "ed6925", "fb9b06", "f7d13d", "fcffa4"),
    "Viridis": ("440154", "482878", "3e4989", "31688e", "26828e", "1f9e89", "35b779", "6ece58", "b5de2b", "fde725"),
    "Cividis": ("00224e", "123570", "3b496c", "575d6d", "707173", "8a8678", "a59c74", "c3b369", "e1cc55", "fee838"),
}

NAMES: tuple[str, ...] = tuple(_ANCHORS)
DEFAULT = NAMES[0]


@cache
def rgb_table(name: str) -> NDArray[np.uint8]:
    """Return the scale as (256, 3) RGB; KeyError for a name not in ``NAMES``."""
    anchors = np.array([[int(a[i : i + 2], 16) for i in (0, 2, 4)] for a in _ANCHORS[name]], float)
    places = np.linspace(0, 255, len(anchors))
    columns = [np.interp(np.arange(256), places, anchors[:, c]) for c in range(3)]
    return np.round(np.stack(columns, axis=1)).astype(np.uint8)


def overlay_table(name: str, opacity: float) -> NDArray[np.uint32]:
    """Return 256 premultiplied ARGB32 words whose alpha rises with the evidence: none at 0, ``opacity`` at 255."""
    alpha = np.arange(256) / 255 * opacity
    rgb = rgb_table(name).astype(float) * alpha[:, None]
    words = np.round(np.column_stack([alpha * 255, rgb])).astype(np.uint32)
    argb = words[:, 0] << 24 | words[:, 1] << 16 | words[:, 2] << 8 | words[:, 3]
    return argb.astype(np.uint32)
