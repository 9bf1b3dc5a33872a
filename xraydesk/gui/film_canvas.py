"""The canvas: film, map and corner text, moved and windowed by mouse and keyboard."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from xraydesk.gui import colour_bar, corner_text, crop_layer
from xraydesk.gui.corner_text import Corners
from xraydesk.gui.crop_layer import JudgedCrop
from xraydesk.gui.film_layer import FilmLayer
from xraydesk.gui.film_view import FilmView
from xraydesk.gui.language import translate
from xraydesk.gui.map_layer import MapStyle
from xraydesk.gui.map_painter import MapPainter
from xraydesk.gui.message_text import draw_message
from xraydesk.gui.no_map_words import NoMap
from xraydesk.gui.picture import Picture, dragged
from xraydesk.gui.words import figure
from xraydesk.imaging.radiograph import Voi

if TYPE_CHECKING:
    from xraydesk.triage.desk import ActivationMap

WHEEL_STEP = 1.2  # zoom for one notch
LEAST_SIZE = (120, 100)  # several stand side by side in a small window
SMALL = (400, 400)  # a smaller film has fewer words on it
FRAME = 3  # pixels, around the active one of several films: told from the others by being there, not by its colour
BLACK = QColor(0, 0, 0)
NO_ANSWER = NoMap()


class FilmCanvas(FilmView):
    """Shows one picture. Left drag: window and level; right or middle drag: pan; wheel: zoom at the pointer.

    ``layers`` paint over the film and below the text, in logical pixels. Tools that want the mouse before the canvas
    watch it by an event filter.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.setAccessibleName(translate("FilmCanvas", "Radiograph"))
        self.map_style = MapStyle()
        self.layers: list[Callable[[QPainter], None]] = []
        self._layer = FilmLayer()
        self._map: ActivationMap | None = None
        self.no_map = NO_ANSWER  # why there is no map, where that is known
        self._map_known = False
        self._map_note = ""
        self.judged: tuple[JudgedCrop, ...] = ()
        self.judged_shown = True
        self._map_painter = MapPainter()
        self._corners = Corners()
        self._neutral = False
        self._framed = False
        self._message: tuple[str, str] = ("", "")
        self._pointer: QPointF | None = None
        self._grabbed: Qt.MouseButton | None = None

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_picture(self, picture: Picture, corners: Corners) -> None:
        """Show a film, fitted, with its own first window. The map is given by ``set_map``, before or after."""
        self._corners = corners
        self._message = ("", "")
        self._describe()
        self.take(picture)

    def hide_identity(self, hidden: bool) -> None:
        """Show the study's neutral name in place of the patient's, or the patient again."""
        self._neutral = hidden
        if self.picture is not None:
            self._describe()
        self.update()

    def _who(self) -> tuple[str, ...]:
        return self._corners.neutral if self._neutral else self._corners.top_left

    def _describe(self) -> None:
        first = (self._corners.banner,) if self._corners.banner else ()
        self.setAccessibleDescription(", ".join((*first, *self._who(), *self._corners.top_right)))

    def set_banner(self, words: str, neutral: str = "", *, prior: bool = False) -> None:
        """Say across the top which study of several this film is of; ``neutral`` is said where no date may be."""
        self._corners = replace(self._corners, banner=words, neutral_banner=neutral, prior=prior)
        self._describe()
        self.update()

    def set_framed(self, *, framed: bool) -> None:
        """Draw a frame: of several films this is the active one."""
        self._framed = framed
        self.update()

    def show_message(self, what: str, remedy: str = "") -> None:
        """Show a quiet sentence in place of a film, and what to do under it."""
        self._layer.clear()
        self._message = (what, remedy)
        self.setAccessibleDescription(f"{what} {remedy}".strip())
        self.take(None)

    @property
    def message(self) -> str:
        """The sentence on screen in place of a film; empty while a film is shown."""
        return self._message[0]

    def set_map(self, activation: ActivationMap | None, *, known: bool = True, why: NoMap = NO_ANSWER) -> None:
        """Give the map of the film on screen; None where there is none, and ``why``, or none ``known`` yet."""
        self._map = activation
        self.no_map = why
        self._map_known = known
        self._map_note = ""
        self.update()

    def set_map_note(self, words: str) -> None:
        """Say quietly, where the colour bar will stand, why the map is not there yet."""
        self._map_note = words
        self.update()

    @property
    def map_note(self) -> str:
        """What is said in place of the colour bar."""
        return self._map_note

    @property
    def map_known(self) -> bool:
        """Whether it is settled if the film on screen has a map."""
        return self._map_known

    @property
    def map(self) -> ActivationMap | None:
        """The map that belongs to the film on screen."""
        return self._map

    @property
    def shows_map(self) -> bool:
        """Whether a map is on screen now."""
        return self.picture is not None and self.map_style.shown and self._map is not None

    def set_judged(self, crops: tuple[JudgedCrop, ...]) -> None:
        """Give the parts of the film on screen that the model judged; none for the whole film."""
        self.judged = crops
        self.update()

    def toggle_judged(self) -> None:
        """Show or hide their outlines."""
        self.judged_shown = not self.judged_shown
        self.update()

    def set_map_style(self, style: MapStyle) -> None:
        """Show or hide the map, change its opacity or scale."""
        self.map_style = style
        self.update()

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """Paint film, map, corners; or the message."""
        painter = QPainter(self)
        self.paint(painter)
        if self._framed or self.hasFocus():
            width = FRAME * (1 + self.hasFocus()) if self._framed else 1
            painter.setPen(QPen(self.palette().accent().color(), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.end()

    def paint(self, painter: QPainter, *, neutral: bool = False) -> None:
        """Paint what is shown; neutral: without a word that tells whose film it is."""
        painter.fillRect(self.rect(), BLACK)
        if self.picture is None or self.voi is None:
            draw_message(painter, QRectF(self.rect()), *self._message)
        else:
            self._paint_film(painter, self.picture, self.voi)
            for layer in self.layers:
                painter.save()  # pen and brush of one layer are not the next one's
                layer(painter)
                painter.restore()
            self._paint_text(painter, neutral=neutral)

    def _paint_film(self, painter: QPainter, picture: Picture, voi: Voi) -> None:
        ratio = self.devicePixelRatioF()
        seen = self._layer.place(picture, self.view, *self.pixels(), self.hanging)
        if seen is None:
            return
        image = self._layer.image(picture, voi, inverted=self.inverted)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(seen.screen[0] / ratio, seen.screen[1] / ratio), image)
        film = (picture.rows, picture.columns)
        if self.map_style.shown and self._map is not None:
            self._map_painter.draw(
                painter, self._map, self.map_style, seen, film=film, hanging=self.hanging, place=self.screen_at
            )
        if self.judged_shown and self.judged:
            crop_layer.draw(painter, self.judged, film, self.view, self.hanging)

    def _paint_text(self, painter: QPainter, *, neutral: bool) -> None:
        area = QRectF(self.rect())
        if self._corners.banner:
            words = self._corners.neutral_banner if neutral else self._corners.banner
            area.setTop(corner_text.draw_banner(painter, area, words, inverse=self._corners.prior))
        pixel = "" if neutral else self.pixel_line()
        small = area.width() < SMALL[0] or area.height() < SMALL[1]
        tiny = area.width() <= corner_text.TINY
        corners = self._corners.shortest if tiny else self._corners.short if small else self._corners
        view = "" if tiny else self.view_line()
        lines = (*corners.bottom_left, corners.size, self.hanging.words, view, pixel)
        who = corners.neutral if self._neutral else corners.top_left
        corners = replace(corners, top_left=who, bottom_left=tuple(line for line in lines if line))
        if neutral:
            corners = replace(corners, top_left=(), top_right=())
        beside = corner_text.draw_corners(painter, area, corners)
        if self.map_style.shown and self._map_known:
            if self._map is None:
                colour_bar.draw_absence(painter, area, self.no_map, beside, neutral=neutral)
            else:
                colour_bar.draw(painter, area, self._map, self.map_style, beside)
        elif self.map_style.shown and self._map_note:
            where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            above = area.adjusted(0, 0, 0, -beside if area.width() < corner_text.NARROW else 0)
            corner_text.draw_block(painter, above, (self._map_note,), where)

    def view_line(self) -> str:
        """Return window and zoom in words."""
        if self.picture is None or self.voi is None:
            return ""
        window = corner_text.window_line(self.picture.as_window(self.voi), inverted=self.inverted)
        percent = f"{self.view.scale * 100:.0f}"
        return translate("FilmCanvas", "{window}  zoom {percent} %").format(window=window, percent=percent)

    def pixel_line(self) -> str:
        """Return the value under the pointer, in modality units; empty where the pointer is not over the film."""
        if self.picture is None or self._pointer is None:
            return ""
        half = 0.5 / self.devicePixelRatioF()  # the middle of the screen's pixel: its edge is between two of the film
        column, row = self.film_at(self._pointer + QPointF(half, half))
        value = self.picture.value_at(math.floor(row), math.floor(column))
        return "" if value is None else f"({math.floor(column)}, {math.floor(row)})  {figure(value, 'g')}"

    # -- events ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted while the window grows."""
        if self._fitted:
            self.fit()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._grabbed = event.button()
        self._pointer = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Window with the left button, pan with the right or middle one."""
        before, self._pointer = self._pointer, event.position()
        if self._grabbed is None or before is None or self.picture is None or self.voi is None:
            self.update()
            return
        move = event.position() - before
        if self._grabbed is Qt.MouseButton.LeftButton:
            self.set_voi(dragged(self.picture, self.voi, move.x(), move.y()))
        else:
            self.pan(move.x(), move.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """End the drag."""
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit, or 1:1 at the pointer where it is fitted already."""
        if self._fitted:
            self.zoom(1.0 / self.view.scale, event.position())
        else:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        if self.picture is not None:
            self.zoom(WHEEL_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """Take the pixel value off the screen."""
        self._pointer = None
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a large square."""
        return QSize(900, 900)
