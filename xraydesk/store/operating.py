"""Which operating points and calibration a model has at this site: append-only and hash-chained.

The newest row of a model and its weights holds. A row of kind "card" gives back what the card's file says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from xraydesk.errors import BundleError, StoreError
from xraydesk.inference.card import Label, ModelCard, PointsKind
from xraydesk.inference.card_json import labels_from_json, labels_to_json
from xraydesk.store import audit
from xraydesk.store.sealed import Draft, SealedLog
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.chain import Seal


@dataclass(frozen=True, slots=True)
class PointsDraft(Draft):
    """A version before it is written."""

    model_id: str
    model_sha256: str
    kind: PointsKind
    reason: str  # in the author's words, never empty
    labels: tuple[Label, ...]  # every output with its calibration and operating points
    evidence: Mapping[str, Any] = field(default_factory=dict)  # what they were found on: numbers and short words


@dataclass(frozen=True, slots=True)
class PointsVersion(PointsDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)  # place in the log, from 1
    at: datetime = field(kw_only=True)


class OperatingLog(SealedLog[PointsDraft, PointsVersion]):
    """The versions of all models in one database."""

    table = "operating_versions"
    columns = "model_id, model_sha256, kind, reason, labels, evidence"

    def record(self, draft: PointsDraft) -> PointsVersion:
        """Write a version; it is on the disk, and holds, when this returns.

        Raises
        ------
        StoreError
            It has no author or no reason, its points make no sense, or it could not be written: nothing was recorded.
        """
        if not draft.reason.strip() or not draft.author.strip():
            raise StoreError("A version of the operating points needs a name and a reason", remedy="Write both")
        return self._write([draft])[0]

    def of(self, card: ModelCard) -> list[PointsVersion]:
        """Return all versions of a model's weights, oldest first."""
        return self._select("WHERE model_id = ? AND model_sha256 = ?", (card.id, card.weights_sha256))

    def newest(self) -> dict[tuple[str, str], PointsVersion]:
        """Return the version that holds, by model id and hash of the weights.

        Raises
        ------
        StoreError
            The log cannot be read.
        """
        last = "WHERE number IN (SELECT max(number) FROM operating_versions GROUP BY model_id, model_sha256)"
        return {(version.model_id, version.model_sha256): version for version in self._select(last)}

    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        model, kind = content["model_id"], content["kind"]
        audit.add(db, content["author"], audit.OPERATING, model, kind=kind, number=placed.number, hash=placed.hash)

    @staticmethod
    def _content(draft: PointsDraft) -> dict[str, Any]:
        try:
            labels = json.dumps(labels_to_json(draft.labels), allow_nan=False)
            evidence = json.dumps(dict(draft.evidence), sort_keys=True, allow_nan=False)
        except (BundleError, ValueError) as error:
            raise StoreError(f"The operating points make no sense: {error}") from error
        return {
            "model_id": plain(draft.model_id),
            "model_sha256": plain(draft.model_sha256),
            "kind": str(draft.kind),
            "reason": plain(draft.reason.strip()),
            "labels": labels,
            "evidence": evidence,
        }

    @staticmethod
    def _row(row: Sequence[Any]) -> PointsVersion:
        number, at, author, model_id, sha256, kind, reason, labels, evidence = row
        try:
            known = labels_from_json(json.loads(labels))
        except (BundleError, ValueError) as error:
            raise StoreError(
                "A version of the operating points cannot be read",
                subject=f"{model_id}, number {number}",
                remedy="Keep the file as it is and tell whoever is responsible for this installation",
            ) from error
        found = json.loads(evidence)
        return PointsVersion(author, model_id, sha256, PointsKind(kind), reason, known, found, number=number, at=at)
