"""Tags for the kind of an error, on one image of a study. Append-only and hash-chained.

The last row of a study, image and tag holds; a row with ``removed`` takes the tag off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from xraydesk.store import audit
from xraydesk.store.sealed import ImageDraft, SealedLog, standing
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.chain import Seal

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


@dataclass(frozen=True, slots=True)
class TagDraft(ImageDraft):
    """A tag put on an image, or taken off it, before it is written."""

    tag: str
    removed: bool = False

    @property
    def thing(self) -> tuple[str, str, int, str]:
        """Which tag of which image."""
        return *self.place, self.tag


@dataclass(frozen=True, slots=True)
class ErrorTag(TagDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class ErrorTags(SealedLog[TagDraft, ErrorTag]):
    """The tags of one database."""

    table = "error_tags"
    columns = "study_id, content_hash, frame, tag, removed"

    def record(self, draft: TagDraft) -> None:
        """Write one row; it is on the disk when this returns. Raises `StoreError` where nothing was recorded."""
        self._write([draft])

    def present(self) -> list[ErrorTag]:
        """Return the tags that hold now, oldest first."""
        return standing(self.all())

    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        audit.add(db, content["author"], audit.ERROR_TAG, removed=content["removed"], number=placed.number,
                  hash=placed.hash)  # fmt: skip

    @staticmethod
    def _content(draft: TagDraft) -> dict[str, Any]:
        return {
            "study_id": plain(draft.study_id),
            "content_hash": draft.content_hash,
            "frame": int(draft.frame),
            "tag": clean_tag(draft.tag),
            "removed": int(draft.removed),
        }

    @staticmethod
    def _row(row: Sequence[Any]) -> ErrorTag:
        number, at, author, study_id, content_hash, frame, tag, removed = row
        return ErrorTag(author, study_id, content_hash, frame, tag, bool(removed), number=number, at=at)


def clean_tag(text: str) -> str:
    """Return a tag as it is kept: one line, single spaces, at most `LONGEST` characters."""
    return " ".join(plain(text).split())[:LONGEST].strip()
