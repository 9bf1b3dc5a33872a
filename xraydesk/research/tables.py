"""A table that leaves the desk: rows, and of every column its type, unit and meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Cell = str | float | int | bool | None


class Kind(StrEnum):
    """What a column holds, as people say it."""

    TEXT = "text"
    WHOLE = "whole number"
    DECIMAL = "number"
    YES_NO = "yes or no"
    MOMENT = "date and time"

    @property
    def sql(self) -> str:
        """The type in SQL and Parquet."""
        return _SQL[self]


_SQL = {
    Kind.TEXT: "VARCHAR", Kind.WHOLE: "BIGINT", Kind.DECIMAL: "DOUBLE", Kind.YES_NO: "BOOLEAN",
    Kind.MOMENT: "TIMESTAMP",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column; an empty cell is "not known" or "does not apply"."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    values: str = ""  # which there are, where there are few
    identifying: bool = False  # only there where names are not hidden


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with as many cells as there are columns, those of identifying columns among them."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]

    def without_names(self) -> Table:
        """Return the table without its identifying columns."""
        kept = [place for place, column in enumerate(self.columns) if not column.identifying]
        rows = [[row[place] for place in kept] for row in self.rows]
        return Table(self.name, self.meaning, tuple(self.columns[place] for place in kept), rows)


def dictionary(tables: Sequence[Table]) -> Table:
    """Return the data dictionary: every column of every table, as a table of its own."""
    head = (
        Column("table", Kind.TEXT, "Name of the table, and of its file without the ending"),
        Column("column", Kind.TEXT, "Name of the column"),
        Column("type", Kind.TEXT, "What it holds", values=", ".join(Kind)),
        Column("unit", Kind.TEXT, "Unit; empty where there is none"),
        Column("values", Kind.TEXT, "Which values there are, where they are few"),
        Column("meaning", Kind.TEXT, "What it means"),
    )
    rows = [[t.name, c.name, str(c.kind), c.unit, c.values, c.meaning] for t in tables for c in t.columns]
    return Table("dictionary", "What every column of every table means.", head, rows)
