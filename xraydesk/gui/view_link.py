"""Films that move together: what the reader does to the active one is done to the others."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from xraydesk.gui.film_grid import FilmCell, FilmGrid


class ViewLink(QObject):
    """Zoom, place and window of the active film go to the others while ``on``; the same film twice always follows."""

    def __init__(self, grid: FilmGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._passing_on = False
        self.on = False
        for cell in grid.all_cells:
            self._serve(cell)
        grid.made.connect(self._serve)

    def set_on(self, on: bool) -> None:
        """Let the films move together from now on, the others after the active one; or each by itself."""
        self.on = on
        self._moved(self._grid.active)
        self._windowed(self._grid.active)

    def join(self, cell: FilmCell) -> None:
        """Let a film that has just come to a cell follow the active one."""
        active = self._grid.active
        if cell is not active and self._linked(active, cell):
            self._passing_on = True
            cell.canvas.follow_view(active.canvas)
            cell.canvas.follow_window(active.canvas)
            self._passing_on = False

    def _serve(self, cell: FilmCell) -> None:
        cell.canvas.view_changed.connect(partial(self._moved, cell))
        cell.canvas.window_changed.connect(partial(self._windowed, cell))

    def _moved(self, cell: FilmCell) -> None:
        for other in self._followers(cell):
            self._passing_on = True
            other.canvas.follow_view(cell.canvas)
            self._passing_on = False

    def _windowed(self, cell: FilmCell) -> None:
        for other in self._followers(cell):
            self._passing_on = True
            other.canvas.follow_window(cell.canvas)
            self._passing_on = False

    def _followers(self, cell: FilmCell) -> list[FilmCell]:
        if self._passing_on or cell is not self._grid.active:
            return []
        return [other for other in self._grid.cells if other is not cell and self._linked(cell, other)]

    def _linked(self, one: FilmCell, other: FilmCell) -> bool:
        if one.canvas.picture is None or other.canvas.picture is None:
            return False
        return self.on or one.canvas.picture is other.canvas.picture
