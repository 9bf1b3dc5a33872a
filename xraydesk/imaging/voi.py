"""The VOI step: which values are shown from black to white (PS3.3 C.11.2). Numpy only: the window starts with it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.imaging.lut import Table, span_lookup
from xraydesk.imaging.radiograph import Voi, VoiFunction, VoiTable, Window

FULL_SCALE = 65535
_SAMPLE = 512  # at most this many rows and columns are looked at for an automatic window
_LOW, _HIGH = 0.5, 99.5
FULL_8 = Window(127.5, 255.0, VoiFunction.LINEAR_EXACT, "full range")  # shows 8-bit values as they are
_SIGMOID_EXPONENT_LIMIT = 80.0  # exp of more overflows float32 and changes nothing


def auto_window(values: NDArray[Any], *, padding: tuple[float, float] | None = None) -> Window:
    """Return the window from the 0.5th to the 99.5th percentile of ``values``.

    Viewers take minimum to maximum where the header is silent; one hot pixel or a lead marker then leaves the film in
    a few greys, hence the percentiles. ``padding`` is a range of values, ends included, outside the picture
    (PixelPaddingValue, PS3.3 C.7.5.1.1.2): they do not count. Large films are sampled on a regular grid.
    """
    steps = [max(1, n // _SAMPLE) for n in values.shape]
    sample = values[:: steps[0], :: steps[1]].ravel()
    if padding is not None:
        kept = sample[(sample < padding[0]) | (sample > padding[1])]
        sample = kept if kept.size else sample
    low, high = (float(v) for v in np.percentile(sample, (_LOW, _HIGH)))
    if high <= low:
        low, high = float(sample.min()), float(sample.max())
    return spanning(low, high, "auto")


def spanning(low: float, high: float, name: str) -> Window:
    """Return the window that maps ``low`` to black and ``high`` to white, exactly: LINEAR has a half-step there."""
    width = high - low
    return Window((low + high) / 2, width if width > 0 else 1.0, VoiFunction.LINEAR_EXACT, name)


def apply_voi(values: NDArray[Any], voi: Voi, top: int = FULL_SCALE) -> NDArray[Any]:
    """Return ``values`` after the VOI step: 0..``top`` rounded, uint8 for a top of up to 255, else uint16."""
    dtype = np.dtype(np.uint8 if top <= 255 else np.uint16)

    def step(some: NDArray[Any]) -> NDArray[Any]:
        if isinstance(voi, VoiTable):
            entries = Table(voi.first, voi.entries, 16).clipped(some).astype(np.float64)
            return np.rint(entries * (top / FULL_SCALE)).astype(dtype)
        return np.rint(_fraction(some.astype(np.float64), voi) * top).astype(dtype)

    if values.dtype.itemsize <= 2 and values.size > 2 ** (8 * values.dtype.itemsize):
        return span_lookup(values, step)
    return step(values)


def _fraction(x: NDArray[np.float64], window: Window) -> NDArray[np.float64]:
    """Return 0..1 by the window's function, formulas of PS3.3 C.11.2.1.2.1 and C.11.2.1.3."""
    center, width = window.center, window.width
    if window.function is VoiFunction.SIGMOID:
        power = np.clip(-4 * (x - center) / width, -_SIGMOID_EXPONENT_LIMIT, _SIGMOID_EXPONENT_LIMIT)
        return 1 / (1 + np.exp(power))
    if window.function is VoiFunction.LINEAR:
        if width <= 1:
            return (x > center - 0.5).astype(np.float64)
        return np.clip((x - (center - 0.5)) / (width - 1) + 0.5, 0, 1)
    return np.clip((x - center) / width + 0.5, 0, 1)
