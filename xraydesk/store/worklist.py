"""The worklist of one open folder as a table in memory: SQLite sorts and filters, Python is handed numbers.

The table is made anew from the scan and the store whenever a folder is opened. It lies in memory so that a full disk
cannot stop the list, and so that nothing of patients gets into temporary files.

An answer is one row that holds all numbers: sqlite3 gives Python's lock away and takes it back at every row, and beside
a run that keeps the lock busy a hundred thousand rows would take seconds.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from xraydesk.store.sql import marks, plain
from xraydesk.store.worklist_lines import LAST, SECOND, Counts, Filter, HeaderLine, Key, Order, StateLine

Numbers = NDArray[np.int32]  # of studies: their places in the folder, from 1
_TRIAGE = "urgency, weight, number"
_KINDS = "band, due"
_SECOND = f"due AND status = '{SECOND}'"
_STEPS = 2**62  # a label's probability is held as a whole number: SQLite sorts these in two thirds of the time
_NO_LABEL = -1


_HEADER = HeaderLine._fields
_STATE = StateLine._fields[1:-1]
_FRESH = StateLine(0)
_ROWS = 50  # in one statement: half the time of one by one


class WorklistTable:
    """One folder's lines. All methods may be called from any thread."""

    def __init__(self) -> None:
        # One thread at a time uses it, under the lock, so SQLite's own thread check is not needed.
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA temp_store=MEMORY")
        weakref.finalize(self, self._connection.close)
        self._lock = threading.Lock()
        self._labels: dict[str, str] = {}  # label -> its column
        self._indexes: set[str] = set()  # what they are on
        self._orders: dict[Order, Numbers] = {}  # as they are until a line changes
        self.clear()

    def clear(self, fresh: StateLine = _FRESH) -> None:
        """Take all lines away; studies that are added from now on stand as ``fresh`` does, until `put` tells more."""
        with self._lock:
            self._labels, self._indexes, self._orders = {}, set(), {}
            self._connection.execute("DROP TABLE IF EXISTS worklist")
            # Defaults are not written into a hundred thousand lines that all stand alike.
            states = [f"{name} DEFAULT {self._quoted(value)}" for name, value in zip(_STATE, fresh[1:-1], strict=True)]
            columns = ", ".join(("number INTEGER PRIMARY KEY", *_HEADER[1:], *states))
            self._connection.execute(f"CREATE TABLE worklist ({columns})")
            self._connection.execute(f"CREATE INDEX second_reads ON worklist (number) WHERE {_SECOND}")  # of few lines

    def add(self, lines: Sequence[HeaderLine]) -> None:
        """Write new studies, or in place of their old headers. Readers wait meanwhile: better a thousand at once."""
        whole = len(lines) - len(lines) % _ROWS
        pieces = (lines[start : start + _ROWS] for start in range(0, whole, _ROWS))
        with self._lock:
            self._write(_insertion(_ROWS), [tuple(chain.from_iterable(piece)) for piece in pieces])
            self._write(_insertion(1), lines[whole:])

    def put(self, lines: Sequence[StateLine]) -> None:
        """Write how far studies are that were added before; better a thousand at once, as with `add`."""
        with self._lock:
            for label in dict.fromkeys(label for line in lines for label in line.probabilities):
                self._add_label(label)
            names = (*_STATE, *self._labels.values())
            new = ", ".join(f"{name} = ?{place}" for place, name in enumerate(names, start=2))
            statement = f"UPDATE worklist SET {new} WHERE number = ?1"  # noqa: S608 - own names
            self._write(statement, [self._values(line) for line in lines])

    def labels(self) -> list[str]:
        """Return the labels of which any study has a probability."""
        with self._lock:
            return list(self._labels)

    def order(self, order: Order) -> Numbers:
        """Return all numbers as the order wants them. The array is shared: not to be written to."""
        with self._lock:
            found = self._orders.get(order)
            if found is None:
                found = self._orders[order] = self._sorted(order)
            return found

    def passing(self, wanted: Filter) -> Numbers:
        """Return the numbers of what a filter shows, in no order."""
        conditions = ["band = ?"] * (wanted.band is not None) + ["status = ?"] * bool(wanted.status)
        conditions += ["due"] * wanted.unread
        words = plain(wanted.text).casefold().split()
        where = " AND ".join(conditions + ["(instr(text, ?) OR instr(said, ?))"] * len(words)) or "1"
        values = ([] if wanted.band is None else [str(wanted.band)]) + ([wanted.status] if wanted.status else [])
        values += [word for word in words for _ in range(2)]
        with self._lock:
            return self._numbers(f"SELECT number FROM worklist WHERE {where}", values)  # noqa: S608 - only marks

    def counts(self) -> Counts:
        """Return how many studies there are of each kind."""
        query = f"SELECT {_KINDS}, count(*) FROM worklist GROUP BY {_KINDS}"  # noqa: S608 - constant
        another = f"SELECT count(*) FROM worklist WHERE {_SECOND}"  # noqa: S608 - constant
        with self._lock:
            self._index(_KINDS)
            found = self._connection.execute(query).fetchall()
            (second,) = self._connection.execute(another).fetchone()
        bands = Counter[str]()
        for band, _, count in found:
            bands[band] += count
        return Counts(bands.total(), sum(count for _, due, count in found if due), dict(bands), second)

    def _write(self, statement: str, values: Sequence[tuple[object, ...]]) -> None:
        self._orders = {}
        self._connection.execute("BEGIN")
        try:
            self._connection.executemany(statement, values)
        except UnicodeEncodeError:  # a file name that is no Unicode
            self._connection.executemany(statement, [_plain(line) for line in values])
        self._connection.execute("COMMIT")

    def _quoted(self, value: object) -> str:
        return str(self._connection.execute("SELECT quote(?)", (value,)).fetchone()[0])

    def _values(self, line: StateLine) -> tuple[object, ...]:
        return (*line[:-1], *(_steps(line.probabilities.get(label)) for label in self._labels))

    def _add_label(self, label: str) -> None:
        if label not in self._labels:
            self._labels[label] = f"label{len(self._labels)}"
            column = f"{self._labels[label]} INTEGER NOT NULL DEFAULT {_NO_LABEL}"
            self._connection.execute(f"ALTER TABLE worklist ADD COLUMN {column}")

    def _index(self, terms: str) -> None:
        """Make an index when it is first wanted: each costs memory, and time at every change."""
        if terms not in self._indexes:
            self._connection.execute(f"CREATE INDEX worklist{len(self._indexes)} ON worklist ({terms})")
            self._indexes.add(terms)

    def _sorted(self, order: Order) -> Numbers:
        terms = _terms(order, self._labels)
        self._index(terms)
        return self._numbers(f"SELECT number FROM worklist ORDER BY {terms}", ())  # noqa: S608 - own terms

    def _numbers(self, query: str, values: Sequence[str]) -> Numbers:
        # group_concat hears the rows in the sub-query's order: SQLite only drops an order that cannot be heard.
        joined = f"SELECT group_concat(number) FROM ({query})"  # noqa: S608 - own query
        (text,) = self._connection.execute(joined, values).fetchone()
        return np.fromstring(text or "", np.int32, sep=",")


def _insertion(rows: int) -> str:
    new = ", ".join(f"{name} = excluded.{name}" for name in _HEADER[1:])  # leaves indexes of the same value alone
    values = ", ".join([f"({marks(len(_HEADER))})"] * rows)
    return f"""INSERT INTO worklist ({", ".join(_HEADER)}) VALUES {values}
        ON CONFLICT (number) DO UPDATE SET {new}"""  # noqa: S608 - own names


def _steps(probability: float | None) -> int:
    return _NO_LABEL if probability is None else round(probability * _STEPS)


def _plain(values: Iterable[object]) -> tuple[object, ...]:
    return tuple(plain(value) if isinstance(value, str) else value for value in values)


def _terms(order: Order, labels: Mapping[str, str]) -> str:
    """Return what follows ORDER BY; a label that no study has sorts nothing."""
    way = " DESC" if order.descending else ""
    if order.key is Key.TRIAGE:
        return f"urgency{way}, weight{way}, number{way}"
    if order.key in (Key.ARRIVED, Key.WAITING):
        above = "" if order.floor is None else f"(urgency > {order.floor:d}) + (urgency = {LAST}), "
        return f"{above}arrived{way}, number{way}"
    if order.key is Key.LABEL:
        return f"{labels[order.label]}{way}, {_TRIAGE}" if order.label in labels else _TRIAGE
    second = f"sex{way}, " if order.key is Key.AGE else ""
    return f"{order.key}{way}, {second}{_TRIAGE}"
