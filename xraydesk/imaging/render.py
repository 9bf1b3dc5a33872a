"""Radiograph to grey: the VOI and presentation steps, for models and for the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.imaging import voi as voi_step
from xraydesk.imaging.radiograph import Grey, Radiograph, Voi, Window

__all__ = ["auto_window", "lookup", "presets", "to_grey"]


def auto_window(values: NDArray[Any]) -> Window:
    """Return a window from the 0.5th to the 99.5th percentile of ``values``; see `voi.auto_window`."""
    return voi_step.auto_window(values)


def to_grey(radiograph: Radiograph, voi: Voi | None = None) -> Grey:
    """Return the picture as shown, shape (rows, columns), 0 = black, over the full range of its type.

    Parameters
    ----------
    radiograph
        The film.
    voi
        The VOI choice; the film's first where None.

    Returns
    -------
    uint8 for films with 8-bit values, uint16 for all others. Order of steps: PS3.4 annex N.2.
    """
    chosen = radiograph.voi[0] if voi is None else voi
    top = 255 if radiograph.values.dtype == np.uint8 else 65535
    if top == 255 and _is_identity(chosen):
        grey: NDArray[Any] = radiograph.values
    else:
        grey = voi_step.apply_voi(radiograph.values, chosen, top)
    return top - grey if radiograph.inverted else grey


def _is_identity(voi: Voi) -> bool:
    return isinstance(voi, Window) and replace(voi, name=voi_step.FULL_8.name) == voi_step.FULL_8


def lookup(voi: Voi, inverted: bool, dtype: np.dtype[Any] | type[np.generic]) -> NDArray[np.uint8]:
    """Return a table from every value of an 8- or 16-bit integer type to the grey shown, for fast window/level.

    Use it as ``table.take(values.view(unsigned))`` where ``unsigned`` is uint8 or uint16: the table is laid out by
    bit pattern, so that signed values need no shift.

    Raises
    ------
    ValueError
        For types of more than 16 bits: quantise such values first.
    """
    kind = np.dtype(dtype)
    if kind.kind not in "iu" or kind.itemsize > 2:
        raise ValueError(f"no table for {kind}: only 8- and 16-bit integers")
    every = np.arange(2 ** (8 * kind.itemsize), dtype=f"u{kind.itemsize}").view(kind)
    grey = voi_step.apply_voi(every, voi, 255).astype(np.uint8)
    return 255 - grey if inverted else grey


def presets(radiograph: Radiograph) -> tuple[Window, ...]:
    """Return the windows worth offering: the header's, the automatic one, and the full range of the values."""
    own = [v for v in radiograph.voi if isinstance(v, Window)]
    low, high = float(radiograph.values.min()), float(radiograph.values.max())
    full = voi_step.spanning(low, high, "full range")
    auto = auto_window(radiograph.values)
    return (*own, *(w for w in (auto, full) if all(w.name != o.name for o in own)))
