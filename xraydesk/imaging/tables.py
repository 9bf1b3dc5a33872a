"""Look-up tables of DICOM: Modality LUT Sequence and VOI LUT Sequence items.

highdicom's `ModalityLUTTransformation` and `VOILUTTransformation` read the same items, but refuse a table whose
descriptor is slightly off (the mammogram GH133 of fo-dicom's test set: "Invalid LUT descriptor"), which other viewers
show, and importing highdicom takes longer than reading a hundred films. It serves as the reference in the tests.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from xraydesk.imaging.elements import Elements, tag_of
from xraydesk.imaging.lut import Table

_DESCRIPTOR = tag_of("LUTDescriptor")
_DATA = tag_of("LUTData")
_EXPLANATION = tag_of("LUTExplanation")


def read_table(item: Dataset, *, signed: bool) -> Table | None:
    """Return the table of one sequence item (PS3.3 C.11.1.1, C.11.2.1.1); None where it has no entries.

    ``signed`` says that the first mapped value is a signed number, as it is when the inputs are. Its descriptor is
    believed only where the data agree: the number of entries is the number present, and the bits are those needed
    where the descriptor's are outside 8..16 or more than two bits too many (16 said, 12-bit entries, seen often).
    """
    elements = Elements.of(item)
    descriptor = elements.binary(_DESCRIPTOR)
    if len(descriptor) != 3:
        return None
    count = descriptor[0] or 65536  # 0 stands for 65536
    entries = _entries(elements, count, descriptor[2])
    if entries.size == 0:
        return None
    first = descriptor[1]
    if signed and first >= 0x8000:
        first -= 0x10000
    return Table(first, entries[:count], _bits(entries[:count], descriptor[2]), elements.text(_EXPLANATION))


def _entries(elements: Elements, count: int, bits: int) -> NDArray[np.uint16]:
    value = elements.raw(_DATA)
    if isinstance(value, bytes) and bits <= 8 and len(value) in (count, count + 1):  # 8-bit entries packed two a word
        return np.frombuffer(value, np.uint8).astype(np.uint16)
    return np.array([v & 0xFFFF for v in elements.binary(_DATA)], np.uint16)


def _bits(entries: NDArray[np.uint16], told: int) -> int:
    needed = max(1, int(entries.max()).bit_length())
    return told if 8 <= told <= 16 and needed <= told <= needed + 2 else max(8, needed)
