"""Which films are left out of training, by source of data and content: append-only and hash-chained.

The last row of a source and content holds; a row with ``removed`` takes the film in again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xraydesk.errors import StoreError
from xraydesk.store import audit
from xraydesk.store.chain import append
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

_COLUMNS = "number, at, author, source, content_hash, reason, removed"


@dataclass(frozen=True, slots=True)
class ExclusionDraft:
    """A film left out of a source or taken in again, before it is written."""

    author: str
    source: str  # the key of the source
    content_hash: str
    reason: str  # never empty
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion(ExclusionDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class ExclusionLog:
    """The films left out, of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, drafts: Sequence[ExclusionDraft]) -> None:
        """Write some rows, all or none; they are on the disk when this returns.

        Raises
        ------
        StoreError
            Nothing was recorded: a reason or a content is missing, or the database cannot be written.
        """
        if any(not draft.reason.strip() for draft in drafts):
            raise StoreError("A film is left out for a reason", remedy="Say why, in a few words")
        if any(not draft.content_hash for draft in drafts):
            raise StoreError("A film that cannot be opened has no content to know it by")
        contents = [_content(draft, datetime.now(UTC)) for draft in drafts]
        self._database.write(lambda db: _append(db, contents), durable=True)

    def present(self, source: str) -> list[Exclusion]:
        """Return what is left out of a source now, oldest first."""
        last = {row.content_hash: row for row in self.all(source)}
        return sorted((row for row in last.values() if not row.removed), key=lambda row: row.number)

    def all(self, source: str = "") -> list[Exclusion]:
        """Return every row, of one source or all, oldest first."""
        query = f"SELECT {_COLUMNS} FROM exclusions WHERE ? IN ('', source) ORDER BY number"  # noqa: S608 - constant
        with self._database.read() as connection:
            return [_exclusion(row) for row in connection.execute(query, (source,))]


def _append(db: sqlite_utils.Database, contents: Sequence[dict[str, Any]]) -> None:
    for content in contents:
        placed = append(db, "exclusions", content)
        audit.add(db, content["author"], audit.EXCLUSION, content["source"], number=placed.number, hash=placed.hash,
                  reason=content["reason"], removed=content["removed"])  # fmt: skip


def _content(draft: ExclusionDraft, at: datetime) -> dict[str, Any]:
    """Return the columns with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "author": plain(draft.author),
        "source": plain(draft.source),
        "content_hash": draft.content_hash,
        "reason": plain(draft.reason.strip()),
        "removed": int(draft.removed),
    }


def _exclusion(row: Sequence[Any]) -> Exclusion:
    number, at, author, source, content_hash, reason, removed = row
    return Exclusion(author, source, content_hash, reason, bool(removed), number=number,
                     at=datetime.fromisoformat(at))  # fmt: skip
