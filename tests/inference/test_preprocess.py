from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from xraydesk.inference.card import InputSpec
from xraydesk.inference.preprocess import centred, normalise, seen, to_input


def ramp(rows: int, columns: int, top: int = 255) -> NDArray[np.float64]:
    return np.linspace(0, top, rows)[:, None] * 0.5 + np.linspace(0, top, columns)[None, :] * 0.5


@given(rows=st.integers(1, 300), columns=st.integers(1, 300), size=st.integers(8, 64), sixteen=st.booleans())
def test_any_film_becomes_a_square_of_bytes(rows: int, columns: int, size: int, sixteen: bool) -> None:
    film = ramp(rows, columns, 65535 if sixteen else 255).astype(np.uint16 if sixteen else np.uint8)
    found = to_input(film, size)
    assert (found.shape, found.dtype) == ((size, size), np.uint8)
    assert found.min() >= film.min() >> (8 if sixteen else 0)
    assert found.max() <= film.max() >> (8 if sixteen else 0)


def test_the_film_is_not_changed_and_may_be_a_view() -> None:
    film = np.ascontiguousarray(ramp(200, 320).astype(np.uint8))
    before = film.copy()
    view = film[::2, ::2]
    np.testing.assert_array_equal(to_input(view, 50), to_input(view.copy(), 50))
    np.testing.assert_array_equal(film, before)
    film.flags.writeable = False
    to_input(film, 50)


def test_a_film_of_the_right_size_stays_as_it_is() -> None:
    film = np.arange(64 * 64, dtype=np.uint16).reshape(64, 64).astype(np.uint8)
    np.testing.assert_array_equal(to_input(film, 64), film)


def test_sixteen_bits_and_eight_bits_of_the_same_film_look_alike() -> None:
    eight = ramp(500, 400).astype(np.uint8)
    sixteen = eight.astype(np.uint16) * 257
    np.testing.assert_array_equal(to_input(eight, 64), to_input(sixteen, 64))


def test_a_fine_pattern_becomes_its_mean_and_no_moire() -> None:
    board = np.indices((1024, 1024)).sum(axis=0) % 2 * 200
    found = to_input(board.astype(np.uint8), 100)
    assert abs(found.astype(int) - 100).max() <= 2


def test_reduction_keeps_places() -> None:
    film = np.zeros((900, 600), np.uint8)
    film[450:, 300:] = 255
    found = to_input(film, 60)
    assert found[:29, :].max() == 0
    assert found[:, :29].max() == 0
    assert found[31:, 31:].min() == 255


def test_preparing_needs_no_torch() -> None:
    code = "import sys, xraydesk.inference.preprocess; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def batch(*films: NDArray[np.generic]) -> torch.Tensor:
    return torch.from_numpy(np.stack(films).astype(np.uint8))


def test_without_a_stretch_only_mean_and_deviation_count() -> None:
    spec = InputSpec(size=16, mean=0.5, std=0.25, stretch=None)
    found = normalise(batch(np.full((16, 16), 255), np.zeros((16, 16))), spec)
    assert found.shape == (2, 1, 16, 16)
    assert found.dtype == torch.float32
    assert found[0].unique().tolist() == [2.0]
    assert found[1].unique().tolist() == [-2.0]


def test_the_stretch_brings_each_films_percentiles_to_0_and_1() -> None:
    film = np.arange(100 * 100).reshape(100, 100) % 100 + 50
    spec = InputSpec(size=100, mean=0.0, std=1.0, stretch=(10.0, 90.0))
    found = normalise(batch(film, film // 2), spec)
    low, high = np.percentile(film, [10, 90])
    wanted = np.clip((film - low) / (high - low), 0, 1)
    np.testing.assert_allclose(found[0, 0].numpy(), wanted, atol=0.02)  # bins of one grey value
    np.testing.assert_allclose(found[1, 0].numpy(), wanted, atol=0.04)


@pytest.mark.parametrize("value", [0, 1, 128, 255])
def test_a_film_of_one_grey_value_stays_finite(value: int) -> None:
    found = normalise(batch(np.full((32, 32), value)), InputSpec(size=32))
    assert torch.isfinite(found).all()
    assert found.min() >= -1
    assert found.max() <= 1


def test_a_film_is_normalised_alike_alone_and_in_company() -> None:
    rng = np.random.default_rng(0)
    films = rng.integers(0, 256, (5, 32, 32), dtype=np.uint8)
    films[2] //= 4
    together = normalise(batch(*films), InputSpec(size=32))
    for film, found in zip(films, together, strict=True):
        assert torch.equal(normalise(batch(film), InputSpec(size=32))[0], found)


def test_what_lies_at_the_edges_is_not_seen() -> None:
    spec = InputSpec(size=40, mean=0.0, std=1.0, centre=0.8)
    film = np.zeros((40, 40))
    film[4:36, 4:36] = np.linspace(20, 200, 32)[None, :]
    marked = film.copy()
    marked[:4] = marked[:, 37:] = 255
    assert torch.equal(normalise(batch(marked), spec), normalise(batch(film), spec))
    assert not torch.equal(normalise(batch(marked), InputSpec(size=40)), normalise(batch(film), InputSpec(size=40)))


def test_the_middle_is_brought_to_the_films_size() -> None:
    film = np.zeros((40, 40))
    film[10:30, 10:30] = 200
    found = centred(batch(film), 0.5)[0].numpy()
    assert found.shape == (40, 40)
    assert found.min() == found.max() == 200
    whole = batch(film)
    assert centred(whole, 1.0) is whole


def test_the_part_that_is_seen_is_said_in_shares_of_the_film() -> None:
    part = seen(InputSpec(size=40, centre=0.8))
    assert part is not None
    assert part.box(400, 200) == pytest.approx((20, 40, 180, 360))
    assert seen(InputSpec(size=40)) is None
