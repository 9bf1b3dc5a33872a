from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from xraydesk.errors import DiskFull, NewerDatabase, StoreError
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.failures import folder_failure, translate
from xraydesk.store.migrations import schema


def count(database: Database) -> int:
    with database.read() as connection:
        return connection.execute("SELECT count(*) FROM files").fetchone()[0]


def add_file(name: str):
    return lambda db: db.table("files").insert({"path": name, "size": 1, "mtime_ns": 1, "content_hash": "x"})


def test_a_fresh_database_has_every_table(database: Database) -> None:
    with database.read() as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"files", "studies", "instances", "predictions", "verdicts", "audit"} <= names


def test_pragmas(database: Database) -> None:
    def pragma(name: str) -> object:
        return database.write(lambda db: db.execute(f"PRAGMA {name}").fetchone()[0])

    assert pragma("journal_mode") == "wal"
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 10_000
    assert database.write(lambda db: db.execute("PRAGMA synchronous").fetchone()[0], durable=True) == 2  # FULL
    assert pragma("synchronous") == 1  # NORMAL


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    for name in ("a", "b"):
        database = Database.open(tmp_path)
        database.write(add_file(name))
        database.close()
    database = Database.open(tmp_path)
    assert count(database) == 2
    database.close()


def test_a_failed_write_leaves_nothing_behind(database: Database) -> None:
    def work(db) -> None:
        add_file("a")(db)
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        database.write(work)
    assert count(database) == 0
    database.write(add_file("b"))
    assert count(database) == 1


def test_readers_cannot_write(database: Database) -> None:
    with pytest.raises(StoreError), database.read() as connection:
        connection.execute("DELETE FROM files")


def test_many_threads_write_and_read(database: Database) -> None:
    def work(n: int) -> None:
        for i in range(20):
            database.write(add_file(f"{n}/{i}"))
            count(database)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 120


def test_two_programs_write_to_the_same_file(tmp_path: Path) -> None:
    first, second = Database.open(tmp_path), Database.open(tmp_path)
    futures = [db.submit(add_file(f"{n}/{i}")) for i in range(50) for n, db in enumerate((first, second))]
    for future in futures:
        future.result()
    assert count(first) == count(second) == 100
    first.close()
    second.close()


def test_foreign_keys_hold(database: Database) -> None:
    row = (7, "p", 0, "", 1, 1, "png", "")
    with pytest.raises(StoreError):
        database.write(lambda db: db.execute("INSERT INTO instances VALUES (?,?,?,?,?,?,?,?)", row))


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, '9999_future', '')",
            (schema.name,),
        )
    connection.close()
    with pytest.raises(NewerDatabase, match="newer xraydesk"):
        Database.open(tmp_path)


@pytest.mark.parametrize("content", [b"this is no database at all" * 100, os.urandom(8192)])
def test_a_damaged_database_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged.*backup"):
        Database.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_damage_in_the_middle_is_found_when_it_is_read(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    database.write(lambda db: [add_file(f"{n:05}" * 20)(db) for n in range(500)])
    database.close()
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    start = content.index(b"00250" * 20) // 4096 * 4096
    content[start : start + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    database = Database.open(tmp_path)
    with pytest.raises(StoreError, match="damaged"), database.read() as connection:
        connection.execute("SELECT path FROM files").fetchall()
    database.close()


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreError, match="cannot be made"):
        Database.open(tmp_path / "data" / "deeper")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(StoreError, match="cannot be"):
        Database.open(folder)


def test_a_full_database_file(database: Database) -> None:
    database.write(lambda db: db.execute("SELECT 1"))

    def fill(db) -> None:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count={pages}")
        for n in range(1000):
            add_file(f"{n}" * 100)(db)

    with pytest.raises(DiskFull, match="disk is full"):
        database.write(fill)
    assert count(database) == 0


def error(code: int) -> sqlite3.OperationalError:
    made = sqlite3.OperationalError("x")
    made.sqlite_errorcode = code
    return made


def test_every_failure_of_sqlite_has_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    assert isinstance(translate(error(sqlite3.SQLITE_FULL), path), DiskFull)
    assert "locked" in str(translate(error(sqlite3.SQLITE_BUSY), path))
    assert "damaged" in str(translate(error(sqlite3.SQLITE_CORRUPT), path))
    assert "permissions" in str(translate(error(sqlite3.SQLITE_READONLY), path))
    assert type(translate(sqlite3.OperationalError("odd"), path)) is StoreError


def test_no_room_for_the_log_page_is_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: os.terminal_size((0, 0)) and type("U", (), {"free": 100})())
    assert isinstance(translate(error(sqlite3.SQLITE_IOERR), tmp_path / "x"), DiskFull)


def test_no_space_for_the_folder(tmp_path: Path) -> None:
    import errno

    assert isinstance(folder_failure(OSError(errno.ENOSPC, "full"), tmp_path), DiskFull)


def test_writing_after_closing(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    database.close()
    database.close()
    with pytest.raises(StoreError, match="closed"):
        database.write(lambda db: None)
