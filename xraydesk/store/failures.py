"""What SQLite and the file system report, as sentences a person can act on."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

from xraydesk.errors import DiskFull, StoreError, UpgradeRefused

_FREE_SPACE = "Free some space or choose another folder with --data-dir"
_SPACE_REMEDY = "Free some space and start again; nothing was changed"  # where another folder is no way out
_LEAST_FREE = 256 * 1024  # bytes; below this SQLite can no longer make its shared-memory file and one log page
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


def translate(error: sqlite3.Error, path: Path) -> StoreError:
    """Turn a failure of SQLite into a sentence (https://www.sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary == sqlite3.SQLITE_FULL or (primary in _MAYBE_FULL and _no_space(path.parent)):
        return DiskFull("The disk is full, nothing more can be saved", subject=path, remedy=_FREE_SPACE)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreError(
            "The database is damaged",
            subject=path,
            remedy="Put a backup in its place, or move the file away: xraydesk then starts with an empty one",
        )
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError("Another program keeps the database locked", subject=path, remedy="Close it and try again")
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            "The database cannot be opened for writing",
            subject=path,
            remedy="Check the permissions of this folder or choose another with --data-dir",
        )
    return StoreError(f"The database refused: {error}", subject=path, remedy="The log file has the details")


def upgrade_failure(error: sqlite3.Error | OSError, path: Path) -> StoreError:
    """Turn a failure to bring a database to the present version into a sentence.

    A full disk is no `DiskFull` here: a program that goes on without keeping anything must not start on it.
    """
    failure = translate(error, path) if isinstance(error, sqlite3.Error) else None
    if isinstance(failure, DiskFull) or (isinstance(error, OSError) and error.errno in _NO_SPACE):
        return UpgradeRefused(
            "The disk became full while the database was brought to the present version",
            subject=path,
            remedy=_SPACE_REMEDY,
        )
    if failure is not None:
        return failure
    return UpgradeRefused(
        "No copy of the database can be put beside it, and without one it is not brought to the present version: "
        f"{getattr(error, 'strerror', None) or error}",
        subject=path,
        remedy="Check the permissions of this folder; nothing was changed",
    )


def no_room(missing: int, path: Path) -> UpgradeRefused:
    """Return the sentence for a disk on which so many bytes are missing for a copy of the database."""
    return UpgradeRefused(
        "There is no room for a copy of the database, which is made before a new version of xraydesk changes it: "
        f"{-(-missing // 1024**2)} MB more are needed",
        subject=path,
        remedy=_SPACE_REMEDY,
    )


def folder_failure(error: OSError, folder: Path) -> StoreError:
    """Turn a failure to make the data folder into a sentence."""
    if error.errno in _NO_SPACE:
        return DiskFull("The disk is full, xraydesk's own folder cannot be made", subject=folder, remedy=_FREE_SPACE)
    return StoreError(
        "xraydesk's own folder cannot be made",
        subject=folder,
        remedy="Check its permissions or choose another with --data-dir",
    )


_MAYBE_FULL = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


def _no_space(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_FREE
    except OSError:
        return False
