"""A view of a chart in which the mouse either moves the chart or draws a lasso."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from xraydesk.gui import theme

_LEAST_CORNERS = 3
_ALPHA = 40


def inside(points: NDArray[Any], corners: NDArray[Any]) -> NDArray[np.bool_]:
    """Return which points, shape (n, 2), lie in a closed polygon, shape (m, 2), by the even-odd rule.

    A ray to the right is crossed an odd number of times from inside (Shimrat 1962, ACM Algorithm 112).
    """
    found = np.zeros(len(points), bool)
    if len(corners) < _LEAST_CORNERS:
        return found
    low, high = corners.min(axis=0), corners.max(axis=0)
    near = ((points >= low) & (points <= high)).all(axis=1)
    x, y = points[near].T.astype(np.float64)
    odd = np.zeros(len(x), bool)
    for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y1 == y2:
            continue
        spans = (y1 > y) != (y2 > y)
        odd ^= spans & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    found[near] = odd
    return found


class LassoBox(pyqtgraph.ViewBox):  # type: ignore[misc]
    """Left drag moves the chart, or draws with ``lassoing``, or where Shift was held when the button went down."""

    drawn = Signal(object)  # corners in the chart's units, shape (m, 2)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.lassoing = False
        self.shift = False
        self._corners: list[QPointF] = []
        self._line = QGraphicsPathItem()
        self._line.setZValue(1e6)
        self.addItem(self._line, ignoreBounds=True)

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:  # noqa: ANN401 - pyqtgraph has no types
        """Draw, or move the chart."""
        left = ev.button() == Qt.MouseButton.LeftButton
        if not left or axis is not None or not (self.lassoing or self.shift):
            super().mouseDragEvent(ev, axis)
            return
        ev.accept()
        if ev.isStart():
            self._corners = [self.mapToView(ev.buttonDownPos())]
        self._corners.append(self.mapToView(ev.pos()))
        self._show()
        if ev.isFinish():
            corners = np.array([(corner.x(), corner.y()) for corner in self._corners])
            self._corners = []
            self.drawn.emit(corners)

    def wipe(self) -> None:
        """Take the last lasso away."""
        self._corners = []
        self._show()

    def _show(self) -> None:
        path = QPainterPath()
        if self._corners:
            path.moveTo(self._corners[0])
            for corner in self._corners[1:]:
                path.lineTo(corner)
            path.closeSubpath()
        accent = theme.current().colour("accent")
        ground = QColor(accent)
        ground.setAlpha(_ALPHA)
        self._line.setPen(pyqtgraph.mkPen(accent, width=2))
        self._line.setBrush(ground)
        self._line.setPath(path)
