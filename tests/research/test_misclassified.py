"""The confusion matrix by hand, the order of its cases, who else was right, and what people noted."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.research.made_up import Made, Room, make_room, opened
from xraydesk.research import error_marks
from xraydesk.research.archive import Archive
from xraydesk.research.confusion import Confusion, Judge, Kind, confusion, judges
from xraydesk.research.corrections import export_cases, export_corrections
from xraydesk.research.misclassified import Outcome, cases_of, others
from xraydesk.research.readings import ABNORMAL, NORMAL, UNSURE
from xraydesk.research.scene import Scene, first_question, look
from xraydesk.research.truth import Rule, TruthRule
from xraydesk.store.reference import FOLLOW_UP, ReferenceDraft, ReferenceLog
from xraydesk.training.corrections import read_corrections

DEFAULT = Judge(Kind.POINT, "default")


@pytest.fixture
def room(tmp_path: Path) -> Made:
    return make_room(tmp_path, tmp_path / "films", Room(studies=120, overlap=0.6, shift=-1.2))


@pytest.fixture
def archive(tmp_path: Path, room: Made) -> Iterator[Archive]:
    with opened(tmp_path) as archive:
        yield archive


@pytest.fixture
def scene(archive: Archive, room: Made) -> Scene:
    log = ReferenceLog(archive.database)  # of two studies nobody knows what is true
    log.record([ReferenceDraft("me", FOLLOW_UP, room.study_ids[n], "", float(not room.ill[n])) for n in (0, 1)])
    snapshot = archive.load()
    return look(snapshot, first_question(snapshot))


def test_everybody_can_be_judged(scene: Scene) -> None:
    names = [judge.name for judge in judges(scene)]
    assert set(names) == {"rule-out", "default", "rule-in", "", "Adler", "Brandt", "Conti"}
    assert [judge.kind for judge in judges(scene)][-3:] == [Kind.READER] * 3
    with pytest.raises(KeyError):
        confusion(scene, Judge(Kind.READER, "nobody"))


def test_the_model_s_matrix_is_what_a_hand_counts(scene: Scene, room: Made) -> None:
    matrix = confusion(scene, DEFAULT)
    assert scene.answers is not None
    known = np.arange(len(room.ill)) > 1
    judged = scene.answers.judged
    called = room.scores >= room.card.abnormal.point("default").threshold

    def count(rows: np.ndarray) -> list[int]:
        return [int((rows & judged & called).sum()), int((rows & judged & ~called).sum()), int((rows & ~judged).sum())]

    ill = room.ill.astype(bool)
    assert matrix.counts.tolist() == [count(known & ill), count(known & ~ill), count(~known)]
    assert matrix.counts.sum() == len(room.ill)  # nothing is hidden
    assert matrix.truths == ("abnormal", "normal", "not known")
    assert matrix.shares[0].sum() == pytest.approx(1)
    assert matrix.right[matrix.worst] == 0


def test_a_reader_s_matrix_has_unsure_and_not_read(scene: Scene) -> None:
    matrix = confusion(scene, Judge(Kind.READER, "Adler"))
    said, truth = scene.readings.last.answer[0], scene.truth.value
    columns = (ABNORMAL, NORMAL, UNSURE, -1)
    expected = [[int(((truth == ill) & (said == code)).sum()) for code in columns] for ill in (1, 0)]
    assert matrix.counts[:2].tolist() == expected
    assert matrix.answers == ("abnormal", "normal", "unsure", "not read")
    assert matrix.counts.sum() == len(said)


def test_bands_have_their_own_columns(scene: Scene) -> None:
    matrix = confusion(scene, Judge(Kind.BANDS))
    assert scene.answers is not None
    bands = [str(band) for band in scene.answers.bands()]
    assert matrix.counts.sum(0).tolist() == [bands.count(name) for name in matrix.answers]
    assert matrix.right[0].tolist() == [1, -1, 0, -1]  # a low band is a miss, an uncertain one is not


def test_the_most_wrong_stands_first(scene: Scene) -> None:
    matrix = confusion(scene, DEFAULT)
    misses = cases_of(scene, matrix, 0, 1)
    assert len(misses) > 2
    scores = [case.score for case in misses if case.score is not None]
    assert scores == sorted(scores)
    assert misses[0].wrong == pytest.approx(1 - scores[0])
    false_alarms = [case.score or 0 for case in cases_of(scene, matrix, 1, 0)]
    assert false_alarms == sorted(false_alarms, reverse=True)
    unknown = [abs((case.score or 0) - 0.5) for case in cases_of(scene, matrix, 2, 0)]
    assert unknown == sorted(unknown, reverse=True)


def test_a_reader_s_errors_go_by_confidence(scene: Scene) -> None:
    matrix = confusion(scene, Judge(Kind.READER, "Adler"))
    errors = cases_of(scene, matrix, 0, 1)
    confidence = [next(said.confidence for said in case.said if said.who == "Adler") for case in errors]
    assert len(confidence) > 1
    assert confidence == sorted(confidence, reverse=True)


def test_who_else_was_right(scene: Scene) -> None:
    misses = cases_of(scene, confusion(scene, DEFAULT), 0, 1)
    lines = {line.who: line for line in others(misses)}
    assert next(iter(lines)).startswith("chest-pneumonia@")
    assert lines[next(iter(lines))].wrong == len(misses)
    for number, reader in enumerate(scene.readings.readers):
        said = scene.readings.last.answer[number, [case.row for case in misses]]
        line = lines[reader]
        assert (line.right, line.wrong, line.open) == (
            (said == ABNORMAL).sum(), (said == NORMAL).sum(), (said == UNSURE).sum()
        )  # fmt: skip
        assert line.right + line.wrong + line.open + line.none == len(misses)
    unknown = cases_of(scene, confusion(scene, DEFAULT), 2, 0)
    assert all(said.outcome in {Outcome.OPEN, Outcome.NONE} for case in unknown for said in case.said)


def test_nothing_known_and_nobody_there_is_no_error(tmp_path: Path) -> None:
    make_room(tmp_path / "d", tmp_path / "f", Room(studies=8, readers={}, reference=False))
    with opened(tmp_path / "d") as archive:
        snapshot = archive.load()
        scene = look(snapshot, replace(first_question(snapshot), rule=TruthRule(Rule.MAJORITY)))
        matrix = confusion(scene, DEFAULT)
        assert matrix.counts[:2].sum() == 0
        assert matrix.counts.sum() == 8
        assert np.isfinite(matrix.shares).all()
        assert cases_of(scene, matrix, *matrix.worst) == []
        assert all(case.wrong is None for case in cases_of(scene, matrix, 2, 1))


def test_grades_have_the_whole_matrix(scene: Scene) -> None:
    matrix = graded(scene)
    assert matrix.truths == ("0", "1", "2", "3", "4", "not known")
    assert matrix.answers == ("0", "1", "2", "3", "4", "not judged")
    assert matrix.counts[3, 1] == 1  # said 1 where 3 is true
    assert matrix.counts[2, 2] == 1
    assert matrix.counts[5].sum() == len(scene.cases) - 2
    assert matrix.wrong[0] == pytest.approx((3 - 1.1) / 4)
    assert (matrix.right[3, 1], matrix.right[2, 2], matrix.right[0, 5]) == (0, 1, -1)


def graded(scene: Scene) -> Confusion:
    """Return the matrix of a model for grades of which two studies are known, 3 and 2, and were told 1.1 and 2."""
    assert scene.answers is not None
    n = len(scene.cases)
    chances = np.zeros((4, n))
    chances[:, 0], chances[:, 1] = (0.9, 0.2, 0, 0), (1, 1, 0, 0)
    answers = replace(scene.answers, probabilities={f"KL >= {k + 1}": chances[k] for k in range(4)})
    first = scene.snapshot.reference[0]
    known = [replace(first, source="kl.csv", label="", study_id=str(scene.cases.study_ids[row]), value=float(value))
             for row, value in ((0, 3), (1, 2))]  # fmt: skip
    snapshot = replace(scene.snapshot, reference=tuple(known))
    made = replace(scene, snapshot=snapshot, answers=answers)
    assert Judge(Kind.GRADE) in judges(made)
    return confusion(made, Judge(Kind.GRADE))


def test_marks_are_put_on_counted_and_taken_off(archive: Archive, scene: Scene, tmp_path: Path) -> None:
    found = cases_of(scene, confusion(scene, DEFAULT), 0, 1)
    first, second = found[0].marked, found[1].marked
    error_marks.put_tag(archive, first, "subtle")
    error_marks.put_tag(archive, first, "behind the heart")
    error_marks.put_tag(archive, second, "subtle")
    error_marks.put_tag(archive, second, "   ")
    error_marks.propose(archive, second, "", 1.0, 0.0, "=the film is normal")
    noted = error_marks.marks(archive)
    assert noted.tags_of(first) == ("subtle", "behind the heart")
    counted = noted.counted(case.marked for case in found)
    assert (counted["subtle"], counted["behind the heart"], counted["hardware"]) == (2, 1, 0)
    assert export_corrections(archive, tmp_path / "list.csv") == 1
    (row,) = read_corrections(tmp_path / "list.csv")
    assert (row.content_hash, row.new, row.label) == (second.image.content_hash, 0, "")
    assert export_cases(found, noted, tmp_path / "cases.csv") == len(found)
    lines = list(csv.DictReader((tmp_path / "cases.csv").read_text("utf-8-sig").splitlines()))
    assert [line["tags"] for line in lines[:3]] == ["subtle; behind the heart", "subtle", ""]
    assert lines[1]["proposed"] == "0"
    error_marks.take_tag(archive, first, "subtle")
    error_marks.take_back(archive, noted.proposals_of(second)[0])
    noted = error_marks.marks(archive)
    assert noted.tags_of(first) == ("behind the heart",)
    assert noted.proposals_of(second) == []
    assert export_corrections(archive, tmp_path / "list.csv") == 0
