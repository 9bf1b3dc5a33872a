"""Joints are found where they lie, judged one by one, and refused where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from tests.inference.conftest import SIZE, a_card, tiny_network
from tests.limbs import KINDS, Place, limb_film
from xraydesk.inference import joints, preprocess
from xraydesk.inference.answers import Answers
from xraydesk.inference.bundle import load_bundle, save_bundle
from xraydesk.inference.card import KNEE_JOINTS, Clahe, GateSpec, InputSpec
from xraydesk.inference.joints import Joint
from xraydesk.inference.networks import side_by_side
from xraydesk.inference.prediction import Prediction
from xraydesk.inference.scorer import Scorer
from xraydesk.inference.sliding import Spot, Square
from xraydesk.resources import resource_dir
from xraydesk.selftest import models

Film = NDArray[np.uint8]
SPEC = InputSpec(size=SIZE, region=KNEE_JOINTS, equalise=Clahe(2.0, 2))
FILM = np.zeros((400, 600), np.uint8)
RIGHT, LEFT = Square(200, 150, 150), Square(215, 430, 160)


class Knees:
    """Judges crops by where they were cut: the better a crop fits a knee, the more it is like the training films."""

    def __init__(self, *knees: Square, logits: Sequence[float] = (0.0, 0.0)) -> None:
        self.knees = knees
        self.logits = logits
        self.squares: list[Square] = []
        self.looks = 0

    def cut(self, film: Film, box: preprocess.Box, spec: InputSpec) -> Film:
        left, top, right, bottom = box
        self.squares.append(Square((top + bottom) / 2, (left + right) / 2, right - left))
        return np.zeros((spec.size, spec.size), np.uint8)

    def look(self, crops: Sequence[Film]) -> Answers:
        """Tell knees from what is none; which of them is worse it has wrong."""
        self.looks += 1
        answers = self.judge(crops)
        return replace(answers, logits=-answers.logits)

    def judge(self, crops: Sequence[Film]) -> Answers:
        squares, self.squares = self.squares, []
        assert len(squares) == len(crops)
        fits = np.array([[square.overlap(knee) for knee in self.knees] or [0.0] for square in squares], np.float32)
        best = fits.max(axis=1)
        logits = np.array([[self.logits[n] if f else -9.0] for n, f in zip(fits.argmax(axis=1), best, strict=True)])
        maps = np.zeros((len(squares), 1, 2, 2), np.float32)
        return Answers(logits.astype(np.float32), maps, 1 + 200 * (1 - best), best, fits)


def grid(knees: Knees) -> list[Spot]:
    """Return a coarse grid of squares, those near a knee first, as a scan gives it."""
    spots = []
    for side in (120.0, 180.0):
        for row in np.arange(side / 2, FILM.shape[0] - side / 2, side / 5):
            for column in np.arange(side / 2, FILM.shape[1] - side / 2, side / 5):
                square = Square(float(row), float(column), side)
                spots.append(Spot(square, max((square.overlap(knee) for knee in knees.knees), default=0.0)))
    return sorted(spots, key=lambda spot: -spot.score)


def find(knees: Knees, monkeypatch: pytest.MonkeyPatch) -> list[Joint]:
    monkeypatch.setattr(joints, "cut", knees.cut)
    card = a_card(input=SPEC, gate=GateSpec(distance_cutoff=60.0, domain_cutoff=0.5))
    return joints.find(FILM, grid(knees), knees.look, knees.judge, card)


@pytest.mark.parametrize("knee", [RIGHT, LEFT, Square(90, 300, 140), Square(330, 80, 130)])
def test_a_joint_is_found_wherever_it_lies(knee: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find(Knees(knee), monkeypatch)
    assert len(found) == 1
    assert found[0].square.overlap(knee) >= 0.75


def test_of_two_joints_the_worse_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for logits, first in (((2.0, -1.0), RIGHT), ((-1.0, 2.0), LEFT)):
        found = find(Knees(RIGHT, LEFT, logits=logits), monkeypatch)
        assert [joint.answers.logits[0, 0] for joint in found] == [2.0, -1.0]
        assert found[0].square.overlap(first) >= 0.75


@pytest.mark.parametrize("other", [Square(60, 430, 110), Square(200, 160, 150), Square(300, 470, 80)])
def test_what_cannot_be_the_other_knee_is_left_out(other: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find(Knees(RIGHT, other), monkeypatch)
    assert len(found) == 1


def test_where_nothing_is_like_a_joint_nothing_is_found_and_the_search_ends_soon(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    knees = Knees()
    assert find(knees, monkeypatch) == []
    assert knees.looks <= 1 + 2 * 3
    assert joints.find(FILM, [], knees.look, knees.judge, a_card(input=SPEC)) == []


def test_a_search_that_began_far_from_the_joint_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    knees = Knees(RIGHT)
    monkeypatch.setattr(joints, "cut", knees.cut)
    card = a_card(input=SPEC, gate=GateSpec(distance_cutoff=60.0, domain_cutoff=0.8))
    far = RIGHT.moved(0.3, 0.3, 1.2)  # one round ends half way
    found = joints.find(FILM, [Spot(far, 1.0)], knees.look, knees.judge, card)
    assert [joint.square.overlap(RIGHT) >= 0.8 for joint in found] == [True]
    knees.looks = 0
    joints.find(FILM, [Spot(RIGHT, 1.0)], knees.look, knees.judge, card)
    assert knees.looks == 1 + 3, "what the gate takes is not looked at again"


# -- the scorer ------------------------------------------------------------------------------------------------------


def scorer_with(gate: GateSpec, folder: Path, tensors: dict[str, Tensor]) -> Scorer:
    save_bundle(folder, a_card(input=SPEC, gate=gate), tensors)
    return Scorer(load_bundle(folder), "cpu")


@pytest.fixture
def lenient(tmp_path: Path, tensors: dict[str, Tensor]) -> Scorer:
    """A model that takes every place for a joint."""
    return scorer_with(GateSpec(1e9, 0.0), tmp_path / "lenient", tensors)


@pytest.fixture
def strict(tmp_path: Path, tensors: dict[str, Tensor]) -> Scorer:
    """A model that takes no place for a joint."""
    return scorer_with(GateSpec(1e-6, 0.999), tmp_path / "strict", tensors)


def a_film(shape: tuple[int, int] = (90, 140)) -> Film:
    rng = np.random.default_rng(2)
    small = Image.fromarray(rng.integers(0, 256, (7, 9)).astype(np.uint8))
    return np.asarray(small.resize((shape[1], shape[0]), Image.Resampling.BICUBIC))


def test_the_first_region_is_what_the_numbers_belong_to(lenient: Scorer) -> None:
    film = lenient.prepare(a_film())
    answer = lenient.score([film])[0]
    assert answer.refusal == ""
    assert 1 <= len(answer.regions) <= 2
    assert answer.region == answer.regions[0]
    assert answer.regions[0].probabilities == tuple(answer.probabilities.tolist())
    assert all(region.probabilities[0] <= answer.probabilities[0] for region in answer.regions)
    for region in answer.regions:
        assert region.name == "knee"
        assert min(region.row, region.column) >= 0
        assert max(region.row + region.height, region.column + region.width) <= 1 + 1e-9
        assert region.height * film.shape[0] == pytest.approx(region.width * film.shape[1])


def test_the_map_is_that_of_the_judged_crop(lenient: Scorer) -> None:
    film = lenient.prepare(a_film())
    answer = lenient.score([film])[0]
    made = lenient.activation_map(film, 0)
    assert made.region == answer.region is not None
    np.testing.assert_allclose(made.values, answer.maps[0].astype(np.float32), atol=0.02)


def test_a_film_that_is_a_crop_is_taken_as_it_is(lenient: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preprocess, "equalised", lambda *_: pytest.fail("equalised a second time"))
    answer = lenient.score([lenient.prepare(a_film((60, 60)))])[0]
    assert (answer.refusal, answer.regions, answer.region) == ("", (), None)
    assert lenient.activation_map(a_film((60, 60)), 0).region is None


@pytest.mark.parametrize("shape", [(90, 140), (60, 60), (3, 2), (60, 2000), (2000, 60)])
def test_where_no_joint_is_the_film_is_refused_with_the_reason(strict: Scorer, shape: tuple[int, int]) -> None:
    answer = strict.score([strict.prepare(a_film(shape))])[0]
    assert answer.refusal == "no knee joint was found on this film"
    assert answer.regions == ()


def test_films_do_not_change_each_others_joints(lenient: Scorer) -> None:
    films = [a_film(), a_film((60, 60)), a_film((100, 170))]
    together = lenient.score([lenient.prepare(film) for film in films])
    for film, answer in zip(films, together, strict=True):
        alone = lenient.score([lenient.prepare(film)])[0]
        assert answer.regions == alone.regions
        np.testing.assert_array_equal(answer.logits, alone.logits)


def test_of_networks_side_by_side_the_first_searches_and_all_answer(tmp_path: Path, tensors: dict[str, Tensor]) -> None:
    torch.manual_seed(5)
    joined = side_by_side([tiny_network(2), tiny_network(2)])
    gate = {name: tensor for name, tensor in tensors.items() if name.startswith("gate.")}
    card = a_card(input=SPEC, gate=GateSpec(1e9, 0.0), architecture_options={"members": 2, "shared": 0})
    save_bundle(tmp_path / "two", card, {**joined.state_dict(), **gate})
    bundle = load_bundle(tmp_path / "two")
    crops: list[int] = []
    second = bundle.network.stages[0].members[1]
    second.register_forward_pre_hook(lambda _, given: crops.append(len(given[0])))
    scorer = Scorer(bundle, "cpu")
    film = scorer.prepare(a_film())
    answer = scorer.score([film])[0]
    assert sum(crops) == 1 + len(answer.regions), "the whole film and what was found"
    seen = torch.from_numpy(joints.crop(film, answer.regions[0], card))[None]
    np.testing.assert_allclose(answer.logits, joined.eval()(preprocess.normalise(seen, SPEC))[0].detach(), atol=1e-4)


def hits(answer: Prediction, places: list[Place], film: Film) -> list[float]:
    rows, columns = film.shape
    boxes = [(r.row * rows, r.column * columns, r.height * rows, r.width * columns) for r in answer.regions]
    return [max((place.overlap(*box) for box in boxes), default=0.0) for place in places]


# -- preparation and squares -----------------------------------------------------------------------------------------


def test_a_film_for_a_region_keeps_its_proportions() -> None:
    film = np.full((5000, 1500), 40000, np.uint16)
    prepared = preprocess.prepare(film, SPEC)
    assert prepared.dtype == np.uint8
    assert prepared.size <= preprocess.FILM_PIXELS
    assert prepared.shape[0] / prepared.shape[1] == pytest.approx(5000 / 1500, rel=0.01)
    assert int(prepared[0, 0]) == 40000 >> 8
    small = np.zeros((30, 40), np.uint8)
    assert preprocess.prepare(small, SPEC).shape == (30, 40)
    assert preprocess.prepare(film, replace(SPEC, region="", equalise=None)).shape == (SIZE, SIZE)


@pytest.mark.parametrize("film", [np.zeros((4, 4, 3), np.uint8), np.zeros((0, 9), np.uint8), np.zeros((9, 9))])
def test_an_unprepared_film_is_refused(strict: Scorer, film: Film) -> None:
    with pytest.raises(ValueError, match="uint8 in rows and columns"):
        strict.score([film])


def test_equalising_a_film_is_equalising_its_crops() -> None:
    """The tiles keep their size: away from the edges a crop of the equalised film is the equalised crop."""
    rng = np.random.default_rng(8)
    waves = 110 + 40 * np.sin(np.arange(256) / 9)[:, None] + 40 * np.cos(np.arange(256) / 7)[None]
    film = np.clip(waves + rng.normal(0, 4, waves.shape), 0, 255).astype(np.uint8)
    clahe = Clahe(2.0, 8)
    whole = preprocess.equalised(film, clahe, 128)[64:192, 64:192].astype(int)
    alone = preprocess.equalised(np.ascontiguousarray(film[64:192, 64:192]), clahe, 128).astype(int)
    inner = slice(16, -16)
    assert np.abs(whole - alone)[inner, inner].mean() < 3
    assert np.abs(film[64:192, 64:192].astype(int) - alone)[inner, inner].mean() > 10
    np.testing.assert_array_equal(preprocess.equalised(film, None, 128), film)


def test_squares_stay_on_the_film() -> None:
    assert Square(10, 10, 40).within((100, 60)) == Square(20, 20, 40)
    assert Square(95, 55, 40).within((100, 60)) == Square(80, 40, 40)
    assert Square(50, 30, 90).within((100, 60)) == Square(50, 30, 60)
    assert Square(20, 20, 40).box((100, 60)) == (0, 0, 40, 40)
    assert Square(20, 20, 40).overlap(Square(20, 60, 40)) == 0
    assert Square(20, 20, 40).overlap(Square(20, 40, 40)) == pytest.approx(1 / 3)


def test_overlapping_places_are_one() -> None:
    first, same, other = Square(50, 50, 40), Square(54, 50, 44), Square(50, 120, 40)
    assert joints.apart([first, same, other]) == [first, other]


# -- the bundled model -----------------------------------------------------------------------------------------------


def test_real_knees_are_found_on_legs_and_chests_are_refused(shared_data: Path) -> None:
    folder = resource_dir("models") / "knee-osteoarthritis"
    if not folder.is_dir():
        pytest.skip("no knee model is bundled")
    scorer = Scorer(load_bundle(folder), "cpu")
    if not scorer.card.input.region:
        pytest.skip("the knee model judges whole films")
    rng = np.random.default_rng(3)
    files = iter(sorted((shared_data / "knee" / "val").glob("[0-3]/*"))[::37])
    shares = []
    for kind in KINDS:
        crops = [np.asarray(Image.open(next(files)).convert("L")) for _ in range(1 if kind == "one" else 2)]
        film, places = limb_film(crops, kind, rng)
        shares += hits(scorer.score([scorer.prepare(film)])[0], places, film)
    assert sum(share >= 0.5 for share in shares) >= len(shares) - 1
    chest = next(iter(sorted((shared_data / "chest-adult" / "nih").glob("*.jpg"))))
    refused = scorer.score([scorer.prepare(np.asarray(Image.open(chest).convert("L")))])[0]
    assert refused.refusal == joints.NOT_FOUND


def test_both_knees_of_the_demo_film_are_found() -> None:
    folder, film = resource_dir("models") / "knee-osteoarthritis", "demo-31-1.dcm"
    if not folder.is_dir():
        pytest.skip("no knee model is bundled")
    assert len(models.answer(folder, film, "cpu").regions) == 2
