"""Tables as files: CSV for people, Parquet with true types for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from xraydesk.errors import XraydeskError
from xraydesk.research.tables import Cell, Table
from xraydesk.triage.export import cannot_write, safe_cell, write_text

Format = Literal["csv", "parquet"]
_YES_NO = {True: "true", False: "false"}


def write_table(table: Table, folder: Path, kind: Format) -> Path:
    """Write one table and return its file.

    In CSV (RFC 4180, UTF-8) an empty cell is "not known", and text that a spreadsheet would run as a formula gets an
    apostrophe in front. In Parquet the first is null, and text is as it is.

    Raises
    ------
    XraydeskError
        It cannot be written; `DiskFull` where that is the reason.
    """
    target = folder / f"{table.name}.{kind}"
    if kind == "csv":
        write_text(target, csv_text(table, safe=True))
    else:
        _write_parquet(table, target)
    return target


def csv_text(table: Table, *, safe: bool) -> str:
    """Return a table as CSV; ``safe`` for spreadsheets."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow([column.name for column in table.columns])
    writer.writerows(_cells(row, safe=safe) for row in table.rows)
    return sheet.getvalue()


def _cells(row: Iterable[Cell], *, safe: bool) -> list[str]:
    return [_cell(value, safe=safe) for value in row]


def _cell(value: Cell, *, safe: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, str):
        text = value.replace("\0", "")
        return safe_cell(text) if safe else text
    return repr(value)


def _write_parquet(table: Table, target: Path) -> None:
    """Write by way of a CSV beside it, which DuckDB reads much faster than rows."""
    import duckdb

    scratch = target.with_name(target.name + ".rows")
    part = target.with_name(target.name + ".part")
    write_text(scratch, csv_text(table, safe=False))
    quiet: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "threads": "1",
    }
    try:
        with duckdb.connect(":memory:", config=quiet) as connection:
            read = connection.read_csv(
                str(scratch), header=True, delimiter=",", quotechar='"', escapechar='"', auto_detect=False,
                columns={column.name: column.kind.sql for column in table.columns}, na_values="", strict_mode=True,
                max_line_size=_longest(table.rows), parallel=False,
            )  # fmt: skip
            read.write_parquet(str(part), compression="zstd")
        part.replace(target)
    except duckdb.Error as error:
        raise XraydeskError("The table could not be written as Parquet", subject=target, remedy="Take CSV") from error
    except OSError as error:
        raise cannot_write(error, target) from error
    finally:
        scratch.unlink(missing_ok=True)
        part.unlink(missing_ok=True)


def _longest(rows: Sequence[Sequence[Cell]]) -> int:
    """Return room in bytes for the longest line."""
    longest = max((sum(len(str(cell)) for cell in row) + 3 * len(row) for row in rows), default=0)
    return max(1 << 21, 4 * longest)
