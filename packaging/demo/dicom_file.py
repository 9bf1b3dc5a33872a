"""Writes the demo studies as DICOM: DX for presentation (PS3.3 A.26) and one CT image (A.3), losslessly compressed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
from demo.plan import JPEG_2000, JPEG_LOSSLESS, JPEG_LS, Kind, Patient, Picture
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate

DX = "1.2.840.10008.5.1.4.1.1.1.1"
CT = "1.2.840.10008.5.1.4.1.1.2"
SHIFT_BEGINS = datetime(2026, 3, 14, 19, 0)  # noqa: DTZ001 - DICOM times are local and carry no zone
NAMES = uuid.UUID("7d1b6f0e-52a4-4a51-9d0c-1f6c0e5a7b11")  # of this demo; UIDs are derived from it
WHITE = 4095
_ENCODERS: dict[str, Callable[[NDArray[Any]], bytes]] = {
    JPEG_LS: imagecodecs.jpegls_encode,
    JPEG_2000: lambda pixels: imagecodecs.jpeg2k_encode(
        pixels, codecformat="j2k", reversible=True, level=0, bitspersample=12
    ),
    JPEG_LOSSLESS: lambda pixels: imagecodecs.ljpeg_encode(pixels, bitspersample=12),
}


@dataclass(frozen=True)
class Region:
    """How films of a part of the body are taken."""

    words: str
    body_part: str
    view: str
    orientation: tuple[str, str]
    spacing: str  # mm at the detector
    kvp: str
    exposure: str  # in microampere seconds


_CHEST = Region("Chest AP", "CHEST", "AP", ("L", "F"), "0.36", "66", "1250")
_KNEE = Region("Knees AP", "KNEE", "AP", ("L", "F"), "0.5", "60", "4000")
_KNEE_FROM_THE_SIDE = Region("Knee lateral", "KNEE", "RL", ("A", "F"), "0.5", "60", "4000")


def _region(picture: Picture) -> Region:
    return {Kind.KNEE: _KNEE, Kind.LATERAL: _KNEE_FROM_THE_SIDE}.get(picture.kind, _CHEST)


def uid(*parts: object) -> str:
    """Return a UID under 2.25 (PS3.5 B.2) that depends on ``parts`` alone."""
    return f"2.25.{uuid.uuid5(NAMES, '/'.join(map(str, parts))).int}"


def film(patient: Patient, number: int, index: int, picture: Picture, pixels: NDArray[np.uint16]) -> Dataset:
    """Return a DX data set of 12-bit ``pixels`` (0 = black)."""
    made = _general(patient, number, index, "DX", DX)
    stored = WHITE - pixels if picture.inverted else pixels
    made.PresentationIntentType = "FOR PRESENTATION"
    region = _region(picture)
    made.BodyPartExamined = region.body_part
    made.ViewPosition = region.view
    made.PatientOrientation = list(region.orientation)
    made.ImageLaterality = picture.side
    made.ImagerPixelSpacing = [region.spacing] * 2
    made.DetectorType = "SCINTILLATOR"
    made.PositionerType = "NONE"
    made.KVP = region.kvp
    made.ExposureInuAs = region.exposure
    made.BurnedInAnnotation = "NO"
    made.LossyImageCompression = "00"
    made.PixelIntensityRelationship = "LOG"
    made.PixelIntensityRelationshipSign = -1 if not picture.inverted else 1
    made.RescaleIntercept, made.RescaleSlope, made.RescaleType = "0", "1", "US"
    made.PresentationLUTShape = "INVERSE" if picture.inverted else "IDENTITY"
    made.PhotometricInterpretation = "MONOCHROME1" if picture.inverted else "MONOCHROME2"
    made.WindowCenter, made.WindowWidth = _window(stored)
    return _with_pixels(made, stored, picture.syntax, bits=12)


def slice_(patient: Patient, number: int, index: int, picture: Picture, pixels: NDArray[np.int16]) -> Dataset:
    """Return a CT data set; ``pixels`` in Hounsfield units."""
    made = _general(patient, number, index, "CT", CT)
    made.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    made.BodyPartExamined = "HEAD"
    made.FrameOfReferenceUID = uid("frame", number)
    made.ImagePositionPatient = ["-120", "-120", "0"]
    made.ImageOrientationPatient = ["1", "0", "0", "0", "1", "0"]
    made.PixelSpacing = ["0.9375", "0.9375"]
    made.SliceThickness, made.KVP = "5", "120"
    made.PhotometricInterpretation = "MONOCHROME2"
    made.RescaleIntercept, made.RescaleSlope, made.RescaleType = "-1024", "1", "HU"
    made.WindowCenter, made.WindowWidth = "40", "100"
    return _with_pixels(made, (pixels + 1024).astype(np.uint16), picture.syntax, bits=12)


def write(made: Dataset, path: Path, cut: float = 1.0) -> None:
    """Write the file; ``cut`` below 1 keeps that share of its bytes, as a broken transfer would."""
    made.save_as(path, enforce_file_format=True)
    if cut < 1:
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * cut)])


def _general(patient: Patient, number: int, index: int, modality: str, sop_class: str) -> Dataset:
    taken = SHIFT_BEGINS + timedelta(minutes=patient.minutes)
    made = Dataset()
    made.file_meta = FileMetaDataset()
    made.SpecificCharacterSet = patient.charset
    made.ImageType = ["ORIGINAL", "PRIMARY", ""]
    made.SOPClassUID, made.SOPInstanceUID = sop_class, uid("image", number, index)
    made.StudyInstanceUID, made.SeriesInstanceUID = uid("study", number), uid("series", number)
    made.file_meta.MediaStorageSOPClassUID = made.SOPClassUID
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID
    made.file_meta.ImplementationClassUID = uid("implementation")
    made.StudyDate = made.SeriesDate = made.AcquisitionDate = made.ContentDate = taken.strftime("%Y%m%d")
    made.StudyTime = taken.strftime("%H%M%S")
    moment = (taken + timedelta(minutes=1 + 2 * index)).strftime("%H%M%S")
    made.SeriesTime = made.AcquisitionTime = made.ContentTime = moment
    made.Modality = modality
    made.Manufacturer, made.ManufacturerModelName = "xraydesk", "computed, no patient"
    made.InstitutionName = "Demo Hospital"
    made.StudyDescription = _region(patient.pictures[0]).words if modality == "DX" else "Head phantom"
    made.AccessionNumber, made.StudyID = f"DEMO{number:04d}", str(number)
    made.ReferringPhysicianName = ""
    made.PatientName, made.PatientID = patient.name, f"D-{number:04d}"
    made.PatientSex, made.PatientAge = patient.sex, patient.age
    born = SHIFT_BEGINS.date() - timedelta(days=int(int(patient.age[:3]) * 365.25) + (20 + 11 * number) % 360)
    made.PatientBirthDate = born.strftime("%Y%m%d")
    made.SeriesNumber, made.InstanceNumber = 1, index + 1
    return made


def _window(stored: NDArray[np.uint16]) -> tuple[str, str]:
    low, high = np.percentile(stored, (1, 99.5))
    return str(round((low + high) / 2)), str(round((high - low) * 1.08))


def _with_pixels(made: Dataset, pixels: NDArray[np.uint16], syntax: str, *, bits: int) -> Dataset:
    made.SamplesPerPixel = 1
    made.Rows, made.Columns = pixels.shape
    made.BitsAllocated, made.BitsStored, made.HighBit, made.PixelRepresentation = 16, bits, bits - 1, 0
    made.file_meta.TransferSyntaxUID = syntax
    made.PixelData = encapsulate([_ENCODERS[syntax](np.ascontiguousarray(pixels))])
    made["PixelData"].VR = "OB"
    return made
