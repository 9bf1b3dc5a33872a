"""Measuring with the mouse: draw a shape, take hold of a handle, move the whole. Watches the canvas, paints over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from xraydesk.gui import measure_shapes, measure_words
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.measure_history import MarkHistory
from xraydesk.imaging import measurements
from xraydesk.imaging.measurements import POINTS, Measurement, MeasurementKind, Point

DRAG = 4.0  # screen pixels: less is a click, and the hand trembles
_DIGITS = 3  # of a place in film pixels: finer than any hand or screen
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


@dataclass(frozen=True, slots=True)
class Grip:
    """What the reader has taken hold of, where, and what it was; no handle number moves the whole."""

    mark: str
    handle: int | None
    start: Point
    before: Measurement


class MeasureTool(QObject):
    """Marks on the film of a canvas.

    While armed, a press sets a point, and so does letting go after a drag: two clicks and one drag both make a length.
    With its last point a mark is done and the left button belongs to the window again.
    """

    armed_changed = Signal(object)  # MeasurementKind | None
    changed = Signal(str, object, bool)  # mark, Measurement, whether it was taken away

    def __init__(self, canvas: FilmCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.history = MarkHistory(self.changed.emit)
        self.armed: MeasurementKind | None = None
        self.selected = ""
        self._points: list[Point] = []
        self._pressed = QPointF()
        self._pointer = QPointF()
        self._grip: Grip | None = None
        self._words: dict[Measurement, tuple[str, ...]] = {}
        canvas.layers.append(self.draw)
        canvas.installEventFilter(self)

    # -- from the window ---------------------------------------------------------------------------------------------

    @property
    def marks(self) -> dict[str, Measurement]:
        """What is on the film, by the names of the marks."""
        return self.history.marks

    def begin(self) -> None:
        """Begin with another film."""
        self.history.begin()
        self.selected, self._grip, self._words = "", None, {}
        self.arm(None)

    def take(self, stored: Mapping[str, Measurement]) -> None:
        """Show what the reader left on this film before."""
        self.history.take(stored)
        self._canvas.update()

    def adopt(self, mark: str, measurement: Measurement | None) -> None:
        """Show what became of a mark on the same film in another cell; None: it is gone."""
        if measurement is None:
            self.marks.pop(mark, None)
        else:
            self.marks[mark] = measurement
        self._canvas.update()

    def arm(self, kind: MeasurementKind | None) -> None:
        """Let the next presses draw this; None: nothing. The kind that is armed already is put away."""
        self.armed = None if kind is self.armed or self._canvas.picture is None else kind
        self._points = []
        if self.armed is not None:
            self.selected = ""
        self._canvas.setCursor(Qt.CursorShape.ArrowCursor if self.armed is None else Qt.CursorShape.CrossCursor)
        self._canvas.update()
        self.armed_changed.emit(self.armed)

    def cancel(self) -> bool:
        """Put away what is being drawn, else let go of the mark that is selected; False where there was neither."""
        if self.armed is not None:
            self.arm(None)
        elif self.selected:
            self._select("")
        else:
            return False
        return True

    def remove(self) -> None:
        """Take the selected mark away."""
        if self.selected in self.marks and self._grip is None:
            self.history.remove(self.selected)
            self._select("")

    def undo(self) -> None:
        """Take the last step on this film back."""
        if self._grip is None:
            self._select(self.history.undo())

    def redo(self) -> None:
        """Take the step that was undone last anew."""
        if self._grip is None:
            self._select(self.history.redo())

    def _select(self, mark: str) -> None:
        self.selected = mark
        self._canvas.update()

    # -- painting ----------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        """Draw all marks and what is being drawn; a layer of the canvas."""
        place = self._canvas.screen_at
        for mark, measurement in self.marks.items():
            selected = mark == self.selected
            measure_shapes.draw(painter, measurement, self.words(measurement), place, selected=selected)
        points = self._reaching()
        if self.armed is None or len(points) < 2:
            return
        if len(points) == POINTS[self.armed]:
            drawn = Measurement(self.armed, tuple(points))
            measure_shapes.draw(painter, drawn, self.words(drawn), place, selected=True)
        else:
            measure_shapes.draw_strokes(painter, measure_shapes.strokes(self.armed, points, place), bold=True)

    def words(self, measurement: Measurement) -> tuple[str, ...]:
        """Return what stands beside a mark."""
        picture = self._canvas.picture
        assert picture is not None
        if self._grip is not None or self.armed is not None:
            known = self._words.get(measurement)
            return known or measure_words.lines(measurement, picture.radiograph, live=True)
        if measurement not in self._words:
            self._words[measurement] = measure_words.lines(measurement, picture.radiograph)
        return self._words[measurement]

    def _reaching(self) -> list[Point]:
        """Return the points set so far and the one under the pointer."""
        return [*self._points, self._film_at(self._pointer)] if self._points else []

    # -- the mouse ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take presses that draw or take hold; all else goes on to the canvas."""
        if watched is self._canvas and isinstance(event, QMouseEvent) and self._canvas.picture is not None:
            if event.type() == QEvent.Type.MouseMove:
                self._move(event.position())
            elif event.button() is Qt.MouseButton.LeftButton:
                if event.type() in _PRESSES:
                    return self._press(event.position())
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self._release(event.position())
        return False

    def _press(self, at: QPointF) -> bool:
        self._pressed = self._pointer = at
        if self.armed is not None:
            self._set_point(at)
            return True
        for mark in self._nearest_first():
            measurement, place = self.marks[mark], self._canvas.screen_at
            handle = measure_shapes.handle_at(measurement, at, place)
            if handle is not None or measure_shapes.is_on(measurement, at, place):
                self._grip = Grip(mark, handle, self._canvas.film_at(at), measurement)
                self._select(mark)
                return True
        self._select("")
        return False

    def _move(self, at: QPointF) -> None:
        self._pointer = at
        if self._grip is not None:
            self.marks[self._grip.mark] = self._dragged(self._grip, at)
            self._canvas.update()
        elif self.armed is None:
            over = any(measure_shapes.is_on(found, at, self._canvas.screen_at) for found in self.marks.values())
            self._canvas.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)

    def _release(self, at: QPointF) -> None:
        grip, self._grip = self._grip, None
        if grip is not None:
            self.history.change(grip.mark, grip.before, self.marks[grip.mark])
            self._canvas.update()
        elif self._points and QLineF(self._pressed, at).length() > DRAG:
            self._set_point(at)

    def _nearest_first(self) -> list[str]:
        """Return the marks, the selected one first, then the one drawn last."""
        first = [self.selected] if self.selected in self.marks else []
        return [*first, *(mark for mark in reversed(self.marks) if mark != self.selected)]

    def _set_point(self, at: QPointF) -> None:
        kind = self.armed
        assert kind is not None
        self._points.append(self._film_at(at))
        if len(self._points) < POINTS[kind]:
            self._canvas.update()
            return
        drawn = Measurement(kind, tuple(self._points))
        self.arm(None)
        if _has_extent(drawn):
            self._select(self.history.add(drawn))

    def _dragged(self, grip: Grip, at: QPointF) -> Measurement:
        column, row = self._canvas.film_at(at)
        by = column - grip.start[0], row - grip.start[1]
        if grip.handle is not None:
            place = measurements.handles(grip.before)[grip.handle]
            return measurements.with_handle(grip.before, grip.handle, self._on_film(place[0] + by[0], place[1] + by[1]))
        return self._shifted(grip.before, *by)

    def _shifted(self, measurement: Measurement, columns: float, rows: float) -> Measurement:
        """Return it moved as a whole, as far as the edges of the film let it."""
        picture = self._canvas.picture
        assert picture is not None
        across, down = zip(*measurement.points, strict=True)
        columns = min(max(columns, -min(across)), picture.columns - max(across))
        rows = min(max(rows, -min(down)), picture.rows - max(down))
        moved = measurements.shifted(measurement, columns, rows)
        return replace(moved, points=tuple(self._on_film(*point) for point in moved.points))

    def _film_at(self, at: QPointF) -> Point:
        return self._on_film(*self._canvas.film_at(at))

    def _on_film(self, column: float, row: float) -> Point:
        picture = self._canvas.picture
        assert picture is not None
        column, row = min(max(column, 0.0), float(picture.columns)), min(max(row, 0.0), float(picture.rows))
        return round(column, _DIGITS), round(row, _DIGITS)


def _has_extent(measurement: Measurement) -> bool:
    """Say whether it measures anything: a slip of the hand leaves nothing on the film."""
    points = measurement.points
    if measurement.kind is MeasurementKind.ELLIPSE:
        return all(one != other for one, other in zip(*points, strict=True))
    ends = (
        [(0, 1), (2, 3)] if measurement.kind is MeasurementKind.COBB else [(n, n + 1) for n in range(len(points) - 1)]
    )
    return all(points[one] != points[other] for one, other in ends)
