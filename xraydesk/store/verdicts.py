"""Readers' verdicts: append-only, hash-chained, on disk when `record` returns."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, get_args

from xraydesk.errors import StoreError, XraydeskError
from xraydesk.store import audit
from xraydesk.store.chain import append
from xraydesk.store.seals import broken_seals
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
_SELECT = f"""SELECT {_COLUMNS},
    (SELECT json_group_array(json_array(name, answer, own)) FROM
        (SELECT said.finding AS name, said.answer AS answer, sure.confidence AS own
            FROM findings AS said LEFT JOIN finding_confidence AS sure ON sure.finding = said.number
            WHERE said.verdict = verdicts.number ORDER BY said.number)),
    (SELECT at FROM withdrawals WHERE verdict = verdicts.number)
    FROM verdicts"""  # noqa: S608 - constants

_MARK = "SELECT ifnull((SELECT max(number) FROM verdicts), 0), ifnull((SELECT max(number) FROM withdrawals), 0)"
_SINCE = f"""{_SELECT} WHERE number > ? OR number IN (SELECT verdict FROM withdrawals WHERE number > ?)
    ORDER BY number"""  # noqa: S608 - constants


_CONFIDENCES = range(1, 6)
_EMPTY = "[]"
_ONE = re.compile(r'\["([0-9a-f]*)"\]')  # most verdicts are on one film: a log is read in half the time so


class Finding(NamedTuple):
    """The answer to one finding of a study."""

    name: str  # a label of the model, or the scale of its grades
    answer: str  # "present", "absent" or "unsure"; a grade as its number
    confidence: int | None = None  # 1 to 5; None: as sure as of the verdict


class Mark(NamedTuple):
    """How far the log was read: the highest numbers of its two tables."""

    verdict: int = 0
    withdrawal: int = 0


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """A verdict before it is written."""

    reader: str
    study_id: str
    answer: Answer
    confidence: int  # 1 (a guess) to 5 (certain)
    comment: str
    seconds: float  # how long the study was in sight before the answer
    model_shown: bool  # was the model's answer in sight before
    model_id: str
    model_sha256: str
    band: str  # what the worklist said at that moment
    score: float | None
    images: tuple[str, ...]  # content hashes of what was judged
    findings: tuple[Finding, ...] = field(default=(), kw_only=True)  # those the reader answered

    def __post_init__(self) -> None:
        if self.answer not in ANSWERS:
            raise ValueError(f"answer must be one of {', '.join(ANSWERS)}, not {self.answer!r}")
        own = [finding.confidence for finding in self.findings if finding.confidence is not None]
        for confidence in (self.confidence, *own):
            if confidence not in _CONFIDENCES:
                raise ValueError(f"confidence must be 1 to 5, not {confidence!r}")
        if not math.isfinite(self.seconds) or self.seconds < 0:
            raise ValueError(f"seconds must be a length of time, not {self.seconds!r}")

    def confidence_in(self, name: str) -> int:
        """Return how sure the reader is of a finding: its own confidence, else the verdict's, as for "" the study."""
        own = next((finding.confidence for finding in self.findings if finding.name == name), None)
        return self.confidence if own is None else own


@dataclass(frozen=True, slots=True)
class Verdict(VerdictDraft):
    """One answer of one reader to one study. Never changed: a second thought is a second verdict."""

    number: int  # place in the log, from 1
    at: datetime
    withdrawn: datetime | None = None  # when the reader took it back


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
        findings = [Finding(plain(name), plain(answer), own) for name, answer, own in draft.findings]
        number = self._database.write(lambda db: _append(db, content, findings), durable=True)
        return _verdict((number, *content.values(), json.dumps(findings), None))

    def withdraw(self, verdict: Verdict) -> Verdict:
        """Write that its reader takes a verdict back, and return it as it is then; both rows stay in the log.

        Raises
        ------
        StoreError
            Nothing was recorded; a verdict can be taken back once.
        """
        at = datetime.now(UTC)
        self._database.write(lambda db: _withdraw(db, verdict, at), durable=True)
        return replace(verdict, withdrawn=at)

    def all(self) -> list[Verdict]:
        """Return every verdict, oldest first, those taken back among them."""
        with self._database.read() as connection:
            return [_verdict(row) for row in connection.execute(f"{_SELECT} ORDER BY number")]

    def for_studies(self, study_ids: Iterable[str]) -> list[Verdict]:
        """Return the verdicts that carry one of these study ids, oldest first."""
        found: list[Verdict] = []
        with self._database.read() as connection:
            for some in chunks([plain(study_id) for study_id in study_ids]):
                query = f"{_SELECT} WHERE study_id IN ({marks(len(some))})"
                found += [_verdict(row) for row in connection.execute(query, some)]
        return sorted(found, key=lambda verdict: verdict.number)

    def mark(self) -> Mark:
        """Return how far the log goes by now."""
        with self._database.read() as connection:
            return Mark(*connection.execute(_MARK).fetchone())

    def since(self, mark: Mark) -> tuple[list[Verdict], Mark]:
        """Return the verdicts given or taken back since a mark, oldest first, and the mark to ask from next time."""
        with self._database.read() as connection:
            now = Mark(*connection.execute(_MARK).fetchone())
            if now == mark:
                return [], now
            return [_verdict(row) for row in connection.execute(_SINCE, mark)], now

    def verify(self) -> list[XraydeskError]:
        """Check all that is sealed against its seals; an empty list means nothing was touched."""
        with self._database.read() as connection:
            return broken_seals(connection)


def _append(db: sqlite_utils.Database, content: dict[str, Any], findings: Sequence[Finding]) -> int:
    placed = append(db, "verdicts", content)
    last = {}
    for name, answer, own in findings:
        said = append(db, "findings", {"verdict": placed.number, "finding": name, "answer": answer})
        last["findings"] = said.hash
        if own is not None:
            last["confidences"] = append(db, "finding_confidence", {"finding": said.number, "confidence": own}).hash
    audit.add(db, content["reader"], audit.VERDICT, number=placed.number, hash=placed.hash, **last)
    return placed.number


def _withdraw(db: sqlite_utils.Database, verdict: Verdict, at: datetime) -> None:
    if db.execute("SELECT 1 FROM withdrawals WHERE verdict = ?", (verdict.number,)).fetchone():
        raise StoreError("This verdict was taken back before")
    content = {"at": at.isoformat(), "reader": plain(verdict.reader), "verdict": verdict.number}
    placed = append(db, "withdrawals", content)
    audit.add(db, verdict.reader, audit.WITHDRAWAL, number=placed.number, hash=placed.hash)


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


def _images(content: str) -> tuple[str, ...]:
    one = _ONE.fullmatch(content)
    return (one[1],) if one else tuple(json.loads(content))


def _verdict(row: Sequence[Any]) -> Verdict:
    number, at, reader, study_id, answer, confidence, comment, seconds, shown, model, sha, band, score, *rest = row
    images, findings, withdrawn = rest
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
        images=_images(images),
        findings=() if findings == _EMPTY else tuple(Finding(*pair) for pair in json.loads(findings)),
        withdrawn=None if withdrawn is None else datetime.fromisoformat(withdrawn),
    )
