"""Brings a database to the present schema. A step that has shipped is never edited: add the next one.

What is of an older version is copied aside first (`aside`), then changed in one transaction: whatever happens, the file
is of the version before or of the present one. A step adds columns to no sealed table: a seal is made over all columns
of its row (`chain`), and what was written before would no longer fit. Such columns get a table of their own.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk import __version__
from xraydesk.errors import NewerDatabase
from xraydesk.log_file import NOTICE
from xraydesk.store import audit, steps_admin, steps_confidence, steps_features, steps_reading, steps_research
from xraydesk.store.aside import put_aside, sha256_of
from xraydesk.store.failures import upgrade_failure
from xraydesk.store.schema import schema
from xraydesk.store.untouched import read_only

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["STEPS", "Upgrade", "applied", "migrate", "outdated", "refuse_changed", "refuse_newer", "schema"]

STEPS = (
    steps_reading,
    steps_research,
    steps_confidence,
    steps_features,
    steps_admin,
)  # loaded for what they put on the list
schema._migrations.sort(key=lambda step: step.name)  # modules load by the alphabet, steps go by their numbers
ACTOR = "xraydesk"  # no person's work
_TURN_MS = 10 * 60_000  # a large database takes minutes to copy; who comes second waits for it
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done to a database of an older version."""

    copy: Path  # of the database as it was
    before: str  # the last step it had; "" where it is not known
    after: str


def applied(connection: sqlite3.Connection) -> list[str]:
    """Return the steps a database has, in the order they came; none where it is empty or another program's."""
    there = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (schema.migrations_table,)).fetchone()
    if there is None:
        return []
    query = f"SELECT name FROM {schema.migrations_table} WHERE migration_set = ? ORDER BY rowid"  # noqa: S608 - a constant
    return [name for (name,) in connection.execute(query, (schema.name,))]


def outdated(path: Path) -> bool:
    """Whether a database file is of an older version, so that opening it brings it to the present one.

    Nothing is written. What cannot be read is not outdated: opening it says what is wrong.
    """
    steps = _steps_of(path)
    return bool(steps) and not _unknown(steps) and len(steps) < len(schema._migrations)


def refuse_newer(path: Path) -> None:
    """Refuse a database of a newer version before a byte of it is written; one that cannot be read is let pass.

    Raises
    ------
    NewerDatabase
        It has steps this program does not know.
    """
    remedy = "Install the newer version, or choose another folder with --data-dir"
    _refuse(_steps_of(path), path, "The database was written by a newer xraydesk", remedy)


def refuse_changed(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that a newer version has changed since it was opened. Raises as `refuse_newer`."""
    what = "A newer xraydesk, started beside this one, has changed the database"
    _refuse(applied(connection), path, what, "Close this program and start the newer one")


def migrate(db: Database, path: Path) -> Upgrade | None:
    """Bring the database to the present schema, all or nothing; return what was done to an older one.

    Raises
    ------
    NewerDatabase
        It has steps this program does not know.
    UpgradeRefused
        There is no room, or no copy can be made. Nothing was changed.
    StoreError
        It is damaged, or another program keeps it locked.
    sqlite3.Error
        A database that was not there before cannot be made.
    """
    refuse_changed(db.conn, path)
    if not schema.pending(db):
        return None
    with _turn(db.conn):
        refuse_changed(db.conn, path)
        if db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None:
            schema.apply(db)
            db.commit()
            return None
        try:
            upgrade = _bring_up(db, path)
        except (sqlite3.Error, OSError) as error:
            raise upgrade_failure(error, path) from error
    if upgrade is not None:
        _tell(upgrade)
    return upgrade


@contextmanager
def _turn(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock: programs that start together come one after the other. Ends without a transaction."""
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute(f"PRAGMA busy_timeout={_TURN_MS}")
    connection.execute("PRAGMA synchronous=FULL")  # on the disk, not only in the operating system's memory
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        if connection.in_transaction:
            connection.rollback()
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(f"PRAGMA busy_timeout={patience}")


def _bring_up(db: Database, path: Path) -> Upgrade | None:
    """Copy, change and commit; None where another program has done so meanwhile."""
    before, pending = applied(db.conn), [step.name for step in schema.pending(db)]
    if not pending:
        return None
    upgrade = Upgrade(put_aside(path, pending[0]), before[-1] if before else "", pending[-1])
    try:
        schema.apply(db)
        _keep_note(db, upgrade)
        db.commit()
    except BaseException:
        with suppress(sqlite3.Error, OSError):
            db.rollback()  # SQLite may have done so itself: the disk is full
            if applied(db.conn) == before:  # there is nothing to go back from
                upgrade.copy.unlink(missing_ok=True)
        raise
    return upgrade


def _keep_note(db: Database, upgrade: Upgrade) -> None:
    detail = {"before": upgrade.before, "after": upgrade.after, "version": __version__}
    audit.add(db, ACTOR, audit.UPGRADE, upgrade.copy.name, **detail, sha256=sha256_of(upgrade.copy))


def _tell(upgrade: Upgrade) -> None:
    words = "The database was brought to the present version. A copy of the old one lies in"
    before, after = (step.partition("_")[0] or "none" for step in (upgrade.before, upgrade.after))
    _log.info(
        "Database brought from step %s to %s; the old one is kept as %s",
        before,
        after,
        upgrade.copy.name,
        extra={NOTICE: f"{words} {upgrade.copy}"},
    )


def _steps_of(path: Path) -> list[str]:
    """Return the steps of a database file; none where there is no file, or it cannot be read."""
    try:
        if not path.is_file():
            return []
        with closing(read_only(path)) as connection:
            return applied(connection)
    except (sqlite3.Error, OSError):
        return []


def _refuse(steps: list[str], path: Path, what: str, remedy: str) -> None:
    if _unknown(steps):
        raise NewerDatabase(what, subject=path, remedy=remedy)


def _unknown(steps: list[str]) -> set[str]:
    return set(steps) - {step.name for step in schema._migrations}  # sqlite-utils 4 has no public list of all steps
