"""Films left out of training: put on the list, taken in again, written as the list that a run takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from xraydesk.admin.data import DataSource
from xraydesk.store.database import Database
from xraydesk.store.exclusions import Exclusion, ExclusionDraft, ExclusionLog
from xraydesk.triage.export import safe_cell, write_text

_COLUMNS = ("content_hash", "reason", "author", "at")


def exclude(database: Database, source: DataSource, author: str, hashes: Iterable[str], reason: str) -> int:
    """Leave films out of a source, those not left out yet; return how many. Raises as `ExclusionLog.record`."""
    log = ExclusionLog(database)
    out = {row.content_hash for row in log.present(source.key)}
    wanted = [digest for digest in dict.fromkeys(hashes) if digest not in out]
    log.record([ExclusionDraft(author, source.key, digest, reason) for digest in wanted])
    return len(wanted)


def take_in(database: Database, source: DataSource, author: str, hashes: Iterable[str], reason: str) -> int:
    """Take films in again that are left out; return how many. Raises as `ExclusionLog.record`."""
    log = ExclusionLog(database)
    out = {row.content_hash for row in log.present(source.key)}
    wanted = [digest for digest in dict.fromkeys(hashes) if digest in out]
    log.record([ExclusionDraft(author, source.key, digest, reason, removed=True) for digest in wanted])
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
    writer.writerows((row.content_hash, safe_cell(row.reason), safe_cell(row.author), row.at.isoformat())
                     for row in rows)  # fmt: skip
    write_text(target, sheet.getvalue())
    return len(rows)
