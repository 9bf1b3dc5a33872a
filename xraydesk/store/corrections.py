"""Corrections of labels, proposed while looking at errors: a list of its own. Append-only and hash-chained.

No label is changed by it: training takes the list where it is told to. The last row of a study, image and label holds;
a row with ``removed`` takes the proposal back.
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

_COLUMNS = "number, at, author, study_id, content_hash, frame, label, given, proposed, reason, removed"


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """A proposal, before it is written."""

    author: str
    study_id: str
    content_hash: str  # "" where no model was asked about the image
    frame: int
    label: str  # "" is the whole study: normal or not
    given: float | None  # what is taken as true now, where that is known
    proposed: float  # 1 or 0, or a grade
    reason: str
    removed: bool = False

    @property
    def place(self) -> tuple[str, str, int]:
        """Which image of which study."""
        return self.study_id, self.content_hash, self.frame


@dataclass(frozen=True, slots=True)
class LabelCorrection(CorrectionDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class LabelCorrections:
    """The proposals of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, draft: CorrectionDraft) -> None:
        """Write one row; it is on the disk when this returns.

        Raises
        ------
        StoreError
            Nothing was recorded.
        """
        content = _content(draft, datetime.now(UTC))
        self._database.write(lambda db: _append(db, content), durable=True)

    def present(self) -> list[LabelCorrection]:
        """Return the proposals that hold now, oldest first."""
        last: dict[tuple[str, str, int, str], LabelCorrection] = {}
        for row in self.all():
            last[*row.place, row.label] = row
        return sorted((row for row in last.values() if not row.removed), key=lambda row: row.number)

    def all(self) -> list[LabelCorrection]:
        """Return every row, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM label_corrections ORDER BY number")  # noqa: S608 - constant
            return [_correction(row) for row in rows]


def _append(db: sqlite_utils.Database, content: dict[str, Any]) -> None:
    placed = append(db, "label_corrections", content)
    audit.add(db, content["author"], audit.CORRECTION, removed=content["removed"], number=placed.number,
              hash=placed.hash)  # fmt: skip


def _content(draft: CorrectionDraft, at: datetime) -> dict[str, Any]:
    """Return the columns with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "author": plain(draft.author),
        "study_id": plain(draft.study_id),
        "content_hash": draft.content_hash,
        "frame": int(draft.frame),
        "label": plain(draft.label),
        "given": None if draft.given is None else float(draft.given),
        "proposed": float(draft.proposed),
        "reason": plain(draft.reason),
        "removed": int(draft.removed),
    }


def _correction(row: Sequence[Any]) -> LabelCorrection:
    number, at, author, study_id, content_hash, frame, label, given, proposed, reason, removed = row
    return LabelCorrection(author, study_id, content_hash, frame, label, given, proposed, reason, bool(removed),
                           number=number, at=datetime.fromisoformat(at))  # fmt: skip
