"""OpenCV, which grad-cam brings, is the independent reference."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from xraydesk.inference.clahe import clahe


def reference(film: NDArray[np.uint8], clip_limit: float, tiles: tuple[int, int]) -> NDArray[np.uint8]:
    found = cv2.createCLAHE(clipLimit=clip_limit, tileGridSize=tiles[::-1]).apply(film)
    return np.asarray(found, np.uint8)


def noise(seed: int, shape: tuple[int, int]) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)


@given(
    seed=st.integers(0, 2**32 - 1),
    shape=st.tuples(st.integers(1, 150), st.integers(1, 150)),
    tiles=st.tuples(st.integers(1, 12), st.integers(1, 12)),
    clip_limit=st.floats(0.01, 60),
    levels=st.integers(1, 255),
    blocks=st.integers(1, 9),
)
def test_every_pixel_is_as_opencv_makes_it(
    seed: int, shape: tuple[int, int], tiles: tuple[int, int], clip_limit: float, levels: int, blocks: int
) -> None:
    small = noise(seed, (shape[0] // blocks + 1, shape[1] // blocks + 1)) % levels
    film = np.ascontiguousarray(small.repeat(blocks, 0).repeat(blocks, 1)[: shape[0], : shape[1]])
    np.testing.assert_array_equal(clahe(film, clip_limit, tiles), reference(film, clip_limit, tiles))


@pytest.mark.parametrize("tiles", [(4, 4), (3, 7), (13, 9)])
@pytest.mark.parametrize("shape", [(224, 224), (1230, 1219), (768, 1001)])
def test_whole_films_are_as_opencv_makes_them(shape: tuple[int, int], tiles: tuple[int, int]) -> None:
    rows, columns = np.indices(shape)
    film = (np.hypot(rows - shape[0] / 3, columns - shape[1] / 2) / 5 + noise(1, shape) % 16).clip(0, 255)
    film = film.astype(np.uint8)
    np.testing.assert_array_equal(clahe(film, 2.0, tiles), reference(film, 2.0, tiles))


def test_contrast_is_raised_in_the_dark_and_in_the_bright_half() -> None:
    film = noise(3, (128, 256)) % 32 + np.where(np.arange(256) < 128, 10, 200).astype(np.uint8)
    found = clahe(film, 4.0, (4, 8))
    for half in (slice(0, 96), slice(160, 256)):
        assert found[:, half].std() > 2 * film[:, half].std()


def test_the_film_itself_stays_as_it_is_and_may_be_a_view() -> None:
    film = noise(5, (100, 80))
    before = film.copy()
    film.flags.writeable = False
    np.testing.assert_array_equal(clahe(film[::2], 2.0, (4, 4)), clahe(film[::2].copy(), 2.0, (4, 4)))
    np.testing.assert_array_equal(film, before)
