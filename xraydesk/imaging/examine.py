"""One file of a folder becomes instances for the worklist, or a reason why it is left out. Reads headers only."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pydicom.uid import UID

from xraydesk.errors import ImageTooLarge, UnreadableImage
from xraydesk.imaging.dicom_head import HEAD, DicomHead, read_head
from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.header import read_header
from xraydesk.imaging.limits import MAX_FRAMES, MAX_PIXELS, check_size
from xraydesk.imaging.naming import header_from_name
from xraydesk.imaging.objects import RADIOGRAPHS, colour_problem, known_other, modality_problem
from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.raster import read_info
from xraydesk.imaging.sniff import HEAD_BYTES, IMAGE_SUFFIXES, kind_of, openable, os_words
from xraydesk.imaging.study import Instance, SkippedFile
from xraydesk.imaging.walk import FoundFile

log = logging.getLogger(__name__)

DICOMDIR_CLASS = "1.2.840.10008.1.3.10"  # Media Storage Directory Storage
_ROWS, _COLUMNS = tag_of("Rows"), tag_of("Columns")
_FRAMES = tag_of("NumberOfFrames")
_NATIVE = {"", "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"}
_LEAST_FRAME = 16  # bytes: item header and the smallest fragment
_SUFFIX_KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".tif": "tiff", ".tiff": "tiff"}
_DOCUMENTS = {".pdf": "A PDF document", ".txt": "A text file", ".csv": "A table", ".json": "A data file",
              ".xml": "A data file", ".zip": "An archive: unpack it first", ".gz": "An archive: unpack it first",
              ".exe": "A program", ".html": "A web page", ".htm": "A web page"}  # fmt: skip
_SHORT = "The file holds no picture data, it may be cut short"


@dataclass(frozen=True, slots=True)
class Directory:
    """A DICOMDIR."""

    path: Path


def examine(file: FoundFile) -> list[Instance] | SkippedFile | Directory:
    """Return what the file is: its pictures, why it is left out, or a DICOMDIR to follow. Raises nothing."""
    try:
        with open(openable(file.path), "rb") as opened:  # noqa: PTH123  # see `openable`
            start = opened.read(HEAD)
            kind = kind_of(start[:HEAD_BYTES])
            if kind == "dicom":
                return _dicom(file, opened, start)
            return _raster(file, opened, kind) if kind else _neither(file, start)
    except OSError as error:
        return _unopened(file, os_words(error))
    except Exception as error:  # noqa: BLE001  # parsers raise many kinds on damaged files
        log.debug("A header cannot be parsed: %s", type(error).__name__)
        return [_instance(file, "dicom", header_from_name(file.path), problem="The header is damaged or cut short")]


def _unopened(file: FoundFile, reason: str) -> list[Instance] | SkippedFile:
    """Keep a film that cannot be opened in sight; by its name, for want of anything else."""
    if file.path.suffix.lower() in IMAGE_SUFFIXES:
        return [_instance(file, _suffix_kind(file.path), header_from_name(file.path), problem=reason)]
    return SkippedFile(file.path, reason)


def _neither(file: FoundFile, start: bytes) -> list[Instance] | SkippedFile:
    suffix = file.path.suffix.lower()
    reason = "This is no image, whatever its name says" if start else "The file is empty"
    if suffix in IMAGE_SUFFIXES:
        return [_instance(file, _suffix_kind(file.path), header_from_name(file.path), problem=reason)]
    return SkippedFile(file.path, _DOCUMENTS.get(suffix, "Not an image") if start else reason)


def _suffix_kind(path: Path) -> str:
    return _SUFFIX_KINDS.get(path.suffix.lower(), "dicom")


def _instance(file: FoundFile, kind: str, header: Header, *, frame: int = 0, rows: int = 0, columns: int = 0,
              problem: str = "") -> Instance:  # fmt: skip
    return Instance(file.path, frame, header, rows, columns, file.size, file.modified_ns, kind, problem)


def _raster(file: FoundFile, opened: BinaryIO, kind: str) -> list[Instance]:
    header = header_from_name(file.path)
    opened.seek(0)
    try:
        info = read_info(file.path, opened, kind)
    except UnreadableImage as error:
        return [_instance(file, kind, header, problem=error.what)]
    rows, columns = (info.columns, info.rows) if info.orientation >= 5 else (info.rows, info.columns)
    frames = range(min(info.frames, MAX_FRAMES))
    return [_instance(file, kind, header, frame=n, rows=rows, columns=columns) for n in frames]


def _dicom(file: FoundFile, opened: BinaryIO, start: bytes) -> list[Instance] | SkippedFile | Directory:
    head = read_head(opened, start, file.size)
    if head.storage_class == DICOMDIR_CLASS:
        return Directory(file.path)
    header = read_header(head.elements, head.transfer_syntax)
    rows, columns = head.elements.integer(_ROWS), head.elements.integer(_COLUMNS)
    if not head.has_pixels:
        return _without_pixels(file, head, header)
    frames = max(1, int(head.elements.number(_FRAMES) or 1))
    problem = _problem(file, head, header.modality, frames)
    count = 1 if problem else frames
    return [
        _instance(file, "dicom", header, frame=n, rows=rows, columns=columns, problem=problem) for n in range(count)
    ]


def _without_pixels(file: FoundFile, head: DicomHead, header: Header) -> list[Instance] | SkippedFile:
    """Tell a film that lost its picture, which must stay in sight, from an object that never had one."""
    lost = head.elements.has(_ROWS) or header.modality in RADIOGRAPHS
    is_image = "Image Storage" in UID(head.storage_class).name and not known_other(header.modality)
    if lost or is_image:  # the storage class stands first in a file, and is there where the modality is cut off
        return [_instance(file, "dicom", header, problem=_SHORT)]
    return SkippedFile(file.path, f"A DICOM object without a picture ({header.modality[:16]})")


def _problem(file: FoundFile, head: DicomHead, modality: str, frames: int) -> str:
    """Return why this picture cannot be judged; "" where the header says nothing against it."""
    elements = head.elements
    rows, columns = elements.integer(_ROWS), elements.integer(_COLUMNS)
    if not rows or not columns:
        return "The header does not say how large the picture is"
    try:
        check_size(rows, columns, file.path)
    except ImageTooLarge as error:
        return error.what
    return (
        modality_problem(modality)
        or colour_problem(
            elements.text(tag_of("PhotometricInterpretation")), elements.integer(tag_of("SamplesPerPixel"), 1)
        )
        or _too_short(file.size, head.transfer_syntax, elements, frames)
    )


def _too_short(size: int, syntax: str, elements: Elements, frames: int) -> str:
    pixels = elements.integer(_ROWS) * elements.integer(_COLUMNS) * frames
    needed = pixels * (elements.integer(tag_of("BitsAllocated")) or 8) // 8 if syntax in _NATIVE else 0
    if frames > MAX_FRAMES or max(needed, frames * _LEAST_FRAME) > size or pixels > MAX_PIXELS * MAX_FRAMES:
        return "The header announces more pixels than the file holds, it may be cut short"
    return ""
