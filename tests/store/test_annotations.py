"""What readers draw: the last row counts, no row is ever changed, and tampering shows."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from xraydesk.errors import StoreError
from xraydesk.imaging.measurements import Measurement, MeasurementKind
from xraydesk.store.annotations import AnnotationDraft, AnnotationLog
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.verdicts import VerdictLog

LINE = Measurement(MeasurementKind.LENGTH, ((1.25, 2.0), (30.1, 40.7)))
CURVE = Measurement(MeasurementKind.COBB, ((0.0, 0.0), (9.0, 1.0), (0.0, 50.0), (9.0, 47.0)))
FILM = "ab" * 32


def draft(**changes) -> AnnotationDraft:
    return replace(AnnotationDraft("Ada", "1.2.3", FILM, 0, "m1", LINE, removed=False), **changes)


def found(log: AnnotationLog, reader: str = "Ada", frame: int = 0, study: str = "1.2.3") -> dict[str, Measurement]:
    return {a.mark: a.measurement for a in log.of_image(FILM, frame, study, reader)}


def test_what_was_drawn_comes_back_exactly(database: Database) -> None:
    log = AnnotationLog(database)
    written = [log.record(draft()), log.record(draft(mark="m2", measurement=CURVE))]
    assert log.all() == written
    assert found(log) == {"m1": LINE, "m2": CURVE}


def test_each_reader_image_and_study_has_its_own(database: Database) -> None:
    log = AnnotationLog(database)
    log.record(draft())
    log.record(draft(reader="Bo", mark="m2"))
    log.record(draft(frame=1, mark="m3"))
    log.record(draft(study_id="9", mark="m4"))
    assert [set(found(log)), set(found(log, "Bo")), set(found(log, frame=1)), set(found(log, study="9"))] == [
        {"m1"},
        {"m2"},
        {"m3"},
        {"m4"},
    ]


def test_the_last_row_counts_and_all_rows_stay(database: Database) -> None:
    log = AnnotationLog(database)
    log.record(draft())
    moved = replace(LINE, points=((0.0, 0.0), (5.0, 5.0)))
    log.record(draft(measurement=moved))
    assert found(log) == {"m1": moved}
    log.record(draft(measurement=moved, removed=True))
    assert found(log) == {}
    log.record(draft(measurement=moved))  # the removal undone
    assert found(log) == {"m1": moved}
    assert [(a.number, a.removed) for a in log.all()] == [(1, False), (2, False), (3, True), (4, False)]


@pytest.mark.parametrize("statement", ["UPDATE annotations SET points = '[]'", "DELETE FROM annotations"])
def test_a_row_is_neither_changed_nor_deleted(database: Database, statement: str) -> None:
    AnnotationLog(database).record(draft())
    with pytest.raises(StoreError, match="never"):
        database.write(lambda db: db.execute(statement))


def test_tampering_is_seen(database: Database, tmp_path: Path) -> None:
    AnnotationLog(database).record(draft())
    assert VerdictLog(database).verify() == []
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.executescript("DROP TRIGGER annotations_keep; UPDATE annotations SET points = '[[0, 0], [1, 1]]'")
    connection.close()
    assert "annotations were changed" in str(VerdictLog(database).verify()[0])
