"""The header of a DICOM file, read without its pixel data and without turning values into Python.

`pydicom.dcmread` needs about a millisecond a file, also with ``specific_tags``. Nearly all films are written as plain
little-endian elements; these are stepped over here, which takes a tenth of that. Whatever else comes up (big endian,
deflated, no preamble, an unknown VR, a very long header) is left to pydicom.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from struct import Struct
from typing import BinaryIO, NamedTuple

from pydicom import dcmread
from pydicom.dataset import FileDataset
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian

from xraydesk.imaging.elements import Elements
from xraydesk.imaging.header import HEADER_TAGS

HEAD = 65_536  # holds the header of nearly every film, vendors' private elements and all
_INFLATED_HEAD = 1 << 22
_PREAMBLE = 132
_PIXELS = 0x7FE00008  # FloatPixelData, DoubleFloatPixelData and PixelData are the last elements of a picture
_PIXEL_GROUP = 0x7FE0
_END_OF_META = 0x00030000
_SYNTAX = 0x00020010
_STORAGE_CLASS = 0x00020002
_META_TAGS = frozenset((_STORAGE_CLASS, _SYNTAX))
_DATA_TAGS = frozenset(HEADER_TAGS)
_ELEMENT = Struct("<HH2sH")  # PS3.5 7.1.2; for implicit VR the last four bytes are the length
_LENGTH = Struct("<L")
_UNDEFINED = 0xFFFFFFFF
_ITEM, _END_OF_ITEM, _END_OF_SEQUENCE = (0xFFFE, 0xE000), (0xFFFE, 0xE00D), (0xFFFE, 0xE0DD)
_MAX_DEPTH = 16
_LONG_VR = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())
_SHORT_VR = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())


@dataclass(frozen=True, slots=True)
class DicomHead:
    """Raw elements of a header, and whether pixel data follow it."""

    elements: Elements
    transfer_syntax: str
    storage_class: str
    has_pixels: bool


class _Raw(NamedTuple):
    value: bytes
    is_little_endian: bool = True


class _UnusualError(Exception):
    """The file is better left to pydicom."""


def read_head(file: BinaryIO, start: bytes, size: int) -> DicomHead:
    """Return the header of a DICOM file.

    Parameters
    ----------
    file
        The open file, for headers out of the ordinary.
    start
        The first `HEAD` bytes of the file.
    size
        Length of the file in bytes.

    Raises
    ------
    Exception
        Of many kinds, from pydicom, where the header is damaged.
    """
    try:
        return _stepped(start, whole=size <= len(start))
    except _UnusualError:
        file.seek(0)
        return _parsed(file)


def _stepped(data: bytes, *, whole: bool) -> DicomHead:
    if data[128:_PREAMBLE] != b"DICM":
        raise _UnusualError
    meta, _, at = _step(data, _PREAMBLE, _META_TAGS, _END_OF_META, implicit=False, whole=False)
    fields = Elements(meta.get)
    syntax = fields.text(_SYNTAX)
    if syntax in {"", DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian}:
        raise _UnusualError
    implicit = syntax == ImplicitVRLittleEndian
    found, stopped, _ = _step(data, at, _DATA_TAGS, _PIXELS, implicit=implicit, whole=whole)
    if stopped and stopped >> 16 != _PIXEL_GROUP:  # elements out of order, or a length that led astray
        raise _UnusualError
    return DicomHead(Elements(found.get), syntax, fields.text(_STORAGE_CLASS), stopped >> 16 == _PIXEL_GROUP)


def _step(
    data: bytes, at: int, wanted: frozenset[int], stop: int, *, implicit: bool, whole: bool
) -> tuple[dict[int, _Raw], int, int]:
    """Return the wanted elements from ``at`` on, the tag from ``stop`` on that ended the walk (else 0), its place."""
    found: dict[int, _Raw] = {}
    end = len(data)
    while at + 8 <= end:
        group, element, vr, length = _ELEMENT.unpack_from(data, at)
        tag = group << 16 | element
        if tag >= stop:
            return found, tag, at
        value = at + 8
        if implicit:
            length = _LENGTH.unpack_from(data, at + 4)[0]
        elif vr in _LONG_VR and value + 4 <= end:
            length = _LENGTH.unpack_from(data, value)[0]
            value += 4
        elif vr not in _SHORT_VR:
            raise _UnusualError
        at = value + length if length != _UNDEFINED else _after_sequence(data, value, implicit)
        if at > end:
            raise _UnusualError
        if tag in wanted:
            found[tag] = _Raw(data[value:at])
    if not whole:
        raise _UnusualError
    return found, 0, at


def _after_sequence(data: bytes, at: int, implicit: bool, depth: int = 0) -> int:
    """Return the place after a sequence of undefined length whose first item begins at ``at`` (PS3.5 7.5)."""
    while at + 8 <= len(data) and depth < _MAX_DEPTH:
        group, element, _, _ = _ELEMENT.unpack_from(data, at)
        length = _LENGTH.unpack_from(data, at + 4)[0]
        at += 8
        if (group, element) == _END_OF_SEQUENCE:
            return at
        if (group, element) != _ITEM:
            break
        at = at + length if length != _UNDEFINED else _after_item(data, at, implicit, depth)
    raise _UnusualError


def _after_item(data: bytes, at: int, implicit: bool, depth: int) -> int:
    """Return the place after an item of undefined length whose first element begins at ``at``."""
    while at + 8 <= len(data):
        group, element, vr, length = _ELEMENT.unpack_from(data, at)
        at += 8
        if (group, element) == _END_OF_ITEM:
            return at
        if implicit:
            length = _LENGTH.unpack_from(data, at - 4)[0]
        elif vr in _LONG_VR and at + 4 <= len(data):
            length = _LENGTH.unpack_from(data, at)[0]
            at += 4
        elif vr not in _SHORT_VR:
            break
        at = at + length if length != _UNDEFINED else _after_sequence(data, at, implicit, depth + 1)
    raise _UnusualError


def _parsed(file: BinaryIO) -> DicomHead:
    """Return the header by pydicom; of a deflated file only the beginning is inflated."""
    start = file.read(1024)
    file.seek(0)
    if DeflatedExplicitVRLittleEndian.encode() in start:
        return _inflated(file)
    return _head(dcmread(file, force=True, stop_before_pixels=True), file.read(4))


def _inflated(file: BinaryIO) -> DicomHead:
    """Let pydicom read the beginning of a deflated data set (PS3.5 A.5), inflated and without its meta elements."""
    data = file.read(_INFLATED_HEAD)
    length = _LENGTH.unpack_from(data, _PREAMBLE + 8)[0]  # (0002,0000): the length of the meta elements after it
    begin = _PREAMBLE + 12 + length
    inflated = io.BytesIO(zlib.decompressobj(-zlib.MAX_WBITS).decompress(data[begin:], _INFLATED_HEAD))
    head = _head(dcmread(inflated, force=True, stop_before_pixels=True), inflated.read(4))
    meta, _, _ = _step(data[:begin], _PREAMBLE, _META_TAGS, _END_OF_META, implicit=False, whole=True)
    return DicomHead(
        head.elements, str(DeflatedExplicitVRLittleEndian), Elements(meta.get).text(_STORAGE_CLASS), head.has_pixels
    )


def _head(data_set: FileDataset, rest: bytes) -> DicomHead:
    """Wrap what pydicom read; it stops in front of the pixel data's tag, whose first bytes are ``rest``."""
    meta = data_set.file_meta
    has_pixels = rest[:2] in (b"\xe0\x7f", b"\x7f\xe0")
    syntax, storage = meta.get("TransferSyntaxUID", ""), meta.get("MediaStorageSOPClassUID", "")
    return DicomHead(Elements.of(data_set), str(syntax), str(storage), has_pixels)
