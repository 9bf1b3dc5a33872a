"""Studies, answers, readings and truth as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from tests.research.made_up import Habits, Made, Room, content_of, make_room, opened
from tests.store.test_verdicts import draft
from tests.triage import fakes
from xraydesk.imaging.study import ScanResult, Study
from xraydesk.research.answers import Heard
from xraydesk.research.archive import Archive, Snapshot, name_of
from xraydesk.research.readings import ABNORMAL, NONE, NORMAL, UNSURE
from xraydesk.research.truth import Rule, TruthRule
from xraydesk.store.database import Database
from xraydesk.store.reference import ABNORMAL as WHOLE
from xraydesk.store.reference import FOLLOW_UP, ReferenceDraft, ReferenceLog
from xraydesk.store.studies import insert_hashes, insert_scan
from xraydesk.store.verdicts import Finding, VerdictLog


@pytest.fixture
def room(tmp_path: Path) -> Made:
    return make_room(tmp_path, tmp_path / "films")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with opened(tmp_path) as archive:
        yield archive


def test_a_room_comes_back_as_it_was_made(room: Made, archive: Archive) -> None:
    found = archive.load()
    assert found.cases.study_ids.tolist() == room.study_ids
    assert set(found.cases.body_parts.tolist()) == {"CHEST"}
    assert found.cases.taken[0] < found.cases.taken[-1]
    answers = found.answers[name_of(room.card)]
    assert np.allclose(answers.score[answers.judged], room.scores[answers.judged])
    assert 0 < (answers.heard == Heard.REFUSED).sum() < 30
    assert np.isnan(answers.score[answers.heard == Heard.REFUSED]).all()
    assert all(answers.reasons[row] for row in np.flatnonzero(answers.heard == Heard.REFUSED))


def test_an_empty_archive_is_no_error(archive: Archive) -> None:
    found = archive.load()
    assert (len(found.cases), found.verdicts, found.reference, dict(found.answers)) == (0, (), (), {})
    readings = found.readings()
    assert readings.readers == ()
    assert found.truth(TruthRule(Rule.MAJORITY)).value.shape == (0,)
    assert found.truth(TruthRule(Rule.ONE)).value.shape == (0,)


def test_readers_keep_their_verdicts_apart(room: Made, archive: Archive) -> None:
    readings = archive.load().readings()
    assert readings.readers == ("Adler", "Brandt", "Conti")
    assert readings.given[1].sum() > readings.given[2].sum()
    blind = readings.before.answer != NONE
    assert blind[1].any()
    assert not blind[[0, 2]].any()
    assert ((readings.after.answer != NONE) == blind).all()
    assert readings.corrections.sum() == 0
    assert readings.unmatched == 0


def test_the_rating_is_one_scale(room: Made, archive: Archive) -> None:
    said = archive.load().readings().last
    assert (said.rating[said.answer == UNSURE] == 6).all()
    assert said.rating[said.answer == NORMAL].max() <= 5
    assert said.rating[said.answer == ABNORMAL].min() >= 7
    sure = (said.answer == ABNORMAL) & (said.confidence == 5)
    assert (said.rating[sure] == 11).all()
    assert (said.rating[said.answer == NONE] == NONE).all()


def test_the_reference_is_true_unless_it_contradicts_itself(room: Made, archive: Archive) -> None:
    log = ReferenceLog(archive.database)
    first = room.study_ids[0]
    assert (archive.load().truth(TruthRule()).value == room.ill).all()
    log.record([ReferenceDraft("me", FOLLOW_UP, first, WHOLE, float(not room.ill[0]))])
    truth = archive.load().truth(TruthRule())
    assert np.isnan(truth.value[0])
    assert truth.contradicted.tolist() == [True, *([False] * (len(room.ill) - 1))]
    only = archive.load().truth(TruthRule(source=FOLLOW_UP))
    assert (only.value[0], only.known.sum()) == (float(not room.ill[0]), 1)
    log.record([ReferenceDraft("me", FOLLOW_UP, first, WHOLE, None, "entered for the wrong study")])
    assert archive.load().truth(TruthRule()).value[0] == room.ill[0]
    assert VerdictLog(archive.database).verify() == []


def votes(tmp_path: Path, *answers: str) -> Snapshot:
    """Return the archive of one study on which each of several readers gave one answer."""
    database = Database.open(tmp_path)
    try:
        study = Study("1.2.3", (fakes.instance(tmp_path / "x.png"),))
        database.write(lambda db: insert_scan(db, ScanResult(tmp_path, (study,), ())))
        database.write(lambda db: insert_hashes(db, [(str(tmp_path / "x.png"), 1, 1, content_of(study))]))
        for number, answer in enumerate(answers):
            made = replace(draft(answer=answer), reader=f"r{number}", images=(content_of(study),))
            VerdictLog(database).record(made)
        return Archive(database, tmp_path).load()
    finally:
        database.close()


@pytest.mark.parametrize(
    ("rule", "answers", "value"),
    [
        (Rule.MAJORITY, ("abnormal", "abnormal", "normal"), 1),
        (Rule.MAJORITY, ("abnormal", "normal"), None),
        (Rule.MAJORITY, ("normal", "unsure"), 0),
        (Rule.TWO, ("abnormal", "abnormal"), 1),
        (Rule.TWO, ("abnormal", "abnormal", "normal"), None),
        (Rule.TWO, ("normal", "unsure"), None),
        (Rule.TWO, ("normal", "unsure", "normal"), 0),
        (Rule.ALL, ("normal", "unsure", "normal"), None),
        (Rule.ALL, ("normal", "normal"), 0),
        (Rule.ALL, ("normal",), None),
        (Rule.ONE, ("normal", "abnormal"), 0),
        (Rule.ONE, ("unsure", "abnormal"), None),
    ],
)
def test_rules_of_consensus(tmp_path: Path, rule: Rule, answers: tuple[str, ...], value: int | None) -> None:
    found = votes(tmp_path, *answers).truth(TruthRule(rule)).value
    assert np.isnan(found[0]) if value is None else found[0] == value


def test_a_verdict_on_other_films_is_not_this_study_s(tmp_path: Path) -> None:
    made = make_room(tmp_path, tmp_path / "films", Room(studies=3, readers={}))
    with opened(tmp_path) as archive:
        VerdictLog(archive.database).record(replace(draft(), study_id=made.study_ids[0], images=("ff" * 32,)))
        readings = archive.load().readings()
    assert (readings.unmatched, int(readings.given.sum())) == (1, 0)


def test_a_corrected_verdict_counts_once(tmp_path: Path) -> None:
    made = make_room(tmp_path, tmp_path / "films", Room(studies=3, readers={}))
    with opened(tmp_path) as archive:
        log = VerdictLog(archive.database)
        said = replace(draft(), study_id=made.study_ids[0], images=(), findings=(Finding("pneumonia", "present"),))
        log.record(replace(said, answer="normal", findings=()))
        log.record(replace(said, answer="abnormal"))
        log.withdraw(log.record(replace(said, answer="normal")))
        found = archive.load()
    readings = found.readings()
    assert (readings.last.answer[0, 0], readings.corrections[0, 0]) == (ABNORMAL, 1)
    assert found.findings == ("pneumonia",)
    assert found.readings("pneumonia").last.answer[0].tolist() == [ABNORMAL, NONE, NONE]


def test_the_same_study_in_two_folders_is_one_case(tmp_path: Path) -> None:
    make_room(tmp_path, tmp_path / "films", Room(studies=5, readers={"A": Habits(skips=0)}))
    with opened(tmp_path) as archive:
        study = Study("1.2.826.0.1.1", (fakes.instance(tmp_path / "copy.png"),))
        other = Study("1.2.826.0.1.2", (fakes.instance(tmp_path / "other.png"),))
        rows = [(str(tmp_path / "copy.png"), 1, 1, content_of(study)), (str(tmp_path / "other.png"), 1, 1, "ee" * 32)]
        archive.database.write(lambda db: insert_scan(db, ScanResult(tmp_path, (study, other), ())))
        archive.database.write(lambda db: insert_hashes(db, rows))
        found = archive.load()
    assert len(found.cases) == 6  # the copy is the same case, other films by the same name are not
    assert found.cases.folders[0] == tmp_path
    assert found.cases.study_ids.tolist().count("1.2.826.0.1.2") == 2
    assert found.readings().given.sum() == 5


def test_times_are_those_of_the_log(room: Made, archive: Archive) -> None:
    readings = archive.load().readings()
    first = readings.last.at[readings.given].min()
    assert first >= np.datetime64(datetime(2026, 1, 5, tzinfo=UTC).replace(tzinfo=None))
