"""The histogram: closed at first, loaded when opened, its region is the window of the film."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.films import picture as values
from tests.gui.conftest import choose
from xraydesk.gui.picture import Picture
from xraydesk.imaging.radiograph import Radiograph, Window

_CODE = """
import sys
import xraydesk.gui.app
print(sorted(name for name in ("pyqtgraph", "torch", "pydicom", "PIL") if name in sys.modules))
"""


@pytest.fixture
def opened(qtbot, reading):
    """Return a window with a film and its histogram on screen."""
    choose(qtbot, reading, 2)
    reading.read.viewer.histogram.click()
    qtbot.waitUntil(lambda: reading.read.histogram.plot is not None)
    qtbot.waitUntil(reading.read.histogram.plot.isVisible)
    return reading


def test_the_window_is_made_without_what_only_the_histogram_needs():
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_closed_at_first_and_toggled_by_key(qtbot, reading):
    choose(qtbot, reading, 2)
    panel = reading.read.histogram
    assert panel.isHidden()
    assert panel.plot is None
    QTest.keyClick(reading.read.worklist.table, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: panel.plot is not None)
    assert panel.isVisible()
    QTest.keyClick(reading.read.worklist.table, Qt.Key.Key_H)
    assert panel.isHidden()


def test_the_region_is_the_window_of_the_film(opened):
    plot, canvas = opened.read.histogram.plot, opened.read.viewer.canvas
    assert plot.region.getRegion() == (0.0, 4096.0)
    canvas.set_voi(Window(1000, 800))
    assert plot.region.getRegion() == (600.0, 1400.0)


def test_dragging_on_the_film_moves_the_region(opened):
    plot, canvas = opened.read.histogram.plot, opened.read.viewer.canvas
    before = plot.region.getRegion()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.mouseMove(canvas, QPoint(240, 260))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(240, 260))
    low, high = plot.region.getRegion()
    assert (low, high) != before
    assert (low + high) / 2 == pytest.approx(canvas.voi.center)
    assert high - low == pytest.approx(canvas.voi.width)


def test_dragging_an_edge_of_the_region_windows_the_film(qtbot, opened):
    plot, canvas = opened.read.histogram.plot, opened.read.viewer.canvas
    canvas.set_voi(Window(1500, 1000))
    view = plot.getPlotItem().vb

    def at(value: float) -> QPoint:
        scene = view.mapViewToScene(QPointF(value, sum(view.viewRange()[1]) / 2))
        return plot.mapFromScene(scene)

    start, end = at(2000), at(2600)
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(plot.viewport(), start + (end - start) * step / 5)
        qtbot.wait(20)
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert canvas.voi.center - canvas.voi.width / 2 == pytest.approx(1000, abs=1)
    assert canvas.voi.center + canvas.voi.width / 2 == pytest.approx(2600, abs=60)


def test_it_follows_to_the_next_film_and_hides_without_one(qtbot, opened):
    plot = opened.read.histogram.plot
    first = plot.curve.getData()[1].copy()
    choose(qtbot, opened, 5)
    assert not np.array_equal(first, plot.curve.getData()[1])
    choose(qtbot, opened, 6, picture=False)
    assert not plot.isVisible()


def test_open_or_closed_is_kept_for_the_next_start(qtbot, make_window, desk, reading):
    reading.read.viewer.histogram.click()
    reading.close()
    again = make_window(desk)
    assert again.read.viewer.histogram.isChecked()
    assert again.read.histogram.plot is None  # nothing is loaded before there is a film


def test_counts_are_of_the_modality_values():
    from xraydesk.gui.histogram_plot import counts

    film = Picture(Radiograph(values(90, 70, seed=4), (Window(2048, 4096),), bits=12))
    found, edges = counts(film, 64)
    assert found.sum() == 90 * 70
    assert (edges[0], edges[-1]) == (film.low, film.high)
    flat = Picture(Radiograph(np.full((5, 5), 7, np.uint16), (Window(8, 4),), bits=12))
    assert counts(flat)[0].sum() == 25
