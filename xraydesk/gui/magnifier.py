"""A glass under the pointer: the film enlarged from its own pixels, through the same window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolButton

from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.film_layer import FilmLayer

SIDE = 240  # logical pixels across
POWER = 3.0
_RING = QColor(236, 240, 243)


class Magnifier(QObject):
    """Follows the pointer over the films while it is on. A layer of each; ``button`` shows whether it is on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over: FilmCanvas | None = None
        self._layer = FilmLayer()
        self._at: QPointF | None = None
        self.shown = False
        self.button: QToolButton | None = None

    def serve(self, canvas: FilmCanvas) -> None:
        """Follow the pointer over one more film."""
        canvas.layers.append(partial(self.draw, canvas))
        canvas.installEventFilter(self)

    def toggle(self) -> None:
        """Take it up or put it down."""
        self.shown = not self.shown
        if self.button is not None:
            self.button.setCheckable(True)
            self.button.setChecked(self.shown)
        self._layer.clear()
        if self._over is not None:
            self._over.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._over, self._at = watched if isinstance(watched, FilmCanvas) else None, event.position()
        elif event.type() == QEvent.Type.Leave and watched is self._over:
            self._at = None
        return False

    def draw(self, canvas: FilmCanvas, painter: QPainter) -> None:
        """Draw the glass, nothing where the pointer is not over this canvas."""
        picture, voi, at = canvas.picture, canvas.voi, self._at
        if not self.shown or canvas is not self._over or at is None or picture is None or voi is None:
            return
        ratio = canvas.devicePixelRatioF()
        side = round(SIDE * ratio)
        x, y = at.x() * ratio, at.y() * ratio
        view = canvas.view.zoomed(POWER, x, y).moved(side / 2 - x, side / 2 - y).snapped()
        glass = QRectF(at.x() - SIDE / 2, at.y() - SIDE / 2, SIDE, SIDE)
        round_glass = QPainterPath()
        round_glass.addEllipse(glass)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(round_glass)
        painter.fillRect(glass, QColor(0, 0, 0))
        seen = self._layer.place(picture, view, side, side, canvas.hanging)
        if seen is not None:
            image = self._layer.image(picture, voi, inverted=canvas.inverted)
            image.setDevicePixelRatio(ratio)
            painter.drawImage(glass.topLeft() + QPointF(seen.screen[0] / ratio, seen.screen[1] / ratio), image)
        painter.setClipping(False)
        painter.setPen(QPen(_RING, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(glass)
