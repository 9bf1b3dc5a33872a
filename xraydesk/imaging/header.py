"""What a DICOM header says of patient, study and exposure."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.radiograph import Header, PixelSpacing, SpacingKind

_NAMES = (
    "StudyInstanceUID SeriesInstanceUID SOPInstanceUID SOPClassUID IssuerOfPatientID PatientID PatientName PatientAge "
    "PatientBirthDate PatientSex Modality BodyPartExamined ViewPosition Laterality ImageLaterality StudyDate "
    "StudyTime AccessionNumber StudyDescription SeriesDescription Manufacturer InstanceNumber Rows Columns "
    "NumberOfFrames SamplesPerPixel PhotometricInterpretation BitsAllocated BitsStored"
)
_TAGS = {name: tag_of(name) for name in _NAMES.split()}
HEADER_TAGS = tuple(sorted({*_TAGS.values(), 0x00080005}))
_UID = re.compile(r"[0-9.]{1,64}")
_AGE = re.compile(r"(\d{1,3})\s*([DWMY]?)")
_PER_YEAR = {"D": 365.25, "W": 52.18, "M": 12.0, "Y": 1.0, "": 1.0}
_MAX_AGE = 130.0
_SIDES = {"L": "L", "R": "R", "B": "B"}


def read_header(elements: Elements, transfer_syntax: str = "") -> Header:
    """Return the `Header` of a data set. A value that makes no sense is empty; nothing is raised.

    Sources: patient module PS3.3 C.7.1.1, study C.7.2.1, series C.7.3.1, DX anatomy C.8.11.2.
    """

    def text(name: str) -> str:
        return elements.text(_TAGS[name])

    day = _day(text("StudyDate"))
    number = elements.number(_TAGS["InstanceNumber"])
    return Header(
        study_uid=_uid(text("StudyInstanceUID")),
        series_uid=_uid(text("SeriesInstanceUID")),
        instance_uid=_uid(text("SOPInstanceUID")),
        patient_id=text("PatientID"),
        patient_name=text("PatientName"),
        patient_issuer=text("IssuerOfPatientID"),
        age_years=_age(text("PatientAge"), _day(text("PatientBirthDate")), day),
        sex=text("PatientSex").upper() if text("PatientSex").upper() in {"F", "M", "O"} else "",
        modality=text("Modality").upper(),
        body_part=text("BodyPartExamined").upper(),
        view=text("ViewPosition").upper(),
        laterality=_side(text("ImageLaterality")) or _side(text("Laterality")),
        study_time=None if day is None else datetime.combine(day, _clock(text("StudyTime"))),
        accession=text("AccessionNumber"),
        description=text("StudyDescription") or text("SeriesDescription"),
        manufacturer=text("Manufacturer"),
        transfer_syntax=transfer_syntax,
        number=None if number is None else int(number),
    )


def read_spacing(elements: Elements) -> PixelSpacing | None:
    """Return the pixel spacing and what it refers to (PS3.3 10.7.1.3); None where the header gives none.

    PixelSpacing is calibrated only where it differs from ImagerPixelSpacing or the header says how it was calibrated;
    for projection radiographs an equal or lone PixelSpacing is a value at the detector.
    """
    imager = elements.numbers(tag_of("ImagerPixelSpacing"))
    pixel = elements.numbers(tag_of("PixelSpacing")) or elements.numbers(tag_of("NominalScannedPixelSpacing"))
    if _positive(pixel):
        told = elements.has(tag_of("PixelSpacingCalibrationType"))
        calibrated = told or (_positive(imager) and pixel[:2] != imager[:2])
        return PixelSpacing(pixel[0], pixel[1], SpacingKind.CALIBRATED if calibrated else SpacingKind.AT_DETECTOR)
    return PixelSpacing(imager[0], imager[1], SpacingKind.AT_DETECTOR) if _positive(imager) else None


def _positive(pair: list[float]) -> bool:
    return len(pair) >= 2 and pair[0] > 0 and pair[1] > 0


def _uid(text: str) -> str:
    """Return the UID if it is made of digits and dots; UIDs become names of studies."""
    return text if _UID.fullmatch(text) else ""


def _side(text: str) -> str:
    return _SIDES.get(text[:1].upper(), "")


def _day(text: str) -> date | None:
    digits = text.replace(".", "").replace("-", "")[:8]  # ACR-NEMA wrote 2024.03.01
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else None
    except ValueError:
        return None


def _clock(text: str) -> time:
    digits = text.replace(":", "").split(".")[0][:6]
    try:
        return time(int(digits[:2] or 0), int(digits[2:4] or 0), min(int(digits[4:6] or 0), 59))
    except ValueError:
        return time()


def _age(text: str, born: date | None, day: date | None) -> float | None:
    """Return the age in years from PatientAge (PS3.5 AS: 045Y, 006M, 012W, 003D), else from the dates."""
    found = _AGE.fullmatch(text.upper())
    if found:
        years = int(found[1]) / _PER_YEAR[found[2]]
        return years if years <= _MAX_AGE else None
    if born is None or day is None:
        return None
    years = (day - born).days / 365.25
    return years if 0 <= years <= _MAX_AGE else None
