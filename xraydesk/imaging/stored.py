"""The stored values of one frame: pixel data decoded, overlays and padding bits taken off, nothing else changed."""

from __future__ import annotations

import logging
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import FileDataset
from pydicom.encaps import get_frame
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    JPEG2000MC,
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLSNearLossless,
    RLELossless,
)

from xraydesk.errors import ImageTooLarge, UnreadableImage
from xraydesk.imaging.decoders import DECODER_DEPENDENCIES, PLUGIN, decoder_for
from xraydesk.imaging.elements import Elements, tag_of

log = logging.getLogger(__name__)

PIXEL_KEYWORDS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
DEFLATED_FRAMES = UID("1.2.840.10008.1.2.8.1")  # PS3.5 A.4.14, newer than pydicom 3.0
NATIVE = {ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian}
_LOSSY = {JPEGBaseline8Bit, JPEGExtended12Bit, JPEGLSNearLossless, JPEG2000, JPEG2000MC, HTJ2K}
_ASK_AGAIN = "Ask for the image to be sent again"
_LEAST_COMPRESSED = 16  # bytes: two empty items


def stored_values(path: Path, data_set: FileDataset, elements: Elements, frame: int) -> NDArray[Any]:
    """Return the stored values of one frame, (rows, columns), in the smallest native type for BitsAllocated.

    ``data_set`` is completed where old writers left out what pydicom insists on.

    Raises
    ------
    UnreadableImage
        If there is no such frame, or its data are damaged, cut short, or compressed in an unknown way.
    ImageTooLarge
        If the header announces more pixels than the file holds.
    """
    _complete(data_set, elements)
    _check_data(path, data_set, elements, frame)
    syntax = data_set.file_meta.TransferSyntaxUID
    if syntax == DEFLATED_FRAMES:
        return _inflated_frame(path, data_set, frame)
    pixels = _decoded(path, data_set, syntax, frame)
    bits = data_set.BitsStored
    if syntax in _LOSSY and pixels.dtype.kind == "u":  # lossy codecs overshoot: masked, white would become black
        clipped: NDArray[Any] = np.minimum(pixels, (1 << bits) - 1, dtype=pixels.dtype)
        return clipped
    shifted = syntax in NATIVE or syntax == RLELossless  # HighBit places the bits in memory, not in a codestream
    return _used_bits(pixels, bits, elements.integer(tag_of("HighBit")) if shifted else bits - 1)


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
    value = elements.raw(tag_of(next(k for k in PIXEL_KEYWORDS if k in data_set)))
    held = len(value) if isinstance(value, bytes) else 0
    if data_set.file_meta.TransferSyntaxUID in NATIVE:
        frame_bits = elements.integer(tag_of("Rows")) * elements.integer(tag_of("Columns")) * data_set.BitsAllocated
        if held * 8 < frame_bits * (frame + 1):
            raise ImageTooLarge(
                f"The header announces more pixels than the file holds ({held:,} bytes), it may be cut short",
                subject=path,
                remedy=_ASK_AGAIN,
            )
        data_set.NumberOfFrames = frame + 1  # pydicom would refuse sound frames for the sake of later, missing ones
    elif held < _LEAST_COMPRESSED:
        raise UnreadableImage("The compressed picture is empty", subject=path, remedy=_ASK_AGAIN)


def _decoded(path: Path, data_set: FileDataset, syntax: UID, frame: int) -> NDArray[Any]:
    options: Any = {"view_only": True, "correct_unused_bits": False}  # pydicom's correction does not know HighBit
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
    return pixels.astype(pixels.dtype.newbyteorder("="), copy=False)


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
    unused = allocated - stored
    unused_above = allocated - 1 - high if stored <= high + 1 <= allocated else unused
    limits = (-(1 << stored - 1), 1 << stored - 1) if pixels.dtype.kind == "i" else (0, 1 << stored)
    if unused_above == unused and limits[0] <= int(pixels.min()) and int(pixels.max()) < limits[1]:
        return pixels
    # shifting a signed type right again carries the sign down
    kept: NDArray[Any] = np.right_shift(np.left_shift(pixels, unused_above), unused)
    return kept
