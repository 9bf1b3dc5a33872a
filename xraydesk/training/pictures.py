"""Films for pages: small, with the model's map beside."""

from __future__ import annotations

import base64
import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from xraydesk.errors import XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.render import to_grey
from xraydesk.inference.preprocess import to_input
from xraydesk.training.scoring import ScoredImage

_SIDE = 192
_TINT = np.array([255.0, 120.0, 0.0])
_STRONGEST = 0.6  # opacity of the tint at the map's peak


def film_with_map(one: ScoredImage, output: str) -> str:
    """Return the film and the film under its activation map, side by side, as a data URI; "" if it cannot be read.

    The tint goes with the positive part of the raw map over its own peak.
    """
    try:
        film = to_input(to_grey(load(one.image.path, one.image.frame)), _SIDE)
    except XraydeskError:
        return ""
    grey = np.repeat(film[:, :, None], 3, axis=2)
    sides = [grey]
    if one.prediction is not None:
        raw = one.prediction.maps[one.prediction.labels.index(output)].astype(np.float32)
        if raw.size:
            sides.append(_tinted(grey, raw))
    buffer = io.BytesIO()
    Image.fromarray(np.concatenate(sides, axis=1)).save(buffer, "JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def _tinted(grey: NDArray[np.uint8], raw: NDArray[np.float32]) -> NDArray[np.uint8]:
    peak = max(float(raw.max()), 1e-6)
    share = Image.fromarray(np.clip(raw, 0, None) / peak).resize((_SIDE, _SIDE), Image.Resampling.BICUBIC)
    alpha = np.clip(np.asarray(share), 0, 1)[:, :, None] * _STRONGEST
    return np.asarray(grey * (1 - alpha) + _TINT * alpha).round().astype(np.uint8)
