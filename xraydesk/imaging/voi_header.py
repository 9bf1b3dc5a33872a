"""The VOI choices that a header offers (PS3.3 C.11.2)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.lut import Table
from xraydesk.imaging.radiograph import Voi, VoiFunction, VoiTable, Window
from xraydesk.imaging.tables import read_table
from xraydesk.imaging.voi import FULL_SCALE

_SEQUENCE = tag_of("VOILUTSequence")
_CENTER = tag_of("WindowCenter")
_WIDTH = tag_of("WindowWidth")
_EXPLANATION = tag_of("WindowCenterWidthExplanation")
_FUNCTION = tag_of("VOILUTFunction")


def read_voi(elements: Elements, values: NDArray[Any]) -> tuple[Voi, ...]:
    """Return the VOI choices of a header, tables first as most viewers do, then windows; may be empty."""
    signed = bool(np.issubdtype(values.dtype, np.signedinteger))
    tables = [read_table(item, signed=signed) for item in elements.items(_SEQUENCE)]
    return (*(_voi_table(t) for t in tables if t is not None and np.ptp(t.entries) > 0), *_windows(elements))


def _voi_table(table: Table) -> VoiTable:
    scaled = np.rint(table.entries.astype(np.float64) * (FULL_SCALE / (2**table.bits - 1)))
    return VoiTable(table.first, scaled.astype(np.uint16), table.name)


def _windows(elements: Elements) -> list[Window]:
    function = _function(elements.text(_FUNCTION))
    names = elements.texts(_EXPLANATION)
    found = []
    pairs = zip(elements.numbers(_CENTER), elements.numbers(_WIDTH), strict=False)
    for index, (center, width) in enumerate(pairs):
        if width >= 1 or (width > 0 and function is not VoiFunction.LINEAR):  # PS3.3 C.11.2.1.2.1: LINEAR needs >= 1
            found.append(Window(center, width, function, names[index] if index < len(names) else ""))
    return found


def _function(text: str) -> VoiFunction:
    try:
        return VoiFunction(text.upper())
    except ValueError:
        return VoiFunction.LINEAR  # the default where absent or unknown
