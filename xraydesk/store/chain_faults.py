"""Which rows of a sealed table are not as they were written: changed, removed or moved.

A row carries its own seal and that of the row before it. A row whose seal fits its content under another number was
moved; one that fits under none was changed; numbers that nothing accounts for were removed. A row that was sealed anew
after a change is told by the row behind it, which still holds the seal of before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from xraydesk.store.chain import GENESIS, SEALS, seal

_NEAR, _MOST_TRIED = 64, 500  # places a row is looked for: these beside it, then all odd ones where they are no more


class FaultKind(StrEnum):
    """What was done to a row."""

    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"
    UNKNOWN = "not in the audit log"  # put in from outside, or its entry in the audit log is gone
    PARTLY = "changed or removed"  # what belongs to the verdict of this number
    REWRITTEN = "written anew"  # the audit log, as far as somebody looked at it last


@dataclass(frozen=True, slots=True)
class Fault:
    """A row, or several in a row, and what was done to it."""

    table: str
    kind: FaultKind
    number: int  # as it was written
    last: int = 0  # of several; 0: one row
    place: int = 0  # of a row that was moved: where it stands now

    def holds(self, number: int) -> bool:
        """Whether a row is one of these, or stands where one of these should not."""
        return self.number <= number <= (self.last or self.number) or number == self.place


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    content: Mapping[str, Any]
    previous: str
    hash: str

    def fits(self, number: int) -> bool:
        return seal(self.previous, {**self.content, "number": number}) == self.hash


def row_faults(connection: sqlite3.Connection, table: str) -> list[Fault]:
    """Return what is wrong with the rows of a table, by number; the end of a table is only known to the audit log."""
    rows = list(_rows(connection, table))
    written = _numbers(rows)
    moved = [Fault(table, FaultKind.MOVED, n, place=place) for place, n in written.items() if n and n != place]
    changed = {place for place, n in written.items() if not n}
    changed |= _resealed({written[row.place]: row for row in rows if written[row.place]})
    accounted = {n or place for place, n in written.items()}
    return sorted(
        [
            *moved,
            *(Fault(table, FaultKind.CHANGED, number) for number in changed),
            *(Fault(table, FaultKind.REMOVED, low, high) for low, high in _gaps(accounted)),
        ],
        key=lambda fault: (fault.number, fault.kind),
    )


def _gaps(numbers: set[int]) -> Iterator[tuple[int, int]]:
    """Return what lies between numbers as `spans` does; a number from outside may be a very great one."""
    for before, after in pairwise(sorted({0} | numbers)):
        if after > before + 1:
            yield before + 1, after - 1 if after > before + 2 else 0


def spans(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return rising numbers as first and last of each unbroken stretch; last is 0 for one alone."""
    start = before = 0
    for number in numbers:
        if before and number != before + 1:
            yield start, before if before > start else 0
            start = number
        start, before = start or number, number
    if before:
        yield start, before if before > start else 0


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[_Row]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY number")  # noqa: S608 - our own table names
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        content = {name: value for name, value in row.items() if name not in SEALS}
        yield _Row(row["number"], content, row["previous_hash"], row["hash"])


def _numbers(rows: list[_Row]) -> dict[int, int]:
    """Return under which number each row was written, by where it stands; 0 where its seal fits none."""
    odd = [row for row in rows if not row.fits(row.place)]
    if not odd:
        return {row.place: row.place for row in rows}
    there = {row.place for row in rows}
    free = [row.place for row in odd] + [n for n in range(1, len(rows) + len(odd) + 1) if n not in there]
    found = {row.place: row.place for row in rows}
    for row in odd:
        near = (n for k in range(1, _NEAR + 1) for n in (row.place + k, row.place - k) if n > 0)
        tried = free if len(free) <= _MOST_TRIED else ()
        found[row.place] = next((n for n in (*near, *tried) if row.fits(n)), 0)
    return found


def _resealed(written: Mapping[int, _Row]) -> set[int]:
    """Return the rows whose seal is not the one that the next row was written behind."""
    changed = {1} if 1 in written and written[1].previous != GENESIS else set()
    for number, following in pairwise(sorted(written)):
        if following == number + 1 and written[following].previous != written[number].hash:
            changed.add(number)
    return changed
