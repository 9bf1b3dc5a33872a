"""xraydesk audit: who did what in words, and every row that was touched."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.store.test_verdicts import draft
from xraydesk.admin.audit import SEEN_NAME
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.verdicts import VerdictLog


@pytest.fixture
def logged(installed: Path) -> Path:
    database = Database.open(installed)
    for reader in ("anna", "bert", "anna"):
        VerdictLog(database).record(draft(reader=reader))
    database.close()
    return installed


def forge(folder: Path, *statements: str) -> None:
    connection = sqlite3.connect(folder / FILE_NAME)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for statement in (*(f"DROP TRIGGER {name}" for name in names), *statements):
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_all_is_whole(run, logged: Path) -> None:
    code, out, _ = run("audit", "verify")
    assert code == 0
    assert out.startswith("All is as it was written. 3 entries, the newest sealed ")
    assert json.loads((logged / SEEN_NAME).read_text())["number"] == 3
    code, out, _ = run("audit", "verify", "--json")
    found = json.loads(out)
    assert (found["whole"], found["entries"], found["seen_before"], found["faults"]) == (True, 3, 3, [])


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (["UPDATE verdicts SET answer = 'normal' WHERE number = 2"], "Entry 2 of the verdicts was changed."),
        (["DELETE FROM verdicts WHERE number = 2"], "Entry 2 of the verdicts was removed."),
        (["UPDATE audit SET actor = 'x' WHERE number = 1"], "Entry 1 of the audit log was changed."),
        (
            ["DELETE FROM verdicts WHERE number > 1", "DELETE FROM audit WHERE number > 1"],
            "Entries 2 to 3 of the audit log were removed.",
        ),
        (
            [
                "UPDATE audit SET number = -1 WHERE number = 1",
                "UPDATE audit SET number = 1 WHERE number = 3",
                "UPDATE audit SET number = 3 WHERE number = -1",
            ],
            "Entry 1 of the audit log was moved to place 3.\nEntry 3 of the audit log was moved to place 1.",
        ),
    ],
)
def test_every_touched_row_is_told(run, logged: Path, statements: list[str], words: str) -> None:
    run("audit", "verify")  # who looks, remembers
    forge(logged, *statements)
    code, out, err = run("audit", "verify")
    assert (code, out.strip()) == (1, words)
    assert "Keep the file as it is" in err
    code, out, _ = run("audit", "verify", "--json")
    assert code == 1
    assert [row["words"] + "." for row in json.loads(out)["faults"]] == words.split("\n")
    assert json.loads((logged / SEEN_NAME).read_text())["number"] == 3  # a look that finds faults forgets nothing


def test_the_log_is_listed_and_searched(run, logged: Path) -> None:
    code, out, _ = run("audit", "list")
    assert code == 0
    lines = out.splitlines()
    assert len(lines) == 3
    assert lines[0].split()[0] == "3"  # the newest first
    assert "anna  verdict" in lines[0]
    _, out, _ = run("audit", "list", "verdict", "bert")
    assert len(out.splitlines()) == 1
    _, out, _ = run("audit", "list", "--json")
    assert [row["number"] for row in json.loads(out)] == [3, 2, 1]
    assert run("audit", "list", "nobody")[1] == ""


def test_what_was_remembered_is_broken(run, logged: Path) -> None:
    (logged / SEEN_NAME).write_text("none")
    code, _, err = run("audit", "verify")
    assert code == 1
    assert "What the last look at the audit log left cannot be read" in err


def test_nothing_was_kept_yet(run, installed: Path) -> None:
    code, _, err = run("audit", "verify")
    assert code == 1
    assert "Nothing was kept here yet" in err
    assert not (installed / FILE_NAME).exists()
