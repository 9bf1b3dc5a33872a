"""A database of a newer version is refused in words, and not a byte of it is written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store import dump_released as released
from tests.store.test_released import rows_of
from tests.store.test_upgrade import digest, killed, posix
from tests.store.test_verdicts import draft
from xraydesk.cli import main
from xraydesk.errors import NewerDatabase
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.migrations import schema
from xraydesk.store.verdicts import VerdictLog


def newer(path: Path) -> None:
    """Make a database one of a version to come."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE rooms (number INTEGER PRIMARY KEY)")
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, '9999_rooms', '')",
            (schema.name,),
        )
        connection.commit()


def test_a_newer_database_is_not_touched(tmp_path: Path) -> None:
    path = released.load(released.names()[-1], tmp_path)
    newer(path)
    before = digest(path), sorted(tmp_path.iterdir())
    for _ in range(2):
        with pytest.raises(NewerDatabase, match=r"newer xraydesk \(.*xraydesk.db\)\. Install the newer version"):
            Database.open(tmp_path)
    assert (digest(path), sorted(tmp_path.iterdir())) == before


@posix
def test_a_newer_database_that_was_not_closed_is_not_touched(tmp_path: Path) -> None:
    path = released.load(released.names()[-1], tmp_path)
    newer(path)
    killed(tmp_path, "c.execute('INSERT INTO rooms VALUES (1)'); c.commit()")
    log = tmp_path / f"{FILE_NAME}-wal"
    before = digest(path), digest(log)
    with pytest.raises(NewerDatabase):
        Database.open(tmp_path)
    assert (digest(path), digest(log)) == before


def test_a_newer_program_beside_this_one_stops_its_writing(tmp_path: Path) -> None:
    path = released.load(released.names()[-1], tmp_path)
    with closing(Database.open(tmp_path)) as database:
        log = VerdictLog(database)
        log.record(draft())
        newer(path)
        for _ in range(2):
            with pytest.raises(NewerDatabase, match=r"beside this one, .* start the newer one"):
                log.record(draft())
        count = len(log.all())
    assert len(rows_of(path)["verdicts"]) == count


def test_another_change_of_the_schema_stops_nothing(tmp_path: Path) -> None:
    path = released.load(released.names()[-1], tmp_path)
    with closing(Database.open(tmp_path)) as database:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE INDEX verdicts_by_reader ON verdicts (reader)")
        assert VerdictLog(database).record(draft()).number


@pytest.mark.parametrize(
    "command",
    [
        ("reviews", "export", "OUT"),
        ("reviews", "stats"),
        ("audit", "verify"),
        ("audit", "list"),
        ("people", "list"),
        ("models", "list"),
        ("triage", "FOLDER"),
    ],
    ids=" ".join,
)
def test_every_command_says_so(command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, films = tmp_path / "data", tmp_path / "films"
    data.mkdir()
    films.mkdir()
    path = released.load(released.names()[-1], data)
    newer(path)
    before = digest(path)
    places = {"OUT": str(tmp_path / "out"), "FOLDER": str(films)}
    assert main([*(places.get(word, word) for word in command), "--data-dir", str(data)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "The database was written by a newer xraydesk" in err
    assert str(path) in err
    assert digest(path) == before
    assert not (tmp_path / "out").exists()


def test_an_upgrade_is_told_at_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = released.load("0007", tmp_path)
    assert main(["audit", "verify", "--data-dir", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    (copy,) = path.parent.glob("xraydesk.before-*")
    assert "All is as it was written" in out
    assert err == f"xraydesk: The database was brought to the present version. A copy of the old one lies in {copy}\n"
    log = (tmp_path / "xraydesk.log").read_text("utf-8")
    assert f"brought from step 0007 to {schema._migrations[-1].name[:4]}; the old one is kept as {copy.name}" in log
    assert main(["audit", "verify", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""
