"""A table of what is true: matched, read, previewed, written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.research.made_up import Made, Room, make_room, opened
from xraydesk.errors import TrainingError, XraydeskError
from xraydesk.research.archive import Archive
from xraydesk.research.reference_import import (
    FOLLOW_UP,
    Left,
    Preview,
    Reading,
    enter_follow_up,
    guess,
    preview,
    read_table,
    value_of,
    write,
)
from xraydesk.store.reference import ReferenceLog


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_room(tmp_path, tmp_path / "films", Room(studies=12, reference=False, readers={}))


@pytest.fixture
def archive(tmp_path: Path, made: Made) -> Iterator[Archive]:
    with opened(tmp_path) as archive:
        yield archive


def look(archive: Archive, folder: Path, text: str, **reading: object) -> Preview:
    file = folder / "truth.csv"
    file.write_text(text, "utf-8")
    table = read_table(file)
    found = archive.load()
    return preview(found.cases, table, Reading(table.columns[0], table.columns[1], **reading), found.reference)


def test_studies_are_found_by_id_file_name_path_and_name_without_ending(made, archive, tmp_path) -> None:
    names = (made.study_ids[0], "film-00001.png", "some/where/film-00002.png", "film-00003", r"C:\x\film-00004.png")
    shown = look(archive, tmp_path, "study,truth\n" + "\n".join(f"{name},yes" for name in names))
    assert [study for study, _ in shown.matched] == made.study_ids[:5]
    assert not shown.left_out


def test_an_accession_number_names_a_study_and_one_of_several_studies_none(made, archive, tmp_path) -> None:
    change = "UPDATE studies SET accession = ? WHERE study_id = ?"
    given = [("A1", made.study_ids[0]), ("A2", made.study_ids[1]), ("A2", made.study_ids[2])]
    archive.database.write(lambda db: db.conn.executemany(change, given))
    shown = look(archive, tmp_path, "acc,truth\nA1,1\nA2,1\n")
    assert shown.matched == ((made.study_ids[0], 1.0),)
    assert shown.left_out == {Left.SEVERAL: (3,)}


@pytest.mark.parametrize(
    ("text", "value"),
    [("Yes", 1), ("ABNORMAL", 1), ("1", 1), ("no finding", 0), ("Normal", 0), ("0.0", 0), ("3", 3), ("2,5", 2.5),
     ("perhaps", None), ("", None), ("-1", None), ("nan", None), ("inf", None)],
)  # fmt: skip
def test_words_and_grades(text: str, value: float | None) -> None:
    assert value_of(text, {}) == value
    assert value_of(text, {text.lower(): 0.0}) == 0  # what a person says comes first


def test_what_is_left_out_says_why_and_where(made, archive, tmp_path) -> None:
    first, second, third = made.study_ids[:3]
    text = f"study;truth\n{first};1\nnobody;1\n{second};perhaps\n{second};\n{third};1\n{third};0\n{first};1\n"
    shown = look(archive, tmp_path, text)
    assert shown.matched == ((first, 1.0),)
    assert shown.left_out == {Left.NO_STUDY: (3,), Left.WORD: (4,), Left.EMPTY: (5,), Left.CONTRADICTS: (6, 7)}
    assert shown.words["perhaps"] == (1, None)
    assert ReferenceLog(archive.database).all() == []  # a preview writes nothing


def test_a_person_says_what_a_word_means(made, archive, tmp_path) -> None:
    shown = look(archive, tmp_path, f"s,t\n{made.study_ids[0]},Perhaps\n", words={"perhaps": 1.0})
    assert shown.matched == ((made.study_ids[0], 1.0),)


def test_what_is_written_becomes_the_truth_and_the_same_table_again_writes_nothing(made, archive, tmp_path) -> None:
    text = "study,truth\n" + "\n".join(
        f"{study},{int(ill)}" for study, ill in zip(made.study_ids, made.ill, strict=True)
    )
    assert write(archive, look(archive, tmp_path, text)) == 12
    found = archive.load()
    assert found.sources == ("truth.csv",)
    assert found.truth(_all()).value.tolist() == made.ill.astype(float).tolist()
    again = look(archive, tmp_path, text)
    assert not again.matched
    assert again.left_out == {Left.SAME: tuple(range(2, 14))}
    assert write(archive, again) == 0
    changed = look(archive, tmp_path, f"study,truth\n{made.study_ids[0]},{int(not made.ill[0])}\n")
    assert (changed.replaces, len(changed.matched)) == (1, 1)


def test_follow_up_is_kept_beside_and_can_be_taken_back(made, archive) -> None:
    enter_follow_up(archive, made.study_ids[0], 1.0, "biopsy")
    (row,) = archive.load().reference
    assert (row.source, row.study_id, row.value, row.note, row.author) == (
        FOLLOW_UP,
        made.study_ids[0],
        1.0,
        "biopsy",
        "Tester",
    )
    enter_follow_up(archive, made.study_ids[0], None)
    assert archive.load().reference == ()
    assert len(ReferenceLog(archive.database).all()) == 2
    for study, value in (("", 1.0), (made.study_ids[0], float("nan")), (made.study_ids[0], -1.0)):
        with pytest.raises(XraydeskError, match="follow-up needs a study"):
            enter_follow_up(archive, study, value)


def test_columns_are_guessed_by_their_usual_names_and_wrong_ones_are_refused(made, archive, tmp_path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("when,StudyInstanceUID,diagnosis\n1,2,3\n")
    table = read_table(file)
    assert (guess(table).key, guess(table).value) == ("StudyInstanceUID", "diagnosis")
    with pytest.raises(XraydeskError, match='no column "x"'):
        preview(archive.load().cases, table, Reading("x", "diagnosis"))
    file.write_text("a,b,c\n1,2,3\n")
    assert (guess(read_table(file)).key, guess(read_table(file)).value) == ("a", "c")
    file.write_text("")
    with pytest.raises(TrainingError, match="no rows"):
        read_table(file)


def _all():
    from xraydesk.research.truth import TruthRule

    return TruthRule()
