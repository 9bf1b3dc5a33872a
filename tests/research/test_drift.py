"""Drift: weeks, limits and sentences, checked against what was made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.research.made_up import Habits, Room, make_room, opened
from xraydesk.research.answers import Heard
from xraydesk.research.drift import FEWEST, Clock, Drift, Measure, NoLimits, drift_of
from xraydesk.research.drift_words import LEFT, NO_ALARM, NO_LIMITS, NO_STUDIES, ONE_SIDE, sentences
from xraydesk.research.scene import Scene, first_question, look
from xraydesk.research.why import Why


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("year")
    make_room(folder, folder / "films", Room(studies=1500, weeks=30))
    with opened(folder) as archive:
        snapshot = archive.load()
    return look(snapshot, first_question(snapshot))


def series(drift: Drift, measure: Measure):
    return next(one for one in drift.series if one.measure is measure)


def test_weeks_begin_on_mondays_and_have_no_gaps(year: Scene) -> None:
    drift = drift_of(year)
    assert {str(day.astype(object).strftime("%a")) for day in drift.weeks} == {"Mon"}
    assert set(np.diff(drift.weeks).astype(int)) == {7}
    assert drift.weeks[0] == np.datetime64("2026-01-05")
    assert sum(series(drift, Measure.STUDIES).of) == len(year.cases)


def test_shares_are_those_counted_by_hand(year: Scene) -> None:
    drift = drift_of(year)
    week = drift.weeks[4]
    rows = (year.cases.taken >= week) & (year.cases.taken < week + np.timedelta64(7, "D"))
    heard = year.answers.heard[rows]
    refused = series(drift, Measure.REFUSED)
    assert refused.of[4] == (heard >= 0).sum()
    assert refused.chart.value[4] == pytest.approx((heard == Heard.REFUSED).sum() / (heard >= 0).sum())
    assert series(drift, Measure.SCORE).chart.value[4] == pytest.approx(np.nanmean(year.answers.score[rows]))
    calls = year.answers.called(year.answers.threshold())[rows]
    same = total = pairs = alike = 0
    for case, said in enumerate(year.readings.last.answer[:, rows].T):
        given = [answer for answer in said if answer in (0, 1)]
        if year.answers.judged[rows][case]:
            same, total = same + sum(answer == calls[case] for answer in given), total + len(given)
        for n, one in enumerate(given):
            pairs, alike = pairs + len(given[n + 1 :]), alike + sum(one == other for other in given[n + 1 :])
    assert series(drift, Measure.WITH_MODEL).chart.value[4] == pytest.approx(same / total)
    assert series(drift, Measure.AMONG_READERS).chart.value[4] == pytest.approx(alike / pairs)


def test_a_steady_year_is_left_in_peace_and_a_changed_one_is_not(year: Scene) -> None:
    steady = drift_of(year, 20)
    assert len([alarm for alarm in steady.alarms if not alarm.run]) <= 2  # of 7 x 30 points
    late = year.cases.taken > np.datetime64("2026-06-29")
    heard = np.where(late & (np.arange(len(late)) % 3 == 0), Heard.REFUSED, year.answers.heard).astype(np.int8)
    changed = drift_of(replace(year, answers=replace(year.answers, heard=heard)), 20)
    weeks = {alarm.week for alarm in changed.alarms if alarm.measure is Measure.REFUSED}
    assert weeks >= set(changed.weeks[changed.weeks >= np.datetime64("2026-06-29")][:-1])  # the last is not over
    said = sentences(changed)
    assert "2026-07-27" in said[0]
    assert any(s.startswith("In the week of 2026-06-29 the share of refused films (") for s in said)
    assert "nan" not in " ".join(said).lower()


def test_the_baseline_is_what_limits_are_made_of(year: Scene) -> None:
    short, long = drift_of(year, 8), drift_of(year, 24)
    assert short.series[0].chart.baseline == 8
    assert long.series[0].chart.baseline == 24
    with pytest.raises(ValueError, match="one week at least"):
        drift_of(year, 0)


def test_dates_that_cannot_be_are_left_out_and_said(year: Scene) -> None:
    taken = year.cases.taken.copy()
    taken[3], taken[5] = np.datetime64("1950-01-01T00:00:00"), np.datetime64("2099-01-01T00:00:00")
    drift = drift_of(replace(year, cases=replace(year.cases, taken=taken)))
    assert drift.left_out == 2
    assert len(drift.weeks) == len(drift_of(year).weeks)
    assert sentences(drift)[-1].endswith("others': 2.")


def test_too_little_is_a_sentence(year: Scene, tmp_path: Path) -> None:
    few = drift_of(year, 7)
    assert {one.why for one in few.series} == {NoLimits.FEW_WEEKS}
    assert sentences(few) == [NO_LIMITS.format(fewest=FEWEST)]
    make_room(tmp_path, tmp_path / "films", Room(studies=12, weeks=4, readers={"Alone": Habits()}))
    with opened(tmp_path) as archive:
        snapshot = archive.load()
    scene = look(snapshot, first_question(snapshot))
    drift = drift_of(scene)
    assert series(drift, Measure.AMONG_READERS).why is Why.ONE_READER
    assert not drift.alarms
    nobody = np.zeros(len(scene.cases), bool)
    empty = replace(scene, cases=scene.cases.take(nobody), answers=None,
                    readings=snapshot.__class__(scene.cases.take(nobody), (), ()).readings())  # fmt: skip
    nothing = drift_of(empty)
    assert sentences(nothing) == [NO_STUDIES]
    assert all(one.chart is None for one in nothing.series)


def test_another_clock_and_every_sentence(year: Scene) -> None:
    assert len(drift_of(year, clock=Clock.SEEN).weeks) == len(drift_of(year).weeks)
    assert set(LEFT) == set(ONE_SIDE) == set(Measure)
    quiet = replace(drift_of(year, 20), alarms=())
    assert sentences(quiet) == [NO_ALARM]
