"""The real window, offscreen, worked by a mouse and timed by its own paint events."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.work import data_dir
from xraydesk.gui.app import application, desk_factory
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.window import MainWindow

PATIENCE_MS = 240_000


class Reader:
    """Opens the window on a folder, waits until all is scored and shows the map; then clicks and looks.

    The event loop sleeps while it waits, so that the window's worker threads have the processor as in real use.
    """

    def __init__(self, folder: Path) -> None:
        self.app = application("dark")
        self._loop = QEventLoop()
        self._waits = False
        self._painted = 0
        self._windows: set[str] = set()
        self._plain_paint = FilmCanvas.paintEvent

        def paint(canvas: FilmCanvas, event: QPaintEvent) -> None:  # a bound method would not be given the canvas
            self._paint(canvas, event)

        FilmCanvas.paintEvent = paint  # type: ignore[method-assign]
        self.window = MainWindow(desk_factory(data_dir(), "auto"), data_dir())
        self.window.session.set_greeted()
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.connect_desk(None)
        self.window.link.finished.connect(self._loop.quit)
        self.window.open_folder(folder)
        self._sleep()
        self.window.link.finished.disconnect(self._loop.quit)
        self.read = self.window.read
        self.canvas = self.read.viewer.canvas
        self.read.findings.toggle_map()

    def places_of(self, prefix: str) -> list[int]:
        """Return the places in the list of studies whose first file's name begins so."""
        desk, model = self.window.link.desk, self.read.worklist.model
        assert desk is not None
        names = [desk.study(study_id).instances[0].path.name for study_id in model.shown()]
        return [place for place, name in enumerate(names) if name.startswith(prefix)]

    def show(self, place: int) -> float:
        """Click on a row; return the seconds until its film and its map are painted."""
        table = self.read.worklist.table
        index = table.model().index(place, 0)
        table.scrollTo(index)
        self.app.processEvents()
        middle = table.visualRect(index).center()
        self._waits = True
        started = time.perf_counter()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        self.canvas.update()  # a row that was chosen already changes nothing
        if self._waits:
            self._sleep()
        return time.perf_counter() - started

    def rest(self, milliseconds: int) -> None:
        """Look at the film for a while; the window prepares the next one meanwhile."""
        QTimer.singleShot(milliseconds, self._loop.quit)
        self._loop.exec()

    def drag(self, frames: int) -> float:
        """Drag with the left button over the film; return frames a second, each painted before the next move."""
        middle = QPointF(self.canvas.rect().center())
        self._mouse(QMouseEvent.Type.MouseButtonPress, middle)
        self._painted, self._windows = 0, set()
        started = time.perf_counter()
        for frame in range(frames):
            self._mouse(QMouseEvent.Type.MouseMove, middle + QPointF(frame % 97 - 48, frame % 61 - 30))
            self.canvas.repaint()
            self._windows.add(self.canvas.view_line())
        seconds = time.perf_counter() - started
        self._mouse(QMouseEvent.Type.MouseButtonRelease, middle)
        assert len(self._windows) > frames // 2, "the window did not change under the mouse"
        assert self._painted >= frames, "frames were left out"
        return frames / seconds

    def close(self) -> None:
        """Close the window and put the canvas back."""
        self.window.close()
        FilmCanvas.paintEvent = self._plain_paint  # type: ignore[method-assign]

    def _paint(self, canvas: FilmCanvas, event: QPaintEvent) -> None:
        self._plain_paint(canvas, event)
        self._painted += 1
        settled = canvas.picture is not None and canvas.map_known
        if self._waits and (settled or (canvas.message and not self.read.loading)):
            self._waits = False
            self._loop.quit()

    def _mouse(self, kind: QMouseEvent.Type, at: QPointF) -> None:
        button = Qt.MouseButton.LeftButton
        globally = QPointF(self.canvas.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(
            self.canvas, QMouseEvent(kind, at, globally, button, button, Qt.KeyboardModifier.NoModifier)
        )

    def _sleep(self) -> None:
        watch = QTimer()
        watch.setSingleShot(True)
        watch.timeout.connect(self._loop.quit)
        watch.start(PATIENCE_MS)
        self._loop.exec()
        assert watch.isActive(), "the window did not answer"
