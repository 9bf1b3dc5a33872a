"""What a folder holds, by headers only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xraydesk.imaging.radiograph import Header


@dataclass(frozen=True, slots=True)
class Instance:
    """One picture in one file: a DICOM frame or a PNG, JPEG or TIFF file.

    ``problem`` is filled where the scan already knows that this cannot be judged (damaged file, CT, colour capture):
    the instance then still stands in the worklist, with this reason.
    """

    path: Path
    frame: int
    header: Header
    rows: int
    columns: int
    size_bytes: int
    modified_ns: int
    kind: str  # "dicom", "png", "jpeg", "tiff"
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """Instances that are read together."""

    study_id: str  # StudyInstanceUID, or a stable name made from the folder or file for PNG/JPEG
    instances: tuple[Instance, ...]

    @property
    def header(self) -> Header:
        """The header of the first instance, which speaks for the study."""
        return self.instances[0].header

    @property
    def label(self) -> str:
        """What a person calls it: patient id, or the folder or file name."""
        return self.header.patient_id or self.study_id

    @property
    def arrived(self) -> datetime:
        """Study date and time where the header has one, else when the newest file was written."""
        if self.header.study_time is not None:
            return self.header.study_time
        return datetime.fromtimestamp(max(i.modified_ns for i in self.instances) / 1e9)


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file the scan leaves out, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class ScanResult:
    """All studies of a folder in order of arrival, and what was left out."""

    folder: Path
    studies: tuple[Study, ...]
    skipped: tuple[SkippedFile, ...]

    @property
    def instance_count(self) -> int:
        """Number of pictures in all studies."""
        return sum(len(study.instances) for study in self.studies)
