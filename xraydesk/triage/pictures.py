"""A film with its activation map over it, as a PNG file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import XraydeskError
from xraydesk.triage.activation import ActivationMap
from xraydesk.triage.assessment import ImageAssessment, ImageStatus
from xraydesk.triage.export import cannot_write
from xraydesk.triage.models import speaker

if TYPE_CHECKING:
    from PIL import Image

    from xraydesk.imaging.radiograph import Grey
    from xraydesk.inference.card import ModelCard
    from xraydesk.triage.desk import Desk

_LONGEST = 1024  # pixels
_OPACITY = 0.6
_FULL_LOGITS = 4.0  # evidence at which the colour is at its strongest, unless the map goes higher
_COLOURS = np.array([(0, 0, 0), (90, 20, 110), (200, 50, 80), (250, 150, 50), (255, 245, 180)], float)
_NAME_LENGTH = 60


def write_maps(desk: Desk, folder: Path) -> list[XraydeskError]:
    """Write one PNG for each image a model answered, with the map of its first label. Return what went wrong.

    Raises
    ------
    XraydeskError
        The folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(error, folder) from error
    problems: list[XraydeskError] = []
    for row in desk.rows():
        for index, image in enumerate(desk.assessment(row.study_id).images):
            if image.status is ImageStatus.SCORED:
                target = folder / f"{row.rank:04}_{safe_name(row.study_id)}_{index + 1}.png"
                problems += _write(desk, row.study_id, index, target)
    return problems


def overlay(grey: Grey, activation: ActivationMap) -> NDArray[np.uint8]:
    """Return film and map as one picture, (rows, columns, 3), the longer side at most 1024.

    Evidence against the label and weak evidence stay clear; the colour is full at 4 logits, or at the peak where that
    is higher, so that a weak map looks weak.
    """
    film = _shrunk(grey)
    evidence = np.clip(activation.values / max(_FULL_LOGITS, activation.peak), 0.0, 1.0).astype(np.float32)
    left, top, right, bottom = (round(edge) for edge in activation.box(film.height, film.width))
    strength = np.zeros((film.height, film.width, 1), np.float32)
    part = _image(evidence).resize((max(1, right - left), max(1, bottom - top)), 3)
    strength[top:bottom, left:right, 0] = np.asarray(part, np.float32)[: bottom - top, : right - left].clip(0.0, 1.0)
    place = strength[..., 0] * (len(_COLOURS) - 1)
    colour = np.stack([np.interp(place, range(len(_COLOURS)), channel) for channel in _COLOURS.T], axis=-1)
    base = np.asarray(film, np.float32)[..., None]
    alpha = _OPACITY * np.sqrt(strength)
    mixed: NDArray[np.uint8] = (base * (1 - alpha) + colour * alpha).round().astype(np.uint8)
    return mixed


def safe_name(study_id: str) -> str:
    """Return a file name for a study: letters, digits, dot and dash; what was lost is told apart by a short hash."""
    clean = re.sub(r"[^A-Za-z0-9.-]+", "_", study_id).strip("._")[:_NAME_LENGTH]
    if clean and clean == study_id:
        return clean
    return f"{clean}_{hashlib.sha256(study_id.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}"


def _write(desk: Desk, study_id: str, index: int, target: Path) -> list[XraydeskError]:
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    from xraydesk.imaging.render import to_grey

    try:
        image = desk.assessment(study_id).images[index]
        card = speaker(image, desk.cards)
        activation = None if card is None else desk.activation_map(study_id, index, card.abnormal.name)
        if card is None or activation is None:
            return []
        picture = Image.fromarray(overlay(to_grey(desk.load_image(study_id, index)), activation))
        notes = PngInfo()
        notes.add_text("Description", _caption(card, image, activation))
        picture.save(target, pnginfo=notes)
    except XraydeskError as error:
        return [error]
    except OSError as error:
        return [cannot_write(error, target)]
    return []


def _caption(card: ModelCard, image: ImageAssessment, activation: ActivationMap) -> str:
    return (
        f"{activation.label} {image.probabilities[activation.label]:.3f}, "
        f"peak of the map {activation.peak:.2f} logits, {card.id} {card.version}. Research use, not a diagnosis."
    )


def _shrunk(grey: Grey) -> Image.Image:
    eight: NDArray[np.uint8] = grey.astype(np.uint8) if grey.dtype == np.uint8 else (grey >> 8).astype(np.uint8)
    film = _image(eight)
    film.thumbnail((_LONGEST, _LONGEST), reducing_gap=2.0)
    return film


def _image(values: NDArray[np.uint8] | NDArray[np.float32]) -> Image.Image:
    from PIL import Image

    return Image.fromarray(np.ascontiguousarray(values))
