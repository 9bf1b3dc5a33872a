"""Paints one film of a gallery: the picture, its badge, its words; the chosen one framed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from xraydesk.gui import theme
from xraydesk.gui.shared.gallery_items import GalleryItem, GalleryModel, Index
from xraydesk.gui.shared.gallery_pictures import GalleryPictures

SIDE = 144  # logical pixels of the longer side of a film
PAD = 8
LINE = 17  # of text
_WHITE = QColor(236, 240, 243)
_SHADE = QColor(0, 0, 0, 190)
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class GalleryDelegate(QStyledItemDelegate):
    """Draws items of one size, with room for ``lines`` lines of words."""

    def __init__(self, model: GalleryModel, pictures: GalleryPictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures
        self.lines = 3

    @property
    def size(self) -> QSize:
        """The size of every item."""
        return QSize(SIDE + 2 * PAD, SIDE + 3 * PAD + self.lines * LINE)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's own signature
        """Return the size of every item."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one item."""
        item = self._model.item(index.row())
        if item is None:
            return
        painter.save()
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        self._draw_ground(painter, box, option)
        film = QRectF(option.rect.x() + PAD, option.rect.y() + PAD, SIDE, SIDE)
        self._draw_film(painter, film, item)
        self._draw_badge(painter, film, item.badge, option)
        self._draw_lines(painter, film, item.lines, option)
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        colours = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            view = option.widget
            focus = isinstance(view, QWidget) and view.hasFocus()
            painter.fillRect(box, colours.colour("selection" if focus else "selection_idle"))
            painter.setPen(QPen(colours.colour("text" if focus else "accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, colours.colour("hover"))

    def _draw_film(self, painter: QPainter, film: QRectF, item: GalleryItem) -> None:
        painter.fillRect(film, theme.current().colour("image_ground"))
        image = self._pictures.picture(item.key)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_fitted(film, image), image)
            return
        problem = self._pictures.problem(item.key)
        if problem:
            painter.setPen(_WHITE)
            painter.drawText(film.adjusted(PAD, PAD, -PAD, -PAD), int(_CENTRED), f"?\n{problem}")

    def _draw_badge(self, painter: QPainter, film: QRectF, badge: str, option: QStyleOptionViewItem) -> None:
        if not badge:
            return
        words = option.fontMetrics.elidedText(badge, Qt.TextElideMode.ElideRight, SIDE - 2 * PAD)
        width = option.fontMetrics.horizontalAdvance(words) + PAD
        box = QRectF(film.left(), film.top(), width, LINE + 2)
        painter.fillRect(box, _SHADE)
        painter.setPen(_WHITE)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_lines(
        self, painter: QPainter, film: QRectF, lines: tuple[str, ...], option: QStyleOptionViewItem
    ) -> None:
        colours = theme.current()
        for number, line in enumerate(lines[: self.lines]):
            painter.setPen(colours.colour("text_dim" if number else "text"))
            place = QRectF(film.left(), film.bottom() + PAD / 2 + number * LINE, SIDE, LINE)
            words = option.fontMetrics.elidedText(line, Qt.TextElideMode.ElideRight, SIDE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)


def _fitted(film: QRectF, image: QImage) -> QRectF:
    """Return where a picture lies in the middle of its box."""
    scale = SIDE / max(image.width(), image.height(), 1)
    width, height = image.width() * scale, image.height() * scale
    return QRectF(film.center().x() - width / 2, film.center().y() - height / 2, width, height)
