"""Made-up films for tests and benchmarks: pictures, DICOM files with chosen tags and compression, PNG, JPEG, TIFF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    DigitalXRayImageStorageForPresentation,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    HTJ2KLossless,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
    generate_uid,
)

Pixels = NDArray[Any]

UNCOMPRESSED = (
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    ExplicitVRBigEndian,
    DeflatedExplicitVRLittleEndian,
)
_ENCODERS: dict[str, Callable[[Pixels], bytes]] = {
    JPEGLosslessSV1: imagecodecs.ljpeg_encode,
    JPEGLSLossless: imagecodecs.jpegls_encode,
    JPEG2000Lossless: lambda pixels: imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=True, level=0),
    HTJ2KLossless: lambda pixels: imagecodecs.htj2k_encode(pixels, reversible=True),
}
COMPRESSED = (*_ENCODERS, RLELossless)


def picture(rows: int = 96, columns: int = 80, *, bits: int = 12, seed: int = 0) -> NDArray[np.uint16]:
    """Return a smooth picture with a bright middle and some noise, (rows, columns), values below ``2**bits``."""
    rng = np.random.default_rng(seed)
    y = np.linspace(-1, 1, rows)[:, None]
    x = np.linspace(-1, 1, columns)[None, :]
    lungs = np.exp(-(((np.abs(x) - 0.45) / 0.25) ** 2) - (y / 0.6) ** 2)
    body = 0.75 - 0.45 * lungs + 0.05 * np.sin(12 * y + seed) + rng.normal(0, 0.01, (rows, columns))
    return (np.clip(body, 0, 1) * (2**bits - 1)).astype(np.uint16)


def dataset(pixels: Pixels | None = None, *, bits: int = 12, transfer_syntax: str = ExplicitVRLittleEndian,
            **tags: Any) -> Dataset:  # fmt: skip
    """Return a valid DX data set, (rows, columns) or (frames, rows, columns); ``tags`` by keyword, None removes one."""
    pixels = picture(bits=bits) if pixels is None else pixels
    frames = pixels if pixels.ndim == 3 else pixels[None]
    made = Dataset()
    made.file_meta = FileMetaDataset()
    made.file_meta.TransferSyntaxUID = transfer_syntax
    for keyword, value in {**_default_tags(frames, bits), **tags}.items():
        if value is None:
            if keyword in made:
                delattr(made, keyword)
        else:
            setattr(made, keyword, value)
    made.file_meta.MediaStorageSOPClassUID = made.get("SOPClassUID", DigitalXRayImageStorageForPresentation)
    made.file_meta.MediaStorageSOPInstanceUID = made.get("SOPInstanceUID", generate_uid(prefix=None))
    _set_pixels(made, frames)
    return made


def write_dicom(path: Path, pixels: Pixels | None = None, **tags: Any) -> Path:
    """Write a DX file; the parameters are those of `dataset`. Return the path."""
    made = dataset(pixels, **tags)
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save_as(path, enforce_file_format=True)
    return path


def write_png(path: Path, pixels: Pixels | None = None) -> Path:
    """Write 8- or 16-bit PNG, grey or RGB by the shape and type of ``pixels``."""
    return _write_image(path, pixels, "PNG")


def write_jpeg(path: Path, pixels: Pixels | None = None) -> Path:
    """Write an 8-bit JPEG."""
    return _write_image(path, pixels, "JPEG")


def write_tiff(path: Path, pixels: Pixels | None = None) -> Path:
    """Write an 8- or 16-bit TIFF."""
    return _write_image(path, pixels, "TIFF")


def write_many(folder: Path, count: int, *, rows: int = 96, columns: int = 80) -> list[Path]:
    """Write ``count`` DX files of one study each, all different, names without an extension."""
    paths = []
    for number in range(count):
        pixels = picture(rows, columns, seed=number)
        name = f"IM{number:05d}"
        paths.append(write_dicom(folder / name, pixels, PatientID=f"T-{number:05d}", PatientName=f"Test^{number:05d}"))
    return paths


def _write_image(path: Path, pixels: Pixels | None, kind: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture(bits=8).astype(np.uint8) if pixels is None else pixels).save(path, format=kind)
    return path


def _default_tags(frames: Pixels, bits: int) -> dict[str, Any]:
    tags: dict[str, Any] = {
        "SOPClassUID": DigitalXRayImageStorageForPresentation,
        "SOPInstanceUID": generate_uid(prefix=None),
        "StudyInstanceUID": generate_uid(prefix=None),
        "SeriesInstanceUID": generate_uid(prefix=None),
        "Modality": "DX",
        "PatientID": "T-0001",
        "PatientName": "Test^Film",
        "PatientAge": "003Y",
        "PatientSex": "F",
        "StudyDate": "20240301",
        "StudyTime": "031500",
        "BodyPartExamined": "CHEST",
        "ViewPosition": "AP",
        "PhotometricInterpretation": "MONOCHROME2",
        "PresentationLUTShape": "IDENTITY",
        "SamplesPerPixel": 1,
        "Rows": frames.shape[1],
        "Columns": frames.shape[2],
        "BitsAllocated": frames.dtype.itemsize * 8,
        "BitsStored": min(bits, frames.dtype.itemsize * 8),
        "HighBit": min(bits, frames.dtype.itemsize * 8) - 1,
        "PixelRepresentation": int(np.issubdtype(frames.dtype, np.signedinteger)),
        "ImagerPixelSpacing": [0.14, 0.14],
        "WindowCenter": 2 ** (bits - 1),
        "WindowWidth": 2**bits,
        "InstanceNumber": 1,
    }
    return {**tags, "NumberOfFrames": len(frames)} if len(frames) > 1 else tags


def _set_pixels(made: Dataset, frames: Pixels) -> None:
    """Put the pixels in as the transfer syntax wants them; RLE is left to pydicom."""
    syntax = made.file_meta.TransferSyntaxUID
    vr = "OB" if frames.dtype.itemsize == 1 else "OW"
    made.add_new("PixelData", vr, b"")
    if syntax in _ENCODERS:
        made.PixelData = encapsulate([_ENCODERS[syntax](np.ascontiguousarray(frame)) for frame in frames])
        made["PixelData"].VR = "OB"
    elif syntax == RLELossless:
        made.compress(RLELossless, frames if len(frames) > 1 else frames[0], generate_instance_uid=False)
    else:
        order = ">" if syntax == ExplicitVRBigEndian else "<"
        raw = np.ascontiguousarray(frames, dtype=frames.dtype.newbyteorder(order)).tobytes()
        made.PixelData = raw + b"\0" * (len(raw) % 2)
