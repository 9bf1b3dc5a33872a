"""One frame of a DICOM file becomes a Radiograph."""

from __future__ import annotations

import io
import logging
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread
from pydicom.dataset import Dataset, FileDataset
from pydicom.uid import DeflatedExplicitVRLittleEndian

from xraydesk.errors import ImageTooLarge, NotARadiograph, UnreadableImage
from xraydesk.imaging import voi as voi_step
from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.header import read_header, read_spacing
from xraydesk.imaging.limits import MAX_PIXELS, check_size
from xraydesk.imaging.modality import apply_modality
from xraydesk.imaging.objects import colour_problem
from xraydesk.imaging.radiograph import Radiograph, Values, Voi
from xraydesk.imaging.stored import DEFLATED_FRAMES, NATIVE, PIXEL_KEYWORDS, stored_values
from xraydesk.imaging.voi_header import read_voi

log = logging.getLogger(__name__)

_NO_DATA = "The file holds no picture data, it may be cut short"
_ASK_AGAIN = "Ask for the image to be sent again"
_MAX_INFLATED = 4 * MAX_PIXELS  # bytes of a deflated data set: a film of the largest size and its header
_BITS = {1, 8, 16, 32, 64}


def read_dicom(path: Path, data: bytes, frame: int = 0) -> Radiograph:
    """Return one frame of a DICOM file as a Radiograph.

    Parameters
    ----------
    path
        The file, for messages.
    data
        Its bytes.
    frame
        Index of the frame, from 0. Only this frame is decoded.

    Raises
    ------
    UnreadableImage
        If the file is damaged, cut short or compressed in an unknown way, or has no such frame.
    ImageTooLarge
        If the header announces more pixels than `limits.MAX_PIXELS` or than the file holds.
    NotARadiograph
        If it is colour or holds no picture.
    """
    data_set = parse(path, data)
    elements = Elements.of(data_set)
    _refuse_others(path, data_set, elements)
    stored = stored_values(path, data_set, elements, frame)
    values = _plain(apply_modality(stored, elements))
    return Radiograph(
        values=values,
        voi=read_voi(elements, values) or (_default_voi(stored, values, elements),),
        inverted=is_inverted(elements),
        header=read_header(elements, str(data_set.file_meta.TransferSyntaxUID)),
        spacing=read_spacing(elements),
        frame=frame,
        bits=elements.integer(tag_of("BitsStored")) or 8 * stored.dtype.itemsize,
    )


def parse(path: Path, data: bytes) -> FileDataset:
    """Parse the bytes of a DICOM file; elements stay raw.

    Raises
    ------
    UnreadableImage
        If this is no DICOM, or a deflated data set that inflates beyond all measure.
    """
    if DeflatedExplicitVRLittleEndian.encode() in data[:1024]:
        _check_inflated(path, data)
    try:
        return dcmread(io.BytesIO(data), force=True)
    except MemoryError:
        raise
    except Exception as error:  # pydicom raises many kinds on damaged files
        log.debug("pydicom cannot parse a file: %s", type(error).__name__)
        raise UnreadableImage("The DICOM header is damaged or cut short", subject=path, remedy=_ASK_AGAIN) from error


def is_inverted(elements: Elements) -> bool:
    """Tell whether low values are white (PS3.3 C.11.6.1, C.7.6.3.1.2).

    PresentationLUTShape decides where it is there (INVERSE goes with MONOCHROME1 in DX); else MONOCHROME1 does.
    """
    shape = elements.text(tag_of("PresentationLUTShape")).upper()
    if shape in {"INVERSE", "IDENTITY"}:
        return shape == "INVERSE"
    return elements.text(tag_of("PhotometricInterpretation")).upper() == "MONOCHROME1"


def _check_inflated(path: Path, data: bytes) -> None:
    start = data.find(b"DICM") + 4
    length = int.from_bytes(data[start + 8 : start + 12], "little")  # (0002,0000) UL, explicit VR: the group's length
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflater.decompress(data[start + 12 + length :], _MAX_INFLATED)
    except zlib.error as error:
        raise UnreadableImage("The deflated data are damaged or cut short", subject=path, remedy=_ASK_AGAIN) from error
    if inflater.unconsumed_tail:
        raise ImageTooLarge("The deflated data are larger than any radiograph", subject=path, remedy=_ASK_AGAIN)


def _refuse_others(path: Path, data_set: Dataset, elements: Elements) -> None:
    rows, columns = elements.integer(tag_of("Rows")), elements.integer(tag_of("Columns"))
    if not any(keyword in data_set for keyword in PIXEL_KEYWORDS):
        modality = elements.text(tag_of("Modality"))
        if rows or columns or not modality:
            raise UnreadableImage(_NO_DATA, subject=path, remedy=_ASK_AGAIN)
        raise NotARadiograph(f"This {modality[:16]} object holds no picture", subject=path)
    if not rows or not columns:
        raise UnreadableImage("The header does not say how large the picture is", subject=path, remedy=_ASK_AGAIN)
    check_size(rows, columns, path)
    bits = elements.integer(tag_of("BitsAllocated"), 16)
    if bits not in _BITS:
        raise UnreadableImage(f"Pixels of {bits} bits cannot be read", subject=path)
    if bits == 1 and data_set.file_meta.get("TransferSyntaxUID", "") not in NATIVE | {DEFLATED_FRAMES, ""}:
        raise NotARadiograph("A compressed mask of one bit a pixel is not a radiograph", subject=path)
    problem = colour_problem(
        elements.text(tag_of("PhotometricInterpretation")), elements.integer(tag_of("SamplesPerPixel"), 1)
    )
    if problem:
        raise NotARadiograph(problem, subject=path)


def _plain(values: NDArray[Any]) -> Values:
    """Bring the output of the modality step to the types a `Radiograph` may have; NaN and infinity become numbers."""
    if values.dtype.kind == "f":
        return np.nan_to_num(values.astype(np.float32), nan=0.0)
    if values.dtype == np.int8:
        return values.astype(np.int16)
    if values.dtype.itemsize <= 2 or values.dtype == np.int32:
        return values
    fits = values.size == 0 or int(values.max()) <= np.iinfo(np.int32).max
    return values.astype(np.int32 if fits else np.float32)


def _default_voi(stored: NDArray[Any], values: Values, elements: Elements) -> Voi:
    """Return the window where the header has none: all of an 8-bit picture, else `voi.auto_window`."""
    if values.dtype == np.uint8 and elements.integer(tag_of("BitsStored")) == 8:
        return voi_step.FULL_8
    return voi_step.auto_window(values, padding=_padding(stored, elements))


def _padding(stored: NDArray[Any], elements: Elements) -> tuple[float, float] | None:
    """Return the range of padding values (PS3.3 C.7.5.1.1.2), in the units of the modality step's output."""
    if stored.dtype.kind not in "iu":
        return None
    signed = stored.dtype.kind == "i"
    found = elements.binary(tag_of("PixelPaddingValue"), signed=signed)[:1]
    found += elements.binary(tag_of("PixelPaddingRangeLimit"), signed=signed)[:1] if found else []
    limits = np.iinfo(stored.dtype)
    if not found or not all(limits.min <= v <= limits.max for v in found):
        return None
    ends = apply_modality(np.array([found], stored.dtype), elements)
    return float(ends.min()), float(ends.max())
