"""PNG, JPEG and TIFF files become Radiographs."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from xraydesk.errors import ImageTooLarge, NotARadiograph, UnreadableImage
from xraydesk.imaging import voi as voi_step
from xraydesk.imaging.limits import MAX_PIXELS, check_size
from xraydesk.imaging.naming import header_from_name
from xraydesk.imaging.radiograph import Radiograph, Voi

log = logging.getLogger(__name__)

Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2  # Pillow warns at this and raises at twice this; it is checked here anyway
_ASK_AGAIN = "Ask for the image to be sent again"
_ORIENTATION = 0x0112
_PHOTOMETRIC = 262  # TIFF tag; 0 = WhiteIsZero
# JPEG's colour steps leave a grey film with channels that differ by a few levels; a coloured marker is small
_GREY_SPREAD = 16 / 255
_MAX_COLOURED = 0.005
_EOI_TAIL = 65_536  # some writers append their own data after the end marker
_TURNS: dict[int, tuple[int, bool]] = {  # EXIF orientation -> quarter turns counter-clockwise, then mirrored
    2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False), 7: (1, True), 8: (1, False),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RasterInfo:
    """What the header of a PNG, JPEG or TIFF file says."""

    rows: int
    columns: int
    frames: int
    mode: str  # Pillow's
    orientation: int = 1


def read_info(path: Path, file: IO[bytes], kind: str) -> RasterInfo:
    """Read the header of a PNG, JPEG or TIFF file; decodes nothing.

    Raises
    ------
    UnreadableImage, ImageTooLarge
        If the header is damaged or announces too many pixels.
    """
    try:
        with Image.open(file, formats=[kind]) as image:
            frames = getattr(image, "n_frames", 1) if kind == "tiff" else 1
            orientation = image.getexif().get(_ORIENTATION, 1) if kind != "png" else 1
            info = RasterInfo(image.height, image.width, frames, image.mode, orientation)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageTooLarge("The picture has more pixels than any radiograph", subject=path) from error
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises many kinds on damaged headers
        log.debug("Pillow cannot read a header: %s", type(error).__name__)
        raise UnreadableImage("The image header is damaged or cut short", subject=path, remedy=_ASK_AGAIN) from error
    check_size(info.rows, info.columns, path)
    return info


def read_raster(path: Path, data: bytes, kind: str, frame: int = 0) -> Radiograph:
    """Return a PNG, JPEG or TIFF picture as a Radiograph.

    Parameters
    ----------
    path
        The file; its name may carry the patient's key, see `naming`.
    data
        Its bytes.
    kind
        "png", "jpeg" or "tiff".
    frame
        Page of a TIFF file, from 0.

    Raises
    ------
    UnreadableImage, ImageTooLarge
        If the data are damaged, cut short, or announce too many pixels.
    NotARadiograph
        If the picture is really coloured. RGB, palette and alpha pictures that are grey all over are read as grey.
    """
    info = read_info(path, io.BytesIO(data), kind)
    if not 0 <= frame < info.frames:
        raise UnreadableImage(f"The file has no page {frame + 1}", subject=path)
    pixels, inverted = _decode(path, data, kind, frame)
    values = _turned(_grey(path, pixels), info.orientation if kind == "jpeg" else 1)
    if values.dtype.kind == "f":
        values = np.nan_to_num(values.astype(np.float32), nan=0.0)
    return Radiograph(
        values=np.ascontiguousarray(values),
        voi=(_voi(values),),
        inverted=inverted,
        header=header_from_name(path),
        frame=frame,
        bits=8 * values.dtype.itemsize if values.dtype.kind == "u" else 16,
    )


def _voi(values: NDArray[Any]) -> Voi:
    """8-bit pictures are shown as they are; deeper ones often use a part of their range only."""
    return voi_step.FULL_8 if values.dtype == np.uint8 else voi_step.auto_window(values)


def _decode(path: Path, data: bytes, kind: str, frame: int) -> tuple[NDArray[Any], bool]:
    """Return the pixels and whether low values are white."""
    try:
        if kind == "tiff":
            return _decode_tiff(data, frame)
        if kind == "png":  # Pillow would bring 16-bit RGB and grey with alpha down to 8 bits
            return np.asarray(imagecodecs.png_decode(data)), False
        _check_jpeg_end(data)
        return np.asarray(imagecodecs.jpeg8_decode(data)), False  # 1.2 times as fast as Pillow, and reads 12 bits
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageTooLarge("The picture has more pixels than any radiograph", subject=path) from error
    except MemoryError:
        raise
    except Exception as error:  # codecs raise many kinds on damaged data
        log.debug("A picture cannot be decoded: %s", type(error).__name__)
        raise UnreadableImage("The picture is damaged or cut short", subject=path, remedy=_ASK_AGAIN) from error


def _check_jpeg_end(data: bytes) -> None:
    """Raise ValueError where the end marker is missing: libjpeg fills the rest of such a picture with grey."""
    start = data.rfind(b"\xff\xda", 0, len(data))
    if data.rfind(b"\xff\xd9", max(start, len(data) - _EOI_TAIL, 0)) < 0:
        raise ValueError("no end of image")


def _decode_tiff(data: bytes, frame: int) -> tuple[NDArray[Any], bool]:
    with Image.open(io.BytesIO(data), formats=["tiff"]) as image:
        image.seek(frame)
        white_is_zero = image.tag_v2.get(_PHOTOMETRIC) == 0  # type: ignore[attr-defined]
        inverted = white_is_zero and image.mode not in {"1", "L"}  # Pillow turns these two itself
        turned = ImageOps.exif_transpose(image)
        if turned.mode in {"P", "1", "CMYK", "YCbCr", "LAB", "PA"}:
            turned = turned.convert("L" if turned.mode == "1" else "RGB")
        pixels = np.asarray(turned)
        return pixels.astype(pixels.dtype.newbyteorder("="), copy=False), bool(inverted)


def _grey(path: Path, pixels: NDArray[Any]) -> NDArray[Any]:
    """Return (rows, columns); NotARadiograph where the channels differ over more than a marker's area."""
    if pixels.dtype == np.bool_:
        pixels = pixels.astype(np.uint8) * np.uint8(255)
    if pixels.ndim == 2:
        return pixels
    if pixels.ndim != 3 or pixels.shape[2] not in (1, 2, 3, 4):
        raise UnreadableImage("The picture is no plain grey or colour picture", subject=path)
    alpha = pixels[..., -1] if pixels.shape[2] in (2, 4) else None
    grey = pixels[..., 0] if pixels.shape[2] <= 2 else _merged(path, pixels[..., :3])
    return grey if alpha is None else np.where(alpha == 0, grey.dtype.type(0), grey)


def _merged(path: Path, rgb: NDArray[Any]) -> NDArray[Any]:
    top = np.iinfo(rgb.dtype).max
    spread = rgb.max(axis=2) - rgb.min(axis=2)
    if np.count_nonzero(spread > _GREY_SPREAD * top) > _MAX_COLOURED * spread.size:
        raise NotARadiograph("A colour picture is not a radiograph", subject=path)
    if not spread.any():
        return rgb[..., 0]
    # three exact channels average to the grey they came from; rounding to nearest keeps it
    mean: NDArray[Any] = (rgb.sum(axis=2, dtype=np.uint32) + 1) // 3
    return mean.astype(rgb.dtype)


def _turned(pixels: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Apply the EXIF orientation (CIPA DC-008 4.6.4)."""
    turns, mirrored = _TURNS.get(orientation, (0, False))
    turned = np.rot90(pixels, turns) if turns else pixels
    return turned[:, ::-1] if mirrored else turned
