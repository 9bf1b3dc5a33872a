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
from pydicom.encaps import get_frame
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    RLELossless,
)

from xraydesk.errors import ImageTooLarge, NotARadiograph, UnreadableImage
from xraydesk.imaging import voi as voi_step
from xraydesk.imaging.decoders import DECODER_DEPENDENCIES, PLUGIN, decoder_for
from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.header import read_header, read_spacing
from xraydesk.imaging.limits import MAX_PIXELS, check_size
from xraydesk.imaging.modality import apply_modality
from xraydesk.imaging.objects import colour_problem
from xraydesk.imaging.radiograph import Radiograph, Values, Voi

log = logging.getLogger(__name__)

_PIXEL_KEYWORDS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
_NO_DATA = "The file holds no picture data, it may be cut short"
_ASK_AGAIN = "Ask for the image to be sent again"
_MAX_INFLATED = 4 * MAX_PIXELS  # bytes of a deflated data set: a film of the largest size and its header
_NATIVE = {ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian}
_DEFLATED_FRAMES = UID("1.2.840.10008.1.2.8.1")  # PS3.5 A.4.14, newer than pydicom 3.0
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
    _complete(data_set, elements)
    _check_data(path, data_set, elements, frame)
    stored = _stored_values(path, data_set, elements, frame)
    values = _plain(apply_modality(stored, elements))
    return Radiograph(
        values=values,
        voi=voi_step.read_voi(elements, values) or (_default_voi(stored, values, elements),),
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
    if DeflatedExplicitVRLittleEndian.encode() + b"\0" in data[:1024]:
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
    if not any(keyword in data_set for keyword in _PIXEL_KEYWORDS):
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
    if bits == 1 and data_set.file_meta.get("TransferSyntaxUID", "") not in _NATIVE | {_DEFLATED_FRAMES, ""}:
        raise NotARadiograph("A compressed mask of one bit a pixel is not a radiograph", subject=path)
    problem = colour_problem(
        elements.text(tag_of("PhotometricInterpretation")), elements.integer(tag_of("SamplesPerPixel"), 1)
    )
    if problem:
        raise NotARadiograph(problem, subject=path)


def _complete(data_set: FileDataset, elements: Elements) -> None:
    """Fill in what old writers left out and pydicom insists on."""
    if "TransferSyntaxUID" not in data_set.file_meta:
        implicit, little = data_set.original_encoding
        explicit = ExplicitVRLittleEndian if little else ExplicitVRBigEndian
        data_set.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian if implicit else explicit
    allocated = elements.integer(tag_of("BitsAllocated")) or 16
    stored = elements.integer(tag_of("BitsStored"))
    data_set.BitsAllocated = allocated
    data_set.BitsStored = stored if 0 < stored <= allocated else allocated
    data_set.SamplesPerPixel = 1
    data_set.PixelRepresentation = elements.integer(tag_of("PixelRepresentation")) & 1
    if not elements.text(tag_of("PhotometricInterpretation")):
        data_set.PhotometricInterpretation = "MONOCHROME2"


def _check_data(path: Path, data_set: FileDataset, elements: Elements, frame: int) -> None:
    """Check, before anything is allocated, that the frame asked for is announced and that its data are there."""
    frames = max(1, int(elements.number(tag_of("NumberOfFrames")) or 1))
    if not 0 <= frame < frames:
        raise UnreadableImage(f"The file has no frame {frame + 1}", subject=path)
    data_set.NumberOfFrames = frames
    value = elements.raw(tag_of(next(k for k in _PIXEL_KEYWORDS if k in data_set)))
    held = len(value) if isinstance(value, bytes) else 0
    if data_set.file_meta.TransferSyntaxUID in _NATIVE:
        frame_bits = elements.integer(tag_of("Rows")) * elements.integer(tag_of("Columns")) * data_set.BitsAllocated
        if held * 8 < frame_bits * (frame + 1):
            raise ImageTooLarge(
                f"The header announces more pixels than the file holds ({held:,} bytes), it may be cut short",
                subject=path,
                remedy=_ASK_AGAIN,
            )
        data_set.NumberOfFrames = frame + 1  # pydicom would refuse sound frames for the sake of later, missing ones
    elif held < 16:
        raise UnreadableImage("The compressed picture is empty", subject=path, remedy=_ASK_AGAIN)


def _stored_values(path: Path, data_set: FileDataset, elements: Elements, frame: int) -> NDArray[Any]:
    syntax = data_set.file_meta.TransferSyntaxUID
    own_masking = syntax in _NATIVE | {RLELossless} and data_set.BitsAllocated in (8, 16, 32)
    if syntax == _DEFLATED_FRAMES:
        return _inflated_frame(path, data_set, frame)
    options: Any = {"view_only": True, **({"correct_unused_bits": False} if own_masking else {})}
    try:
        pixels, _ = decoder_for(syntax).as_array(
            data_set,
            index=frame,
            raw=True,
            decoding_plugin=PLUGIN if syntax in DECODER_DEPENDENCIES else "",
            **options,
        )
    except NotImplementedError as error:
        name = syntax.name if syntax.name != syntax else "an unknown transfer syntax"
        raise UnreadableImage(f"The picture is stored as {name}, which cannot be read", subject=path) from error
    except MemoryError:
        raise
    except Exception as error:  # codecs and pydicom raise many kinds on damaged data
        log.debug("A picture cannot be decoded: %s", type(error).__name__)
        raise UnreadableImage("The picture is damaged or cut short", subject=path, remedy=_ASK_AGAIN) from error
    pixels = pixels.astype(pixels.dtype.newbyteorder("="), copy=False)
    return _used_bits(pixels, data_set.BitsStored, elements.integer(tag_of("HighBit"))) if own_masking else pixels


def _inflated_frame(path: Path, data_set: FileDataset, frame: int) -> NDArray[Any]:
    """Decode one frame of Deflated Image Frame Compression; of one bit a pixel, the lowest bit comes first."""
    shape, bits = (data_set.Rows, data_set.Columns), data_set.BitsAllocated
    needed = (shape[0] * shape[1] * bits + 7) // 8
    try:
        source = get_frame(data_set.PixelData, frame, number_of_frames=data_set.NumberOfFrames)
        raw = zlib.decompressobj(-zlib.MAX_WBITS).decompress(source, needed)
    except (zlib.error, ValueError, EOFError) as error:
        raise UnreadableImage("The picture is damaged or cut short", subject=path, remedy=_ASK_AGAIN) from error
    if len(raw) < needed:
        raise UnreadableImage("The picture is cut short", subject=path, remedy=_ASK_AGAIN)
    if bits == 1:
        return np.unpackbits(np.frombuffer(raw, np.uint8), bitorder="little")[: shape[0] * shape[1]].reshape(shape)
    kind = "i" if data_set.PixelRepresentation else "u"
    return np.frombuffer(raw, f"<{kind}{bits // 8}").reshape(shape)


def _used_bits(pixels: NDArray[Any], stored: int, high: int) -> NDArray[Any]:
    """Keep the stored bits only: overlays and padding may stand in the others (PS3.5 8.1.1)."""
    if pixels.dtype.kind not in "iu":
        return pixels
    allocated = 8 * pixels.dtype.itemsize
    unused_above = allocated - max(high + 1, stored) if high < allocated else allocated - stored
    unused = allocated - stored
    limits = (-(1 << stored - 1), 1 << stored - 1) if pixels.dtype.kind == "i" else (0, 1 << stored)
    if unused_above == unused and limits[0] <= int(pixels.min()) and int(pixels.max()) < limits[1]:
        return pixels
    return (pixels << unused_above) >> unused


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
