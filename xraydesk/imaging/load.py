"""Any image file becomes a Radiograph, or raises one of the errors a person can read."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

import numpy as np

from xraydesk.errors import ImageTooLarge, UnreadableImage, XraydeskError
from xraydesk.imaging.dicom import read_dicom
from xraydesk.imaging.quiet import hush
from xraydesk.imaging.radiograph import Radiograph
from xraydesk.imaging.raster import read_raster
from xraydesk.imaging.sniff import HEAD_BYTES, kind_of, openable, os_words

log = logging.getLogger(__name__)
_CHUNK = 1 << 20


def load(path: Path, frame: int = 0) -> Radiograph:
    """Read one picture: a frame of a DICOM file, a PNG, a JPEG, or a page of a TIFF file.

    Any grey picture is read, a CT slice too, so that a viewer can show it; `scan` says which are no radiographs.

    Parameters
    ----------
    path
        The file. Its kind is told by its content, not by its name.
    frame
        Index from 0 of the DICOM frame or TIFF page.

    Raises
    ------
    UnreadableImage
        If the file is missing, damaged, cut short, or of an unknown kind.
    ImageTooLarge
        If it announces more pixels than a radiograph can have, or than the file holds.
    NotARadiograph
        If it is a colour picture, or an object without a picture.
    """
    hush()
    path = Path(path)
    data = _read(path)
    kind = kind_of(data[:HEAD_BYTES])
    try:
        with np.errstate(all="ignore"):  # damaged slopes and windows may overflow; results are cleaned, not shown
            if kind == "dicom":
                return read_dicom(path, data, frame)
            if kind:
                return read_raster(path, data, kind, frame)
    except XraydeskError:
        raise
    except MemoryError as error:
        raise ImageTooLarge("The picture does not fit into memory", subject=path) from error
    except Exception as error:  # last line of defence: whatever a parser raises is a damaged file
        log.warning("Unexpected %s while an image was read", type(error).__name__)
        raise UnreadableImage("The image is damaged and cannot be read", subject=path) from error
    raise UnreadableImage("The file is empty" if not data else "This is no image that xraydesk reads", subject=path)


def content_hash(path: Path) -> str:
    """Return the SHA-256 of the file's bytes as 64 hexadecimal digits; UnreadableImage if it cannot be read."""
    digest = hashlib.sha256()
    try:
        with open(openable(path), "rb", buffering=0) as file:  # noqa: PTH123  # a long Windows path is a string
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise UnreadableImage(os_words(error), subject=path) from error
    return digest.hexdigest()


def _read(path: Path) -> bytes:
    try:
        with open(openable(path), "rb", buffering=0) as file:  # noqa: PTH123  # a long Windows path is a string
            return file.read()
    except OSError as error:
        raise UnreadableImage(os_words(error), subject=path) from error
    except ValueError as error:  # a name with a zero byte
        raise UnreadableImage("The name of the file is not valid", subject=path) from error
    except MemoryError as error:
        raise ImageTooLarge("The file does not fit into memory", subject=path) from error
