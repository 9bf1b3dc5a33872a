"""A database looked at without writing a byte of it: for what must stay as it is whoever wrote it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote


def read_only(path: Path, *, alone: bool | None = None) -> sqlite3.Connection:
    """Return a connection that never writes to the file, and moves nothing into it from its write-ahead log.

    Parameters
    ----------
    path
        The database.
    alone
        True: nobody else is at it; nothing is looked for beside it, made there or locked. False: others may be, and
        what they have committed is seen; SQLite's shared-memory file is made where it is missing. None: alone where no
        write-ahead log lies beside it, as there is one wherever somebody is at it.

    Raises
    ------
    sqlite3.Error
        It cannot be opened.
    """
    if alone is None:
        alone = not path.with_name(f"{path.name}-wal").exists()
    place = quote(os.fsencode(path.absolute().as_posix()), safe="/:")  # bytes: a folder's name need be no Unicode
    query = "mode=ro&immutable=1" if alone else "mode=ro"
    return sqlite3.connect(f"file://{'' if place.startswith('/') else '/'}{place}?{query}", uri=True)
