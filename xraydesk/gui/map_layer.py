"""The activation map over the film: from a few raw numbers to a see-through picture in screen pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from xraydesk.gui import colour_scales
from xraydesk.gui.view_transform import Visible

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap

LEAST_TOP_LOGITS = 8.0  # a film whose strongest place is weaker than this never reaches the scale's end
COARSENESS = 2  # screen pixels for one computed pixel: the map itself has a few dozen places
DEFAULT_OPACITY = 0.45


@dataclass(frozen=True, slots=True)
class MapStyle:
    """How the reader wants the map drawn."""

    shown: bool = False  # off until asked for
    opacity: float = DEFAULT_OPACITY
    scale: str = colour_scales.DEFAULT


def scale_top(activation: ActivationMap) -> float:
    """Return the evidence at the end of the colour scale.

    Maps in logits share one scale as long as they stay below ``LEAST_TOP_LOGITS``, so weak evidence looks weak. The
    other methods have no unit and are drawn relative to their own peak.
    """
    if activation.in_logits:
        return max(LEAST_TOP_LOGITS, activation.peak)
    return activation.peak if activation.peak > 0 else 1.0


def evidence(
    activation: ActivationMap, seen: Visible, film: tuple[int, int], size: tuple[int, int]
) -> NDArray[np.uint8]:
    """Return the evidence on screen, (height, width), 0 where nothing speaks for the label, 255 at the scale's end.

    Parameters
    ----------
    activation
        The raw map; it covers the film edge to edge whatever the film's shape.
    seen
        The part of the film on screen.
    film
        Rows and columns of the film.
    size
        Width and height wanted.
    """
    from PIL import Image  # late: the window must not wait for it

    rows, columns = film
    height, width = activation.values.shape
    left, top, right, bottom = seen.film
    box = (left / columns * width, top / rows * height, right / columns * width, bottom / rows * height)
    raw = Image.fromarray(np.ascontiguousarray(activation.values, dtype=np.float32))
    grown = np.asarray(raw.resize(size, Image.Resampling.BILINEAR, box=box))
    return np.asarray(np.clip(grown * (255.0 / scale_top(activation)), 0, 255)).astype(np.uint8)


def overlay(activation: ActivationMap, style: MapStyle, seen: Visible, film: tuple[int, int]) -> QImage:
    """Return the see-through picture of the map for the part of the film on screen; it owns its pixels."""
    _, _, width, height = seen.screen
    size = (max(1, width // COARSENESS), max(1, height // COARSENESS))
    words = colour_scales.overlay_table(style.scale, style.opacity)[evidence(activation, seen, film, size)]
    image = QImage(words.data, size[0], size[1], words.strides[0], QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()
