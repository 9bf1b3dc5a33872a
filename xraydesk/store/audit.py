"""Who did what and when: append-only, hash-chained. No patient names: studies stand here by number and hash."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xraydesk.store.chain import Seal, append
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

VERDICT = "verdict"
WITHDRAWAL = "withdrawal"
REFERENCE = "reference"  # labels taken as true were imported or entered
OPERATING = "operating points"  # a model's operating points were changed at this site
ERROR_TAG = "error tag"  # a kind of error was named, or a name taken off
CORRECTION = "label correction"  # a label was proposed, or a proposal taken back
SAMPLE = "site sample"  # studies were drawn at random to be read
ACCOUNT = "account"  # made, changed or closed
EXPORT = "export"  # tables were written for use elsewhere, with or without names
SIGN_IN = "sign in"
SIGN_IN_FAILED = "sign in failed"
PROMOTION = "promotion"  # another version of a model was put in use, or the one before it again
SETTINGS = "settings"  # the site has chosen otherwise
MODEL = "model"  # a model was installed or exported, or the key of another site was trusted
TRAINING = "training"  # a run was started, stopped, taken up again or removed
DATA = "training data"  # a source was kept, made of verdicts, or taken off the list
EXCLUSION = "exclusion"  # films were left out of training, or taken in again
UPGRADE = "upgrade"  # the database was brought to the schema of a newer xraydesk


def add(db: sqlite_utils.Database, actor: str, action: str, subject: str = "", **detail: str | int | float) -> Seal:
    """Add one entry; call inside a write transaction.

    Parameters
    ----------
    actor
        The reader's name.
    action
        One word: "verdict", "withdrawal", "triage", "export".
    subject
        What it was done to: a folder, a model.
    detail
        Numbers and short words that JSON can hold.
    """
    content = {
        "at": datetime.now(UTC).isoformat(),
        "actor": plain(actor),
        "action": action,
        "subject": plain(subject),
        "detail": json.dumps(detail, sort_keys=True, ensure_ascii=True),
    }
    return append(db, "audit", content)


class AuditLog:
    """The audit log of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, actor: str, action: str, subject: str = "", **detail: str | int | float) -> None:
        """Write one entry; it is on disk when this returns. Raises `StoreError` where it cannot be written."""
        self._database.write(lambda db: add(db, actor, action, subject, **detail), durable=True)

    def entries(self) -> list[dict[str, Any]]:
        """Return all entries, oldest first, each with its ``detail`` as a dictionary."""
        query = "SELECT number, at, actor, action, subject, detail, hash FROM audit ORDER BY number"
        with self._database.read() as connection:
            cursor = connection.execute(query)
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, values, strict=True)) for values in cursor]
        return [{**row, "detail": json.loads(row["detail"])} for row in rows]

    def details(self, action: str, name: str) -> dict[str, str]:
        """Return by subject what the last entry of an action says under a name, where it says something."""
        query = "SELECT subject, json_extract(detail, '$.' || ?) AS said FROM audit WHERE action = ? ORDER BY number"
        with self._database.read() as connection:
            return {subject: said for subject, said in connection.execute(query, (name, action)) if said is not None}

    def latest(self, action: str) -> dict[str, datetime]:
        """Return when each actor last did something, by name."""
        query = "SELECT actor, max(at) FROM audit WHERE action = ? GROUP BY actor"
        with self._database.read() as connection:
            return {actor: datetime.fromisoformat(at) for actor, at in connection.execute(query, (action,))}
