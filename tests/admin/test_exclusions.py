"""Films left out of a source: sealed, taken in again, and the list a run takes."""

from __future__ import annotations

import argparse
import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.admin.made_films import classes, inspected, source_of
from xraydesk.admin.data import save
from xraydesk.admin.exclusions import exclude, excluded, film_key, take_in, write_list
from xraydesk.admin.problems import Kind
from xraydesk.admin.run_data import train_arguments
from xraydesk.cli_train import add_arguments
from xraydesk.errors import StoreError
from xraydesk.store import audit
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.exclusions import ExclusionLog
from xraydesk.store.seals import broken_seals
from xraydesk.training.exclusions import read_exclusions, without


def test_films_are_left_out_once_and_taken_in_again(tmp_path: Path) -> None:
    source, other = source_of(tmp_path), source_of(tmp_path, "else")
    with closing(Database.open(tmp_path)) as database:
        assert exclude(database, source, "Adler", ["aa", "bb", "aa"], "blurred") == 2
        assert exclude(database, source, "Adler", ["bb", "cc"], "cut off") == 1
        assert [(row.content_hash, row.reason) for row in excluded(database, source)] == [
            ("aa", "blurred"), ("bb", "blurred"), ("cc", "cut off"),
        ]  # fmt: skip
        assert take_in(database, source, "Conti", ["aa", "zz"], "not so bad") == 1
        assert [row.content_hash for row in excluded(database, other)] == ["bb", "cc"], "the name tells a source"
        entries = [row for row in AuditLog(database).entries() if row["action"] == audit.EXCLUSION]
        assert [(row["actor"], row["detail"]["removed"]) for row in entries] == [("Adler", 0)] * 3 + [("Conti", 1)]
        assert len(ExclusionLog(database).all()) == 4
        with pytest.raises(StoreError, match="for a reason"):
            exclude(database, source, "Adler", ["dd"], "  ")
        with pytest.raises(StoreError, match="no content"):
            exclude(database, source, "Adler", [""], "gone")
        with database.read() as connection:
            assert broken_seals(connection) == []


def test_the_log_refuses_changes_and_shows_them(tmp_path: Path) -> None:
    with closing(Database.open(tmp_path)) as database:
        exclude(database, source_of(tmp_path), "Adler", ["aa"], "blurred")
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute("DELETE FROM exclusions")
    connection.close()


def test_a_run_is_told_of_the_source_and_what_is_left_out(tmp_path: Path) -> None:
    root = classes(tmp_path / "films", each=3)
    copy = root / "normal" / "again" / "film.png"
    copy.parent.mkdir()
    copy.write_bytes((root / "normal" / "p000-normal" / "film.png").read_bytes())
    found = inspected(root)
    with closing(Database.open(tmp_path / "data")) as database:
        source = save(tmp_path / "data", source_of(root, "abnormal"))
        assert train_arguments(database, tmp_path / "data", source) == [
            "--data", str(root), "--layout", "folders", "--label", "abnormal",
        ]  # fmt: skip
        keys = [
            found.looked.keys[row] for row in (0, next(p.spare[0] for p in found.problems if p.kind is Kind.COPIES))
        ]
        assert film_key(*keys[1].split("/", 1)) == keys[1]
        exclude(database, source, "Adler", keys, "=2+3")
        told = train_arguments(database, tmp_path / "data", source)
        file = Path(told[-1])
        assert told[-2] == "--exclude"
        table = without(file, found.looked.table, root)
        assert len(table) == len(found.looked.table) - 2
        assert len(read_exclusions(file)) == write_list(database, source, file) == 2
    assert {row["reason"] for row in csv.DictReader(file.read_text().splitlines())} == {"'=2+3"}, (
        "no formula for a spreadsheet"
    )
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert parser.parse_args(["child-chest", *told]).exclude == file
