"""Tags for the kind of an error, on one image of a study. Append-only and hash-chained.

The last row of a study, image and tag holds; a row with ``removed`` takes the tag off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xraydesk.store import audit
from xraydesk.store.chain import append
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

KINDS = (  # offered everywhere; others may be typed
    "subtle",
    "hardware",
    "positioning",
    "wet reading",
    "wrong label",
    "burnt-in text",
    "motion",
    "other finding",
)
LONGEST = 60  # characters of a tag
_COLUMNS = "number, at, author, study_id, content_hash, frame, tag, removed"


@dataclass(frozen=True, slots=True)
class TagDraft:
    """A tag put on an image, or taken off it, before it is written."""

    author: str
    study_id: str
    content_hash: str  # "" where no model was asked about the image
    frame: int
    tag: str
    removed: bool = False

    @property
    def place(self) -> tuple[str, str, int]:
        """Which image of which study."""
        return self.study_id, self.content_hash, self.frame


@dataclass(frozen=True, slots=True)
class ErrorTag(TagDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class ErrorTags:
    """The tags of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, draft: TagDraft) -> None:
        """Write one row; it is on the disk when this returns.

        Raises
        ------
        StoreError
            Nothing was recorded.
        """
        content = _content(draft, datetime.now(UTC))
        self._database.write(lambda db: _append(db, content), durable=True)

    def present(self) -> list[ErrorTag]:
        """Return the tags that hold now, oldest first."""
        last: dict[tuple[str, str, int, str], ErrorTag] = {}
        for row in self.all():
            last[*row.place, row.tag] = row
        return sorted((row for row in last.values() if not row.removed), key=lambda row: row.number)

    def all(self) -> list[ErrorTag]:
        """Return every row, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM error_tags ORDER BY number")  # noqa: S608 - constant
            return [_tag(row) for row in rows]


def clean_tag(text: str) -> str:
    """Return a tag as it is kept: one line, single spaces, at most `LONGEST` characters."""
    return " ".join(plain(text).split())[:LONGEST].strip()


def _append(db: sqlite_utils.Database, content: dict[str, Any]) -> None:
    placed = append(db, "error_tags", content)
    audit.add(db, content["author"], audit.ERROR_TAG, removed=content["removed"], number=placed.number,
              hash=placed.hash)  # fmt: skip


def _content(draft: TagDraft, at: datetime) -> dict[str, Any]:
    """Return the columns with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "author": plain(draft.author),
        "study_id": plain(draft.study_id),
        "content_hash": draft.content_hash,
        "frame": int(draft.frame),
        "tag": clean_tag(draft.tag),
        "removed": int(draft.removed),
    }


def _tag(row: Sequence[Any]) -> ErrorTag:
    number, at, author, study_id, content_hash, frame, tag, removed = row
    moment = datetime.fromisoformat(at)
    return ErrorTag(author, study_id, content_hash, frame, tag, bool(removed), number=number, at=moment)
