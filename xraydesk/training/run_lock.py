"""Who is at work in a run's folder: a lock that ends with its process, however that ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from xraydesk.errors import TrainingError

_LOCK, _PROCESS = "lock", "process"
_TRIES, _PAUSE = 20, 0.1  # whoever looks whether the lock is held holds it for a moment


@contextmanager
def at_work(folder: Path) -> Iterator[None]:
    """Hold a run's folder as long as this lasts; of several processes of one run the first one does.

    Raises
    ------
    TrainingError
        Another process is at work there, or the folder cannot be written.
    """
    if os.environ.get("RANK", "0") != "0":  # torchrun's number of the process
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _LOCK).open("ab")
    except OSError as error:
        raise TrainingError(f"The run cannot be written: {error.strerror}", subject=folder) from error
    with file:
        if not _taken_soon(file):
            raise TrainingError("A run is at work in this folder", subject=folder, remedy="Wait for it, or stop it")
        (folder / _PROCESS).write_text(str(os.getpid()), "ascii")
        yield


def worker(folder: Path) -> int | None:
    """Return the process that is at work in a run's folder; None where none is."""
    try:
        with (folder / _LOCK).open("ab") as file:
            if _taken(file):
                return None
        return int((folder / _PROCESS).read_text("ascii"))
    except (OSError, ValueError):
        return None


def _taken_soon(file: IO[bytes]) -> bool:
    for _ in range(_TRIES):
        if _taken(file):
            return True
        time.sleep(_PAUSE)
    return False


def _taken(file: IO[bytes]) -> bool:
    """Take the lock, which is given back with the file, unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
