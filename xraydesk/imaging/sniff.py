"""What kind of file this is, by its first bytes, the name being only a hint; and how to open it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

HEAD_BYTES = 140
_VR = frozenset(
    b"AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV".split()
)
_MAX_FIRST_LENGTH = 1024  # the first element of a data set without preamble is short: group length, charset, UID
IMAGE_SUFFIXES = {".dcm", ".dicom", ".dic", ".ima", ".png", ".jpg", ".jpeg", ".jpe", ".tif", ".tiff"}
_WINDOWS_LONG = 240  # MAX_PATH is 260 with the drive and the terminating zero


def kind_of(head: bytes) -> str:
    """Return "dicom", "png", "jpeg", "tiff" or "" from the first `HEAD_BYTES` bytes of a file."""
    if head[128:132] == b"DICM":
        return "dicom"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "tiff"
    return "dicom" if _bare_data_set(head) else ""


def _bare_data_set(head: bytes) -> bool:
    """Tell whether this starts like a data set without the 128-byte preamble (old ACR-NEMA or network dumps)."""
    if len(head) < 8:
        return False
    little = head[:2] in (b"\x02\0", b"\x08\0")
    if not little and head[:2] not in (b"\0\x02", b"\0\x08"):
        return False
    if head[4:6] in _VR:
        return True
    length = int.from_bytes(head[4:8], "little" if little else "big")
    return int.from_bytes(head[2:4], "little" if little else "big") < 0x100 and length <= _MAX_FIRST_LENGTH


def openable(path: Path | str) -> str:
    r"""Return the path as `open` wants it: on Windows a long one needs the ``\\?\`` prefix, elsewhere unchanged."""
    text = os.fspath(path)
    if os.name != "nt" or len(text) < _WINDOWS_LONG or text.startswith("\\\\?\\"):
        return text
    full = os.path.abspath(text)  # noqa: PTH100  # Path.resolve would follow links
    return "\\\\?\\UNC\\" + full[2:] if full.startswith("\\\\") else "\\\\?\\" + full


def os_words(error: OSError) -> str:
    """Return what an operating system's error means to a person, as a clause."""
    if isinstance(error, FileNotFoundError):
        return "The file is no longer there"
    if isinstance(error, PermissionError):
        return "There is no permission to read this"
    if isinstance(error, IsADirectoryError):
        return "This is a folder, not a file"
    if error.errno == errno.ENAMETOOLONG:
        return "The path is too long for this system"
    return f"It cannot be read ({error.strerror or type(error).__name__})"
