"""What a folder holds, by headers only."""

from __future__ import annotations

import filecmp
from collections.abc import Callable, Iterable
from pathlib import Path

from xraydesk.errors import Cancelled
from xraydesk.imaging.dicomdir import referenced_files
from xraydesk.imaging.examine import Directory, examine
from xraydesk.imaging.grouping import group
from xraydesk.imaging.quiet import hush
from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.sniff import openable
from xraydesk.imaging.study import Instance, ScanResult, SkippedFile
from xraydesk.imaging.walk import walk

_REPORT_EVERY = 50  # files


def _never() -> bool:
    return False


def scan(
    folder: Path,
    *,
    on_progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] = _never,
) -> ScanResult:
    """Find every picture below a folder and group the pictures into studies.

    Parameters
    ----------
    folder
        The folder to open. Links are followed, loops are not.
    on_progress
        Called now and then, and at the end, with the number of files looked at.
    cancelled
        Asked before each file; True stops the scan.

    Returns
    -------
    ScanResult
        Studies in order of arrival; a damaged film or one of a wrong kind stands among them with its problem. What is
        no picture at all is in ``skipped`` with the reason.

    Raises
    ------
    FolderError
        If the folder is missing, no folder, or closed to this person.
    Cancelled
        If ``cancelled`` said so.
    """
    hush()
    finder = Finder()
    count = 0
    for count, file in enumerate(walk(Path(folder), finder.skip), start=1):
        if cancelled():
            raise Cancelled
        finder.take(examine(file))
        if on_progress is not None and count % _REPORT_EVERY == 0:
            on_progress(count)
    finder.follow_directories()
    if on_progress is not None:
        on_progress(count)
    skipped = sorted(finder.skipped, key=lambda s: str(s.path))
    return ScanResult(Path(folder), group(finder.instances, Path(folder)), tuple(skipped))


def _equal(one: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(openable(one), openable(other), shallow=False)
    except OSError:
        return False


class Finder:
    """Gathers what the files are; drops second copies."""

    def __init__(self) -> None:
        self.instances: list[Instance] = []
        self.skipped: list[SkippedFile] = []
        self._directories: list[Path] = []
        self._by_header: dict[tuple[Header, int], Path] = {}  # header and size -> the first file that had them

    def know(self, instances: Iterable[Instance]) -> None:
        """Drop second copies of these, too."""
        for instance in instances:
            if instance.header.instance_uid:
                self._by_header.setdefault((instance.header, instance.size_bytes), instance.path)

    def skip(self, path: Path, reason: str) -> None:
        """Leave a file out."""
        self.skipped.append(SkippedFile(path, reason))

    def take(self, found: list[Instance] | SkippedFile | Directory) -> None:
        """Gather what a file is."""
        if isinstance(found, SkippedFile):
            self.skipped.append(found)
        elif isinstance(found, Directory):
            self._directories.append(found.path)
            self.skip(found.path, "A DICOMDIR: the list of files on a disc, followed")
        else:
            self._take_instances(found)

    def _take_instances(self, found: list[Instance]) -> None:
        """Take a file's pictures, unless the file is byte for byte one that was taken before.

        One SOPInstanceUID in two files is not enough to drop one: devices have been known to reuse UIDs, and of two
        copies one may be cut short. So two that differ in anything both stay in sight.
        """
        new = found[0]
        if new.header.instance_uid:
            same = self._by_header.setdefault((new.header, new.size_bytes), new.path)
            if same != new.path and _equal(same, new.path):
                self.skip(new.path, f"A second copy of {same.name}: same SOPInstanceUID, same content")
                return
        self.instances.extend(found)

    def follow_directories(self) -> None:
        """Report the files that a DICOMDIR names and that are not there; those that are were found by the walk."""
        if not self._directories:
            return
        known = {i.path for i in self.instances} | {s.path for s in self.skipped}
        for directory in self._directories:
            missing = dict.fromkeys(p for p in referenced_files(directory) if p not in known)
            for path in missing:
                self.skip(path, f"{directory.name} names this file, and it is not there")
