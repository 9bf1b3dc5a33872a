"""What readers draw on films: append-only and hash-chained like verdicts. The last row of a mark is what it is now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from xraydesk.imaging.measurements import Measurement, MeasurementKind
from xraydesk.store.chain import append
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    from xraydesk.store.database import Database

_COLUMNS = "number, at, reader, study_id, content_hash, frame, mark, kind, points, removed"


@dataclass(frozen=True, slots=True)
class AnnotationDraft:
    """A state of one mark before it is written."""

    reader: str
    study_id: str
    content_hash: str  # of the file it was drawn on
    frame: int
    mark: str  # names the mark through all its rows
    measurement: Measurement
    removed: bool  # the reader took it away; ``measurement`` is what it was


@dataclass(frozen=True, slots=True)
class Annotation(AnnotationDraft):
    """A state of one mark. Never changed: a moved handle is a further row."""

    number: int  # place in the log, from 1
    at: datetime


class AnnotationLog:
    """The annotations of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, draft: AnnotationDraft) -> Annotation:
        """Write a state of a mark; it is on the disk when this returns.

        Raises
        ------
        StoreError
            Nothing was recorded.
        """
        content = _content(draft, datetime.now(UTC))
        number = self._database.write(lambda db: append(db, "annotations", content).number, durable=True)
        return _annotation((number, *content.values()))

    def of_image(self, content_hash: str, frame: int, study_id: str, reader: str) -> list[Annotation]:
        """Return the marks that a reader left on an image of a study, in the order they were first drawn."""
        query = (
            f"SELECT {_COLUMNS} FROM annotations "  # noqa: S608 - constant
            "WHERE content_hash = ? AND frame = ? AND study_id = ? AND reader = ? ORDER BY number"
        )
        with self._database.read() as connection:
            rows = connection.execute(query, (content_hash, frame, plain(study_id), plain(reader)))
            last = {found.mark: found for found in map(_annotation, rows)}
        return [found for found in last.values() if not found.removed]

    def all(self) -> list[Annotation]:
        """Return every row, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM annotations ORDER BY number")  # noqa: S608 - constant
            return [_annotation(row) for row in rows]


def _content(draft: AnnotationDraft, at: datetime) -> dict[str, Any]:
    """Return the columns in their order, with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "reader": plain(draft.reader),
        "study_id": plain(draft.study_id),
        "content_hash": draft.content_hash,
        "frame": draft.frame,
        "mark": plain(draft.mark),
        "kind": str(draft.measurement.kind),
        "points": json.dumps(draft.measurement.points),
        "removed": int(draft.removed),
    }


def _annotation(row: Sequence[Any]) -> Annotation:
    number, at, reader, study_id, content_hash, frame, mark, kind, points, removed = row
    places = tuple((float(column), float(down)) for column, down in json.loads(points))
    return Annotation(
        reader=reader,
        study_id=study_id,
        content_hash=content_hash,
        frame=frame,
        mark=mark,
        measurement=Measurement(MeasurementKind(kind), places),
        removed=bool(removed),
        number=number,
        at=datetime.fromisoformat(at),
    )
