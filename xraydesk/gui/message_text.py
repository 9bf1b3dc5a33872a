"""A quiet sentence in the middle of an area: what is the matter, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from xraydesk.gui import theme

WHAT = QColor(211, 216, 220)
REMEDY = QColor(154, 164, 172)
WIDEST = 560.0


def draw_message(painter: QPainter, area: QRectF, what: str, remedy: str) -> None:
    """Draw both centred on the black of the image area."""
    font = theme.text_font()
    painter.setFont(font)
    width = min(WIDEST, area.width() - 48)
    flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    height = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 2000), flags, what).height()
    box = QRectF(area.center().x() - width / 2, area.center().y() - height, width, height)
    painter.setPen(WHAT)
    painter.drawText(box, flags, what)
    painter.setPen(REMEDY)
    painter.drawText(QRectF(box.left(), box.bottom() + 8, width, 200), flags, remedy)
