"""What a stored or fresh answer says under the calibration that holds at this site.

Models and the store speak in the calibration of the card's file. A site that calibrates anew keeps every answer: the
probabilities are made of the logits here, by the function that scoring uses, so that both give the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from xraydesk.inference.calibration import calibrated
from xraydesk.inference.card import ModelCard
from xraydesk.inference.grades import grade_of
from xraydesk.inference.prediction import Prediction, Region
from xraydesk.triage.assessment import ImageAssessment, ImageStatus


def serves(answer: Prediction, card: ModelCard) -> bool:
    """Tell whether a stored answer can be told by the calibration that holds.

    It cannot where several parts of a film were judged and the logits of the others were not kept: the film is then
    scored again, for probabilities near 0 and 1 do not give their logits back.
    """
    return not card.recalibrated or _exact(answer.regions)


def by_calibration(image: ImageAssessment, card: ModelCard) -> ImageAssessment | None:
    """Return an image with the probabilities its logits have by the card's calibration; None where they cannot be told.

    Parameters
    ----------
    image
        As a model judged it, by whatever calibration.
    card
        Of that model, with the calibration that holds now.
    """
    if image.status is not ImageStatus.SCORED:
        return image
    if not _exact(image.regions):
        return None
    names = [label.name for label in card.labels]
    found = _probabilities([image.logits[name] for name in names], card)
    probabilities = dict(zip(names, found, strict=True))
    first, *others = image.regions or (None,)
    regions = () if first is None else (replace(first, probabilities=tuple(found)), *_anew(others, card))
    return replace(image, probabilities=probabilities, grade=grade_of(probabilities), regions=regions)


def _anew(regions: Sequence[Region | None], card: ModelCard) -> list[Region]:
    return [replace(r, probabilities=tuple(_probabilities(r.logits, card))) for r in regions if r is not None]


def _probabilities(logits: Sequence[float], card: ModelCard) -> list[float]:
    return [float(p) for p in calibrated(np.array([logits], np.float32), card.labels)[0]]


def _exact(regions: Sequence[Region]) -> bool:
    """Tell whether the logits of all parts are known; those of the first are the film's."""
    return all(region.logits for region in regions[1:])
