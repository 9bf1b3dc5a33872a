"""Append-only tables in which each row seals the one before.

``hash = sha256(previous hash + canonical JSON of the row)``. Changing, removing or inserting a row breaks every hash
after it; removing the last verdicts is seen because the audit log names each verdict's hash.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite_utils

GENESIS = "0" * 64
SEALS = ("previous_hash", "hash")


@dataclass(frozen=True, slots=True)
class Seal:
    """Where a row stands in its chain."""

    number: int
    hash: str


def seal(previous_hash: str, content: Mapping[str, Any]) -> str:
    """Return the hash of a row: its content without the two hash columns."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hashlib.sha256((previous_hash + canonical).encode()).hexdigest()


def append(db: sqlite_utils.Database, table: str, content: Mapping[str, Any]) -> Seal:
    """Add a row at the end of the chain; call inside a write transaction."""
    query = f"SELECT number, hash FROM {table} ORDER BY number DESC LIMIT 1"  # noqa: S608 - our own table names
    last = db.execute(query).fetchone()
    number, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    row = {"number": number, **content}
    digest = seal(previous, row)
    db.table(table).insert({**row, "previous_hash": previous, "hash": digest})
    return Seal(number, digest)


def first_fault(connection: sqlite3.Connection, table: str) -> int | None:
    """Return the number of the first row that is not as it was written, or None where the chain is whole."""
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY number")  # noqa: S608 - our own table names
    names = [column[0] for column in cursor.description]
    previous = GENESIS
    for expected, values in enumerate(cursor, start=1):
        row = dict(zip(names, values, strict=True))
        content = {name: value for name, value in row.items() if name not in SEALS}
        whole = (
            row["number"] == expected and row["previous_hash"] == previous and row["hash"] == seal(previous, content)
        )
        if not whole:
            return expected
        previous = row["hash"]
    return None
