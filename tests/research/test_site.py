"""Site calibration: a sample that does not look at the score, and what it says of the card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.research.made_up import Habits, Made, Room, bundled, make_room, opened
from xraydesk.errors import XraydeskError
from xraydesk.evaluation.calibration import platt
from xraydesk.inference.card import PointName
from xraydesk.research import sampling, site
from xraydesk.research.archive import Archive, name_of
from xraydesk.research.points import versions
from xraydesk.research.sampling import Plan, Wish, draw, drawn_from, plan_of, pool_of, progress_of, sample_of
from xraydesk.research.scene import Question, Scene, first_question, look
from xraydesk.research.site import Holds, Targets, derive, keep_for_site
from xraydesk.research.truth import Rule, Truth, TruthRule

SHIFTED = Room(studies=400, prevalence=0.3, overlap=2.0, shift=2.5, readers={})
WISH = Wish()


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_room(tmp_path, tmp_path / "films", SHIFTED)


@pytest.fixture
def archive(tmp_path: Path, made: Made) -> Iterator[Archive]:
    with opened(tmp_path) as archive:
        yield archive


def scene_of(archive: Archive) -> Scene:
    snapshot = archive.load()
    return look(snapshot, first_question(snapshot))


def test_a_plan_says_how_many_of_both_kinds() -> None:
    plan = plan_of(WISH)
    assert plan == Plan(plan.studies, plan.abnormal, plan.normal)
    assert plan.studies > plan.abnormal / WISH.prevalence  # to be likely enough, not only on average
    wider, rarer = plan_of(replace(WISH, half_width=0.1)), plan_of(replace(WISH, prevalence=0.05))
    assert wider.studies < plan.studies < rarer.studies
    with pytest.raises(XraydeskError, match="No number of studies"):
        plan_of(replace(WISH, prevalence=0.0))


def test_every_study_is_as_likely_to_be_drawn_whatever_its_score(archive: Archive) -> None:
    """Over many draws the studies drawn have the ranks of all: a chi-squared test of ten groups by score."""
    scene = scene_of(archive)
    assert scene.answers is not None
    pool = pool_of(scene)
    score = dict(zip(scene.cases.study_ids.tolist(), scene.answers.score.tolist(), strict=True))
    ranked = {study: rank for rank, study in enumerate(sorted(pool, key=lambda study: score[study]))}
    counts = np.zeros(10)
    for seed in range(200):
        for study in drawn_from(pool, 50, seed):
            counts[10 * ranked[study] // len(pool)] += 1
    sizes = np.bincount([10 * rank // len(pool) for rank in ranked.values()], minlength=10)
    expected = counts.sum() * sizes / len(pool)
    assert float(((counts - expected) ** 2 / expected).sum()) < 27.9  # the 99.9th percentile of 9 degrees
    places = np.array([[ranked[study] for study in drawn_from(pool, 50, seed)] for seed in range(200)])
    assert abs(places[:, 0].mean() / len(pool) - 0.5) < 0.08  # nor does the order to read them follow the score
    other = replace(scene, answers=replace(scene.answers, score=scene.answers.score[::-1].copy()))
    assert pool_of(other) == pool


def test_a_draw_is_kept_and_a_second_adds_others(archive: Archive) -> None:
    scene = scene_of(archive)
    first = draw(archive, scene, 30, WISH, seed=5)
    assert first.study_ids == drawn_from(pool_of(scene), 30, 5)
    second = draw(archive, scene, 20, WISH)
    assert second.study_ids[:30] == first.study_ids
    assert len(set(second.study_ids)) == 50
    assert scene.answers is not None
    assert sample_of(archive, scene.answers.card) == second
    assert draw(archive, scene, 10, WISH, anew=True).study_ids != first.study_ids[:10]
    assert len(sample_of(archive, scene.answers.card).study_ids) == 10
    with pytest.raises(XraydeskError, match="no study left"):
        draw(archive, scene, 0, WISH)


def test_progress_counts_what_is_read_and_says_what_to_read_next(archive: Archive) -> None:
    scene = scene_of(archive)
    sample = draw(archive, scene, 40, WISH, seed=1)
    rows = sampling.rows_of(scene, sample)
    value = scene.truth.value.copy()
    value[rows[10:]] = np.nan
    half = replace(scene, truth=replace(scene.truth, value=value))
    progress = progress_of(half, sample)
    assert (progress.drawn, progress.read, progress.gone) == (40, 10, 0)
    assert [study for study, _ in progress.waiting] == list(sample.study_ids[10:])
    assert progress.abnormal == int((value[rows[:10]] == 1).sum())


def test_a_shifted_site_is_found_and_mended(archive: Archive, made: Made) -> None:
    scene = scene_of(archive)
    sample = draw(archive, scene, 300, WISH, seed=2)
    result = derive(scene, sample, Targets(0.9, 0.85))
    found = {point.name: point for point in result.compared}
    assert found["default"].specificity is Holds.LOWER  # half of the healthy are called ill
    assert not result.holds
    assert (found["default"].promised, result.unread) == (made.card.abnormal.point("default"), 0)
    first = result.labels[0]
    assert (first.calibration.slope, first.calibration.offset) == platt(result.study.truth, result.study.logit)
    assert first.point(PointName.RULE_OUT).sensitivity.low >= 0.9
    assert first.point(PointName.RULE_IN).specificity.low >= 0.85
    assert set(result.study.study_ids.tolist()) <= set(sample.study_ids)
    card = keep_for_site(archive, result, "Ada", "films of our own room")
    assert card.checked_here
    after = scene_of(archive)
    assert after.answers is not None
    assert after.answers.card.held == card.held
    judged = after.answers.judged
    expected = site.probability(after.answers.logit[judged], first.calibration)
    assert np.allclose(after.answers.score[judged], expected, atol=1e-6)
    assert np.array_equal(after.answers.logit, scene.answers.logit, equal_nan=True)
    again = derive(after, sample, Targets(0.9, 0.85))  # compared with the card, whatever holds now
    assert again.labels == result.labels
    assert [point.here for point in again.compared] == [point.here for point in result.compared]


def test_the_default_point_may_stay_at_the_same_output(archive: Archive, made: Made) -> None:
    scene = scene_of(archive)
    result = derive(scene, draw(archive, scene, 300, WISH, seed=2), Targets(0.8, 0.05, keep_default=True))
    old, new = made.card.abnormal, result.labels[0]
    p = site.probability(result.study.logit, new.calibration)
    card_p = site.probability(result.study.logit, old.calibration)
    kept = new.point("default").threshold
    assert new.point("rule-out").threshold < kept < new.point("rule-in").threshold
    assert ((p >= kept) == (card_p >= old.point("default").threshold)).all()


@pytest.mark.parametrize("blind", [True, False])
def test_readings_that_were_not_blind_are_said_to_be(tmp_path: Path, blind: bool) -> None:
    """Whoever had the model's answer in sight cannot check it: the figures stand, and the evidence says so."""
    room = replace(SHIFTED, readers={"Ada": Habits(0.97, 0.97, 0.0, 0.0, blind=blind)}, reference=False)
    make_room(tmp_path, tmp_path / "films", room)
    with opened(tmp_path) as archive:
        snapshot = archive.load()
        scene = look(snapshot, Question(rule=TruthRule(Rule.ONE, readers=("Ada",))))
        sample = draw(archive, scene, 300, WISH, seed=2)
        progress, result = progress_of(scene, sample), derive(scene, sample, Targets(0.8, 0.5))
        assert progress.seen == result.seen == (0 if blind else progress.read)
        assert (progress.read, len(progress.studies)) == (300, 300)
        card = keep_for_site(archive, result, "Ada", "our own films")
        assert card.held is not None
        assert versions(archive, card)[-1].evidence["not_blind"] == result.seen
        imported = Truth(scene.truth.value, TruthRule(), scene.truth.contradicted)
        assert not progress_of(replace(scene, truth=imported), sample).seen  # nobody's reading


def test_a_model_for_grades_keeps_its_curves(tmp_path: Path) -> None:
    folder = tmp_path / "knees"
    make_room(folder, folder / "films", SHIFTED, card=bundled("knee-osteoarthritis"))
    with opened(folder) as archive:
        scene = scene_of(archive)
        result = derive(scene, draw(archive, scene, 250, WISH, seed=2), Targets(0.9, 0.85))
        assert not result.recalibrated
        assert scene.answers is not None
        given = scene.answers.card.labels
        assert [label.calibration for label in result.labels] == [label.calibration for label in given]
        assert result.labels[0].operating_points != given[0].operating_points


def test_refusals_are_sentences(archive: Archive) -> None:
    scene = scene_of(archive)
    assert scene.answers is not None
    with pytest.raises(XraydeskError, match="No sample was drawn yet"):
        derive(scene, sample_of(archive, scene.answers.card))
    sample = draw(archive, scene, 30, WISH, seed=4)
    with pytest.raises(XraydeskError, match=r"The sample is too small: .* are abnormal and .* normal"):
        derive(scene, sample)
    ill = replace(scene, truth=replace(scene.truth, value=np.where(scene.truth.value == 1, 1.0, np.nan)))
    with pytest.raises(XraydeskError, match="None of these studies is normal"):
        derive(ill, sample)
    unknown = replace(scene, truth=replace(scene.truth, value=np.full(len(scene.cases), np.nan)))
    with pytest.raises(XraydeskError, match="Of no study is it known"):
        derive(unknown, sample)
    sample = draw(archive, scene, 100, WISH, seed=4)
    with pytest.raises(XraydeskError, match=r"lower bound of sensitivity reaches 99 % .* at least 381 abnormal"):
        derive(scene, sample, Targets(0.99, 0.8))
    turned = replace(scene, answers=replace(scene.answers, logit=-scene.answers.logit))
    with pytest.raises(XraydeskError, match="no better than chance"):
        derive(turned, sample)
    assert name_of(scene.answers.card) in scene.snapshot.answers
