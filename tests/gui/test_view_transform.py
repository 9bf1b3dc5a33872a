"""Where a film pixel lies on the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xraydesk.gui.view_transform import LEAST_SCALE, MOST_SCALE, ViewTransform, centred, fit, visible


def test_fit_shows_the_whole_film_centred():
    view = fit(columns=2000, rows=1000, width=800, height=600)
    assert view.scale == 0.4
    assert view.to_film(0, 100) == (0, 0)
    assert visible(view, 2000, 1000, 800, 600).screen == (0, 100, 800, 400)


@given(st.floats(0.05, 20), st.floats(0, 900), st.floats(0, 700), st.floats(0.2, 5))
def test_zooming_keeps_the_place_under_the_pointer(scale, sx, sy, factor):
    view = ViewTransform(scale, 31.0, -12.0)
    before, after = view.to_film(sx, sy), view.zoomed(factor, sx, sy).to_film(sx, sy)
    assert after == pytest.approx(before, abs=1e-6 * max(1.0, abs(before[0]), abs(before[1])))


def test_zoom_ends_somewhere():
    view = ViewTransform()
    assert view.zoomed(1e9, 0, 0).scale == MOST_SCALE
    assert view.zoomed(1e-9, 0, 0).scale == LEAST_SCALE


def test_nothing_is_visible_where_the_film_was_panned_away():
    assert visible(ViewTransform(1.0, 5000.0, 0.0), 100, 100, 800, 600) is None


@given(st.floats(0.02, 32), st.floats(-3000, 3000), st.floats(-3000, 3000))
def test_what_is_visible_lies_within_film_and_screen(scale, x, y):
    seen = visible(ViewTransform(scale, x, y), 640, 480, 800, 600)
    if seen is not None:
        left, top, right, bottom = seen.film
        assert 0 <= left < right <= 640
        assert 0 <= top < bottom <= 480
        sx, sy, width, height = seen.screen
        assert sx >= 0
        assert sy >= 0
        assert sx + width <= 800
        assert sy + height <= 600


def test_one_to_one_lies_on_whole_pixels():
    view = centred(1.0, 101, 77, 800, 600)
    assert float(view.x).is_integer()
    assert float(view.y).is_integer()
