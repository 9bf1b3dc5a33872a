"""Films left out of training: put on the list, taken in again, written as the list that a run takes.

A film is known by its content, wherever it lies. Of several copies of one file all but the first are known by content
and place, so that one of them can stay.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from xraydesk.admin.data import DataSource
from xraydesk.store.database import Database
from xraydesk.store.exclusions import Exclusion, ExclusionDraft, ExclusionLog
from xraydesk.triage.export import safe_cell, write_text

__all__ = ["Exclusion", "exclude", "excluded", "film_key", "take_in", "write_list"]
_COLUMNS = ("content_hash", "path", "reason", "author", "at")


def film_key(content_hash: str, copy: str = "") -> str:
    """Return what a film is known by; ``copy`` is the path below the source's folder of a second copy."""
    return f"{content_hash}/{copy}" if copy else content_hash


def exclude(database: Database, source: DataSource, author: str, keys: Iterable[str], reason: str) -> int:
    """Leave films out of a source, those not left out yet; return how many. Raises as `ExclusionLog.record`."""
    log = ExclusionLog(database)
    out = {row.content_hash for row in log.present(source.key)}
    wanted = [key for key in dict.fromkeys(keys) if key not in out]
    log.record([ExclusionDraft(author, source.key, key, reason) for key in wanted])
    return len(wanted)


def take_in(database: Database, source: DataSource, author: str, keys: Iterable[str], reason: str) -> int:
    """Take films in again that are left out; return how many. Raises as `ExclusionLog.record`."""
    log = ExclusionLog(database)
    out = {row.content_hash for row in log.present(source.key)}
    wanted = [key for key in dict.fromkeys(keys) if key in out]
    log.record([ExclusionDraft(author, source.key, key, reason, removed=True) for key in wanted])
    return len(wanted)


def excluded(database: Database, source: DataSource) -> list[Exclusion]:
    """Return what is left out of a source now, oldest first."""
    return ExclusionLog(database).present(source.key)


def write_list(database: Database, source: DataSource, target: Path) -> int:
    """Write the list that ``xraydesk train --exclude`` takes, and return how many films it names."""
    rows = excluded(database, source)
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(_COLUMNS)
    writer.writerows(map(_line, rows))
    write_text(target, sheet.getvalue())
    return len(rows)


def _line(row: Exclusion) -> list[str]:
    """Name a copy by its path alone: its content would name all copies."""
    digest, _, copy = row.content_hash.partition("/")
    return ["" if copy else digest, copy, *map(safe_cell, (row.reason, row.author)), row.at.isoformat()]
