"""The modality step: stored values become the manufacturer-independent values that windows refer to (PS3.3 C.11.1)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.tables import read_table

_SEQUENCE = tag_of("ModalityLUTSequence")
_SLOPE = tag_of("RescaleSlope")
_INTERCEPT = tag_of("RescaleIntercept")
_RELATIONSHIP = tag_of("PixelIntensityRelationship")
_SOP_CLASS = tag_of("SOPClassUID")
_XA_RF = {"1.2.840.10008.5.1.4.1.1.12.1", "1.2.840.10008.5.1.4.1.1.12.2"}
_INTEGERS = (np.uint8, np.int16, np.uint16, np.int32)


def apply_modality(stored: NDArray[Any], elements: Elements) -> NDArray[Any]:
    """Return the output of the modality step, same shape: a Modality LUT wins over slope and intercept.

    Integers stay integers, in the smallest type that holds every possible output; a fractional slope gives float32.
    A slope of 0 is a damaged header and counts as 1.
    """
    if not applies(elements):
        return stored
    for item in elements.items(_SEQUENCE)[:1]:
        table = read_table(item, signed=bool(np.issubdtype(stored.dtype, np.signedinteger)))
        if table is not None:
            return table.apply(stored)
    slope = elements.number(_SLOPE) or 1.0
    intercept = elements.number(_INTERCEPT) or 0.0
    return rescale(stored, slope, intercept)


def applies(elements: Elements) -> bool:
    """Tell whether the display of this object goes through the modality step.

    For XA and RF (PS3.3 C.8.7.1.1.2) the modality transformation leads to X-ray intensity, not to the display, where
    PixelIntensityRelationship is LOG or DISP.
    """
    log_or_display = elements.text(_RELATIONSHIP).upper() in {"LOG", "DISP"}
    return not (log_or_display and elements.text(_SOP_CLASS) in _XA_RF)


def rescale(stored: NDArray[Any], slope: float, intercept: float) -> NDArray[Any]:
    """Return ``stored * slope + intercept`` (PS3.3 C.11.1.1.2) in the smallest type that is exact."""
    if slope == 1 and intercept == 0:
        return stored
    whole = slope == int(slope) and intercept == int(intercept)
    if not whole or stored.dtype.kind == "f":
        return stored.astype(np.float32) * np.float32(slope) + np.float32(intercept)
    ends = [int(stored.min()) * slope + intercept, int(stored.max()) * slope + intercept]
    for kind in _INTEGERS:
        limits = np.iinfo(kind)
        if limits.min <= min(ends) and max(ends) <= limits.max:
            return (stored.astype(np.int64) * int(slope) + int(intercept)).astype(kind)
    return stored.astype(np.float32) * np.float32(slope) + np.float32(intercept)
