"""The database of every released schema is opened by the present program: nothing is lost, all seals hold."""

from __future__ import annotations

import re
import sqlite3
from contextlib import chdir, closing
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from tests.store import dump_released as released
from xraydesk.research.agreement import agreement_of
from xraydesk.research.archive import Archive
from xraydesk.research.asked import question_of
from xraydesk.research.scene import look
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import Database
from xraydesk.store.migrations import applied, outdated, schema
from xraydesk.store.seals import _CHAINS, broken_seals, faults
from xraydesk.store.verdicts import VerdictLog

NEWEST = released.names()[-1]
BEFORE = [name for name in released.names() if name != NEWEST]
Rows = dict[str, list[dict[str, Any]]]


def rows_of(path: Path) -> Rows:
    """Return every table of a database but the list of its steps, row by row."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]
            for name in tables
            if not name.startswith(("_", "sqlite_"))
        }


def schema_of(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    found = connection.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(name, " ".join(sql.split())) for name, table, sql in found if table != schema.migrations_table}


def kappa(data_dir: Path) -> float:
    """Return how far Ada and Ben agree, as the researcher's tab has it."""
    with Archive.open(data_dir, author="Tester") as archive:
        snapshot = archive.load()
        scene = look(snapshot, question_of(snapshot, "", "", "", None))
        pair = agreement_of(scene).pair("Ada", "Ben")
    assert pair is not None
    return pair.kappa.value


@pytest.mark.parametrize("name", BEFORE)
def test_nothing_is_lost_and_all_seals_hold(name: str, tmp_path: Path) -> None:
    path = released.load(name, tmp_path)
    before = rows_of(path)
    assert before["verdicts"]
    assert outdated(path)
    with closing(Database.open(tmp_path)) as database:
        assert database.upgrade is not None
        with database.read() as connection:
            assert broken_seals(connection) == []
            assert faults(connection) == []
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        *entries, last = AuditLog(database).entries()
        verdicts = VerdictLog(database).all()
        copy = database.upgrade.copy
    after = rows_of(path)
    for table, rows in before.items():
        kept = [{column: row[column] for column in rows[0]} for row in after[table]] if rows else after[table]
        assert kept[: len(rows)] == rows, table
        assert len(kept) == len(rows) + (table == "audit"), table
    assert rows_of(copy) == before
    assert len(entries) == len(before["audit"])
    assert (last["actor"], last["action"], last["subject"]) == ("xraydesk", "upgrade", copy.name)
    assert [verdict.study_id for verdict in verdicts] == [row["study_id"] for row in before["verdicts"]]
    assert not outdated(path)


@pytest.mark.parametrize("name", released.names())
def test_reading_goes_on_behind_what_was_read(name: str, tmp_path: Path) -> None:
    released.load(name, tmp_path)
    with closing(Database.open(tmp_path)) as database:
        log = VerdictLog(database)
        given = log.record(released.draft(study_id="new", findings=(released.Finding("pneumonia", "present", 5),)))
        log.withdraw(given)
        assert log.verify() == []
        assert log.all()[-1].study_id == "new"


def test_agreement_is_what_it_was(tmp_path: Path) -> None:
    rows = rows_of(released.load("0003", tmp_path))["verdicts"]
    ada, ben = ({row["study_id"]: row["answer"] for row in rows if row["reader"] == name} for name in ("Ada", "Ben"))
    both = [(ada[study], ben[study]) for study in ada if "unsure" not in (ada[study], ben[study])]
    alike = sum(one == other for one, other in both) / len(both)
    ill = [sum(pair[n] == "abnormal" for pair in both) / len(both) for n in (0, 1)]
    chance = ill[0] * ill[1] + (1 - ill[0]) * (1 - ill[1])
    assert len(both) == 11
    assert kappa(tmp_path) == pytest.approx((alike - chance) / (1 - chance))


@pytest.mark.parametrize("name", released.names())
def test_a_released_step_is_never_edited(name: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(released.load(name, tmp_path))) as old:
        steps, found = applied(old), schema_of(old)
    fresh = sqlite_utils.Database(memory=True)
    fresh.execute("BEGIN")
    for step in schema._migrations:
        if step.name in steps:
            step.fn(fresh)
    assert schema_of(fresh.conn) == found
    fresh.close()


def test_every_table_has_rows_in_the_newest_dump(tmp_path: Path) -> None:
    rows = rows_of(released.load(NEWEST, tmp_path))
    assert [table for table, some in rows.items() if not some] == []
    assert rows.keys() >= _CHAINS.keys()


def test_the_present_schema_has_its_dump(tmp_path: Path) -> None:
    newest = schema._migrations[-1].name.partition("_")[0]
    assert newest in released.names(), "a step is new: python -m tests.store.dump_released keeps a database with it"
    with chdir(tmp_path):
        released.fill(tmp_path)
    assert all(rows_of(tmp_path / released.FILE_NAME).values())


def test_a_dump_names_no_machine() -> None:
    for name in released.names():
        text = (released.FOLDER / f"{name}.sql").read_text("utf-8")
        assert not re.search(r"'(?:/(?!films)\w|[A-Z]:\\)", text), name
