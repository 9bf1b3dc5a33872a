"""A film that was turned or mirrored: every pixel, the map, the outline and the pointer go with it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from tests.gui.screen import painted
from xraydesk.gui import corner_text
from xraydesk.gui.corner_text import Corners
from xraydesk.gui.crop_layer import JudgedCrop
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.map_layer import MapStyle
from xraydesk.gui.orientation import Orientation
from xraydesk.gui.picture import Picture
from xraydesk.gui.view_transform import ViewTransform
from xraydesk.imaging import render
from xraydesk.imaging.radiograph import Radiograph, Window
from xraydesk.triage.activation import ActivationMap

ROWS, COLUMNS = 151, 213
VALUES = np.random.default_rng(5).integers(0, 65536, (ROWS, COLUMNS)).astype(np.uint16)
WINDOW = Window(30000, 50000)
GREY = render.lookup(WINDOW, False, np.uint16)[VALUES]
HANGINGS = [Orientation(q, m) for q in range(4) for m in (False, True)]


@pytest.fixture
def canvas(qtbot):
    made = FilmCanvas()
    qtbot.addWidget(made)
    made.resize(520, 520)
    made.show()
    qtbot.waitExposed(made)
    made.show_picture(Picture(Radiograph(VALUES, (WINDOW,))), Corners())
    made.one_to_one()
    return made


def hang(canvas: FilmCanvas, hanging: Orientation) -> None:
    if hanging.mirrored:
        canvas.mirror()
    canvas.rotate(hanging.quarters)
    assert canvas.hanging == hanging


@pytest.mark.parametrize("hanging", HANGINGS, ids=str)
def test_every_pixel_hangs_where_it_should(canvas, hanging):
    hang(canvas, hanging)
    assert np.array_equal(painted(canvas)[..., 0], hanging.array(GREY))


@pytest.mark.parametrize("hanging", HANGINGS, ids=str)
def test_the_value_under_the_pointer_is_the_pixel_seen_there(canvas, hanging):
    hang(canvas, hanging)
    at = QPoint(int(canvas.view.x) + 57, int(canvas.view.y) + 33)
    QTest.mouseMove(canvas, at)
    assert canvas.pixel_line().split()[-1] == f"{hanging.array(VALUES)[33, 57]:g}"
    column, row = canvas.film_at(QPointF(at))
    back = canvas.screen_at(column, row)
    assert (back.x(), back.y()) == pytest.approx((at.x(), at.y()))


@pytest.mark.parametrize("hanging", HANGINGS, ids=str)
def test_the_map_hangs_with_the_film(canvas, hanging):
    raw = np.full((8, 8), -1.0, np.float32)
    raw[:3, :2] = 8.0
    canvas.set_map(ActivationMap(raw, "pneumonia"))
    hang(canvas, hanging)
    plain = painted(canvas)
    canvas.set_map_style(MapStyle(shown=True))
    coloured = np.abs(painted(canvas) - plain).max(axis=-1) > 8
    where = Orientation(-hanging.quarters % 4).array(coloured)
    where = where[:, ::-1] if hanging.mirrored else where  # back as the file has it
    assert where.shape == (ROWS, COLUMNS)
    assert where[:40, :40].mean() > 0.9
    assert where[90:].mean() == 0
    assert where[:, 100:].mean() == 0


def test_an_outline_hangs_with_the_film():
    crop = JudgedCrop(0.1, 0.2, 0.3, 0.4, "knee", drives=True)
    area = crop.area(100, 200, ViewTransform(2.0, 5.0, 7.0), Orientation(1, mirrored=True))
    # mirrored, columns 40-120 lie at 80-160; turned, rows 10-40 lie at 60-90 from the left
    assert (area.left(), area.top(), area.width(), area.height()) == pytest.approx((125, 167, 60, 160))


def test_a_fitted_film_is_fitted_anew(canvas):
    canvas.fit()
    canvas.rotate(1)
    assert canvas.view.scale == pytest.approx(canvas.height() / COLUMNS)
    canvas.rotate(-1)
    assert canvas.hanging.upright


def test_what_is_in_the_middle_stays_there(canvas):
    canvas.zoom(6.0)
    canvas.pan(-90, 40)
    middle = QPointF(canvas.width() / 2, canvas.height() / 2)
    before = canvas.film_at(middle)
    for turn in (lambda: canvas.rotate(1), canvas.mirror, canvas.flip):
        turn()
        assert canvas.film_at(middle) == pytest.approx(before, abs=0.5)


def test_it_says_that_the_film_is_mirrored_and_the_next_film_is_not(canvas, monkeypatch):
    said: list[tuple[str, ...]] = []
    monkeypatch.setattr(corner_text, "draw_corners", lambda _painter, _area, corners: said.append(corners.bottom_left))
    canvas.mirror()
    canvas.grab()
    assert "MIRRORED" in said[-1]
    canvas.show_picture(Picture(Radiograph(VALUES, (WINDOW,))), Corners())
    canvas.grab()
    assert "MIRRORED" not in said[-1]


def test_the_automatic_window_is_that_of_what_is_in_sight(canvas):
    values = np.full((200, 200), 1000, np.uint16)
    values[100:, :100] = np.arange(10_000).reshape(100, 100) // 25 + 40_000
    canvas.show_picture(Picture(Radiograph(values, (WINDOW,))), Corners())
    canvas.mirror()
    canvas.zoom(20.0)
    canvas.pan(-2000, -2000)  # the lower right corner of the screen, the lower left of the film
    canvas.auto_window()
    assert 40_000 <= canvas.voi.center <= 40_400
    assert 0 < canvas.voi.width < 400
