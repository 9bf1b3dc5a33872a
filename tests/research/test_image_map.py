"""Features on disk, maps on disk, new images on a kept map."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.research.made_up import Made, Room, bundled, make_room, opened
from xraydesk.errors import Cancelled, XraydeskError
from xraydesk.inference.card import HeldPoints, ModelCard, PointsKind
from xraydesk.research import image_map, map_file
from xraydesk.research.archive import Archive
from xraydesk.research.map_data import MapData, Said, map_data
from xraydesk.research.scene import Question, look
from xraydesk.research.truth import Rule, TruthRule
from xraydesk.store.database import Database
from xraydesk.store.features import FeatureStore, insert
from xraydesk.triage.assessment import Band
from xraydesk.triage.banding import band_of

MODEL = "ab" * 32


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make maps of few iterations."""
    monkeypatch.setattr(image_map, "embed", lambda parts, going: real_embed(parts, going=going, early=30, late=30))


real_embed = image_map.embed


def images(count: int, begin: int = 0) -> tuple[list[tuple[str, int]], NDArray[np.float16]]:
    """Return images of two groups by turns, and their features."""
    keys = [(f"{n:03}", 0) for n in range(begin, begin + count)]
    rng = np.random.default_rng(begin)
    groups = np.arange(begin, begin + count) % 2
    return keys, (rng.normal(0, 1, (count, 16)) + 8 * groups[:, None]).astype(np.float16)


def features_of(content_hash: str) -> NDArray[np.float16]:
    return np.frombuffer(bytes.fromhex(content_hash), np.uint8)[:12].astype(np.float16)


def keep_features(archive: Archive, card: ModelCard, contents: list[str]) -> None:
    key = FeatureStore(archive.database, card)._key
    rows = [(content, 0, key, features_of(content).tobytes()) for content in contents]
    archive.database.write(lambda db: insert(db, rows))


def data_of(archive: Archive, rule: TruthRule | None = None) -> MapData:
    found = map_data(archive, look(archive.load(), Question(rule=rule or TruthRule())))
    assert found is not None
    return found


@pytest.fixture
def room(tmp_path: Path) -> Made:
    return make_room(tmp_path / "data", tmp_path / "films", Room(studies=60))


def test_a_map_is_kept_and_opened_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys, features = images(40)
    made = image_map.lay_out(tmp_path, MODEL, keys, features)
    assert not made.placed.any()
    assert not made.note
    monkeypatch.setattr(image_map, "embed", None)
    order = np.random.default_rng(0).permutation(40)
    again = image_map.lay_out(tmp_path, MODEL, [keys[n] for n in order], features[order])
    assert (again.points == made.points[order]).all()
    assert not again.placed.any()
    assert again.explained == made.explained
    assert again.embedding.kl == made.embedding.kl


def test_images_that_came_later_are_placed_among_their_like(tmp_path: Path) -> None:
    keys, features = images(40)
    before = image_map.lay_out(tmp_path, MODEL, keys, features)
    more, theirs = images(50)
    after = image_map.lay_out(tmp_path, MODEL, more, np.concatenate([features, theirs[40:]]))
    assert after.placed.tolist() == [False] * 40 + [True] * 10
    assert (after.points[:40] == before.points).all()
    for n in range(40, 50):
        nearest = np.linalg.norm(before.points - after.points[n], axis=1).argmin()
        assert nearest % 2 == n % 2


def test_a_map_of_other_films_is_not_used(tmp_path: Path) -> None:
    keys, features = images(40)
    image_map.lay_out(tmp_path, MODEL, keys, features)
    others, theirs = images(60, begin=35)
    assert not image_map.lay_out(tmp_path, MODEL, others, theirs).placed.any()
    assert image_map.opened(tmp_path, "cd" * 32, keys) is None


def test_a_new_map_can_be_asked_for(tmp_path: Path) -> None:
    keys, features = images(40)
    image_map.lay_out(tmp_path, MODEL, keys, features)
    more, theirs = images(44)
    assert image_map.lay_out(tmp_path, MODEL, more, theirs).placed.sum() == 4
    assert not image_map.lay_out(tmp_path, MODEL, more, theirs, anew=True).placed.any()
    assert not image_map.lay_out(tmp_path, MODEL, more, theirs).placed.any(), "the map that knows all is taken"


@pytest.mark.parametrize("damage", ["cut", "no json", "other keys", "gone"])
def test_a_damaged_map_is_made_anew(tmp_path: Path, damage: str) -> None:
    keys, features = images(40)
    image_map.lay_out(tmp_path, MODEL, keys, features)
    (page,) = tmp_path.glob("*.json")
    numbers = page.with_suffix(".safetensors")
    if damage == "cut":
        numbers.write_bytes(numbers.read_bytes()[:-8])
    elif damage == "no json":
        page.write_bytes(b"{")
    elif damage == "other keys":
        page.write_text(json.dumps({**json.loads(page.read_text()), "keys": keys[:-1]}))
    else:
        numbers.unlink()
    assert image_map.opened(tmp_path, MODEL, keys) is None
    assert image_map.lay_out(tmp_path, MODEL, keys, features).points.shape == (40, 2)
    assert image_map.opened(tmp_path, MODEL, keys) is not None


def test_old_maps_go(tmp_path: Path) -> None:
    for count in range(20, 28):
        image_map.lay_out(tmp_path, MODEL, *images(count), anew=True)
    assert len(list(tmp_path.glob("*.json"))) == len(list(tmp_path.glob("*.safetensors"))) == map_file._KEPT


def test_a_map_that_cannot_be_kept_is_still_a_map(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = image_map.lay_out(tmp_path / "file", MODEL, *images(40))
    assert "cannot be kept" in made.note
    assert made.points.shape == (40, 2)


def test_stopped_work_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        image_map.lay_out(tmp_path, MODEL, *images(40), going=lambda share: share < 0.5)
    assert not list(tmp_path.iterdir())


def test_too_few_images_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(XraydeskError, match="at least 10 images"):
        image_map.lay_out(tmp_path, MODEL, *images(9))


def test_no_model_no_map(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    with opened(tmp_path) as archive:
        assert map_data(archive, look(archive.load(), Question())) is None


def test_each_image_has_what_is_known_of_it(tmp_path: Path, room: Made) -> None:
    with opened(tmp_path / "data") as archive:
        lacking = data_of(archive)
        assert (len(lacking.images), len(lacking.lacking)) == (0, 60)
        contents = [image.key[0] for image in lacking.lacking]
        keep_features(archive, room.card, contents[:50])
        found = data_of(archive)
        by_reader = data_of(archive, TruthRule(Rule.ONE, readers=("Adler",)))
    assert (len(found.images), len(found.lacking), found.features.shape) == (50, 10, (50, 12))
    assert found.limit == bundled().gate.distance_cutoff
    for row, image in enumerate(found.images):
        number = room.study_ids.index(image.study_id)
        assert (found.features[row] == features_of(image.key[0])).all()
        assert image.truth is (Said.ABNORMAL if room.ill[number] else Said.NORMAL)
        assert image.folder == tmp_path / "films"
        if image.score is None:
            assert (image.band, bool(image.reason)) == (Band.NOT_ASSESSED, True)
        else:
            assert image.score == pytest.approx(room.scores[number], abs=1e-6)
            assert image.band is band_of(image.score, room.card.abnormal)
    assert {image.verdict for image in found.images} >= {Said.ABNORMAL, Said.NORMAL, Said.DIVIDED}
    assert {image.truth for image in by_reader.images} >= {Said.ABNORMAL, Said.NORMAL, Said.NOTHING}


def test_features_of_another_length_are_not_mixed(tmp_path: Path, room: Made) -> None:
    with opened(tmp_path / "data") as archive:
        contents = [image.key[0] for image in data_of(archive).lacking]
        keep_features(archive, room.card, contents)
        key = FeatureStore(archive.database, room.card)._key
        odd = [(contents[0], 0, key, np.ones(3, np.float16).tobytes())]
        archive.database.write(lambda db: insert(db, odd))
        found = data_of(archive)
    assert (len(found.images), len(found.lacking)) == (59, 1)
    assert found.lacking[0].key[0] == contents[0]


def test_scores_and_bands_follow_the_calibration_that_holds_here(tmp_path: Path, room: Made) -> None:
    label = room.card.abnormal
    shifted = replace(label, calibration=replace(label.calibration, offset=label.calibration.offset + 3))
    points = HeldPoints(PointsKind.SITE, "Tester", datetime.now(UTC), "read here", room.card.labels)
    here = replace(room.card, labels=(shifted, *room.card.labels[1:]), held=points)
    with opened(tmp_path / "data") as archive:
        scene = look(archive.load(), Question())
        assert scene.answers is not None
        before = map_data(archive, scene)
        after = map_data(archive, replace(scene, answers=replace(scene.answers, card=here)))
    assert before is not None
    assert after is not None
    assert after.model_key == before.model_key
    for one, other in zip(before.lacking, after.lacking, strict=True):
        if one.score is not None and other.score is not None:
            odds = [score / (1 - score) for score in (one.score, other.score)]
            assert np.log(odds[1] / odds[0]) == pytest.approx(3, abs=0.01)
            assert other.band is band_of(other.score, shifted)
