"""pydicom decoder plug-in: imagecodecs, the codec chosen by the transfer syntax and never by trial.

imagecodecs decodes every compressed transfer syntax of PS3.5 section 8.2 that radiographs use, JPEG lossless 2.5 times
and RLE 14 times as fast as the alternatives, and JPEG extended with 12 bits, which pydicom's own plug-ins refuse. Its
lossless-JPEG codec takes JPEG-LS streams and returns nonsense, so a stream is never tried with another codec.
pydicom's plug-in API: https://pydicom.github.io/pydicom/stable/guides/decoding/decoder_plugins.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from pydicom import uid
from pydicom.pixels.decoders.base import Decoder, DecodeRunner, get_decoder

from xraydesk.imaging.codestream import FrameSize, jpeg2000_size, jpeg_size
from xraydesk.imaging.limits import MAX_PIXELS

PLUGIN = "imagecodecs"
_JPEG2000_PART2 = (uid.JPEG2000MCLossless, uid.JPEG2000MC)  # pydicom has no decoder for them; a grey one is part 1
_CODECS: dict[str, Callable[[bytes], NDArray[Any]]] = {
    uid.JPEGBaseline8Bit: imagecodecs.jpeg8_decode,  # libjpeg-turbo 3: 8 and 12 bits
    uid.JPEGExtended12Bit: imagecodecs.jpeg8_decode,
    uid.JPEGLossless: imagecodecs.ljpeg_decode,
    uid.JPEGLosslessSV1: imagecodecs.ljpeg_decode,
    uid.JPEGLSLossless: imagecodecs.jpegls_decode,
    uid.JPEGLSNearLossless: imagecodecs.jpegls_decode,
    uid.JPEG2000Lossless: imagecodecs.jpeg2k_decode,
    uid.JPEG2000: imagecodecs.jpeg2k_decode,
    **dict.fromkeys(_JPEG2000_PART2, imagecodecs.jpeg2k_decode),
    uid.HTJ2KLossless: imagecodecs.htj2k_decode,
    uid.HTJ2KLosslessRPCL: imagecodecs.htj2k_decode,
    uid.HTJ2K: imagecodecs.htj2k_decode,
}
DECODER_DEPENDENCIES = dict.fromkeys((*_CODECS, uid.RLELossless), ("numpy", "imagecodecs"))


def is_available(syntax: str) -> bool:
    """Tell pydicom whether this plug-in decodes ``syntax``."""
    return syntax in DECODER_DEPENDENCIES


def decode_frame(src: bytes, runner: DecodeRunner) -> bytes:
    """Decode one encapsulated frame for pydicom.

    Parameters
    ----------
    src
        The frame's codestream.
    runner
        pydicom's description of the frame: transfer syntax, size, bits.

    Returns
    -------
    bytes
        Little-endian samples of ``runner.bits_allocated`` bits, row by row.

    Raises
    ------
    ValueError
        If the codestream has another size than the header, or is colour outside JPEG 2000.
    RuntimeError
        If the codec refuses the stream; imagecodecs' errors derive from it.
    """
    syntax = runner.transfer_syntax
    if runner.bits_allocated % 8:
        raise ValueError("compressed pictures of one bit a pixel are no radiographs")
    dtype = np.dtype(f"<u{runner.bits_allocated // 8}")
    if syntax == uid.RLELossless:
        return _decode_rle(src, runner, dtype)
    multi_sample = syntax in uid.JPEG2000TransferSyntaxes  # the one family whose samples come by pixel in true RGB
    if runner.samples_per_pixel != 1 and not multi_sample:
        raise ValueError("colour is left to pydicom's own plug-ins")
    size = jpeg2000_size(src) if multi_sample else jpeg_size(src)
    _check_frame(size, runner)
    pixels = _CODECS[syntax](src)
    if pixels.size != runner.rows * runner.columns * runner.samples_per_pixel:
        raise ValueError("the decoded picture has another size than the header says")
    return pixels.astype(dtype, copy=False).tobytes()


def _decode_rle(src: bytes, runner: DecodeRunner, dtype: np.dtype[Any]) -> bytes:
    """Decode PS3.5 annex G; a short segment is refused by the codec, so the length check is for excess only."""
    if runner.samples_per_pixel != 1:
        raise ValueError("colour is left to pydicom's own plug-in")
    expected = runner.rows * runner.columns * dtype.itemsize
    out = bytes(imagecodecs.dicomrle_decode(src, dtype))
    if len(out) < expected:
        raise ValueError("the RLE segments are too short")
    return out[:expected]


def _check_frame(size: FrameSize | None, runner: DecodeRunner) -> None:
    if size is None:
        raise ValueError("the codestream has no frame header")
    if size.rows * size.columns > MAX_PIXELS or (size.rows, size.columns) != (runner.rows, runner.columns):
        raise ValueError(
            f"the codestream announces {size.columns} x {size.rows} pixels, the header {runner.columns} x {runner.rows}"
        )


def _register() -> dict[str, Decoder]:
    """Add the plug-in to pydicom's decoders, once, at import."""
    decoders: dict[str, Decoder] = {}
    for syntax in DECODER_DEPENDENCIES:
        decoder = Decoder(uid.UID(syntax)) if syntax in _JPEG2000_PART2 else get_decoder(syntax)
        if PLUGIN not in decoder.available_plugins:
            decoder.add_plugin(PLUGIN, (__name__, "decode_frame"))
        decoders[syntax] = decoder
    return decoders


_DECODERS = _register()


def decoder_for(syntax: str) -> Decoder:
    """Return pydicom's decoder for a transfer syntax, with this plug-in in it.

    Raises
    ------
    NotImplementedError
        For a transfer syntax that nobody decodes: MPEG, JPIP, a private one.
    """
    return _DECODERS[syntax] if syntax in _DECODERS else get_decoder(syntax)
