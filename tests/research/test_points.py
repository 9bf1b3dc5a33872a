"""What a threshold does to a site's studies, and versions made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.research.made_up import Made, Room, make_room, opened
from xraydesk.errors import StoreError, XraydeskError
from xraydesk.research import points
from xraydesk.research.archive import Archive, name_of
from xraydesk.research.points import PointsStudy, study_of
from xraydesk.research.scene import Scene, first_question, look
from xraydesk.research.truth import Rule, TruthRule
from xraydesk.research.why import Why


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_room(tmp_path, tmp_path / "films")


@pytest.fixture
def archive(tmp_path: Path, made: Made) -> Iterator[Archive]:
    with opened(tmp_path) as archive:
        yield archive


def scene_of(archive: Archive) -> Scene:
    snapshot = archive.load()
    return look(snapshot, first_question(snapshot))


def study(archive: Archive) -> PointsStudy:
    found = study_of(scene_of(archive))
    assert isinstance(found, PointsStudy)
    return found


def test_a_threshold_says_who_is_read_first_and_who_waits(archive: Archive, made: Made) -> None:
    found = study(archive)
    place = {study: n for n, study in enumerate(made.study_ids)}
    truth = made.ill[[place[name] for name in found.study_ids.tolist()]]
    assert (found.truth == truth).all()
    at = found.at(0.4)
    below = found.score < 0.4
    assert (at.waiting, at.below) == (int((~below).sum()), int(below.sum()))
    assert at.abnormal_below == int(truth[below].sum())
    assert at.abnormal_share_below.value < at.abnormal_below_at_most < 1
    edges, normal, abnormal = points.histogram(found)
    assert (normal.sum(), abnormal.sum(), len(edges)) == ((~truth).sum(), truth.sum(), 21)


def test_points_by_bound_meet_it_and_no_further_threshold_does(archive: Archive) -> None:
    found = study(archive)
    low, high = found.by_bound("rule-out", 0.9), found.by_bound("rule-in", 0.9)
    assert low is not None
    assert high is not None
    assert low.sensitivity.low >= 0.9
    assert high.specificity.low >= 0.9
    for score in found.score[found.score > low.threshold]:
        assert found.result(float(score) + 1e-9).sensitivity.low < 0.9
    assert found.by_bound("rule-out", 0.9999) is None


def test_a_change_is_kept_with_what_it_gives_here(archive: Archive, made: Made) -> None:
    found = study(archive)
    card = points.change(archive, found, {"rule-out": 0.2}, "Ada", "too many waited")
    assert card.points_words.startswith("changed ")
    again = study(archive)
    assert again.card.held == card.held
    point = again.card.abnormal.point("rule-out")
    assert (point.threshold, point.sensitivity.value) == (0.2, found.result(0.2).sensitivity.value)
    assert card.held is not None
    assert (card.held.studies, card.held.abnormal) == (len(found.truth), found.abnormal)
    version = points.versions(archive, card)[0]
    assert version.evidence["truth"] == "reference"
    assert len(version.evidence["studies_sha256"]) == 64
    assert not set(made.study_ids) & set(map(str, version.evidence.values()))
    points.back_to_card(archive, card, "Ada", "it was better before")
    assert study(archive).card.labels == made.card.labels
    assert [version.kind for version in points.versions(archive, card)] == ["changed", "card"]


def test_what_cannot_be_kept_is_refused_in_a_sentence(archive: Archive) -> None:
    found = study(archive)
    with pytest.raises(XraydeskError, match="would lie above the rule-in threshold"):
        points.change(archive, found, {"rule-out": 0.999}, "Ada", "why not")
    with pytest.raises(StoreError, match="needs a name and a reason"):
        points.change(archive, found, {"rule-out": 0.2}, "Ada", "   ")
    assert points.versions(archive, found.card) == []


def test_nothing_to_say_is_said(archive: Archive) -> None:
    scene = scene_of(archive)
    assert study_of(replace(scene, answers=None)) is Why.NO_MODEL
    nothing, value = np.full(len(scene.cases), np.nan), scene.truth.value
    for truth, why in (
        (nothing, Why.NO_TRUTH),
        (np.where(value == 1, 1.0, np.nan), Why.NO_NORMAL),
        (np.where(value == 0, 0.0, np.nan), Why.NO_ABNORMAL),
    ):
        assert study_of(replace(scene, truth=replace(scene.truth, value=truth))) is why


def test_the_archive_tells_answers_by_the_version_that_holds(tmp_path: Path, made: Made) -> None:
    """Other thresholds leave the probabilities; what readers saw stays in the log."""
    with opened(tmp_path) as archive:
        before = study(archive)
        points.change(archive, before, {"rule-in": 0.97}, "Ada", "fewer alarms")
        after = study(archive)
        assert np.array_equal(before.score, after.score)
        answers = archive.load().answers[name_of(made.card)]
        assert answers.threshold("rule-in") == 0.97
        scene = look(archive.load(), first_question(archive.load()))
        assert study_of(replace(scene, truth=scene.snapshot.truth(TruthRule(Rule.MAJORITY)))) is not Why.NO_TRUTH


def test_a_small_room_without_reference_has_no_figures(tmp_path: Path) -> None:
    folder = tmp_path / "other"
    make_room(folder, folder / "films", Room(studies=5, readers={}, reference=False))
    with opened(folder) as archive:
        assert study_of(scene_of(archive)) is Why.NO_TRUTH
