"""Whatever is done to the file is told row by row: changed, removed, moved, cut off, put in, sealed anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.test_verdicts import draft, forge
from xraydesk.store.chain import seal
from xraydesk.store.chain_faults import row_faults, spans
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.seals import fault_words, faults, newest_entry
from xraydesk.store.verdicts import Finding, VerdictLog

SWAP = (
    "UPDATE {t} SET number = -1 WHERE number = {a}",
    "UPDATE {t} SET number = {a} WHERE number = {b}",
    "UPDATE {t} SET number = {b} WHERE number = -1",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with six verdicts, so six entries of the audit log."""
    database = Database.open(tmp_path)
    for _ in range(6):
        VerdictLog(database).record(draft())
    database.close()
    return tmp_path


def told(folder: Path, *statements: str, seen: tuple[int, str] | None = None) -> list[str]:
    forge(folder / FILE_NAME, *statements)
    database = Database.open(folder)
    try:
        with database.read() as connection:
            return [fault_words(fault) for fault in faults(connection, seen)]
    finally:
        database.close()


def swap(table: str, a: int, b: int) -> list[str]:
    return [statement.format(t=table, a=a, b=b) for statement in SWAP]


def entry(number: int, what: str, log: str = "verdicts") -> str:
    return f"Entry {number} of the {log} was {what}"


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ([], []),
        (["UPDATE verdicts SET answer = 'normal' WHERE number = 3"], [entry(3, "changed")]),
        (["UPDATE verdicts SET hash = 'x' WHERE number = 6"], [entry(6, "changed")]),
        (
            ["UPDATE verdicts SET comment = 'x' WHERE number IN (2, 5)"],
            [entry(2, "changed"), entry(5, "changed")],
        ),
        (["DELETE FROM verdicts WHERE number = 2"], [entry(2, "removed")]),
        (["DELETE FROM verdicts WHERE number IN (1, 2, 4)"], ["Entries 1 to 2 of the verdicts were removed", entry(4, "removed")]),  # noqa: E501 - a table
        (["DELETE FROM verdicts WHERE number = 6"], [entry(6, "removed")]),
        (["DELETE FROM verdicts WHERE number > 3"], ["Entries 4 to 6 of the verdicts were removed"]),
        (["DELETE FROM verdicts"], ["Entries 1 to 6 of the verdicts were removed"]),
        (swap("verdicts", 2, 5), [entry(2, "moved to place 5"), entry(5, "moved to place 2")]),
        (swap("audit", 1, 6), [entry(1, "moved to place 6", "audit log"), entry(6, "moved to place 1", "audit log")]),
        (["UPDATE verdicts SET number = 9 WHERE number = 6"], [entry(6, "moved to place 9")]),
        (["UPDATE audit SET actor = 'nobody' WHERE number = 4"], [entry(4, "changed", "audit log")]),
        (["DELETE FROM audit WHERE number = 4"], [entry(4, "removed", "audit log"), ]),
        (
            ["DELETE FROM audit WHERE number = 6"],
            ["Entry 6 of the verdicts is not known to the audit log"],
        ),
        (
            ["DELETE FROM verdicts WHERE number = 3", *(f"UPDATE verdicts SET number = {n - 1} WHERE number = {n}" for n in (4, 5, 6))],  # noqa: E501 - a table
            [entry(3, "removed"), *(entry(n, f"moved to place {n - 1}") for n in (4, 5, 6))],
        ),
    ],
)  # fmt: skip
def test_each_row_is_named(folder: Path, statements: list[str], words: list[str]) -> None:
    assert told(folder, *statements) == words


def test_a_row_sealed_anew_is_told_by_the_next_and_by_the_audit_log(folder: Path) -> None:
    assert told(folder, *resealed(folder, 3)) == [entry(3, "changed")]


def test_the_last_row_sealed_anew_is_told_by_the_audit_log(folder: Path) -> None:
    assert told(folder, *resealed(folder, 6)) == [entry(6, "changed")]


def test_all_rows_sealed_anew_are_told_by_the_audit_log(folder: Path) -> None:
    statements = resealed(folder, 4, through=6)
    assert told(folder, *statements) == [entry(n, "changed") for n in (4, 5, 6)]


def test_an_end_cut_off_everywhere_is_told_by_who_looked_last(folder: Path) -> None:
    database = Database.open(folder)
    with database.read() as connection:
        seen = newest_entry(connection)
    database.close()
    cut = [f"DELETE FROM {table} WHERE number > 4" for table in ("verdicts", "audit")]
    assert told(folder, *cut, seen=seen) == ["Entries 5 to 6 of the audit log were removed"]


def test_an_audit_log_written_anew_is_told_by_who_looked_last(folder: Path) -> None:
    words = told(folder, seen=(5, "0" * 64))
    assert words == ["The audit log was written anew: its entry 5 is another than when it was last verified"]


def test_findings_cut_off_are_told_by_their_verdict(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    VerdictLog(database).record(draft(findings=(Finding("effusion", "abnormal"),)))
    database.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("DROP TRIGGER findings_stay")
    connection.execute("DELETE FROM findings")
    connection.commit()
    connection.close()
    assert told(tmp_path) == ["Of the findings of verdicts those of verdict 1 were changed or removed"]


def resealed(folder: Path, number: int, through: int = 0) -> list[str]:
    """Return what changes a verdict and seals it, and those behind it, anew, as somebody who knows how would."""
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("SELECT * FROM verdicts ORDER BY number")]
    connection.close()
    statements, previous = [], rows[number - 1]["previous_hash"]
    for row in rows[number - 1 : max(number, through)]:
        content = {key: value for key, value in row.items() if key not in ("previous_hash", "hash")}
        content["answer"] = "normal"
        digest = seal(previous, content)
        statements.append(f"UPDATE verdicts SET answer = 'normal', previous_hash = '{previous}', hash = '{digest}' "
                          f"WHERE number = {row['number']}")  # fmt: skip
        previous = digest
    return statements


@given(st.sets(st.integers(1, 60)))
def test_spans_hold_every_number_once(numbers: set[int]) -> None:
    found = [n for low, high in spans(sorted(numbers)) for n in range(low, (high or low) + 1)]
    assert found == sorted(numbers)


def test_many_rows_moved_far_are_still_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "long.db")
    connection.execute("CREATE TABLE t (number INTEGER PRIMARY KEY, word TEXT, previous_hash TEXT, hash TEXT)")
    previous = "0" * 64
    for number in range(1, 301):
        digest = seal(previous, {"number": number, "word": f"w{number}"})
        connection.execute("INSERT INTO t VALUES (?, ?, ?, ?)", (number, f"w{number}", previous, digest))
        previous = digest
    assert row_faults(connection, "t") == []
    for statement in swap("t", 3, 290):
        connection.execute(statement)
    assert [(fault.kind, fault.number, fault.place) for fault in row_faults(connection, "t")] == [
        ("moved", 3, 290),
        ("moved", 290, 3),
    ]
    connection.close()
