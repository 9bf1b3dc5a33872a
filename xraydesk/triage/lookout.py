"""Which files of a watched folder are new and complete.

By looking, not by the system's events: network shares, onto which modalities and routers write, give none, and events
tell of a file's beginning, not of its end. The names are listed at every look (20,000 take a fiftieth of a second);
size and time, which take five times as long, are asked for only of files that are new, and of a tenth of those known.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from xraydesk.errors import FolderError
from xraydesk.imaging.sniff import openable
from xraydesk.imaging.study import ScanResult
from xraydesk.imaging.walk import FoundFile, first_visit, folder_words, look_away
from xraydesk.imaging.whole import is_whole

STILL_S = 0.4  # a file that has not changed for so long may be complete; less than the time between two looks
PATIENCE_S = 30.0  # one that is not readable to its end, or has a passing name, is waited for as long as this
_TURNS = 10  # looks until each known file was asked for its size and time
_CLOCKS_NS = 2_000_000_000  # the grain of time stamps on FAT
_PASSING = (".part", ".partial", ".filepart", ".crdownload", ".tmp", ".temp", ".swp", "~")  # until a file is renamed


class Stamp(NamedTuple):
    """A file's state: it is another one where any of this differs."""

    size: int
    modified_ns: int


@dataclass(slots=True)
class _Waiting:
    stamp: Stamp
    since: float  # of the clock that `look` is given


class Lookout:
    """Remembers what a folder holds; `look` returns what has become complete since. For one thread.

    Parameters
    ----------
    scanned
        What is known already. A file of it that is written anew is returned again.
    """

    def __init__(self, scanned: ScanResult) -> None:
        self._root = str(scanned.folder)
        self._known: dict[str, Stamp | None] = {str(file.path): None for file in scanned.skipped}
        for study in scanned.studies:
            self._known |= {str(i.path): Stamp(i.size_bytes, i.modified_ns) for i in study.instances}
        self._began_ns = time.time_ns()
        self._waiting: dict[str, _Waiting] = {}
        self._nodes: dict[int, Stamp] = {}  # of the files that wait: one that is renamed keeps its number
        self._looks = 0
        self._gone: set[str] = set()
        self.back = False  # whether the last look found known files again that were gone

    @property
    def waiting(self) -> int:
        """How many files are not complete yet."""
        return len(self._waiting)

    def look(self, now: float) -> list[FoundFile]:
        """Return the files that are complete by now and were not before.

        Parameters
        ----------
        now
            Seconds on a clock that only goes forward.

        Raises
        ------
        FolderError
            The folder cannot be read; nothing is forgotten.
        """
        turn = self._looks % _TURNS
        present: set[str] = set()
        ready: list[FoundFile] = []
        nodes: dict[int, Stamp] = {}
        for path, node in _files(self._root):
            present.add(path)
            known = path in self._known
            if known and hash(path) % _TURNS != turn and path not in self._waiting:
                continue
            stamp = _stamp(path)
            if stamp is None or (known and self._is_same(path, stamp)):
                self._waiting.pop(path, None)
            elif self._is_complete(path, stamp, node, now):
                ready.append(FoundFile(Path(path), *stamp))
                self._known[path] = stamp
                del self._waiting[path]
            else:
                nodes[node] = stamp
        self._looks += 1
        self._nodes = nodes
        self._note_absence(present)
        return ready

    def _note_absence(self, present: set[str]) -> None:
        self._waiting = {path: waiting for path, waiting in self._waiting.items() if path in present}
        gone = self._known.keys() - present
        self.back = bool(self._gone - gone)
        self._gone = gone

    def _is_same(self, path: str, stamp: Stamp) -> bool:
        before = self._known[path]
        if before is None:  # left out by the scan, which keeps no time; it may have been half written then
            self._known[path] = before = stamp if stamp.modified_ns < self._began_ns - _CLOCKS_NS else Stamp(-1, 0)
        return before == stamp

    def _is_complete(self, path: str, stamp: Stamp, node: int, now: float) -> bool:
        waiting = self._waiting.get(path)
        if waiting is None or waiting.stamp != stamp:
            self._waiting[path] = _Waiting(stamp, now)
            still = self._was_renamed(stamp, node)
        else:
            still = now - waiting.since >= STILL_S
        if not still:
            return False
        if now - self._waiting[path].since >= PATIENCE_S:
            return True  # such as it is: a damaged film stands in the list with its reason
        return not _is_passing(path) and is_whole(Path(path))

    def _was_renamed(self, stamp: Stamp, node: int) -> bool:
        """Tell whether a name is new and the file is not: such a file is complete at once."""
        age_s = (time.time_ns() - stamp.modified_ns) / 1e9
        return age_s >= STILL_S or (node != 0 and self._nodes.get(node) == stamp)


def _files(root: str) -> Iterator[tuple[str, int]]:
    """Yield path and number of every file below a folder, by the rules of `imaging.walk`.

    Raises
    ------
    FolderError
        The folder itself cannot be read; a closed one inside it is left out.
    """
    seen: set[tuple[int, int]] = set()
    pending = [root]
    while pending:
        folder = pending.pop()
        within = "" if folder == "." else folder if folder.endswith(os.sep) else folder + os.sep
        folders: list[str] = []
        try:
            if not first_visit(os.stat(openable(folder)), seen):  # noqa: PTH116  # see `openable`
                continue
            with os.scandir(openable(folder)) as entries:
                for entry in entries:
                    if look_away(entry.name):
                        continue
                    if entry.is_file():
                        yield within + entry.name, entry.inode()
                    elif entry.is_dir():
                        folders.append(within + entry.name)
        except (OSError, ValueError) as error:
            if folder == root:
                raise FolderError(f"The folder cannot be read: {folder_words(error)}", subject=root) from error
        pending += sorted(folders, reverse=True)  # as the scan goes: a folder that two links lead to has one path


def _stamp(path: str) -> Stamp | None:
    """Return a file's state, asked of the file itself: on Windows a folder's entry lags behind while one writes."""
    try:
        status = os.stat(openable(path))  # noqa: PTH116  # see `openable`
    except OSError:
        return None
    return Stamp(status.st_size, max(0, status.st_mtime_ns))


def _is_passing(path: str) -> bool:
    name = os.path.basename(path).lower()  # noqa: PTH119 - called for every file
    return name.startswith(".") or name.endswith(_PASSING)
