"""A film's table shows exactly what `imaging.render` shows."""

import numpy as np
import pytest

from xraydesk.gui.picture import Picture, dragged
from xraydesk.imaging import render
from xraydesk.imaging.radiograph import Radiograph, VoiFunction, VoiTable, Window

RNG = np.random.default_rng(5)
WINDOWS = [Window(300, 900), Window(300, 900, VoiFunction.SIGMOID), Window(0.5, 1, VoiFunction.LINEAR_EXACT)]


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16])
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("inverted", [False, True])
def test_table_gives_the_grey_of_render(dtype, window, inverted):
    info = np.iinfo(dtype)
    values = RNG.integers(info.min, info.max, (64, 64), endpoint=True).astype(dtype)
    picture = Picture(Radiograph(values, (window,), inverted=inverted))
    shown = picture.table(window)[picture.codes(values)].astype(int)
    grey = render.to_grey(picture.radiograph, window).astype(float)
    assert np.abs(shown - grey / (1 if dtype == np.uint8 else 257)).max() <= 0.51


def test_every_value_of_16_bits_has_its_own_code():
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    picture = Picture(Radiograph(values, (Window(32768, 65536),)))
    assert len(np.unique(picture.codes(values))) == 65536
    assert picture.value_at(255, 255) == 65535


def test_the_reader_can_invert_a_film_that_is_inverted_already():
    values = np.arange(256, dtype=np.uint8).reshape(16, 16)
    picture = Picture(Radiograph(values, (Window(128, 256),), inverted=True))
    window = picture.choices[0].voi
    assert np.array_equal(picture.table(window, inverted=True), 255 - picture.table(window))


@pytest.mark.parametrize("dtype", [np.float32, np.int32])
def test_wide_values_are_cut_into_fine_steps(dtype):
    values = (RNG.random((64, 64)) * 1e6 - 2e5).astype(dtype)
    window = Window(3e5, 1e6, VoiFunction.LINEAR_EXACT)
    picture = Picture(Radiograph(values, (window,)))
    shown = picture.table(window)[picture.codes(values)].astype(int)
    grey = render.to_grey(picture.radiograph, window) / 257
    assert np.abs(shown - grey).max() <= 0.6


def test_a_film_of_one_value_can_be_shown():
    for dtype in (np.uint16, np.float32):
        picture = Picture(Radiograph(np.zeros((8, 8), dtype), (Window(1, 2),)))
        assert picture.thumbnail(4).shape == (4, 4)


def test_choices_begin_with_the_default_of_the_file():
    table = VoiTable(0, np.arange(256, dtype=np.uint16) * 257, "CONTRAST")
    picture = Picture(Radiograph(np.zeros((4, 4), np.uint16), (table, Window(5, 10))))
    assert [choice.voi for choice in picture.choices][:2] == list(picture.radiograph.voi)
    assert picture.choices[0].name == "Contrast"
    assert {"Auto", "Full range"} <= {choice.name for choice in picture.choices}


def test_drag_to_the_right_widens_and_down_darkens():
    picture = Picture(Radiograph(np.arange(4096, dtype=np.uint16).reshape(64, 64), (Window(2048, 4096),)))
    wider, darker = dragged(picture, Window(2048, 1000), 30, 0), dragged(picture, Window(2048, 1000), 0, 30)
    assert wider == Window(2048, 1100)
    assert darker == Window(2148, 1000)
    assert picture.table(darker)[2048] < picture.table(Window(2048, 1000))[2048]


def test_a_linear_window_never_gets_narrower_than_one():
    picture = Picture(Radiograph(np.zeros((4, 4), np.uint16), (Window(10, 2),)))
    assert dragged(picture, Window(10, 2), -1e6, 0).width == 1


def test_dragging_a_table_begins_with_the_window_that_spans_it():
    table = VoiTable(100, np.arange(201, dtype=np.uint16))
    picture = Picture(Radiograph(np.arange(400, dtype=np.uint16).reshape(20, 20), (table,)))
    assert dragged(picture, table, 0, 0) == Window(200, 200)
