"""A database is looked at without a byte of it changing, whatever its folder is called."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from xraydesk.store.untouched import read_only

NAMES = ["plain", "a b", "50 % ?x#y&mode=rwc", "Röntgen 肺"]


@pytest.mark.parametrize("name", NAMES if os.name != "nt" else [name for name in NAMES if "?" not in name])
@pytest.mark.parametrize("alone", [None, True, False])
def test_any_folder(tmp_path: Path, name: str, alone: bool | None) -> None:
    path = tmp_path / name / "xraydesk.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (7);")
    before = path.read_bytes()
    with closing(read_only(path, alone=alone)) as connection:
        assert connection.execute("SELECT a FROM t").fetchall() == [(7,)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM t")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path.parent]


@pytest.mark.skipif(os.name == "nt", reason="Windows has names in Unicode")
def test_a_folder_whose_name_is_no_unicode(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.db"))
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE t (a)")
    except (OSError, sqlite3.Error):
        pytest.skip("this file system takes no such name")
    with closing(read_only(path)) as connection:
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_what_others_commit_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "xraydesk.db"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (7);")
        with closing(read_only(path)) as connection:
            assert connection.execute("SELECT a FROM t").fetchall() == [(7,)]


def test_none_there(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), closing(read_only(tmp_path / "none.db")) as connection:
        connection.execute("SELECT 1 FROM sqlite_master")
    assert list(tmp_path.iterdir()) == []
