"""Icons from one SVG set, drawn in the theme's colours at any screen scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
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
        for scale in _SCALES:
            result.addPixmap(pixmap(name, colours.colour(colour), SIZE, scale), mode, state)
    return result


def pixmap(name: str, colour: QColor, size: int = SIZE, scale: float = 1.0) -> QPixmap:
    """Return the icon as a picture of ``size`` logical pixels."""
    picture = QPixmap.fromImage(_drawn(name, colour.name(), round(size * scale)))
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _drawn(name: str, colour: str, side: int) -> QImage:
    """Draw an icon of so many pixels; an image, which unlike a pixmap may outlive the application."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    return (resource_dir("icons") / f"{name}.svg").read_text("utf-8")
