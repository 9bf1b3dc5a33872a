"""The films on screen, side by side: cells, their places, and which one is active."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.film_plan import Content
from xraydesk.gui.measure_tool import MeasureTool

GAP = 2  # pixels between films
_TURNS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel, QEvent.Type.FocusIn}


class FilmCell(QObject):
    """One place of the grid: a canvas, the tool that measures on it, and what it shows."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self.canvas = FilmCanvas(grid)
        self.measuring = MeasureTool(self.canvas, self)
        self.content: Content | None = None


class FilmGrid(QWidget):
    """Cells of equal size. Keys and tools act on the active one: what the reader clicks, turns the wheel on or tabs to.

    Cells are made when they are first needed and kept.
    """

    made = Signal(object)  # FilmCell
    active_changed = Signal(object)  # FilmCell

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "image-ground")
        self._cells: list[FilmCell] = []
        self._count = 1
        self._places = QGridLayout(self)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(GAP)
        self.active = self._make()
        self.arrange(1, 1)

    @property
    def cells(self) -> list[FilmCell]:
        """The cells on screen, row by row."""
        return self._cells[: self._count]

    @property
    def all_cells(self) -> list[FilmCell]:
        """The cells on screen and those made before."""
        return list(self._cells)

    def arrange(self, count: int, columns: int) -> None:
        """Put so many cells side by side, so many in a row; the first is active where the active one goes."""
        while len(self._cells) < count:
            self.made.emit(self._make())
        self._count = count
        for place in range(max(self._places.rowCount(), self._places.columnCount())):
            self._places.setRowStretch(place, 0)
            self._places.setColumnStretch(place, 0)
        for number, cell in enumerate(self._cells):
            self._places.removeWidget(cell.canvas)
            cell.canvas.setVisible(number < count)
            if number < count:
                row, column = divmod(number, columns)
                self._places.addWidget(cell.canvas, row, column)
                self._places.setRowStretch(row, 1)
                self._places.setColumnStretch(column, 1)
        self._places.activate()  # films are sampled for the size the cells have now
        self.activate(self.active if self.active in self.cells else self._cells[0])

    def activate(self, cell: FilmCell) -> None:
        """Let keys and tools act on this cell; a measuring tool that is armed goes with them."""
        before, self.active = self.active, cell
        for one in self._cells:
            one.canvas.set_framed(framed=one is cell and self._count > 1)
        if before is cell:
            return
        armed = before.measuring.armed
        before.measuring.arm(None)
        self.active_changed.emit(cell)
        cell.measuring.arm(armed)

    def step(self, by: int) -> None:
        """Activate the next cell, or the last one; the focus goes along where a film has it."""
        cells = self.cells
        focused = self.active.canvas.hasFocus()
        self.activate(cells[(cells.index(self.active) + by) % len(cells)])
        if focused:
            self.active.canvas.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Activate the cell the reader turns to, before it sees the event."""
        if event.type() in _TURNS:
            for cell in self.cells:
                if cell.canvas is watched:
                    self.activate(cell)
        return False

    def _make(self) -> FilmCell:
        cell = FilmCell(self)
        self._cells.append(cell)
        cell.canvas.installEventFilter(self)  # after the cell's own tool: Qt asks the newest filter first
        return cell
