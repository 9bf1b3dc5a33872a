"""Which films are left out of training, by source of data and content: append-only and hash-chained.

The last row of a source and content holds; a row with ``removed`` takes the film in again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from xraydesk.errors import StoreError
from xraydesk.store import audit
from xraydesk.store.sealed import Draft, SealedLog, standing
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.chain import Seal


@dataclass(frozen=True, slots=True)
class ExclusionDraft(Draft):
    """A film left out of a source or taken in again, before it is written."""

    source: str  # the key of the source
    content_hash: str
    reason: str  # never empty
    removed: bool = False

    @property
    def thing(self) -> tuple[str, str]:
        """Which film of which source."""
        return self.source, self.content_hash


@dataclass(frozen=True, slots=True)
class Exclusion(ExclusionDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class ExclusionLog(SealedLog[ExclusionDraft, Exclusion]):
    """The films left out, of one database."""

    table = "exclusions"
    columns = "source, content_hash, reason, removed"

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
        self._write(drafts)

    def present(self, source: str) -> list[Exclusion]:
        """Return what is left out of a source now, oldest first."""
        return standing(self.of_source(source))

    def of_source(self, source: str) -> list[Exclusion]:
        """Return every row of a source, oldest first."""
        return self._select("WHERE source = ?", (source,))

    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        audit.add(db, content["author"], audit.EXCLUSION, content["source"], number=placed.number, hash=placed.hash,
                  reason=content["reason"], removed=content["removed"])  # fmt: skip

    @staticmethod
    def _content(draft: ExclusionDraft) -> dict[str, Any]:
        return {
            "source": plain(draft.source),
            "content_hash": draft.content_hash,
            "reason": plain(draft.reason.strip()),
            "removed": int(draft.removed),
        }

    @staticmethod
    def _row(row: Sequence[Any]) -> Exclusion:
        number, at, author, source, content_hash, reason, removed = row
        return Exclusion(author, source, content_hash, reason, bool(removed), number=number, at=at)
