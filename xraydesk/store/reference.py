"""The reference standard: what is taken as true of a study, and from where. Append-only and hash-chained.

The last row of a source, study and label is what that source says; a row without a value takes the earlier one back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xraydesk.store import audit
from xraydesk.store.chain import append
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

ABNORMAL = ""  # the label of the whole study: normal or not
FOLLOW_UP = "follow-up"  # the source of what somebody entered later
_COLUMNS = "number, at, author, source, study_id, label, value, note"


@dataclass(frozen=True, slots=True)
class ReferenceDraft:
    """What a source says of one study, before it is written."""

    author: str  # who entered or imported it
    source: str  # `FOLLOW_UP`, or the name of the imported table
    study_id: str
    label: str  # `ABNORMAL`, or a finding
    value: float | None  # 1 or 0, or a grade; None takes back what the source said before
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceLabel(ReferenceDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class ReferenceLog:
    """The reference standards of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, drafts: Iterable[ReferenceDraft]) -> int:
        """Write what a source says, all or nothing; it is on the disk when this returns. Return how many rows.

        Raises
        ------
        StoreError
            Nothing was recorded.
        """
        contents = [_content(draft, datetime.now(UTC)) for draft in drafts]
        if contents:
            self._database.write(lambda db: _append(db, contents), durable=True)
        return len(contents)

    def present(self) -> list[ReferenceLabel]:
        """Return what each source says now, oldest first."""
        last: dict[tuple[str, str, str], ReferenceLabel] = {}
        for row in self.all():
            last[row.source, row.study_id, row.label] = row
        return sorted((row for row in last.values() if row.value is not None), key=lambda row: row.number)

    def all(self) -> list[ReferenceLabel]:
        """Return every row, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM reference_labels ORDER BY number")  # noqa: S608 - constant
            return [_label(row) for row in rows]


def _append(db: sqlite_utils.Database, contents: Sequence[dict[str, Any]]) -> None:
    for content in contents:
        placed = append(db, "reference_labels", content)
    author, source = contents[0]["author"], contents[0]["source"]
    audit.add(db, author, audit.REFERENCE, source, rows=len(contents), number=placed.number, hash=placed.hash)


def _content(draft: ReferenceDraft, at: datetime) -> dict[str, Any]:
    """Return the columns in their order, with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "author": plain(draft.author),
        "source": plain(draft.source),
        "study_id": plain(draft.study_id),
        "label": plain(draft.label),
        "value": None if draft.value is None else float(draft.value),
        "note": plain(draft.note),
    }


def _label(row: Sequence[Any]) -> ReferenceLabel:
    number, at, author, source, study_id, label, value, note = row
    return ReferenceLabel(author, source, study_id, label, value, note, number=number, at=datetime.fromisoformat(at))
