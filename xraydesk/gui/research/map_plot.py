"""The points of the map on screen. Imports pyqtgraph: only imported when the map is looked at."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.research.lasso import LassoBox, inside
from xraydesk.gui.research.map_groups import Grouping
from xraydesk.gui.shared.chart_menu import chart_menu

_SIZE, _SMALL, _FRAME = 9, 6, 20  # pixels
_MANY = 2_000  # points from which they are drawn small
_REACH = 12  # pixels from a click to the point that is meant
_ALPHA, _FAINT = 220, 45
_STEP, _ZOOM = 0.1, 0.8  # of the part in sight, by one key
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, _STEP),
    Qt.Key.Key_Down: (0.0, -_STEP),
}


class MapPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Pan by dragging or arrows, zoom by wheel or + and -, all by Home; a lasso by Shift and dragging."""

    chosen = Signal(int)  # row of the point that was clicked
    opened = Signal(int)  # row of the point that was double-clicked, or Enter
    selected = Signal(object)  # rows in the lasso
    said = Signal(str)  # a sentence: saved, copied
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.box = LassoBox()
        super().__init__(parent, background=theme.current().colour("panel"), viewBox=self.box)
        self._points = np.zeros((0, 2))
        self._shown = np.zeros(0, bool)
        self._current = -1
        self._pressed: QPointF | None = None
        self.spots = pyqtgraph.ScatterPlotItem(pxMode=True, useCache=True)
        self._mark = pyqtgraph.ScatterPlotItem(size=_FRAME, pxMode=True, brush=None, symbol="s")
        self.addItem(self.spots)
        self.addItem(self._mark)
        self._dress()
        self.box.drawn.connect(self._lassoed)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def set_points(self, points: NDArray[np.float32]) -> None:
        """Show other points, shape (n, 2), all of them in sight."""
        self._points = points.astype(np.float64)  # pyqtgraph compares with limits that float32 cannot hold
        self._shown = np.ones(len(points), bool)
        self.mark(-1)
        self.fit()

    def paint_groups(
        self,
        grouping: Grouping,
        hidden: frozenset[int],
        placed: NDArray[np.bool_],
        chosen: NDArray[np.int64] | None = None,
    ) -> None:
        """Draw each point as its group looks.

        Those ``placed`` on a map of before have a rim; where rows are ``chosen`` all others are faint.
        """
        self._shown = ~np.isin(grouping.which, list(hidden))
        rows = np.flatnonzero(self._shown)
        rows = np.random.default_rng(0).permutation(rows)  # or the last group would cover all others
        strong = np.ones(len(self._points), bool) if chosen is None else np.isin(np.arange(len(self._points)), chosen)
        brushes = [[_brush(group.colour, alpha) for alpha in (_FAINT, _ALPHA)] for group in grouping.groups]
        symbols = [group.symbol for group in grouping.groups]
        rim, plain = pyqtgraph.mkPen(theme.current().colour("text"), width=1.5), pyqtgraph.mkPen(None)
        looks = list(zip(grouping.which[rows].tolist(), strong[rows].tolist(), placed[rows].tolist(), strict=True))
        self.spots.setData(
            pos=self._points[rows],
            size=_SMALL if len(self._points) >= _MANY else _SIZE,
            brush=[brushes[group][full] for group, full, _ in looks],
            symbol=[symbols[group] for group, _, _ in looks],
            pen=[rim if new and full else plain for _, full, new in looks],
        )

    def mark(self, row: int) -> None:
        """Frame one point; -1 is none."""
        self._current = row
        place = self._points[row : row + 1] if row >= 0 else np.zeros((0, 2))
        self._mark.setData(pos=place, pen=pyqtgraph.mkPen(theme.current().colour("text"), width=2))

    def lasso(self, on: bool) -> None:
        """Let dragging draw a lasso in place of moving the map."""
        self.box.lassoing = on
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    def fit(self) -> None:
        """Bring all points into sight."""
        if len(self._points):
            low, high = self._points.min(axis=0), self._points.max(axis=0)
            self.box.setRange(xRange=(low[0], high[0]), yRange=(low[1], high[1]), padding=0.05)

    def in_sight(self) -> NDArray[np.int64]:
        """Return the rows of the shown points that are in sight."""
        (left, right), (bottom, top) = self.box.viewRange()
        x, y = self._points.T
        return np.flatnonzero(self._shown & (x >= left) & (x <= right) & (y >= bottom) & (y <= top))

    def nearest(self, x: float, y: float) -> int:
        """Return the row of the shown point near a place of the map, -1 where none is near."""
        rows = np.flatnonzero(self._shown)
        if not rows.size:
            return -1
        pixel = np.array(self.box.viewPixelSize())
        away = np.hypot(*((self._points[rows] - np.array([x, y])) / pixel).T)
        best = int(away.argmin())
        return int(rows[best]) if away[best] <= _REACH else -1

    # -- events ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, open."""
        key = event.key()
        if key in _ARROWS:
            (left, right), (bottom, top) = self.box.viewRange()
            x, y = _ARROWS[Qt.Key(key)]
            self.box.translateBy(x=x * (right - left), y=y * (top - bottom))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.box.scaleBy((_ZOOM, _ZOOM))
        elif key == Qt.Key.Key_Minus:
            self.box.scaleBy((1 / _ZOOM, 1 / _ZOOM))
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.opened.emit(self._current)
        else:
            event.ignore()  # pyqtgraph's view would keep it from the page
            return
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the point that was clicked."""
        still = self._pressed is not None and (event.position() - self._pressed).manhattanLength() < _REACH / 2
        super().mouseReleaseEvent(event)
        row = self._row_at(event) if still and event.button() == Qt.MouseButton.LeftButton else -1
        if row >= 0:
            self.chosen.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began, to tell it from a drag, and with which keys."""
        self._pressed = event.position()
        self.box.shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the point that was double-clicked."""
        row = self._row_at(event)
        if row >= 0:
            self.opened.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy or save the picture."""
        menu = chart_menu(cast(Any, self))  # it has what the menu asks of a chart
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.box.setBorder(pyqtgraph.mkPen(theme.current().colour("accent"), width=2))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.box.setBorder(None)

    def _row_at(self, event: QMouseEvent) -> int:
        place = self.box.mapSceneToView(self.mapToScene(event.position().toPoint()))
        return self.nearest(place.x(), place.y())

    def _lassoed(self, corners: NDArray[Any]) -> None:
        self.selected.emit(np.flatnonzero(self._shown & inside(self._points, corners)))

    def _dress(self) -> None:
        item = self.getPlotItem()
        item.hideButtons()
        item.hideAxis("left")  # the directions of such a map mean nothing
        item.hideAxis("bottom")
        self.box.setAspectLocked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(320, 240)
        self.name = translate("MapPlot", "Map of the images")
        self.setAccessibleName(self.name)
        self.setAccessibleDescription(
            translate(
                "MapPlot",
                "Arrows move, plus and minus zoom, Home shows all. V lists the images in sight; arrows choose there.",
            )
        )


def _brush(colour: QColor, alpha: int) -> Any:  # noqa: ANN401 - pyqtgraph has no types
    seen = QColor(colour)
    seen.setAlpha(alpha)
    return pyqtgraph.mkBrush(seen)
