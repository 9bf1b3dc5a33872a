"""What opened folders hold, and the content hash of every file, so that a file is read for that only once."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraydesk.imaging.study import Instance, ScanResult, Study
from xraydesk.store.sql import chunks, marks, plain

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

HashRow = tuple[str, int, int, str]  # path, size, mtime_ns, content hash
_RACY_NS = 2_000_000_000  # a file written this lately may change again within its time stamp's grain (FAT: 2 s)
_UNTRUSTED = -1  # no file has this size or time


def known_hashes(database: Database, instances: Iterable[Instance]) -> dict[Path, str]:
    """Return the content hash of each file that has the size and time it had when it was hashed."""
    wanted = {plain(str(i.path)): i for i in instances}
    known: dict[Path, str] = {}
    with database.read() as connection:
        for some in chunks(list(wanted)):
            query = f"SELECT path, size, mtime_ns, content_hash FROM files WHERE path IN ({marks(len(some))})"  # noqa: S608
            for path, size, modified, content_hash in connection.execute(query, some):
                instance = wanted[path]
                if (size, modified) == (instance.size_bytes, instance.modified_ns):
                    known[instance.path] = content_hash
    return known


def hash_row(instance: Instance, content_hash: str) -> HashRow:
    """Return what `insert_hashes` writes for a file just hashed.

    A time stamp too fresh to trust is not kept, so that the file is hashed again next time; what the path held is.
    """
    fresh = time.time_ns() - instance.modified_ns < _RACY_NS
    size, modified = (_UNTRUSTED, _UNTRUSTED) if fresh else (instance.size_bytes, instance.modified_ns)
    return plain(str(instance.path)), size, modified, content_hash


def insert_hashes(db: sqlite_utils.Database, rows: Sequence[HashRow]) -> None:
    """Write content hashes; call inside a write transaction."""
    db.conn.executemany("INSERT OR REPLACE INTO files VALUES (?,?,?,?)", rows)


def insert_scan(db: sqlite_utils.Database, result: ScanResult) -> None:
    """Write the studies and instances of a scan; call inside a write transaction. Studies that went away stay."""
    folder, now = plain(str(result.folder)), datetime.now(UTC).isoformat()
    db.conn.executemany(
        """INSERT INTO studies (folder, study_id, patient_id, patient_name, age_years, sex, body_part, view, accession,
               arrived, first_seen, patient_issuer, manufacturer, modality, taken)
               VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
           ON CONFLICT (folder, study_id) DO UPDATE SET arrived = excluded.arrived,
               patient_issuer = excluded.patient_issuer, manufacturer = excluded.manufacturer,
               modality = excluded.modality, taken = excluded.taken""",
        [_study_row(folder, study, now) for study in result.studies],
    )
    ids = dict(db.conn.execute("SELECT study_id, id FROM studies WHERE folder = ?", (folder,)))
    rows = [_instance_row(ids[plain(s.study_id)], instance) for s in result.studies for instance in s.instances]
    db.conn.executemany("INSERT OR REPLACE INTO instances VALUES (?,?,?,?,?,?,?,?)", rows)


def _study_row(folder: str, study: Study, now: str) -> tuple[Any, ...]:
    header = study.header
    words = (header.patient_id, header.patient_name)
    where = (header.sex, header.body_part, header.view, header.accession)
    return (
        folder,
        plain(study.study_id),
        *(plain(word) for word in words),
        header.age_years,
        *(plain(word) for word in where),
        study.arrived.isoformat(),
        now,
        *(plain(word) for word in (header.patient_issuer, header.manufacturer, header.modality)),
        "" if header.study_time is None else header.study_time.isoformat(),
    )


def _instance_row(study: int, instance: Instance) -> tuple[Any, ...]:
    return (
        study,
        plain(str(instance.path)),
        instance.frame,
        instance.header.instance_uid,
        instance.rows,
        instance.columns,
        instance.kind,
        plain(instance.problem),
    )
