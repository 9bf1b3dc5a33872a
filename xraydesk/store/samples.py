"""Which studies were drawn at random at this site to check a model on: append-only and hash-chained.

A sample may grow by later draws; a draw that begins anew leaves the earlier ones out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xraydesk.inference.card import ModelCard
from xraydesk.store import audit
from xraydesk.store.chain import append
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

ANEW = "anew"  # in a draw's plan: the sample begins with it
_COLUMNS = "number, at, author, model_id, model_sha256, seed, plan, studies"


@dataclass(frozen=True, slots=True)
class DrawDraft:
    """One draw before it is written."""

    author: str
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


class SampleLog:
    """The samples of all models in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, draft: DrawDraft) -> None:
        """Write a draw; it is on the disk when this returns. Raises `StoreError` where nothing was recorded."""
        content = _content(draft, datetime.now(UTC))
        self._database.write(lambda db: _append(db, content), durable=True)

    def of(self, card: ModelCard) -> list[Draw]:
        """Return the draws that a model's present sample is made of, oldest first.

        Raises
        ------
        StoreError
            The log cannot be read.
        """
        query = f"SELECT {_COLUMNS} FROM site_samples WHERE model_id = ? AND model_sha256 = ? ORDER BY number"  # noqa: S608
        with self._database.read() as connection:
            draws = [_draw(row) for row in connection.execute(query, (card.id, card.weights_sha256))]
        begun = [place for place, draw in enumerate(draws) if draw.plan.get(ANEW)]
        return draws[begun[-1] :] if begun else draws


def _append(db: sqlite_utils.Database, content: dict[str, Any]) -> None:
    placed = append(db, "site_samples", content)
    count = len(json.loads(content["studies"]))
    subject = content["model_id"]
    audit.add(db, content["author"], audit.SAMPLE, subject, studies=count, number=placed.number, hash=placed.hash)


def _content(draft: DrawDraft, at: datetime) -> dict[str, Any]:
    """Return the columns in their order, with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "author": plain(draft.author),
        "model_id": plain(draft.model_id),
        "model_sha256": plain(draft.model_sha256),
        "seed": int(draft.seed),
        "plan": json.dumps(dict(draft.plan), sort_keys=True, allow_nan=False),
        "studies": json.dumps([plain(study) for study in draft.studies]),
    }


def _draw(row: Sequence[Any]) -> Draw:
    number, at, author, model_id, sha256, seed, plan, studies = row
    return Draw(
        author=author,
        model_id=model_id,
        model_sha256=sha256,
        seed=seed,
        plan=json.loads(plan),
        studies=tuple(json.loads(studies)),
        number=number,
        at=datetime.fromisoformat(at),
    )
