"""All files below a folder, each once: loops of links, hard links, pipes and closed folders do no harm."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xraydesk.errors import FolderError
from xraydesk.imaging.sniff import openable, os_words

_RESOURCE_FOLDERS = {"__MACOSX", "$RECYCLE.BIN", "System Volume Information"}
_RESOURCE_FILES = {".DS_Store", "Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A plain file and what the file system says of it."""

    path: Path
    size: int
    modified_ns: int


def walk(folder: Path, skip: Callable[[Path, str], None]) -> Iterator[FoundFile]:
    """Yield every plain file below ``folder``, in the order of names, depth first.

    Parameters
    ----------
    folder
        Where to start. Links to folders are followed; each folder and each file is visited once, by its device and
        inode.
    skip
        Called with path and reason for whatever is left out.

    Raises
    ------
    FolderError
        If ``folder`` itself is missing, no folder, or closed to this person.
    """
    seen: set[tuple[int, int]] = set()
    top = _names(folder, None)
    first_visit(os.stat(openable(folder)), seen)  # noqa: PTH116  # see `openable`
    pending = [iter(_paths(folder, top))]
    while pending:
        path = next(pending[-1], None)
        if path is None:
            pending.pop()
            continue
        found = _look(path, seen, skip)
        if isinstance(found, FoundFile):
            yield found
        elif found is not None:
            pending.append(iter(_paths(path, _names(path, skip))))


def look_into(folder: Path) -> None:
    """Raise the `FolderError` that `walk` would raise for this folder, if any."""
    _names(folder, None)


def _paths(folder: Path, names: list[str]) -> list[Path]:
    return [folder / name for name in names]


def _names(folder: Path, skip: Callable[[Path, str], None] | None) -> list[str]:
    """Return the sorted names in a folder. Where it cannot be read: FolderError at the top, else skipped."""
    try:
        with os.scandir(openable(folder)) as entries:
            return sorted(entry.name for entry in entries)
    except NotADirectoryError as error:
        raise FolderError("This is not a folder", subject=folder) from error
    except (OSError, ValueError) as error:
        if skip is not None:
            skip(folder, f"The folder cannot be read: {folder_words(error)}")
            return []
        raise FolderError(_sentence(folder_words(error)), subject=folder, remedy="Choose another folder") from error


def folder_words(error: Exception) -> str:
    """Return why a folder cannot be read, as a clause."""
    if isinstance(error, FileNotFoundError):
        return "it is not there"
    if isinstance(error, PermissionError):
        return "there is no permission to open it"
    return os_words(error) if isinstance(error, OSError) else "its name is not valid"


def _sentence(words: str) -> str:
    return f"The folder cannot be read: {words}"


def _look(path: Path, seen: set[tuple[int, int]], skip: Callable[[Path, str], None]) -> FoundFile | Path | None:
    """Return a found file, the path of a folder to enter, or None for what is left out."""
    reason = look_away(path.name)
    if reason:
        skip(path, reason)
        return None
    try:
        status = os.stat(openable(path))  # noqa: PTH116  # see `openable`
    except OSError as error:
        dangling = isinstance(error, FileNotFoundError) and path.is_symlink()
        skip(path, "A link that leads nowhere" if dangling else os_words(error))
        return None
    is_folder = stat.S_ISDIR(status.st_mode)
    if not is_folder and not stat.S_ISREG(status.st_mode):
        skip(path, "Not a plain file (a device, pipe or socket)")
        return None
    if not first_visit(status, seen):
        skip(path, "A link to a folder already visited" if is_folder else "A link to a file already read")
        return None
    return path if is_folder else FoundFile(path, status.st_size, max(0, status.st_mtime_ns))


def look_away(name: str) -> str:
    """Return why a file or folder of this name is no film and holds none; "" where that is not said by the name."""
    if name in _RESOURCE_FOLDERS or name in _RESOURCE_FILES or name.startswith("._"):
        return "A helper file of the operating system"
    return ""


def first_visit(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    """Tell whether a file or folder is seen for the first time, and remember it."""
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    if status.st_ino:  # some network drives give none
        seen.add(key)
    return True
