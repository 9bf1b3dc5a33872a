"""The activation map over the film: from a few raw numbers to a see-through picture in screen pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QImage

from xraydesk.gui import colour_scales
from xraydesk.gui.language import translate
from xraydesk.gui.orientation import UPRIGHT, Orientation
from xraydesk.gui.view_transform import Visible

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap

LEAST_TOP_LOGITS = 8.0  # a film whose strongest place is weaker than this never reaches the scale's end
COARSENESS = 2  # screen pixels for one computed pixel: the map itself has a few dozen places
DEFAULT_OPACITY = 0.45
LEAST_OPACITY = 10  # percent: a map that is on can be seen


class MapMode(StrEnum):
    """How the map is put on the film; the value is what the reader is told, in English."""

    COLOURS = cast(str, QT_TRANSLATE_NOOP("MapMode", "Colours"))
    CONTOURS = cast(str, QT_TRANSLATE_NOOP("MapMode", "Contour lines"))
    SIDE = cast(str, QT_TRANSLATE_NOOP("MapMode", "Side by side"))

    @property
    def words(self) -> str:
        """What the reader is told."""
        return translate("MapMode", self.value)


@dataclass(frozen=True, slots=True)
class MapStyle:
    """How the reader wants the map drawn."""

    shown: bool = False  # off until asked for
    opacity: float = DEFAULT_OPACITY
    scale: str = colour_scales.DEFAULT
    mode: MapMode = MapMode.COLOURS


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
        The raw map; it covers the film, or its region, edge to edge whatever their shape.
    seen
        The part of the film on screen.
    film
        Rows and columns of the film.
    size
        Width and height wanted.
    """
    from PIL import Image  # late: the window must not wait for it

    found = np.zeros((size[1], size[0]), np.uint8)
    left, top, right, bottom = activation.box(*film)
    across = _stretch((seen.film[0], seen.film[2]), (left, right), size[0])
    down = _stretch((seen.film[1], seen.film[3]), (top, bottom), size[1])
    if across is None or down is None:
        return found
    height, width = activation.values.shape
    box = (across.begin * width, down.begin * height, across.end * width, down.end * height)
    raw = Image.fromarray(np.ascontiguousarray(activation.values, dtype=np.float32))
    part = (across.stop - across.start, down.stop - down.start)
    grown = np.asarray(raw.resize(part, Image.Resampling.BILINEAR, box=box))
    shown = np.clip(grown * (255.0 / scale_top(activation)), 0, 255)
    found[down.start : down.stop, across.start : across.stop] = shown
    return found


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Along one axis: screen pixels ``start`` to ``stop`` show shares ``begin`` to ``end`` of the map."""

    start: int
    stop: int
    begin: float
    end: float


def _stretch(shown: tuple[float, float], covered: tuple[float, float], pixels: int) -> _Stretch | None:
    """Return where the map lies along an axis on which ``pixels`` show a part of the film; None where out of sight."""
    zoom = pixels / (shown[1] - shown[0])
    start, stop = (min(max(round((edge - shown[0]) * zoom), 0), pixels) for edge in covered)
    length = covered[1] - covered[0]
    begin, end = (min(max((shown[0] + edge / zoom - covered[0]) / length, 0.0), 1.0) for edge in (start, stop))
    return _Stretch(start, stop, begin, end) if stop > start and end > begin else None


def overlay(
    activation: ActivationMap,
    style: MapStyle,
    seen: Visible,
    film: tuple[int, int],
    hanging: Orientation = UPRIGHT,
) -> QImage:
    """Return the see-through picture of the map for the part of the film on screen, as the film hangs.

    It owns its pixels.
    """
    width, height = hanging.size(*seen.screen[2:])
    size = (max(1, width // COARSENESS), max(1, height // COARSENESS))
    shown = hanging.array(evidence(activation, seen, film, size))
    words = colour_scales.overlay_table(style.scale, style.opacity)[shown]
    rows, columns = shown.shape
    image = QImage(words.data, columns, rows, words.strides[0], QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()
