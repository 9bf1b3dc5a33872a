"""The map of one film on its canvas: as colours or as lines, with what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from xraydesk.gui import map_contours, map_layer
from xraydesk.gui.map_contours import Place
from xraydesk.gui.map_layer import MapMode, MapStyle
from xraydesk.gui.orientation import Orientation
from xraydesk.gui.view_transform import Visible

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap


class MapPainter:
    """Keeps the picture of the map until map, style or view change."""

    def __init__(self) -> None:
        self._overlay: QImage | None = None
        self._key: tuple[object, ...] | None = None

    def draw(
        self,
        painter: QPainter,
        activation: ActivationMap,
        style: MapStyle,
        seen: Visible,
        *,
        film: tuple[int, int],
        hanging: Orientation,
        place: Place,
    ) -> None:
        """Draw the map over the part of the film that is seen, in logical pixels.

        Parameters
        ----------
        painter
            Of the canvas.
        activation, style
            The map, and how it is wanted.
        seen, film, hanging
            What is on screen of a film of so many rows and columns, and how it hangs.
        place
            Says where a column and row of the film lie on the canvas.
        """
        if style.mode is MapMode.CONTOURS:
            map_contours.draw(painter, activation, style, film, place)
            return
        key = (id(activation), style, seen, film, hanging)
        if self._overlay is None or key != self._key:
            self._overlay, self._key = map_layer.overlay(activation, style, seen, film, hanging), key
        ratio = painter.device().devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(*(side / ratio for side in seen.screen)), self._overlay)
