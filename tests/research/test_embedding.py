from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.research.components import FEWEST, Components, reduce
from xraydesk.research.embedding import Embedding, embed, place
from xraydesk.research.neighbours import neighbour_search

GROUPS, EACH, WIDTH = 3, 40, 20
WHICH = np.repeat(np.arange(GROUPS), EACH)


def features(seed: int = 0) -> NDArray[np.float16]:
    """Return three well separated groups of images."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(7).normal(0, 4, (GROUPS, WIDTH))
    return (centres[WHICH] + rng.normal(0, 1, (GROUPS * EACH, WIDTH))).astype(np.float16)


@pytest.fixture(scope="module")
def components() -> Components:
    return reduce(features())


@pytest.fixture(scope="module")
def embedding(components: Components) -> Embedding:
    return embed(components, early=100, late=100)


def nearest(points: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the nearest of ``others`` to each point."""
    return np.linalg.norm(points[:, None] - others[None], axis=2).argmin(axis=1)


def test_components_are_those_of_a_singular_value_decomposition() -> None:
    values = features().astype(np.float64)
    found = reduce(values, dims=5)
    centred = values - values.mean(axis=0)
    _, singular, right = np.linalg.svd(centred, full_matrices=False)
    assert found.explained == pytest.approx((singular**2 / (singular**2).sum())[:5], rel=1e-4)
    assert abs((found.basis * right[:5].T).sum(axis=0)) == pytest.approx(np.ones(5), abs=1e-4)
    assert found.project(values) == pytest.approx(found.coordinates, abs=1e-3)


def test_no_more_components_than_the_images_have() -> None:
    few = features()[:12]
    assert reduce(few).coordinates.shape == (12, 11)
    assert reduce(features(), dims=500).basis.shape == (WIDTH, WIDTH)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (features()[: FEWEST - 1], "at least 10 images .* there are 9"),
        (np.zeros((0, WIDTH), np.float16), "there are 0"),
        (np.full((30, WIDTH), np.nan), "not numbers"),
        (np.ones((30, WIDTH)), "the same features"),
    ],
)
def test_what_gives_no_map_gives_a_sentence(values: NDArray[np.float16], words: str) -> None:
    with pytest.raises(XraydeskError, match=words):
        reduce(values)


def test_like_images_lie_together(embedding: Embedding) -> None:
    gaps = np.linalg.norm(embedding.points[:, None] - embedding.points[None], axis=2)
    np.fill_diagonal(gaps, np.inf)
    assert (WHICH[gaps.argmin(axis=1)] == WHICH).mean() > 0.98
    assert embedding.points.dtype == np.float32
    assert embedding.points.max(axis=0) == pytest.approx(-embedding.points.min(axis=0), rel=1e-4)
    assert 0 < embedding.kl < 2


def test_the_same_seed_gives_the_same_map(components: Components, embedding: Embedding) -> None:
    again = embed(components, early=100, late=100)
    assert again.points == pytest.approx(embedding.points, abs=1e-3)


def test_the_perplexity_is_lowered_for_few_images() -> None:
    found = embed(reduce(features()[::10]), early=20, late=20)
    assert found.perplexity == pytest.approx(11 / 3)
    assert np.isfinite(found.points).all()


def test_images_that_are_there_twice_do_no_harm() -> None:
    found = embed(reduce(np.repeat(features()[::6], 3, axis=0)), early=20, late=20)
    assert np.isfinite(found.points).all()


def test_progress_rises_to_one(components: Components) -> None:
    told: list[float] = []
    embed(components, early=20, late=20, going=lambda share: told.append(share) or True)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) >= 5


@pytest.mark.parametrize("until", [0.0, 0.1, 0.5, 0.8])
def test_the_work_ends_where_nobody_waits_any_more(components: Components, until: float) -> None:
    told: list[float] = []
    with pytest.raises(Cancelled):
        embed(components, early=50, late=50, going=lambda share: told.append(share) or share < until)
    assert until <= told[-1] < 1


def test_new_images_come_among_their_like(embedding: Embedding) -> None:
    before = embedding.points.copy()
    placed = place(embedding, features(seed=1))
    assert (WHICH[nearest(placed, embedding.points)] == WHICH).mean() > 0.98
    assert (embedding.points == before).all()


def test_a_large_map_is_laid_out_and_added_to_by_interpolation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xraydesk.research.embedding._FEWEST_FFT", 0)
    made = embed(reduce(features()), early=100, late=100)
    assert (WHICH[nearest(place(made, features(seed=1)), made.points)] == WHICH).mean() > 0.98


def test_an_image_of_the_map_is_placed_near_where_it_is(embedding: Embedding) -> None:
    placed = place(embedding, features())
    away = np.linalg.norm(placed - embedding.points, axis=1)
    assert np.median(away) < 0.1 * np.ptp(embedding.points)


def test_no_image_is_no_place(embedding: Embedding) -> None:
    assert place(embedding, np.zeros((0, WIDTH), np.float16)).shape == (0, 2)


def test_placing_can_be_ended(embedding: Embedding) -> None:
    with pytest.raises(Cancelled):
        place(embedding, features(), going=lambda share: False)


def test_neighbours_are_those_of_opentsne_and_their_search_can_be_stopped() -> None:
    from openTSNE.affinity import PerplexityBasedNN

    points = np.random.default_rng(3).normal(size=(1500, 6)).astype(np.float32)
    told: list[float] = []
    search = neighbour_search(points, 30, 1, 0, told.append)
    found = PerplexityBasedNN(points, perplexity=10, method=search, random_state=0)
    own = PerplexityBasedNN(points, perplexity=10, random_state=0)
    assert abs(found.P - own.P).max() == 0
    assert told == sorted(told)
    assert 0.5 < told[-1] <= 1

    def stop(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        neighbour_search(points, 30, 2, 0, stop).build()


def test_a_map_of_many_is_stopped_before_its_neighbours_are_found() -> None:
    shares: list[float] = []

    def going(share: float) -> bool:
        shares.append(share)
        return share < 0.02

    with pytest.raises(Cancelled):
        embed(reduce(np.random.default_rng(5).normal(size=(2000, WIDTH))), going=going)
    assert max(shares) < 0.1, "in the search, not after it"


def test_others_are_placed_among_many() -> None:
    centres = np.random.default_rng(7).normal(0, 20, (2, WIDTH))
    which = np.arange(1200) % 2
    values = centres[which] + np.random.default_rng(1).normal(0, 1, (1200, WIDTH))
    made = embed(reduce(values), early=30, late=20)
    placed = place(made, centres)
    middles = np.array([made.points[which == kind].mean(axis=0) for kind in (0, 1)])
    assert nearest(placed, middles.astype(np.float32)).tolist() == [0, 1]
