"""Size of a compressed frame, read from its codestream before a codec may allocate for it.

A small file can hold a codestream that announces gigabytes; the native codecs believe it.
"""

from __future__ import annotations

from typing import NamedTuple

_STANDALONE = {0x01, 0xD8, *range(0xD0, 0xD8)}  # TEM, SOI, RSTn: markers without a length
_FRAME_HEADERS = {*range(0xC0, 0xD0), 0xF7} - {0xC4, 0xC8, 0xCC}  # SOFn and JPEG-LS SOF55; not DHT, JPG, DAC
_J2K_START = b"\xff\x4f\xff\x51"  # SOC then SIZ, ISO 15444-1 A.5.1


class FrameSize(NamedTuple):
    """What a codestream says of its picture."""

    rows: int
    columns: int
    samples: int
    precision: int


def jpeg_size(data: bytes) -> FrameSize | None:
    """Return the size from the first frame header of a JPEG or JPEG-LS stream; None where there is none."""
    at = 2
    if data[:2] != b"\xff\xd8":
        return None
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker in _STANDALONE:  # fill byte or marker without payload
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAME_HEADERS:
            return _frame_header(data, at)
        at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None


def _frame_header(data: bytes, at: int) -> FrameSize | None:
    part = data[at + 4 : at + 10]
    if len(part) < 6:
        return None
    return FrameSize(int.from_bytes(part[1:3], "big"), int.from_bytes(part[3:5], "big"), part[5], part[0])


def jpeg2000_size(data: bytes) -> FrameSize | None:
    """Return the size from the SIZ segment of a JPEG 2000 or HTJ2K stream, bare or inside JP2; None where none."""
    at = data.find(_J2K_START, 0, 4096)
    siz = data[at + 4 : at + 43] if at >= 0 else b""
    if len(siz) < 39:
        return None
    width, height, left, top = (int.from_bytes(siz[k : k + 4], "big") for k in (4, 8, 12, 16))
    return FrameSize(height - top, width - left, int.from_bytes(siz[36:38], "big"), (siz[38] & 0x7F) + 1)
