"""One snapshot seen through one question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.research.made_up import Room, make_room, opened
from xraydesk.research.archive import name_of
from xraydesk.research.scene import Question, first_question, look
from xraydesk.research.truth import Rule, TruthRule


def test_a_question_may_be_of_one_folder(tmp_path: Path) -> None:
    made = make_room(tmp_path, tmp_path / "films", Room(studies=30))
    with opened(tmp_path) as archive:
        found = archive.load()
    whole = look(found, Question())
    assert whole.answers is not None
    assert len(whole.cases) == 30
    here = look(found, Question(folder=tmp_path / "films"))
    assert here.answers is not None
    assert np.array_equal(here.answers.score, whole.answers.score, equal_nan=True)
    assert np.array_equal(here.truth.value, made.ill)
    away = look(found, Question(folder=tmp_path))
    assert away.answers is not None
    assert (len(away.cases), away.answers.score.shape, away.truth.value.shape) == (0, (0,), (0,))
    assert away.readings.last.answer.shape == (0, 0) or away.readings.given.sum() == 0


def test_some_cases_keep_their_answers(tmp_path: Path) -> None:
    make_room(tmp_path, tmp_path / "films", Room(studies=10))
    with opened(tmp_path) as archive:
        whole = look(archive.load(), Question())
    assert whole.answers is not None
    rows = np.array([7, 2])
    some, cases = whole.answers.take(rows), whole.cases.take(rows)
    assert np.array_equal(some.score, whole.answers.score[rows], equal_nan=True)
    assert cases.study_ids.tolist() == whole.cases.study_ids[rows].tolist()
    assert cases.images == (whole.cases.images[7], whole.cases.images[2])
    assert some.reasons == (whole.answers.reasons[7], whole.answers.reasons[2])


def test_it_begins_with_what_is_there(tmp_path: Path) -> None:
    made = make_room(tmp_path / "with", tmp_path / "films")
    make_room(tmp_path / "without", tmp_path / "films", Room(reference=False))
    with opened(tmp_path / "with") as archive:
        assert first_question(archive.load()) == Question(name_of(made.card), TruthRule(Rule.REFERENCE))
    with opened(tmp_path / "without") as archive:
        found = archive.load()
    begun = first_question(found)
    assert begun.rule.rule is Rule.MAJORITY
    assert look(found, replace(begun, model="gone")).answers is not None
