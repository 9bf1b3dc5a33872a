"""Corrections of labels, proposed while looking at errors: a list of its own. Append-only and hash-chained.

No label is changed by it: training takes the list where it is told to. The last row of a study, image and label holds;
a row with ``removed`` takes the proposal back.
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


@dataclass(frozen=True, slots=True)
class CorrectionDraft(ImageDraft):
    """A proposal, before it is written."""

    label: str  # "" is the whole study: normal or not
    given: float | None  # what is taken as true now, where that is known
    proposed: float  # 1 or 0, or a grade
    reason: str
    removed: bool = False

    @property
    def thing(self) -> tuple[str, str, int, str]:
        """Which label of which image."""
        return *self.place, self.label


@dataclass(frozen=True, slots=True)
class LabelCorrection(CorrectionDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class LabelCorrections(SealedLog[CorrectionDraft, LabelCorrection]):
    """The proposals of one database."""

    table = "label_corrections"
    columns = "study_id, content_hash, frame, label, given, proposed, reason, removed"

    def record(self, draft: CorrectionDraft) -> None:
        """Write one row; it is on the disk when this returns. Raises `StoreError` where nothing was recorded."""
        self._write([draft])

    def present(self) -> list[LabelCorrection]:
        """Return the proposals that hold now, oldest first."""
        return standing(self.all())

    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        audit.add(db, content["author"], audit.CORRECTION, removed=content["removed"], number=placed.number,
                  hash=placed.hash)  # fmt: skip

    @staticmethod
    def _content(draft: CorrectionDraft) -> dict[str, Any]:
        return {
            "study_id": plain(draft.study_id),
            "content_hash": draft.content_hash,
            "frame": int(draft.frame),
            "label": plain(draft.label),
            "given": None if draft.given is None else float(draft.given),
            "proposed": float(draft.proposed),
            "reason": plain(draft.reason),
            "removed": int(draft.removed),
        }

    @staticmethod
    def _row(row: Sequence[Any]) -> LabelCorrection:
        number, at, author, study_id, content_hash, frame, label, given, proposed, reason, removed = row
        return LabelCorrection(author, study_id, content_hash, frame, label, given, proposed, reason, bool(removed),
                               number=number, at=at)  # fmt: skip
