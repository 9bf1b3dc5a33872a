"""The map as lines of equal evidence, so that the film between them stays as it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from xraydesk.gui import colour_scales, theme
from xraydesk.gui.corner_text import INK, PAD, PLATE, bottom_right, wrapped
from xraydesk.gui.language import translate
from xraydesk.gui.map_layer import MapStyle, scale_top
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap

SHARES = (0.25, 0.5, 0.75)  # of the scale, not of this film's peak: weak evidence has no lines
FINE = 8  # points for each place of the map along an axis
_DASHES = {
    0.25: Qt.PenStyle.DotLine,
    0.5: Qt.PenStyle.DashLine,
    0.75: Qt.PenStyle.SolidLine,
}  # told apart without colour
_WIDTH = 1.5
_RIM = QColor(0, 0, 0, 170)
_SAMPLE = 28.0  # length of a line in the legend

Lines = list[NDArray[np.float64]]
Place = Callable[[float, float], QPointF]  # column and row of the film -> place on the screen


@lru_cache(maxsize=32)
def lines(activation: ActivationMap, share: float) -> Lines:
    """Return the closed lines on which the evidence is a share of the scale.

    Returns
    -------
    lines
        Each (n, 2): x and y in shares of what the map covers. The map is read between its places as the colour overlay
        does; at its edge the lines run along the edge.
    """
    import contourpy  # late, like Pillow: the window must not wait for them
    from PIL import Image

    height, width = activation.values.shape
    raw = Image.fromarray(np.ascontiguousarray(activation.values, dtype=np.float32))
    grown = np.asarray(raw.resize((width * FINE, height * FINE), Image.Resampling.BILINEAR))
    closed = np.pad(grown, 1, constant_values=0.0)
    made: Any = contourpy.contour_generator(z=closed).lines(share * scale_top(activation))
    size = np.array([width * FINE, height * FINE], float)
    return [np.clip((line - 0.5) / size, 0.0, 1.0) for line in made]


def draw(painter: QPainter, activation: ActivationMap, style: MapStyle, film: tuple[int, int], place: Place) -> None:
    """Draw the lines over a film of so many rows and columns, each with a dark rim."""
    left, top, right, bottom = activation.box(*film)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for share in SHARES:
        for line in lines(activation, share):
            points = [place(left + x * (right - left), top + y * (bottom - top)) for x, y in line]
            for pen in _pens(style, share):
                painter.setPen(pen)
                painter.drawPolyline(QPolygonF(points))
    painter.restore()


def draw_legend(  # noqa: PLR0917 - as `colour_bar.draw` is called, and its title
    painter: QPainter, area: QRectF, activation: ActivationMap, style: MapStyle, title: str, beside: float
) -> None:
    """Draw into the bottom right corner what each line stands for, and the raw peak."""
    font = theme.text_font()
    metrics = QFontMetricsF(font)
    line = math.ceil(metrics.lineSpacing())
    rows = [(share, level_words(activation, share)) for share in reversed(SHARES)]
    raw = translate("MapContours", "Raw peak {peak}").format(peak=figure(activation.peak, ".1f"))
    peak = raw if activation.in_logits else ""
    head = wrapped(metrics, area, title)
    lines_below = (metrics.horizontalAdvance(peak), *(_SAMPLE + PAD + metrics.horizontalAdvance(w) for _, w in rows))
    widest = max(head.width(), *lines_below)
    height = head.height() + line * (len(rows) + bool(peak)) + 2 * PAD
    plate = bottom_right(area, widest + 2 * PAD, height, beside)
    painter.fillRect(plate, PLATE)
    painter.setFont(font)
    inner = plate.adjusted(PAD, PAD, -PAD, -PAD)
    _write(painter, inner, title)
    y = inner.top() + head.height()
    for share, words in rows:
        middle = y + line / 2
        for pen in _pens(style, share)[1:]:
            painter.setPen(pen)
            painter.drawLine(QLineF(inner.left(), middle, inner.left() + _SAMPLE, middle))
        _write(painter, QRectF(inner.left() + _SAMPLE + PAD, y, inner.width(), line), words)
        y += line
    _write(painter, QRectF(inner.left(), y, inner.width(), line), peak)


def level_words(activation: ActivationMap, share: float) -> str:
    """Return what a line stands for: "75 % of the scale, 6.0"; without a unit "75 % of the peak"."""
    if activation.in_logits:
        text = translate("MapContours", "{percent} % of the scale, {evidence}")
        return text.format(percent=f"{share * 100:.0f}", evidence=figure(share * scale_top(activation), ".1f"))
    return translate("MapContours", "{percent} % of the peak").format(percent=f"{share * 100:.0f}")


def _write(painter: QPainter, area: QRectF, text: str) -> None:
    painter.setPen(INK)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), text)


def _pens(style: MapStyle, share: float) -> tuple[QPen, QPen]:
    """Return the pen of the rim and the pen of the line."""
    colour = QColor(*(int(c) for c in colour_scales.rgb_table(style.scale)[128 + round(share * 127)]))
    return QPen(_RIM, 2 * _WIDTH + 1), QPen(colour, _WIDTH, _DASHES[share])
