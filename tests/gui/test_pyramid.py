"""Levels by area averaging, and the part of a film in screen pixels."""

import numpy as np
import pytest

from xraydesk.gui.pyramid import Pyramid, halve

RNG = np.random.default_rng(3)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int16, np.int32, np.float32])
def test_halve_is_the_mean_of_four(dtype):
    values = RNG.integers(0, 120, (6, 8)).astype(dtype)
    mean = values.reshape(3, 2, 4, 2).astype(float).mean(axis=(1, 3))
    halved = halve(values)
    assert halved.dtype == dtype
    assert np.abs(halved - mean).max() <= (0.5 if np.dtype(dtype).kind != "f" else 1e-5)


def test_halve_does_not_wrap_at_the_top_of_16_bits():
    assert (halve(np.full((4, 4), 65535, np.uint16)) == 65535).all()


def test_halve_rounds_negative_values_to_the_nearest():
    assert halve(np.array([[-1, -1], [-1, -2]], np.int16)).item() == -1


def test_odd_sides_keep_their_last_row():
    assert halve(np.arange(15, dtype=np.uint16).reshape(3, 5)).shape == (2, 3)


def test_one_to_one_is_the_very_values():
    values = RNG.integers(0, 65536, (700, 613)).astype(np.uint16)
    part = Pyramid(values).sample((100.0, 50.0, 400.0, 450.0), (300, 400))
    assert np.array_equal(part, values[50:450, 100:400])


def test_enlarging_keeps_values_at_pixel_centres():
    values = np.zeros((64, 64), np.uint16)
    values[30, 20] = 65535
    part = Pyramid(values).sample((16.0, 28.0, 24.0, 34.0), (8 * 9, 6 * 9))
    assert part[2 * 9 + 4, 4 * 9 + 4] == 65535


def test_a_small_view_reads_a_small_level():
    pyramid = Pyramid(np.zeros((3000, 3000), np.uint16))
    assert pyramid.levels[pyramid.level_for(0.3)].shape == (1500, 1500)
    assert pyramid.level_for(1.0) == 0
    assert pyramid.level_for(8.0) == 0


def test_a_flat_film_stays_flat_at_any_zoom():
    pyramid = Pyramid(np.full((977, 1203), 41234, np.uint16))
    for scale in (0.07, 0.31, 0.5, 0.9, 1.7):
        size = (round(1203 * scale), round(977 * scale))
        assert (pyramid.sample((0.0, 0.0, 1203.0, 977.0), size) == 41234).all()


def test_a_single_row_can_be_shown():
    assert Pyramid(np.arange(5, dtype=np.uint16)[None]).sample((0.0, 0.0, 5.0, 1.0), (10, 2)).shape == (2, 10)
