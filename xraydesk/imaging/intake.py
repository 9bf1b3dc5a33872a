"""Files that come into a folder after it was scanned."""

from __future__ import annotations

from collections.abc import Iterable

from xraydesk.imaging.examine import examine
from xraydesk.imaging.grouping import Stems, add_stems, group
from xraydesk.imaging.quiet import hush
from xraydesk.imaging.scan import Finder
from xraydesk.imaging.study import ScanResult
from xraydesk.imaging.walk import FoundFile


class Intake:
    """Examines new files with the scan's own rules: the same kinds, second copies and studies. For one thread.

    Parameters
    ----------
    scanned
        What the folder held; new files join its studies.
    """

    def __init__(self, scanned: ScanResult) -> None:
        self._folder = scanned.folder
        self._finder = Finder()
        self._stems: Stems = {}
        for study in scanned.studies:
            add_stems(study.instances, self._stems)
            self._finder.know(study.instances)

    def take(self, files: Iterable[FoundFile]) -> ScanResult:
        """Return what the new files hold: parts of studies or whole ones, and what was left out."""
        hush()
        finder = self._finder
        finder.instances, finder.skipped = [], []
        for file in files:
            finder.take(examine(file))
        studies = group(finder.instances, self._folder, self._stems)
        return ScanResult(self._folder, studies, tuple(finder.skipped))
