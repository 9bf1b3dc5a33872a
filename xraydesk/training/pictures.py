"""Films for pages: small, with the model's map beside."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from xraydesk.errors import XraydeskError
from xraydesk.imaging.load import load
from xraydesk.imaging.render import to_grey
from xraydesk.inference.preprocess import seen, to_input
from xraydesk.training.scoring import ScoredImage

if TYPE_CHECKING:
    from xraydesk.imaging.radiograph import Grey
    from xraydesk.inference.card import InputSpec
    from xraydesk.inference.prediction import Region

_SIDE = 256
_TINT = np.array([255.0, 120.0, 0.0])
_STRONGEST = 0.6  # opacity of the full tint
_FULL_LOGITS = 4.0


def film_with_map(one: ScoredImage, output: str, spec: InputSpec) -> str:
    """Return the part of an image that was judged as `film_beside_map` shows it; "" if it cannot be read."""
    try:
        film = to_grey(load(one.image.path, one.image.frame))
    except XraydeskError:
        return ""
    if one.prediction is None:
        return film_beside_map(to_input(film, _SIDE), None)
    return film_beside_map(judged_part(film, one.prediction.region or seen(spec)), _raw(one, output))


def judged_part(film: Grey, part: Region | None) -> NDArray[np.uint8]:
    """Return a part of a film, None for all of it, as a square of uint8."""
    if part is not None:
        left, top, right, bottom = (round(edge) for edge in part.box(*film.shape))
        film = film[top:bottom, left:right]
    return to_input(film, _SIDE)


def film_beside_map(film: NDArray[np.uint8], raw: NDArray[np.float32] | None) -> str:
    """Return a square film and the film under its activation map, side by side, as a data URI.

    The tint goes with the positive part of the raw map, in logits, and is full at 4, or at the peak where that is
    higher, so that a weak map looks weak. Without a map the film stands alone.
    """
    grey = np.repeat(to_input(film, _SIDE)[:, :, None], 3, axis=2)
    sides = [grey] if raw is None or not raw.size else [grey, _tinted(grey, raw)]
    buffer = io.BytesIO()
    Image.fromarray(np.concatenate(sides, axis=1)).save(buffer, "JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def peak_words(one: ScoredImage, output: str) -> str:
    """Return the raw peak of the film's map in words; "" where the model gives no map."""
    if one.prediction is None:
        return ""
    raw = _raw(one, output)
    return in_logits(float(raw.max())) if raw.size else ""


def in_logits(peak: float) -> str:
    """Return the peak of a map in words."""
    return f"map peak {peak:.1f} logits"


def _raw(one: ScoredImage, output: str) -> NDArray[np.float32]:
    assert one.prediction is not None  # callers looked
    return np.asarray(one.prediction.maps[one.prediction.labels.index(output)], np.float32)


def _tinted(grey: NDArray[np.uint8], raw: NDArray[np.float32]) -> NDArray[np.uint8]:
    full = max(_FULL_LOGITS, float(raw.max()))
    share = Image.fromarray(np.clip(raw, 0, None) / full).resize((_SIDE, _SIDE), Image.Resampling.BICUBIC)
    alpha = np.clip(np.asarray(share), 0, 1)[:, :, None] * _STRONGEST
    return np.asarray(grey * (1 - alpha) + _TINT * alpha).round().astype(np.uint8)
