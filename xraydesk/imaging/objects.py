"""Which DICOM objects are radiographs, and how the others are called."""

from __future__ import annotations

# Projection radiography. XA and RF are fluoroscopy: shown, and left to the model's card to refuse. OT, SC and HC are
# scanned films and screen captures, most often of films; an object without a modality gets the benefit of the doubt.
RADIOGRAPHS = frozenset({"CR", "DX", "DR", "RG", "MG", "PX", "IO", "RTIMAGE", "XA", "RF", "OT", "SC", "HC", ""})
_OTHERS = {
    "CT": "A CT slice",
    "MR": "An MR image",
    "US": "An ultrasound image",
    "IVUS": "An ultrasound image",
    "NM": "A nuclear medicine image",
    "PT": "A PET image",
    "SM": "A microscopy image",
    "GM": "A microscopy image",
    "ES": "An endoscopy image",
    "OP": "An eye photograph",
    "OPT": "An eye scan",
    "SEG": "A segmentation",
    "RTDOSE": "A dose map",
    "ECG": "An ECG",
}
_COLOUR = {"RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT", "YBR_PARTIAL_420", "YBR_PARTIAL_422", "HSV",
           "ARGB", "CMYK", "PALETTE COLOR"}  # fmt: skip


def modality_problem(modality: str) -> str:
    """Return why an image of this modality is no plain radiograph; "" where it may be one."""
    if modality in RADIOGRAPHS:
        return ""
    return f"{_OTHERS.get(modality, f'An image of modality {modality[:16]}')} is not a plain radiograph"


def known_other(modality: str) -> bool:
    """Tell whether this modality is known to be something else than radiography."""
    return modality in _OTHERS


def colour_problem(photometric: str, samples: int) -> str:
    """Return why a picture of this photometric interpretation is no radiograph; "" for grey ones."""
    if samples > 1 or photometric.upper() in _COLOUR:
        return f"A colour picture ({photometric[:16] or 'several samples a pixel'}) is not a radiograph"
    return ""
