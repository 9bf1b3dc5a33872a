"""Icons from one SVG set, drawn in the theme's colours at any screen scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from xraydesk.gui import theme
from xraydesk.resources import resource_dir

SIZE = 20
_SCALES = (1, 2, 3)  # device pixel ratios drawn beforehand


def icon(name: str) -> QIcon:
    """Return ``resources/icons/<name>.svg`` in the text colour, fainter where disabled, accent where checked."""
    colours = theme.current()
    result = QIcon()
    for state, mode, colour in (
        (QIcon.State.Off, QIcon.Mode.Normal, "text"),
        (QIcon.State.Off, QIcon.Mode.Disabled, "text_disabled"),
        (QIcon.State.On, QIcon.Mode.Normal, "accent"),
    ):
        drawing = _drawing(name, colours.colour(colour))
        for scale in _SCALES:
            result.addPixmap(_pixmap(drawing, SIZE, scale), mode, state)
    return result


def pixmap(name: str, colour: QColor, size: int = SIZE, scale: float = 1.0) -> QPixmap:
    """Return the icon as a picture of ``size`` logical pixels."""
    return _pixmap(_drawing(name, colour), size, scale)


def _drawing(name: str, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode()))


def _pixmap(drawing: QSvgRenderer, size: int, scale: float) -> QPixmap:
    picture = QPixmap(QSize(round(size * scale), round(size * scale)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _source(name: str) -> str:
    return (resource_dir("icons") / f"{name}.svg").read_text("utf-8")
