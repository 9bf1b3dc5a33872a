"""The map's scale: what a colour means, and how strong this film's strongest place is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from xraydesk.gui import colour_scales, theme
from xraydesk.gui.corner_text import INK, MARGIN, PAD, PLATE
from xraydesk.gui.map_layer import MapStyle, scale_top
from xraydesk.triage.desk import ActivationMap

BAR_WIDTH = 12
BAR_HEIGHT = 160
_LEAST_HEIGHT = 60


def title(activation: ActivationMap | None) -> str:
    """Return what the map shows, in words."""
    if activation is None:
        return "No map: the model gave no answer to this image"
    unit = "logits" if activation.in_logits else "relative to this film's peak"
    if activation.peak <= 0:
        return f"Nowhere on this film speaks for {activation.label}"
    return f"Evidence for {activation.label}, {unit}"


def draw(painter: QPainter, area: QRectF, activation: ActivationMap | None, style: MapStyle) -> None:
    """Draw title, bar, both ends and the raw peak into the bottom right corner."""
    font = theme.text_font()
    metrics = QFontMetricsF(font)
    line = metrics.lineSpacing()
    words = title(activation)
    bar = 0.0
    if activation is not None:
        bar = max(_LEAST_HEIGHT, min(BAR_HEIGHT, area.height() / 3))
    peak = "" if activation is None else f"raw peak {activation.peak:.1f}"
    width = max(metrics.horizontalAdvance(words), metrics.horizontalAdvance(peak)) + 2 * PAD
    height = line * (2 if peak else 1) + 2 * PAD + (bar + 3 * PAD if bar else 0)
    plate = QRectF(area.right() - MARGIN - width, area.bottom() - MARGIN - height, width, height)
    painter.fillRect(plate, PLATE)
    painter.setFont(font)
    painter.setPen(INK)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    inner = plate.adjusted(PAD, PAD, -PAD, -PAD)
    painter.drawText(inner, right, "\n".join(t for t in (words, peak) if t))
    if activation is not None:
        top = inner.top() + 2 * line + 2 * PAD
        box = QRectF(inner.right() - BAR_WIDTH, top, BAR_WIDTH, bar)
        _draw_bar(painter, box, style)
        _draw_marks(painter, box, activation, metrics)


def _draw_bar(painter: QPainter, box: QRectF, style: MapStyle) -> None:
    """Draw the colours as they appear over black: fading with the evidence."""
    words = np.ascontiguousarray(colour_scales.overlay_table(style.scale, 1.0)[::-1].reshape(256, 1))
    image = QImage(words.data, 1, 256, 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter.fillRect(box, QColor(0, 0, 0))
    painter.drawImage(box, image)
    painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _draw_marks(painter: QPainter, box: QRectF, activation: ActivationMap, metrics: QFontMetricsF) -> None:
    top = scale_top(activation)
    place = box.bottom() - box.height() * min(max(activation.peak / top, 0.0), 1.0)
    left = box.left() - 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawPolygon(QPolygonF([QPointF(left, place), QPointF(left - 7, place - 4), QPointF(left - 7, place + 4)]))
    painter.setPen(INK)
    half = metrics.height() / 2
    for y, text in ((box.top(), f"{top:.1f}"), (box.bottom(), "0")):
        clear_of_peak = abs(y - place) < half
        x = left - metrics.horizontalAdvance(text) - (12 if clear_of_peak else 6)
        painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), text)
