"""Makes ``resources/selftest``: one small file per transfer syntax, and what must come out of them and of the models.

    python packaging/make_selftest.py --out resources/selftest

All files hold one computed picture, in 12 bits or, for baseline JPEG, in 8. What is reversible must give its very
values; what is lossy must come near to them. The models' answers are those of this machine's CPU to a demo film: to be
made anew whenever a bundled model changes, which `tests/test_selftest.py` asks for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from pydicom import uid
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate

from xraydesk.resources import resource_dir
from xraydesk.selftest.models import answer
from xraydesk.triage.models import scan_models

ROWS, COLUMNS, BITS = 48, 40, 12
FILMS = {"chest-pneumonia": "demo-01-1.dcm", "knee-osteoarthritis": "demo-17-1.dcm"}
Pixels = NDArray[Any]


def _jpeg2000(pixels: Pixels, level: int) -> bytes:
    return bytes(imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=not level, level=level))


# file name: transfer syntax, encoder (None for pixels as they are), largest difference from the picture
FILES: dict[str, tuple[str, Callable[[Pixels], bytes] | None, int]] = {
    "implicit-little": (uid.ImplicitVRLittleEndian, None, 0),
    "explicit-little": (uid.ExplicitVRLittleEndian, None, 0),
    "explicit-big": (uid.ExplicitVRBigEndian, None, 0),
    "deflated": (uid.DeflatedExplicitVRLittleEndian, None, 0),
    "rle": (uid.RLELossless, None, 0),
    "jpeg-baseline": (uid.JPEGBaseline8Bit, lambda p: imagecodecs.jpeg8_encode(p, level=95), 8),
    "jpeg-extended": (uid.JPEGExtended12Bit, lambda p: imagecodecs.jpeg8_encode(p, level=95, bitspersample=12), 120),
    "jpeg-lossless": (uid.JPEGLossless, imagecodecs.ljpeg_encode, 0),
    "jpeg-lossless-sv1": (uid.JPEGLosslessSV1, imagecodecs.ljpeg_encode, 0),
    "jpeg-ls": (uid.JPEGLSLossless, imagecodecs.jpegls_encode, 0),
    "jpeg-ls-near": (uid.JPEGLSNearLossless, lambda p: imagecodecs.jpegls_encode(p, level=3), 3),
    "jpeg-2000-lossless": (uid.JPEG2000Lossless, lambda p: _jpeg2000(p, 0), 0),
    "jpeg-2000": (uid.JPEG2000, lambda p: _jpeg2000(p, 80), 40),
    "htj2k-lossless": (uid.HTJ2KLossless, lambda p: imagecodecs.htj2k_encode(p, reversible=True), 0),
    "htj2k-rpcl": (uid.HTJ2KLosslessRPCL, lambda p: imagecodecs.htj2k_encode(p, reversible=True), 0),
    "htj2k": (uid.HTJ2K, lambda p: imagecodecs.htj2k_encode(p, reversible=True), 0),
}


def picture(bits: int) -> NDArray[np.uint16]:
    """Return the picture, (ROWS, COLUMNS): whole numbers alone, so that every machine computes the same."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS].astype(np.int64)
    slope = 40 * x + 25 * y
    lung = np.maximum(0, 1200 - 9 * (abs(x - 12) ** 2) - 3 * (y - 24) ** 2)
    rib = 160 * ((y // 6) % 2)
    return (np.clip(900 + slope - lung + rib, 0, 2**BITS - 1) >> (BITS - bits)).astype(np.uint16)


def data_set(name: str, number: int) -> Dataset:
    """Return one of `FILES`; its identifiers are made up and always the same."""
    syntax, encode, _ = FILES[name]
    bits = 8 if syntax == uid.JPEGBaseline8Bit else BITS
    pixels = picture(bits).astype(np.uint8 if bits == 8 else np.uint16)
    made = Dataset()
    made.file_meta = FileMetaDataset()
    made.file_meta.TransferSyntaxUID = syntax
    made.file_meta.MediaStorageSOPClassUID = made.SOPClassUID = uid.DigitalXRayImageStorageForPresentation
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID = f"2.25.{20260000 + number}"
    made.StudyInstanceUID, made.SeriesInstanceUID = "2.25.20261", "2.25.20262"
    made.Modality, made.PatientID, made.PhotometricInterpretation = "DX", "SELFTEST", "MONOCHROME2"
    made.PresentationLUTShape, made.SamplesPerPixel, made.PixelRepresentation = "IDENTITY", 1, 0
    made.Rows, made.Columns = pixels.shape
    made.BitsAllocated, made.BitsStored, made.HighBit = 8 * pixels.itemsize, bits, bits - 1
    made.WindowCenter, made.WindowWidth = 2 ** (bits - 1), 2**bits
    if syntax == uid.RLELossless:
        made.compress(uid.RLELossless, pixels, generate_instance_uid=False)
    elif encode is not None:
        made.add_new("PixelData", "OB", encapsulate([encode(pixels)]))
    else:
        order = ">" if syntax == uid.ExplicitVRBigEndian else "<"
        made.add_new("PixelData", "OW", pixels.astype(pixels.dtype.newbyteorder(order)).tobytes())
    return made


def films(out: Path) -> dict[str, Any]:
    """Write the files and return what must come out of each."""
    expected: dict[str, Any] = {}
    for number, (name, (syntax, _, difference)) in enumerate(FILES.items(), 1):
        data_set(name, number).save_as(out / f"{name}.dcm", enforce_file_format=True)
        bits = 8 if syntax == uid.JPEGBaseline8Bit else BITS
        expected[name] = {
            "transfer_syntax": uid.UID(syntax).name,
            "sha256": hashlib.sha256(picture(bits).astype("<u2").tobytes()).hexdigest(),
            "bits": bits,
            "largest_difference": difference,
        }
    return expected


def models() -> dict[str, Any]:
    """Return what the bundled models say to their films, by the hash of their weights."""
    expected = {}
    for model in scan_models(resource_dir("models").parent).models:
        film = FILMS[model.card.id]
        expected[model.card.weights_sha256] = {
            "model": f"{model.card.id} {model.card.version}",
            "film": film,
            "logits": [round(float(logit), 5) for logit in answer(model.folder, film, "cpu").logits],
        }
    return expected


def main() -> None:
    """Write all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    expected = {"films": films(out), "models": models()}
    (out / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
