"""Answers to single findings, and verdicts that are taken back: rows are added, none is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlite_utils

from tests.store.test_verdicts import draft
from xraydesk.errors import StoreError
from xraydesk.store.audit import AuditLog, add
from xraydesk.store.chain import append
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.migrations import schema
from xraydesk.store.verdicts import Finding, VerdictLog, _content

SAID = (Finding("effusion", "present"), Finding("Knochenbrüche 肺", "unsure"), Finding("KL", "3"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path)
    yield database
    database.close()


def count(database: Database, table: str) -> int:
    with database.read() as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_findings_belong_to_their_verdict(database: Database) -> None:
    log = VerdictLog(database)
    first, second = log.record(draft(findings=SAID)), log.record(draft(answer="normal"))
    assert (first.findings, second.findings) == (SAID, ())
    assert log.all() == [first, second] == log.for_studies(["1.2.3"])
    assert log.verify() == []


def test_a_verdict_taken_back_stays_in_the_log(database: Database) -> None:
    log = VerdictLog(database)
    first, second = log.record(draft(findings=SAID)), log.record(draft(answer="normal"))
    back = log.withdraw(second)
    assert back.withdrawn is not None
    assert log.all() == [first, back]
    assert (count(database, "verdicts"), count(database, "withdrawals")) == (2, 1)
    assert AuditLog(database).entries()[-1]["action"] == "withdrawal"
    third = log.record(draft(answer="unsure"))
    assert [verdict.withdrawn is None for verdict in log.all()] == [True, False, True]
    assert third.number == 3
    assert log.verify() == []


def test_a_verdict_is_taken_back_once(database: Database) -> None:
    log = VerdictLog(database)
    made = log.record(draft())
    log.withdraw(made)
    with pytest.raises(StoreError, match="taken back before"):
        log.withdraw(made)
    assert count(database, "withdrawals") == 1


@pytest.mark.parametrize("table", ["findings", "withdrawals"])
def test_the_database_itself_refuses_changes(database: Database, table: str) -> None:
    log = VerdictLog(database)
    log.withdraw(log.record(draft(findings=SAID)))
    for statement in (f"UPDATE {table} SET number = 9", f"DELETE FROM {table}"):
        with pytest.raises(StoreError, match="never"):
            database.write(lambda db, s=statement: db.execute(s))


@pytest.mark.parametrize(
    ("table", "statement", "words"),
    [
        ("findings", "UPDATE findings SET answer = 'absent' WHERE number = 2", "findings of verdicts were changed"),
        ("findings", "DELETE FROM findings WHERE number = 3", "1 findings of verdicts that the audit log knows"),
        ("findings", "DELETE FROM findings", "1 findings of verdicts that the audit log knows are gone, from number 1"),
        ("withdrawals", "UPDATE withdrawals SET reader = 'x'", "withdrawals of verdicts were changed from outside"),
        ("withdrawals", "DELETE FROM withdrawals", "1 withdrawals of verdicts that the audit log knows are gone"),
    ],
)
def test_tampering_shows(tmp_path: Path, table: str, statement: str, words: str) -> None:
    database = Database.open(tmp_path)
    log = VerdictLog(database)
    log.withdraw(log.record(draft(findings=SAID)))
    database.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    for name in (f"{table}_keep", f"{table}_stay", statement):
        connection.execute(name if " " in name else f"DROP TRIGGER {name}")
    connection.commit()
    connection.close()
    database = Database.open(tmp_path)
    faults = [str(fault) for fault in VerdictLog(database).verify()]
    database.close()
    assert any(words in fault for fault in faults), faults


def test_verdicts_of_an_older_database_keep_their_seals(tmp_path: Path) -> None:
    old = sqlite_utils.Database(tmp_path / FILE_NAME)
    schema.apply(old, stop_before="0006_second_thoughts")
    placed = append(old, "verdicts", _content(draft(), datetime(2026, 1, 2, tzinfo=UTC)))
    add(old, "reader", "verdict", number=placed.number, hash=placed.hash)
    old.conn.commit()
    old.close()
    database = Database.open(tmp_path)
    log = VerdictLog(database)
    (verdict,) = log.all()
    assert (verdict.findings, verdict.withdrawn) == ((), None)
    assert log.withdraw(verdict).withdrawn is not None
    assert log.verify() == []
    database.close()
