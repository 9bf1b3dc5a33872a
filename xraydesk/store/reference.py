"""The reference standard: what is taken as true of a study, and from where. Append-only and hash-chained.

The last row of a source, study and label is what that source says; a row without a value takes the earlier one back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from xraydesk.store import audit
from xraydesk.store.chain import Seal, append
from xraydesk.store.sealed import Draft, SealedLog, standing
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

ABNORMAL = ""  # the label of the whole study: normal or not
FOLLOW_UP = "follow-up"  # the source of what somebody entered later


@dataclass(frozen=True, slots=True)
class ReferenceDraft(Draft):
    """What a source says of one study, before it is written; its author is who entered or imported it."""

    source: str  # `FOLLOW_UP`, or the name of the imported table
    study_id: str
    label: str  # `ABNORMAL`, or a finding
    value: float | None  # 1 or 0, or a grade; None takes back what the source said before
    note: str = ""

    @property
    def thing(self) -> tuple[str, str, str]:
        """Which label of which study, by which source."""
        return self.source, self.study_id, self.label

    @property
    def removed(self) -> bool:
        """Whether it takes back what the source said before."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class ReferenceLabel(ReferenceDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class ReferenceLog(SealedLog[ReferenceDraft, ReferenceLabel]):
    """The reference standards of one database."""

    table = "reference_labels"
    columns = "source, study_id, label, value, note"

    def record(self, drafts: Iterable[ReferenceDraft]) -> int:
        """Write what a source says, all or nothing; it is on the disk when this returns. Return how many rows.

        Raises
        ------
        StoreError
            Nothing was recorded.
        """
        return len(self._write(drafts))

    def present(self) -> list[ReferenceLabel]:
        """Return what each source says now, oldest first."""
        return standing(self.all())

    def _append(self, db: sqlite_utils.Database, contents: Sequence[dict[str, Any]]) -> list[Seal]:
        placed = [append(db, self.table, content) for content in contents]
        self._tell(db, {**contents[0], "rows": len(contents)}, placed[-1])  # a table of thousands is one entry
        return placed

    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        audit.add(db, content["author"], audit.REFERENCE, content["source"], rows=content["rows"],
                  number=placed.number, hash=placed.hash)  # fmt: skip

    @staticmethod
    def _content(draft: ReferenceDraft) -> dict[str, Any]:
        return {
            "source": plain(draft.source),
            "study_id": plain(draft.study_id),
            "label": plain(draft.label),
            "value": None if draft.value is None else float(draft.value),
            "note": plain(draft.note),
        }

    @staticmethod
    def _row(row: Sequence[Any]) -> ReferenceLabel:
        number, at, author, source, study_id, label, value, note = row
        return ReferenceLabel(author, source, study_id, label, value, note, number=number, at=at)
