"""Which version of a model was put in use, by whom, why, and on what evidence: append-only and hash-chained."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from xraydesk.errors import StoreError
from xraydesk.store import audit
from xraydesk.store.sealed import Draft, SealedLog
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.chain import Seal


class PromotionKind(StrEnum):
    """How a version came into use."""

    PROMOTION = "promotion"
    ROLL_BACK = "roll back"


@dataclass(frozen=True, slots=True)
class PromotionDraft(Draft):
    """A version put in use, before it is written."""

    model_id: str
    version: str
    model_sha256: str
    kind: PromotionKind
    reason: str  # never empty
    evidence: Mapping[str, Any] = field(default_factory=dict)  # what it was compared on; JSON


@dataclass(frozen=True, slots=True)
class Promotion(PromotionDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)
    at: datetime = field(kw_only=True)


class PromotionLog(SealedLog[PromotionDraft, Promotion]):
    """The promotions of one database."""

    table = "promotions"
    columns = "model_id, version, model_sha256, kind, reason, evidence"

    def record(self, draft: PromotionDraft) -> Promotion:
        """Write that a version is in use from now on; it is on the disk when this returns.

        Raises
        ------
        StoreError
            Nothing was recorded: no reason is given, or the database cannot be written.
        """
        if not draft.reason.strip():
            raise StoreError("A model is put in use for a reason", remedy="Say why this version, in a few words")
        return self._write([draft])[0]

    def of_model(self, model_id: str) -> list[Promotion]:
        """Return every row of a model, oldest first."""
        return self._select("WHERE model_id = ?", (model_id,))

    def in_use(self) -> dict[str, str]:
        """Return the version in use of each model that was ever put in use here, by the model's id."""
        return {row.model_id: row.version for row in self.all()}

    def before(self, model_id: str) -> Promotion | None:
        """Return what a roll-back puts in use: each leads one version further back. None where nothing else was."""
        standing: list[Promotion] = []
        for row in self.of_model(model_id):
            versions = [earlier.version for earlier in standing]
            if row.kind is PromotionKind.ROLL_BACK and row.version in versions:
                del standing[len(versions) - versions[::-1].index(row.version) :]
            else:
                standing.append(row)
        return next((row for row in reversed(standing) if row.version != standing[-1].version), None)

    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        subject = f"{content['model_id']}@{content['version']}"
        detail = {"number": placed.number, "hash": placed.hash, "kind": content["kind"], "reason": content["reason"]}
        audit.add(db, content["author"], audit.PROMOTION, subject, **detail)

    @staticmethod
    def _content(draft: PromotionDraft) -> dict[str, Any]:
        return {
            "model_id": plain(draft.model_id),
            "version": plain(draft.version),
            "model_sha256": draft.model_sha256,
            "kind": str(draft.kind),
            "reason": plain(draft.reason.strip()),
            "evidence": json.dumps(draft.evidence, sort_keys=True, allow_nan=False),
        }

    @staticmethod
    def _row(row: Sequence[Any]) -> Promotion:
        number, at, author, model_id, version, sha256, kind, reason, evidence = row
        said = PromotionKind(kind), reason, json.loads(evidence)
        return Promotion(author, model_id, version, sha256, *said, number=number, at=at)
