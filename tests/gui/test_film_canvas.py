"""What is painted is what `imaging.render` says, value for value."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.gui.screen import painted
from xraydesk.gui.corner_text import Corners
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.map_layer import MapStyle
from xraydesk.gui.picture import Picture
from xraydesk.imaging import render
from xraydesk.imaging.radiograph import Radiograph, Window
from xraydesk.triage.activation import ActivationMap

RNG = np.random.default_rng(11)
ROWS, COLUMNS = 150, 211  # width % 4 == 3


@pytest.fixture
def values() -> np.ndarray:
    return RNG.integers(0, 65536, (ROWS, COLUMNS)).astype(np.uint16)


@pytest.fixture
def canvas(qtbot, values):
    made = FilmCanvas()
    qtbot.addWidget(made)
    made.resize(COLUMNS + 200, ROWS + 260)
    made.show()
    qtbot.waitExposed(made)
    made.show_picture(Picture(Radiograph(values, (Window(30000, 50000),))), Corners())
    made.one_to_one()
    return made


def expected(canvas: FilmCanvas, voi: Window) -> np.ndarray:
    return render.lookup(voi, False, np.uint16)[canvas.picture.radiograph.values]


def test_one_to_one_paints_the_grey_of_render(canvas):
    shown = painted(canvas)
    assert canvas.view.scale == 1.0
    assert np.array_equal(shown[..., 0], expected(canvas, Window(30000, 50000)))
    assert np.array_equal(shown[..., 0], shown[..., 2])


def test_a_drag_changes_pixels_exactly_as_render_says(qtbot, canvas):
    start = QPoint(100, 100)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(30, -15))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(30, -15))
    assert canvas.voi == Window(27500, 55000)
    QTest.mouseMove(canvas, QPoint(2, 2))
    assert np.array_equal(painted(canvas)[..., 0], expected(canvas, Window(27500, 55000)))


def test_neighbouring_16_bit_values_can_be_told_apart(canvas, values):
    values[:, :] = 40000
    values[75, 100] = 40001
    canvas.show_picture(Picture(Radiograph(values, (Window(40001, 2),))), Corners())
    canvas.one_to_one()
    shown = painted(canvas)[..., 0]
    assert shown[75, 100] != shown[75, 101]
    assert len(np.unique(shown)) == 2


@pytest.mark.parametrize("columns", [200, 201, 202, 203])
def test_no_width_is_sheared(canvas, columns):
    stripes = np.zeros((ROWS, columns), np.uint16)
    stripes[:, 100] = 65535
    canvas.show_picture(Picture(Radiograph(stripes, (Window(32768, 65536),))), Corners())
    canvas.one_to_one()
    image = painted(canvas)[..., 0]
    assert (image[:, 100] == 255).all()
    assert (image[:, 99] == 0).all()


def test_invert_swaps_black_and_white(canvas):
    before = painted(canvas)
    canvas.invert()
    assert np.array_equal(painted(canvas), 255 - before)


def test_the_value_under_the_pointer_is_exact(canvas, values):
    at = QPoint(int(canvas.view.x) + 57, int(canvas.view.y) + 33)
    QTest.mouseMove(canvas, at)
    assert canvas.pixel_line() == f"(57, 33)  {values[33, 57]:g}"


def test_the_wheel_zooms_at_the_pointer(canvas):
    at = QPointF(180, 200)
    before = canvas.view.to_film(at.x(), at.y())
    canvas.zoom(1.2, at)
    after = canvas.view.to_film(at.x(), at.y())
    assert canvas.view.scale == pytest.approx(1.2)
    assert np.abs(np.subtract(before, after)).max() < 1  # snapped to whole screen pixels


def test_right_drag_pans(canvas):
    before = canvas.view
    QTest.mousePress(canvas, Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(120, 90))
    QTest.mouseRelease(canvas, Qt.MouseButton.RightButton, pos=QPoint(120, 90))
    assert (canvas.view.x - before.x, canvas.view.y - before.y) == (20, -10)


def test_fit_follows_the_window(canvas):
    canvas.fit()
    small = canvas.view.scale
    canvas.resize(canvas.width() * 2, canvas.height() * 2)
    assert canvas.view.scale == pytest.approx(2 * small, rel=0.01)


def test_the_map_is_painted_only_when_asked_for(canvas):
    raw = np.full((7, 7), -1.0, np.float32)
    raw[3, 3] = 8.0
    plain = painted(canvas)
    canvas.set_map(ActivationMap(raw, "pneumonia"))
    assert np.array_equal(painted(canvas), plain)
    canvas.set_map_style(MapStyle(shown=True))
    coloured = painted(canvas)
    assert np.array_equal(coloured[:20, :20], plain[:20, :20])  # no evidence there, no colour there
    middle = coloured[ROWS // 2, COLUMNS // 2]
    assert middle.max() - middle.min() > 20


def test_a_sentence_stands_where_no_film_can(canvas):
    canvas.show_message("The file is empty.", "Ask for it to be sent again.")
    assert canvas.picture is None
    assert canvas.message == "The file is empty."
    assert "sent again" in canvas.accessibleDescription()
    assert canvas.grab().toImage().pixelColor(2, 2).value() == 0


def test_high_dpi_keeps_film_pixels_on_screen_pixels(canvas, values, monkeypatch):
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: 2.0)
    canvas.fit()
    width, height = canvas.pixels()
    assert (width, height) == (canvas.width() * 2, canvas.height() * 2)
    canvas.one_to_one()
    seen = canvas._layer.place(canvas.picture, canvas.view, width, height)
    assert seen.screen[2:] == (COLUMNS, ROWS)
