"""The copy of a database that is put aside before a newer xraydesk changes it.

It lies beside the database and is never deleted or written over by the program: it is the way back to the version
before, and what it holds a hospital may have to keep. https://www.sqlite.org/backup.html
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from xraydesk.errors import UpgradeRefused
from xraydesk.store.failures import no_room
from xraydesk.store.untouched import read_only

RESERVE = 32 * 1024**2  # bytes that stay free beside the copy: the new schema is written, and the log goes on
_UNFINISHED = "unfinished-copy"


def put_aside(path: Path, step: str) -> Path:
    """Copy a database, look whether the copy is whole, and only then give it its name; return where it lies.

    Call while the write lock is held: what other programs have committed is in the copy, and nothing comes after it.
    A program that is killed here leaves a file that says that it is unfinished; the next one begins anew.

    Parameters
    ----------
    path
        The database.
    step
        The first step of the schema that is to come: "0012_rooms".

    Raises
    ------
    UpgradeRefused
        There is no room for it, or the database is damaged.
    OSError, sqlite3.Error
        It cannot be written.
    """
    part = path.with_name(f"{path.stem}.{_UNFINISHED}{path.suffix}")
    part.unlink(missing_ok=True)
    with closing(read_only(path, alone=False)) as source:
        _require_room(source, path)
        try:
            _copy(source, part)
            _check(source, part, path)
            _finish(part, path)
            copy = _free_name(path, step)
            part.replace(copy)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)
    return copy


def sha256_of(copy: Path) -> str:
    """Return the hash of a copy, in hexadecimal digits."""
    with copy.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _require_room(source: sqlite3.Connection, path: Path) -> None:
    pages, size = (source.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    missing = pages * size + RESERVE - shutil.disk_usage(path.parent).free
    if missing > 0:
        raise no_room(missing, path)


def _copy(source: sqlite3.Connection, part: Path) -> None:
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # readable by nobody else meanwhile
    with closing(sqlite3.connect(part)) as target:
        target.execute("PRAGMA journal_mode=OFF")  # a copy that fails is begun anew
        target.execute("PRAGMA synchronous=OFF")  # it is brought to the disk once, when it is whole
        source.backup(target)


def _check(source: sqlite3.Connection, part: Path, path: Path) -> None:
    with closing(read_only(part, alone=True)) as copy:
        pages = [connection.execute("PRAGMA page_count").fetchone() for connection in (source, copy)]
        if pages[0] == pages[1] and copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
            return
    raise UpgradeRefused(
        "No sound copy of the database can be made, so that it was not brought to the present version",
        subject=path,
        remedy="The file or the disk is damaged: put a backup in its place",
    )


def _finish(part: Path, path: Path) -> None:
    """Bring the copy to the disk, readable by whom the database is readable by."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    shutil.copymode(path, part)
    if hasattr(os, "chown"):
        with suppress(OSError):  # only an administrator gives a file to somebody else
            os.chown(part, path.stat().st_uid, path.stat().st_gid)


def _free_name(path: Path, step: str) -> Path:
    number, at = step.partition("_")[0], datetime.now(UTC)
    name = f"{path.stem}.before-{number}.{at:%Y-%m-%dT%H%MZ}"
    wanted = path.with_name(f"{name}{path.suffix}")
    more = 1
    while wanted.exists():
        more += 1
        wanted = path.with_name(f"{name}-{more}{path.suffix}")
    return wanted


def _sync_folder(folder: Path) -> None:
    """Bring the copy's name to the disk; Windows opens no folder as a file and needs none of it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
