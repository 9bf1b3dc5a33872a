"""What the logs have in common that are one append-only, hash-chained table with an entry in the audit log a row."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from xraydesk.store.chain import Seal, append
from xraydesk.store.sql import plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database


@dataclass(frozen=True, slots=True)
class Draft:
    """A row before it is written."""

    author: str


@dataclass(frozen=True, slots=True)
class ImageDraft(Draft):
    """A row about one image of a study, before it is written."""

    study_id: str
    content_hash: str  # "" where no model was asked about the image
    frame: int

    @property
    def place(self) -> tuple[str, str, int]:
        """Which image of which study."""
        return self.study_id, self.content_hash, self.frame


class Standing(Protocol):
    """A row that holds until a later one of the same thing is written."""

    @property
    def number(self) -> int:
        """Place in the log, from 1."""

    @property
    def thing(self) -> Hashable:
        """What the row is about."""

    @property
    def removed(self) -> bool:
        """Whether it takes back what was said before."""


DraftT = TypeVar("DraftT", bound=Draft)
RowT = TypeVar("RowT", bound=Draft)
StandingT = TypeVar("StandingT", bound=Standing)


class SealedLog(ABC, Generic[DraftT, RowT]):
    """The rows of one table: ``number``, ``at``, ``author``, its own columns, and the two of the seal."""

    table: ClassVar[str]
    columns: ClassVar[str]  # its own, in the order of `_content`

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[RowT]:
        """Return every row, oldest first. Raises `StoreError` where the log cannot be read."""
        return self._select()

    def _write(self, drafts: Iterable[DraftT]) -> list[RowT]:
        """Write some rows, all or none, and return them; they are on the disk when this returns."""
        at = datetime.now(UTC).isoformat()
        contents = [{"at": at, "author": plain(draft.author), **self._content(draft)} for draft in drafts]
        if not contents:
            return []
        placed = self._database.write(lambda db: self._append(db, contents), durable=True)
        pairs = zip(placed, contents, strict=True)
        return [self._made((seal.number, *content.values())) for seal, content in pairs]

    def _select(self, where: str = "", values: Sequence[str] = ()) -> list[RowT]:
        query = f"SELECT number, at, author, {self.columns} FROM {self.table} {where} ORDER BY number"  # noqa: S608 - own
        with self._database.read() as connection:
            return [self._made(row) for row in connection.execute(query, values)]

    def _append(self, db: sqlite_utils.Database, contents: Sequence[dict[str, Any]]) -> list[Seal]:
        placed = []
        for content in contents:
            placed.append(append(db, self.table, content))
            self._tell(db, content, placed[-1])
        return placed

    def _made(self, row: Sequence[Any]) -> RowT:
        number, at, *rest = row
        return self._row((number, datetime.fromisoformat(at), *rest))

    @abstractmethod
    def _tell(self, db: sqlite_utils.Database, content: dict[str, Any], placed: Seal) -> None:
        """Write into the audit log that a row was appended, with its number and hash."""

    @staticmethod
    @abstractmethod
    def _content(draft: DraftT) -> dict[str, Any]:
        """Return the log's own columns, with the types SQLite gives back, so that the seal can be checked."""

    @staticmethod
    @abstractmethod
    def _row(row: Sequence[Any]) -> RowT:
        """Return a row of the table as an object: number, moment, author, then the log's own columns."""


def standing(rows: Iterable[StandingT]) -> list[StandingT]:
    """Return the last row of each thing, oldest first, without those that take it back."""
    last = {row.thing: row for row in rows}
    return sorted((row for row in last.values() if not row.removed), key=lambda row: row.number)
