"""A glass under the pointer: the film enlarged from its own pixels, through the same window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolButton

from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.film_layer import FilmLayer

SIDE = 240  # logical pixels across
POWER = 3.0
_RING = QColor(236, 240, 243)


class Magnifier(QObject):
    """Follows the pointer over a canvas while it is on. A layer of the canvas; ``button`` shows whether it is on."""

    def __init__(self, canvas: FilmCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._layer = FilmLayer()
        self._at: QPointF | None = None
        self.shown = False
        self.button: QToolButton | None = None
        canvas.layers.append(self.draw)
        canvas.installEventFilter(self)

    def toggle(self) -> None:
        """Take it up or put it down."""
        self.shown = not self.shown
        if self.button is not None:
            self.button.setCheckable(True)
            self.button.setChecked(self.shown)
        self._layer.clear()
        self._canvas.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer."""
        if watched is self._canvas:
            if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
                self._at = event.position()
            elif event.type() == QEvent.Type.Leave:
                self._at = None
        return False

    def draw(self, painter: QPainter) -> None:
        """Draw the glass, nothing where the pointer is not over the canvas."""
        picture, voi, at = self._canvas.picture, self._canvas.voi, self._at
        if not self.shown or at is None or picture is None or voi is None:
            return
        ratio = self._canvas.devicePixelRatioF()
        side = round(SIDE * ratio)
        x, y = at.x() * ratio, at.y() * ratio
        view = self._canvas.view.zoomed(POWER, x, y).moved(side / 2 - x, side / 2 - y).snapped()
        glass = QRectF(at.x() - SIDE / 2, at.y() - SIDE / 2, SIDE, SIDE)
        round_glass = QPainterPath()
        round_glass.addEllipse(glass)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(round_glass)
        painter.fillRect(glass, QColor(0, 0, 0))
        seen = self._layer.place(picture, view, side, side, self._canvas.hanging)
        if seen is not None:
            image = self._layer.image(picture, voi, inverted=self._canvas.inverted)
            image.setDevicePixelRatio(ratio)
            painter.drawImage(glass.topLeft() + QPointF(seen.screen[0] / ratio, seen.screen[1] / ratio), image)
        painter.setClipping(False)
        painter.setPen(QPen(_RING, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(glass)
