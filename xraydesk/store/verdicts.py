"""Readers' verdicts: append-only, hash-chained, on disk when `record` returns."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from xraydesk.errors import StoreError, XraydeskError
from xraydesk.store import audit
from xraydesk.store.chain import append, first_fault
from xraydesk.store.sql import chunks, marks, plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

Answer = Literal["abnormal", "normal", "unsure"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
_COLUMNS = (
    "number, at, reader, study_id, answer, confidence, comment, seconds, model_shown, "
    "model_id, model_sha256, band, score, images"
)


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """A verdict before it is written."""

    reader: str
    study_id: str
    answer: Answer
    confidence: int  # 1 (a guess) to 5 (certain)
    comment: str
    seconds: float  # from the study on screen to the answer
    model_shown: bool  # was the model's answer in sight before
    model_id: str
    model_sha256: str
    band: str  # what the worklist said at that moment
    score: float | None
    images: tuple[str, ...]  # content hashes of what was judged

    def __post_init__(self) -> None:
        if self.answer not in ANSWERS:
            raise ValueError(f"answer must be one of {', '.join(ANSWERS)}, not {self.answer!r}")
        if self.confidence not in range(1, 6):
            raise ValueError(f"confidence must be 1 to 5, not {self.confidence!r}")
        if not math.isfinite(self.seconds) or self.seconds < 0:
            raise ValueError(f"seconds must be a length of time, not {self.seconds!r}")


@dataclass(frozen=True, slots=True)
class Verdict(VerdictDraft):
    """One answer of one reader to one study. Never changed: a second thought is a second verdict."""

    number: int  # place in the log, from 1
    at: datetime


class VerdictLog:
    """The verdicts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, draft: VerdictDraft) -> Verdict:
        """Write a verdict; it is on the disk when this returns.

        Raises
        ------
        StoreError
            Nothing was recorded.
        """
        at = datetime.now(UTC)
        content = _content(draft, at)
        number = self._database.write(lambda db: _append(db, content), durable=True)
        return _verdict((number, *content.values()))

    def all(self) -> list[Verdict]:
        """Return every verdict, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM verdicts ORDER BY number")  # noqa: S608 - constant
            return [_verdict(row) for row in rows]

    def for_studies(self, study_ids: Iterable[str]) -> list[Verdict]:
        """Return the verdicts that carry one of these study ids, oldest first."""
        found: list[Verdict] = []
        with self._database.read() as connection:
            for some in chunks([plain(study_id) for study_id in study_ids]):
                query = f"SELECT {_COLUMNS} FROM verdicts WHERE study_id IN ({marks(len(some))})"  # noqa: S608 - only marks
                found += [_verdict(row) for row in connection.execute(query, some)]
        return sorted(found, key=lambda verdict: verdict.number)

    def verify(self) -> list[XraydeskError]:
        """Check verdicts, annotations and audit against their seals; an empty list means nothing was touched."""
        faults: list[XraydeskError] = []
        with self._database.read() as connection:
            for table, words in (("verdicts", "verdicts"), ("annotations", "annotations"), ("audit", "audit log")):
                number = first_fault(connection, table)
                if number is not None:
                    faults.append(_tampered(f"The {words} were changed from outside, from entry {number} on"))
            missing = _missing(connection)
        if missing:
            faults.append(
                _tampered(f"{len(missing)} verdicts that the audit log knows are gone, from number {missing[0]} on")
            )
        return faults


def _append(db: sqlite_utils.Database, content: dict[str, Any]) -> int:
    placed = append(db, "verdicts", content)
    audit.add(db, content["reader"], audit.VERDICT, number=placed.number, hash=placed.hash)
    return placed.number


def _content(draft: VerdictDraft, at: datetime) -> dict[str, Any]:
    """Return the columns in their order, with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "reader": plain(draft.reader),
        "study_id": plain(draft.study_id),
        "answer": draft.answer,
        "confidence": draft.confidence,
        "comment": plain(draft.comment),
        "seconds": float(draft.seconds),
        "model_shown": int(draft.model_shown),
        "model_id": draft.model_id,
        "model_sha256": draft.model_sha256,
        "band": str(draft.band),
        "score": None if draft.score is None else float(draft.score),
        "images": json.dumps(draft.images),
    }


def _verdict(row: Sequence[Any]) -> Verdict:
    number, at, reader, study_id, answer, confidence, comment, seconds, shown, model, sha, band, score, images = row
    return Verdict(
        number=number,
        at=datetime.fromisoformat(at),
        reader=reader,
        study_id=study_id,
        answer=cast(Answer, answer),
        confidence=confidence,
        comment=comment,
        seconds=seconds,
        model_shown=bool(shown),
        model_id=model,
        model_sha256=sha,
        band=band,
        score=score,
        images=tuple(json.loads(images)),
    )


def _missing(connection: sqlite3.Connection) -> list[int]:
    """Numbers of verdicts whose hash the audit log holds and the verdict log does not."""
    known = dict(connection.execute("SELECT hash, number FROM verdicts"))
    entries = connection.execute("SELECT detail FROM audit WHERE action = ? ORDER BY number", (audit.VERDICT,))
    details = [json.loads(detail) for (detail,) in entries]
    return [detail["number"] for detail in details if detail["hash"] not in known]


def _tampered(what: str) -> StoreError:
    return StoreError(what, remedy="Keep the file as it is and tell whoever is responsible for this installation")
