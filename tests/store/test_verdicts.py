from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xraydesk.errors import StoreError
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.verdicts import Finding, VerdictDraft, VerdictLog


def draft(**changes) -> VerdictDraft:
    values = {
        "reader": "reader",
        "study_id": "1.2.3",
        "answer": "abnormal",
        "confidence": 4,
        "comment": "",
        "seconds": 12,
        "model_shown": True,
        "model_id": "m",
        "model_sha256": "ab" * 32,
        "band": "uncertain",
        "score": 0.25,
        "images": ("cd" * 32,),
    }
    return VerdictDraft(**(values | changes))


def forge(path: Path, *statements: str) -> None:
    """Do what somebody with the file in hand could do."""
    connection = sqlite3.connect(path)
    for name in ("verdicts_keep", "verdicts_stay", "audit_keep", "audit_stay"):
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_what_is_written_is_read_back(database: Database) -> None:
    log = VerdictLog(database)
    first, second = log.record(draft()), log.record(draft(answer="unsure", comment="näher ansehen 肺", score=None))
    assert log.all() == [first, second]
    assert (first.number, second.number) == (1, 2)
    assert first.at.tzinfo is not None
    assert log.for_studies(["1.2.3", "other"]) == [first, second]
    assert log.for_studies(["other"]) == []
    assert log.verify() == []


@pytest.mark.parametrize(
    "changes",
    [{"answer": "maybe"}, {"confidence": 0}, {"confidence": 6}, {"seconds": -1}, {"seconds": float("nan")}],
)
def test_answers_that_make_no_sense_are_refused(changes: dict) -> None:
    with pytest.raises(ValueError, match="must be"):
        draft(**changes)


@settings(max_examples=25)  # each example syncs a fresh database to the disk
@given(st.text(), st.text(), st.floats(0, 1e6), st.one_of(st.none(), st.floats(0, 1)))
def test_any_text_keeps_the_chain_whole(tmp_path_factory, comment: str, study: str, seconds: float, score) -> None:
    database = Database.open(tmp_path_factory.mktemp("store"))
    log = VerdictLog(database)
    log.record(draft(comment=comment, study_id=study, seconds=seconds, score=score))
    log.record(draft(study_id="bad\udcff"))
    assert log.verify() == []
    assert len(log.for_studies(["bad\udcff"])) == 1 + (study == "bad\\udcff")
    database.close()


@pytest.mark.parametrize("statement", ["UPDATE verdicts SET answer = 'normal'", "DELETE FROM verdicts"])
def test_the_database_itself_refuses_changes(database: Database, statement: str) -> None:
    VerdictLog(database).record(draft())
    with pytest.raises(StoreError, match="never"):
        database.write(lambda db: db.execute(statement))
    with pytest.raises(StoreError, match="never"):
        database.write(lambda db: db.execute(statement.replace("verdicts", "audit").replace("answer", "actor")))


def test_replacing_is_refused_too(database: Database) -> None:
    VerdictLog(database).record(draft())
    with pytest.raises(StoreError, match="never"):
        database.write(lambda db: db.execute("INSERT OR REPLACE INTO verdicts SELECT * FROM verdicts"))


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE verdicts SET answer = 'normal' WHERE number = 2", "from entry 2 on"),
        ("UPDATE verdicts SET comment = 'x' WHERE number = 3", "from entry 3 on"),
        ("UPDATE verdicts SET score = NULL WHERE number = 1", "from entry 1 on"),
        ("DELETE FROM verdicts WHERE number = 2", "from entry 2 on"),
        ("DELETE FROM verdicts WHERE number = 4", "1 verdicts that the audit log knows are gone, from number 4 on"),
        ("UPDATE verdicts SET number = 9 WHERE number = 4", "from entry 4 on"),
        ("UPDATE audit SET actor = 'nobody' WHERE number = 2", "audit log were changed from outside, from entry 2 on"),
        ("DELETE FROM audit WHERE number = 1", "audit log were changed"),
    ],
)
def test_tampering_shows(tmp_path: Path, statement: str, words: str) -> None:
    database = Database.open(tmp_path)
    log = VerdictLog(database)
    for answer in ("abnormal", "unsure", "normal", "abnormal"):
        log.record(draft(answer=answer))
    assert log.verify() == []
    database.close()
    forge(tmp_path / FILE_NAME, statement)
    database = Database.open(tmp_path)
    faults = VerdictLog(database).verify()
    database.close()
    assert faults
    assert any(words in str(fault) for fault in faults), [str(fault) for fault in faults]


def test_a_verdict_names_itself_in_the_audit_log(database: Database) -> None:
    VerdictLog(database).record(draft(reader="anna"))
    (entry,) = AuditLog(database).entries()
    assert (entry["actor"], entry["action"], entry["detail"]["number"]) == ("anna", "verdict", 1)


def test_audit_entries_come_in_order(database: Database) -> None:
    log = AuditLog(database)
    log.record("a", "export", "list.csv", rows=3)
    log.record("b", "export", "list\udcff.csv", rows=4)
    assert [(e["number"], e["actor"], e["detail"]) for e in log.entries()] == [
        (1, "a", {"rows": 3}),
        (2, "b", {"rows": 4}),
    ]


_WRITER = """
import sys
from pathlib import Path
from tests.store.test_verdicts import draft
from xraydesk.store.database import Database
from xraydesk.store.verdicts import VerdictLog

log = VerdictLog(Database.open(Path(sys.argv[1])))
while True:
    print(log.record(draft(comment="x" * 2000)).number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("acknowledged", [1, 7, 40])
def test_a_killed_program_keeps_every_acknowledged_verdict(tmp_path: Path, acknowledged: int) -> None:
    project = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=project) as process:
        assert process.stdout is not None
        last = 0
        while last < acknowledged:
            last = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        last = max([last, *(int(line) for line in process.stdout.read().split("\n")[:-1])])
    database = Database.open(tmp_path)
    log = VerdictLog(database)
    numbers = [verdict.number for verdict in log.all()]
    faults = log.verify()
    database.close()
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= last
    assert faults == []


@pytest.mark.parametrize("images", [(), ("cd" * 32,), ("ab", "cd"), ('a"b\\',), ("",), ("Ähre",)])
@pytest.mark.parametrize("findings", [(), (Finding("nodule", "present", 2), Finding('"]', "absent"))])
def test_films_and_findings_come_back_whatever_they_are_called(database: Database, images, findings) -> None:
    log = VerdictLog(database)
    written = log.record(draft(images=images, findings=findings))
    assert log.all() == [written]
    assert (written.images, written.findings) == (images, findings)
