"""The map's scale: what a colour means, and how strong this film's strongest place is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from xraydesk.gui import colour_scales, map_contours, theme
from xraydesk.gui.corner_text import INK, PAD, PLATE, bottom_right, wrapped
from xraydesk.gui.language import translate
from xraydesk.gui.map_layer import MapMode, MapStyle, scale_top
from xraydesk.gui.no_map_words import NoMap
from xraydesk.gui.words import figure
from xraydesk.triage.activation import METHODS

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap

BAR_HEIGHT = 8
POINTER = 6
LABEL_FREE = "eigencam"  # looks at the film's features alone
LEAST_WIDTH = 200.0


def title(activation: ActivationMap) -> str:
    """Return what the map shows, in words."""
    if activation.peak <= 0:
        return translate("ColourBar", "Nowhere on this film speaks for {finding}").format(finding=activation.label)
    method = METHODS.get(activation.method, activation.method)
    if activation.in_logits:
        text = translate("ColourBar", "{method}, evidence for {finding}: logits")
        return text.format(method=method, finding=activation.label)
    if activation.method == LABEL_FREE:
        return translate("ColourBar", "{method}, whatever the finding: relative to its peak").format(method=method)
    text = translate("ColourBar", "{method}, {finding}: relative to its peak")
    return text.format(method=method, finding=activation.label)


def draw_absence(painter: QPainter, area: QRectF, why: NoMap, beside: float, *, neutral: bool) -> None:
    """Say in the bottom right corner that there is no map, and why; neutral: without what may tell of the patient."""
    what = why.what or translate("ColourBar", "No map: the model gave no answer to this image")
    text = "\n".join(line for line in (what, "" if neutral else why.reason) if line)
    font = theme.text_font()
    flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    size = wrapped(QFontMetricsF(font), area, text)
    plate = bottom_right(area, size.width() + 2 * PAD, size.height() + 2 * PAD, beside)
    painter.fillRect(plate, PLATE)
    painter.setFont(font)
    painter.setPen(INK)
    painter.drawText(plate.adjusted(PAD, PAD, -PAD, -PAD), flags, text)


def draw(painter: QPainter, area: QRectF, activation: ActivationMap, style: MapStyle, beside: float = 0.0) -> None:
    """Draw title, bar, both ends and the raw peak into the bottom right corner; the legend where the map is lines.

    ``beside`` is the height of what stands in the bottom left corner.
    """
    if style.mode is MapMode.CONTOURS and activation.peak > 0:
        map_contours.draw_legend(painter, area, activation, style, title(activation), beside)
        return
    font = theme.text_font()
    metrics = QFontMetricsF(font)
    line = math.ceil(metrics.lineSpacing())
    words = title(activation)
    size = wrapped(metrics, area, words)
    width = max(size.width(), LEAST_WIDTH) + 2 * PAD
    height = size.height() + 2 * PAD + line + BAR_HEIGHT + POINTER + 2 * PAD
    plate = bottom_right(area, width, height, beside)
    painter.fillRect(plate, PLATE)
    painter.setFont(font)
    painter.setPen(INK)
    inner = plate.adjusted(PAD, PAD, -PAD, -PAD)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(inner, int(flags), words)
    box = QRectF(inner.left(), inner.top() + size.height() + POINTER + PAD, inner.width(), BAR_HEIGHT)
    _draw_bar(painter, box, style)
    _draw_marks(painter, box, activation)


def _draw_bar(painter: QPainter, box: QRectF, style: MapStyle) -> None:
    """Draw the colours as they appear over black: fading with the evidence."""
    words = np.ascontiguousarray(colour_scales.overlay_table(style.scale, 1.0).reshape(1, 256))
    image = QImage(words.data, 256, 1, 1024, QImage.Format.Format_ARGB32_Premultiplied)
    painter.fillRect(box, QColor(0, 0, 0))
    painter.drawImage(box, image)
    painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _draw_marks(painter: QPainter, box: QRectF, activation: ActivationMap) -> None:
    """Draw a pointer at the raw peak, and under the bar its ends and the peak in figures."""
    top = scale_top(activation)
    x = box.left() + box.width() * min(max(activation.peak / top, 0.0), 1.0)
    y = box.top() - 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x - 4, y - POINTER), QPointF(x + 4, y - POINTER)]))
    painter.setPen(INK)
    below = QRectF(box.left(), box.bottom() + PAD, box.width(), 40)
    top_edge = Qt.AlignmentFlag.AlignTop
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | top_edge, "0")
    middle, end = translate("ColourBar", "relative"), translate("ColourBar", "peak")
    if activation.in_logits:
        middle = translate("ColourBar", "raw peak {peak}").format(peak=figure(activation.peak, ".1f"))
        end = figure(top, ".1f")
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | top_edge, middle)
    painter.drawText(below, Qt.AlignmentFlag.AlignRight | top_edge, end)
