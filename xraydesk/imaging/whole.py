"""Whether the file of a picture is there to its end, or is still being written. Decodes nothing."""

from __future__ import annotations

import logging
import os
import zlib
from pathlib import Path
from struct import Struct
from typing import BinaryIO

from PIL import Image
from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.uid import UID, DeflatedExplicitVRLittleEndian

from xraydesk.imaging.quiet import hush
from xraydesk.imaging.sniff import HEAD_BYTES, IMAGE_SUFFIXES, kind_of, openable

_TAIL = 65_536  # some writers append their own data after the end marker
_PNG_END = b"IEND\xaeB`\x82"  # the last chunk with its checksum (W3C PNG 11.2.5)
_JPEG_END = b"\xff\xd9"
_TIFF_PARTS = ((273, 279), (324, 325))  # offsets and byte counts of strips, of tiles (TIFF 6.0)
_UNDEFINED = 0xFFFFFFFF
_SEQUENCE_END = b"\xfe\xff\xdd\xe0"
_INFLATE_STEP, _MOST_INFLATED = 1 << 20, 1 << 30
_log = logging.getLogger(__name__)


def is_whole(path: Path) -> bool:
    """Tell whether a file holds all that its header announces. Raises nothing: what cannot be read is not whole.

    DICOM by the length of its pixel data or the end of its fragments (PS3.5 A.4), PNG and JPEG by their end marks, TIFF
    by its strips and tiles. A file of another kind is whole, unless its name says that it will be a picture.
    """
    hush()
    try:
        with open(openable(path), "rb") as file:  # noqa: PTH123  # see `openable`
            kind = kind_of(file.read(HEAD_BYTES))
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            if kind == "dicom":
                return _whole_dicom(file, size)
            if kind == "tiff":
                return _whole_tiff(file, size)
            if kind:
                return _marked(file, size, _PNG_END if kind == "png" else _JPEG_END)
            return path.suffix.lower() not in IMAGE_SUFFIXES
    except Exception as error:  # noqa: BLE001  # parsers raise many kinds on files that are cut short
        _log.debug("A file is not whole: %s", type(error).__name__)
        return False


def _marked(file: BinaryIO, size: int, mark: bytes) -> bool:
    file.seek(max(0, size - _TAIL))
    return mark in file.read()


def _whole_tiff(file: BinaryIO, size: int) -> bool:
    with Image.open(file, formats=["tiff"]) as image:
        for page in range(getattr(image, "n_frames", 1)):
            image.seek(page)
            tags = image.tag_v2  # type: ignore[attr-defined]
            for offsets, counts in _TIFF_PARTS:
                parts = zip(tags.get(offsets, ()), tags.get(counts, ()), strict=False)
                if any(at + count > size for at, count in parts):
                    return False
    return True


def _whole_dicom(file: BinaryIO, size: int) -> bool:
    start = file.read(1024)
    file.seek(0)
    if DeflatedExplicitVRLittleEndian.encode() in start:
        return _whole_deflated(file)
    header = dcmread(file, force=True, stop_before_pixels=True)
    implicit, little = header.original_encoding
    element = file.read(12)
    if element[:2] not in (b"\xe0\x7f", b"\x7f\xe0"):
        return not _should_have_pixels(header)
    order = "<" if little else ">"
    length = int(Struct(f"{order}L").unpack_from(element, 4 if implicit else 8)[0])
    if implicit:
        file.seek(-4, os.SEEK_CUR)
    return file.tell() + length <= size if length != _UNDEFINED else _fragments_end(file, size)


def _should_have_pixels(header: FileDataset) -> bool:
    """Tell a film whose pixels are still to come from an object that never has any, such as a report."""
    storage = UID(header.file_meta.get("MediaStorageSOPClassUID", ""))
    known = storage.name != storage  # of one that is cut in the middle nobody knows what it is
    return not known or "Rows" in header or "Image Storage" in storage.name


def _fragments_end(file: BinaryIO, size: int) -> bool:
    """Step over the fragments of encapsulated pixel data to the sequence delimiter (PS3.5 A.4)."""
    item = Struct("<4sL")
    while file.tell() + item.size <= size:
        tag, length = item.unpack(file.read(item.size))
        if tag == _SEQUENCE_END:
            return True
        file.seek(length, os.SEEK_CUR)
    return False


def _whole_deflated(file: BinaryIO) -> bool:
    """Inflate piece by piece up to the stream's own end (PS3.5 A.5); one that swells without bound counts as whole."""
    data = file.read()
    begin = 144 + int.from_bytes(data[140:144], "little")  # after preamble, (0002,0000) and the meta elements it counts
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    rest, inflated = data[begin:], 0
    while rest and not inflater.eof and inflated < _MOST_INFLATED:
        inflated += len(inflater.decompress(rest, _INFLATE_STEP))
        rest = inflater.unconsumed_tail
    return inflater.eof or inflated >= _MOST_INFLATED
