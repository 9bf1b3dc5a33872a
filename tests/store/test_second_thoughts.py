"""Answers to single findings, and verdicts that are taken back: rows are added, none is changed."""

from __future__ import annotations

import sqlite3
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

SAID = (Finding("effusion", "present", 5), Finding("Knochenbrüche 肺", "unsure"), Finding("KL", "3", 1))


def count(database: Database, table: str) -> int:
    with database.read() as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_findings_belong_to_their_verdict(database: Database) -> None:
    log = VerdictLog(database)
    first, second = log.record(draft(findings=SAID)), log.record(draft(answer="normal"))
    assert (first.findings, second.findings) == (SAID, ())
    assert log.all() == [first, second] == log.for_studies(["1.2.3"])
    assert log.verify() == []


def test_a_finding_has_its_own_confidence_or_the_verdicts(database: Database) -> None:
    log = VerdictLog(database)
    log.record(draft(findings=SAID))
    (verdict,) = log.all()
    assert [finding.confidence for finding in verdict.findings] == [5, None, 1]
    assert [verdict.confidence_in(name) for name in ("effusion", "Knochenbrüche 肺", "KL", "")] == [5, 4, 1, 4]
    assert count(database, "finding_confidence") == 2
    with pytest.raises(ValueError, match="confidence must be 1 to 5, not 6"):
        draft(findings=(Finding("effusion", "present", 6),))


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


@pytest.mark.parametrize("table", ["findings", "finding_confidence", "withdrawals"])
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
        ("finding_confidence", "UPDATE finding_confidence SET confidence = 2", "confidences in findings were changed"),
        ("finding_confidence", "DELETE FROM finding_confidence", "1 confidences in findings that the audit log knows"),
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


def test_findings_of_an_older_database_keep_their_seals(tmp_path: Path) -> None:
    old = sqlite_utils.Database(tmp_path / FILE_NAME)
    schema.apply(old, stop_before="0009_finding_confidence")
    placed = append(old, "verdicts", _content(draft(), datetime(2026, 1, 2, tzinfo=UTC)))
    said = append(old, "findings", {"verdict": placed.number, "finding": "mass", "answer": "present"})
    add(old, "reader", "verdict", number=placed.number, hash=placed.hash, findings=said.hash)
    old.conn.commit()
    old.close()
    database = Database.open(tmp_path)
    log = VerdictLog(database)
    log.record(draft(findings=SAID))
    assert [verdict.findings for verdict in log.all()] == [(Finding("mass", "present"),), SAID]
    assert log.verify() == []
    database.close()
