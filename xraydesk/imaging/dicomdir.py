"""The list of files on a DICOM disc (PS3.3 F, PS3.10 8.6)."""

from __future__ import annotations

import logging
import os
from pathlib import Path, PurePosixPath

from pydicom import dcmread

from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.sniff import openable

log = logging.getLogger(__name__)
_RECORDS = tag_of("DirectoryRecordSequence")
_FILE_ID = tag_of("ReferencedFileID")
_KIND = tag_of("DirectoryRecordType")


def referenced_files(dicomdir: Path) -> list[Path]:
    """Return the files that the IMAGE records of a DICOMDIR name, as the disc has them, in order.

    Names on a disc may differ in case from the records, or carry ISO 9660's ";1" or a full stop at the end; the file
    found is returned. A file that is not there is returned under its recorded name. Ids that leave the disc's folder
    are left out. An unreadable DICOMDIR names no files.
    """
    try:
        data_set = dcmread(openable(dicomdir), force=True)
        records = Elements.of(data_set).items(_RECORDS)
        ids = [Elements.of(record).texts(_FILE_ID) for record in records if _is_image(Elements.of(record))]
    except Exception as error:  # noqa: BLE001  # a damaged directory: the files themselves are still found by the scan
        log.debug("A DICOMDIR cannot be parsed: %s", type(error).__name__)
        return []
    listings: dict[Path, dict[str, str]] = {}
    inside = [parts for parts in ids if parts and not any(p in {"", ".", ".."} or "/" in p for p in parts)]
    return [_on_disc(dicomdir.parent, parts, listings) for parts in inside]


def _is_image(record: Elements) -> bool:
    return record.text(_KIND) == "IMAGE"


def _on_disc(folder: Path, parts: list[str], listings: dict[Path, dict[str, str]]) -> Path:
    place = folder
    for part in parts:
        if place not in listings:
            listings[place] = _listing(place)
        place = place / listings[place].get(_key(part), part)
    return place


def _listing(folder: Path) -> dict[str, str]:
    try:
        with os.scandir(openable(folder)) as entries:
            return {_key(entry.name): entry.name for entry in sorted(entries, key=lambda e: e.name)}
    except OSError:
        return {}


def _key(name: str) -> str:
    return str(PurePosixPath(name.partition(";")[0].rstrip("."))).casefold()
