"""A database of an older version: copied aside, then brought up in one step, whatever happens in between."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import dump_released as released
from tests.store.test_released import rows_of
from xraydesk.cli import main
from xraydesk.errors import DiskFull, NewerDatabase, StoreError, UpgradeRefused
from xraydesk.store import aside, migrations
from xraydesk.store.aside import put_aside
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.migrations import outdated, schema
from xraydesk.store.verdicts import VerdictLog

OLD = "0007"
posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork and no SIGKILL")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return released.load(OLD, tmp_path)


def copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("xraydesk.before-*"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def opened(folder: Path) -> Path | None:
    """Open and close the database, and return where the copy lies."""
    with closing(Database.open(folder)) as database:
        assert VerdictLog(database).verify() == []
        return None if database.upgrade is None else database.upgrade.copy


def killed(folder: Path, work: str) -> None:
    """Let a program do something to the database and kill it before it can close it."""
    code = f"import os, sqlite3; c = sqlite3.connect({str(folder / FILE_NAME)!r}); {work}; os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code], check=False)
    assert (folder / f"{FILE_NAME}-wal").stat().st_size


def test_a_new_database_and_a_present_one_need_no_copy(tmp_path: Path) -> None:
    assert not outdated(tmp_path / FILE_NAME)
    assert opened(tmp_path) is None
    assert opened(tmp_path) is None
    assert copies(tmp_path) == []


def test_the_copy_is_named_and_as_private_as_the_database(old: Path) -> None:
    if os.name != "nt":
        old.chmod(0o640)
    content = rows_of(old)
    copy = opened(old.parent)
    assert copies(old.parent) == [copy]
    assert copy is not None
    assert copy.name.startswith("xraydesk.before-0008.20")
    assert copy.stat().st_mode == old.stat().st_mode
    assert rows_of(copy) == content
    assert sorted(path.name for path in old.parent.iterdir()) == [copy.name, FILE_NAME]
    assert opened(old.parent) is None


def test_the_audit_log_knows_the_copy_by_its_hash(old: Path) -> None:
    copy = opened(old.parent)
    assert copy is not None
    with closing(Database.open(old.parent)) as database:
        detail = AuditLog(database).entries()[-1]["detail"]
    assert detail["sha256"] == digest(copy)
    assert (detail["before"], detail["after"]) == ("0007_desks", schema._migrations[-1].name)


@posix
def test_what_lies_in_the_write_ahead_log_is_in_the_copy(old: Path) -> None:
    killed(old.parent, "c.execute(\"INSERT INTO files VALUES ('late', 1, 1, 'x')\"); c.commit()")
    copy = opened(old.parent)
    assert copy is not None
    assert "late" in [row["path"] for row in rows_of(copy)["files"]]


def test_no_copy_is_written_over(old: Path) -> None:
    made = [put_aside(old, "0008_research") for _ in range(3)]
    assert copies(old.parent) == sorted(made)
    assert len({digest(copy) for copy in made}) == 1


def test_without_room_nothing_is_changed(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(old)
    free = type("Usage", (), {"free": 5 * 1024**2})()
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: free)
    with pytest.raises(UpgradeRefused, match=r"no room .* 28 MB more are needed .*Free some space") as failure:
        Database.open(old.parent)
    assert not isinstance(failure.value, DiskFull)  # with which the window begins and keeps nothing
    assert main(["triage", str(old.parent), "--data-dir", str(old.parent)]) == 1
    assert "28 MB more are needed" in capsys.readouterr().err
    assert (digest(old), copies(old.parent)) == (before, [])


@pytest.mark.parametrize("full", [OSError(errno.ENOSPC, "full"), sqlite3.OperationalError("full")])
@pytest.mark.parametrize("where", ["_copy", "_finish"])
def test_a_disk_that_becomes_full_changes_nothing(
    old: Path, monkeypatch: pytest.MonkeyPatch, full: Exception, where: str
) -> None:
    def fail(*args: object) -> None:
        raise full

    if isinstance(full, sqlite3.Error):
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
    before = rows_of(old)
    with monkeypatch.context() as patch:
        patch.setattr(aside, where, fail)
        with pytest.raises(UpgradeRefused, match="became full"):
            Database.open(old.parent)
    assert [path.name for path in old.parent.iterdir()] == [FILE_NAME]
    assert rows_of(old) == before
    assert opened(old.parent) is not None


def test_a_disk_that_becomes_full_with_the_last_write_changes_nothing(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite ends the transaction itself then."""

    def fill(db, upgrade) -> None:
        db.execute(f"PRAGMA max_page_count={db.execute('PRAGMA page_count').fetchone()[0]}")
        for n in range(1000):
            db.table("files").insert({"path": f"{n}" * 100, "size": 1, "mtime_ns": 1, "content_hash": "x"})

    before = rows_of(old)
    monkeypatch.setattr(migrations, "_keep_note", fill)
    with pytest.raises(UpgradeRefused, match="became full"):
        Database.open(old.parent)
    assert copies(old.parent) == []
    assert rows_of(old) == before


def test_a_copy_that_is_not_whole_is_none(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = aside._copy

    def cut(source: sqlite3.Connection, part: Path) -> None:
        whole(source, part)
        with part.open("rb+") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096)

    monkeypatch.setattr(aside, "_copy", cut)
    with pytest.raises(UpgradeRefused, match="No sound copy"):
        Database.open(old.parent)
    assert [path.name for path in old.parent.iterdir()] == [FILE_NAME]
    assert outdated(old)


def test_a_step_that_fails_changes_nothing_and_leaves_no_copy(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(db) -> None:
        db.executescript("CREATE TABLE half (a); INSERT INTO half VALUES (1); INSERT INTO absent VALUES (1);")

    before = rows_of(old)
    step = schema._Migration("9999_half", half)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "_migrations", [*schema._migrations, step])
        with pytest.raises(StoreError, match="no such table"):
            Database.open(old.parent)
    assert rows_of(old) == before
    assert copies(old.parent) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of this kind")
def test_a_copy_that_cannot_be_written_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(aside, "_finish", refuse)
    with pytest.raises(UpgradeRefused, match=r"No copy .*permissions"):
        Database.open(old.parent)
    assert outdated(old)


@posix
def test_the_way_back(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As docs/upgrade.md has it, after a new version that was killed: the old one works with the copy in its place."""
    before = rows_of(old)
    copy = opened(old.parent)
    assert copy is not None
    killed(old.parent, "c.execute(\"INSERT INTO files VALUES ('late', 1, 1, 'x')\"); c.commit()")
    known = [step for step in schema._migrations if step.name <= "0007_desks"]
    monkeypatch.setattr(schema, "_migrations", known)
    with pytest.raises(NewerDatabase):
        Database.open(old.parent)
    safe = old.parent / "safe"
    safe.mkdir()
    for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (old.parent / name).rename(safe / name)
    copy.rename(old)
    assert rows_of(old) == before
    with closing(Database.open(old.parent)) as database:
        assert database.upgrade is None
        database.write(lambda db: db.execute("INSERT INTO files VALUES ('again', 1, 1, 'x')"))
    assert "late" in [row["path"] for row in rows_of(safe / FILE_NAME)["files"]]
