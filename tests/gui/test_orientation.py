"""Turning and mirroring: pixels and places go the same way, and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraydesk.gui.orientation import Orientation

COLUMNS, ROWS = 7, 4
FILM = np.arange(COLUMNS * ROWS).reshape(ROWS, COLUMNS)
HANGING = st.builds(Orientation, st.integers(0, 3), st.booleans())


@given(HANGING, st.integers(0, COLUMNS - 1), st.integers(0, ROWS - 1))
def test_a_pixel_lies_where_its_place_says(hanging, column, row):
    shown = hanging.array(FILM)
    assert shown.shape[::-1] == hanging.size(COLUMNS, ROWS)
    x, y = hanging.hang(column + 0.5, row + 0.5, COLUMNS, ROWS)
    assert shown[int(y), int(x)] == FILM[row, column]
    assert hanging.place(x, y, COLUMNS, ROWS) == (column + 0.5, row + 0.5)


@given(HANGING)
def test_a_part_shows_the_same_pixels(hanging):
    left, top, right, bottom = (int(v) for v in hanging.film_box((1, 1, 3, 4), COLUMNS, ROWS))
    assert np.array_equal(hanging.array(FILM)[1:4, 1:3], hanging.array(FILM[top:bottom, left:right]))


@given(HANGING)
def test_the_screen_is_what_turns(hanging):
    shown = hanging.array(FILM)
    assert np.array_equal(hanging.turned(1).array(FILM), np.rot90(shown, -1))
    assert np.array_equal(hanging.turned(-1).array(FILM), np.rot90(shown))
    assert np.array_equal(hanging.flipped().array(FILM), shown[:, ::-1])
    assert np.array_equal(hanging.flipped(upside_down=True).array(FILM), shown[::-1])


@pytest.mark.parametrize(
    ("hanging", "words"),
    [(Orientation(), ""), (Orientation(1), "rotated 90°"), (Orientation(3, mirrored=True), "MIRRORED, rotated 270°")],
)
def test_it_says_how_the_film_hangs(hanging, words):
    assert hanging.words == words
