"""How measurements look on the film: outlines, handles and labels, readable on white bone and on black air."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from xraydesk.gui import corner_text, theme
from xraydesk.imaging import measurements
from xraydesk.imaging.measurements import Measurement, MeasurementKind, Point

Place = Callable[[float, float], QPointF]  # from column and row to the widget

INK = QColor(255, 222, 89)
RIM = QColor(0, 0, 0, 170)
HANDLE = 5.0  # radius of a handle one can take hold of
DOT = 2.5
REACH = 7.0  # this near counts as hit
_STEPS = 72  # corners of an ellipse on screen
_GAP = 12.0  # between shape and label


def strokes(kind: MeasurementKind, points: Sequence[Point], place: Place) -> list[QPolygonF]:
    """Return the lines of a shape on the widget; of one that is still being drawn those that are there."""
    if kind is MeasurementKind.ELLIPSE and len(points) == 2:
        return [_ellipse(points[0], points[1], place)]
    at = [place(*point) for point in points]
    if kind is MeasurementKind.COBB:
        return [QPolygonF(at[n : n + 2]) for n in range(0, len(at), 2)]
    return [QPolygonF(at)]


def handle_at(measurement: Measurement, at: QPointF, place: Place) -> int | None:
    """Return the number of the handle under a place of the widget."""
    reach = [QLineF(at, place(*handle)).length() for handle in measurements.handles(measurement)]
    nearest = min(range(len(reach)), key=reach.__getitem__)
    return nearest if reach[nearest] <= REACH else None


def is_on(measurement: Measurement, at: QPointF, place: Place) -> bool:
    """Say whether a place of the widget is on one of the lines."""
    return any(
        _distance(at, start, end) <= REACH
        for stroke in strokes(measurement.kind, measurement.points, place)
        for start, end in pairwise(stroke.toList())
    )


def draw(painter: QPainter, measurement: Measurement, lines: Sequence[str], place: Place, *, selected: bool) -> None:
    """Draw a shape with its label; the one selected has handles.

    Parameters
    ----------
    painter
        In logical pixels.
    measurement, lines
        What was drawn and what stands beside it.
    place
        From the film to the widget.
    selected
        Whether the reader can take hold of it.
    """
    draw_strokes(painter, strokes(measurement.kind, measurement.points, place), bold=selected)
    spots = [place(*handle) for handle in measurements.handles(measurement)]
    if measurement.kind is MeasurementKind.COBB:
        _draw_link(painter, spots)
    if selected or measurement.kind is not MeasurementKind.ELLIPSE:
        _draw_spots(painter, spots, HANDLE if selected else DOT)
    _draw_label(painter, spots, lines)


def draw_strokes(painter: QPainter, shapes: Sequence[QPolygonF], *, bold: bool = False) -> None:
    """Draw lines with a dark rim."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = 2.0 if bold else 1.5
    for pen in (QPen(RIM, width + 2), QPen(INK, width)):
        painter.setPen(pen)
        for shape in shapes:
            painter.drawPolyline(shape)


def _draw_link(painter: QPainter, spots: Sequence[QPointF]) -> None:
    """Show which two lines belong together."""
    middles = [(spots[n] + spots[n + 1]) / 2 for n in (0, 2)]
    painter.setPen(QPen(INK, 1, Qt.PenStyle.DotLine))
    painter.drawLine(middles[0], middles[1])


def _draw_spots(painter: QPainter, spots: Sequence[QPointF], radius: float) -> None:
    painter.setPen(QPen(INK, 1.5))
    painter.setBrush(RIM)
    for spot in spots:
        painter.drawEllipse(spot, radius, radius)


def _draw_label(painter: QPainter, spots: Sequence[QPointF], lines: Sequence[str]) -> None:
    """Draw the words to the right of the shape, else to its left, never off the widget."""
    font = theme.text_font()
    metrics = QFontMetricsF(font)
    width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * corner_text.PAD
    height = math.ceil(metrics.lineSpacing()) * len(lines) + 2 * corner_text.PAD
    ratio = painter.device().devicePixelRatioF()
    right, bottom = painter.device().width() / ratio, painter.device().height() / ratio
    last = max(spots, key=QPointF.x)
    x = last.x() + _GAP
    if x + width > right:
        x = min(spots, key=QPointF.x).x() - _GAP - width
    box = QRectF(min(max(x, 0.0), right - width), min(max(last.y() - height / 2, 0.0), bottom - height), width, height)
    painter.fillRect(box, corner_text.PLATE)
    painter.setFont(font)
    painter.setPen(INK)
    inner = box.adjusted(corner_text.PAD, corner_text.PAD, -corner_text.PAD, -corner_text.PAD)
    painter.drawText(inner, int(Qt.TextFlag.TextDontClip), "\n".join(lines))


def _ellipse(corner: Point, opposite: Point, place: Place) -> QPolygonF:
    column, row = measurements.middle(corner, opposite)
    across, down = (opposite[0] - corner[0]) / 2, (opposite[1] - corner[1]) / 2
    turns = (2 * math.pi * n / _STEPS for n in range(_STEPS + 1))
    return QPolygonF([place(column + across * math.cos(t), row + down * math.sin(t)) for t in turns])


def _distance(at: QPointF, start: QPointF, end: QPointF) -> float:
    """Return how far a place is from a piece of a line."""
    along, way = end - start, at - start
    square = QPointF.dotProduct(along, along)
    share = 0.0 if square == 0 else min(max(QPointF.dotProduct(way, along) / square, 0.0), 1.0)
    return QLineF(at, start + along * share).length()
