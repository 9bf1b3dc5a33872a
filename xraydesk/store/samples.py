"""Which studies were drawn at random at this site to check a model on: append-only and hash-chained.

A sample may grow by later draws; a draw that begins anew leaves the earlier ones out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from xraydesk.inference.card import ModelCard
from xraydesk.store import audit
from xraydesk.store.sealed import Draft, SealedLog
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.chain import Seal

ANEW = "anew"  # in a draw's plan: the sample begins with it


@dataclass(frozen=True, slots=True)
class DrawDraft(Draft):
    """One draw before it is written."""

    model_id: str
    model_sha256: str
    seed: int
    plan: Mapping[str, Any]  # what it was drawn for: numbers and short words
    studies: tuple[str, ...]  # study ids in the order they are to be read


@dataclass(frozen=True, slots=True)
class Draw(DrawDraft):
    """A row of the log. Never changed."""

    number: int = field(kw_only=True)
    at: datetime = field(kw_only=True)


class SampleLog(SealedLog[DrawDraft, Draw]):
    """The samples of all models in one database."""

    table = "site_samples"
    columns = "model_id, model_sha256, seed, plan, studies"

    def record(self, draft: DrawDraft) -> None:
        """Write a draw; it is on the disk when this returns. Raises `StoreError` where nothing was recorded."""
        self._write([draft])

    def of(self, card: ModelCard) -> list[Draw]:
        """Return the draws that a model's present sample is made of, oldest first.

        Raises
        ------
        StoreError
            The log cannot be read.
        """
        draws = self._select("WHERE model_id = ? AND model_sha256 = ?", (card.id, card.weights_sha256))
        begun = [place for place, draw in enumerate(draws) if draw.plan.get(ANEW)]
        return draws[begun[-1] :] if begun else draws

    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        audit.add(db, content["author"], audit.SAMPLE, content["model_id"], studies=len(json.loads(content["studies"])),
                  number=placed.number, hash=placed.hash)  # fmt: skip

    @staticmethod
    def _content(draft: DrawDraft) -> dict[str, Any]:
        return {
            "model_id": plain(draft.model_id),
            "model_sha256": plain(draft.model_sha256),
            "seed": int(draft.seed),
            "plan": json.dumps(dict(draft.plan), sort_keys=True, allow_nan=False),
            "studies": json.dumps([plain(study) for study in draft.studies]),
        }

    @staticmethod
    def _row(row: Sequence[Any]) -> Draw:
        number, at, author, model_id, sha256, seed, plan, studies = row
        drawn = tuple(json.loads(studies))
        return Draw(author, model_id, sha256, seed, json.loads(plan), drawn, number=number, at=at)
