"""The picture that every other room works on, and what its header says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8] | NDArray[np.uint16]
Values = NDArray[Any]  # uint8, uint16, int16, int32 or float32


class SpacingKind(StrEnum):
    """What the millimetres of a pixel refer to (PS3.3 10.7.1.3)."""

    CALIBRATED = "calibrated"  # PixelSpacing, in the patient by fiducial or geometry
    AT_DETECTOR = "at detector"  # ImagerPixelSpacing or equal PixelSpacing without calibration


@dataclass(frozen=True, slots=True)
class PixelSpacing:
    """Distance of neighbouring pixel centres in millimetres."""

    row_mm: float
    column_mm: float
    kind: SpacingKind


class VoiFunction(StrEnum):
    """VOI LUT Function (0028,1056), PS3.3 C.11.2.1.2 and C.11.2.1.3."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


@dataclass(frozen=True, slots=True)
class Window:
    """A window in units of the modality step's output."""

    center: float
    width: float
    function: VoiFunction = VoiFunction.LINEAR
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class VoiTable:
    """A VOI LUT Sequence item (PS3.3 C.11.2.1.1), its entries scaled to 0..65535."""

    first: int
    entries: NDArray[np.uint16]
    name: str = ""


Voi = Window | VoiTable


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says of patient, study and exposure. Empty string or None where it says nothing."""

    study_uid: str = ""
    series_uid: str = ""
    instance_uid: str = ""
    patient_id: str = ""
    patient_name: str = ""
    age_years: float | None = None
    sex: str = ""  # "F", "M", "O" or ""
    modality: str = ""  # (0008,0060): CR, DX, DR, MG, RG, ...
    body_part: str = ""  # (0018,0015) upper case
    view: str = ""  # (0018,5101) AP, PA, LL, RL, ...
    laterality: str = ""  # "L", "R", "B" or ""
    study_time: datetime | None = None
    accession: str = ""
    description: str = ""  # study or series description
    manufacturer: str = ""
    transfer_syntax: str = ""
    number: int | None = None  # (0020,0013) InstanceNumber
    patient_issuer: str = ""  # (0010,0021): who gave the patient_id, which is unique only there


@dataclass(frozen=True, slots=True, eq=False)
class Radiograph:
    """One grey picture.

    ``values`` is what the modality step puts out; ``voi`` holds the choices of the VOI step, default first and never
    empty; ``inverted`` is the presentation step (True where low values are white: MONOCHROME1 or
    PresentationLUTShape INVERSE). `render.to_grey` runs VOI and presentation; 0 is then black.
    """

    values: Values
    voi: tuple[Voi, ...]
    inverted: bool = False
    header: Header = field(default_factory=Header)
    spacing: PixelSpacing | None = None
    frame: int = 0
    bits: int = 16  # bits that carry the picture, for the viewer's corner text

    @property
    def rows(self) -> int:
        """Height in pixels."""
        return int(self.values.shape[0])

    @property
    def columns(self) -> int:
        """Width in pixels."""
        return int(self.values.shape[1])
