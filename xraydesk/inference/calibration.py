"""From logits to calibrated probabilities. Imports no torch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.card import Label

Array = NDArray[np.float32]


def calibrated(logits: Array, labels: Sequence[Label]) -> Array:
    """Return calibrated probabilities by Platt's curve of each label; both arrays have shape (n, labels).

    Computed in float64 and in the half of the curve that cannot overflow.
    """
    slopes = np.array([label.calibration.slope for label in labels], dtype=np.float64)
    offsets = np.array([label.calibration.offset for label in labels], dtype=np.float64)
    x = slopes * logits.astype(np.float64) + offsets
    tail = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + tail), tail / (1 + tail)).astype(np.float32)
