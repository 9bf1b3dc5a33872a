"""Numbers on a picture, which the guide's text explains."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

RADIUS = 11  # logical pixels of the window
GROUND, INK, EDGE = QColor("#f5d90a"), QColor("#101010"), QColor("#101010")


def number(picture: QPixmap, places: Sequence[QPointF]) -> QPixmap:
    """Return the picture with 1, 2, ... in discs at places in logical pixels of the window."""
    drawn = QPixmap(picture)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(14)
    font.setBold(True)
    painter.setFont(font)
    for count, place in enumerate(places, start=1):
        disc = QRectF(place.x() - RADIUS, place.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
        painter.setPen(QPen(EDGE, 2))
        painter.setBrush(GROUND)
        painter.drawEllipse(disc)
        painter.setPen(INK)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.end()
    return drawn
