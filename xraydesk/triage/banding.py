"""From the images of a study to what the worklist says of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from xraydesk.imaging.study import Instance, Study
from xraydesk.inference.card import Label, ModelCard, PointName
from xraydesk.inference.prediction import Prediction
from xraydesk.triage.assessment import Assessment, Band, ImageAssessment, ImageStatus


def from_prediction(instance: Instance, content_hash: str, prediction: Prediction) -> ImageAssessment:
    """Return what a model's answer means for one image; a refused image keeps its distance but no probability."""
    path, distance = str(instance.path), _number(prediction.distance)
    finite = all(math.isfinite(p) for p in prediction.probabilities.tolist())
    refusal = prediction.refusal or ("" if finite else "the model's answer is not a number")
    if refusal:
        return ImageAssessment(path, instance.frame, ImageStatus.REFUSED, refusal, content_hash, distance=distance)
    return ImageAssessment(
        path=path,
        frame=instance.frame,
        status=ImageStatus.SCORED,
        content_hash=content_hash,
        probabilities=dict(zip(prediction.labels, prediction.probabilities.tolist(), strict=True)),
        logits=dict(zip(prediction.labels, prediction.logits.tolist(), strict=True)),
        distance=distance,
    )


def not_scored(instance: Instance, status: ImageStatus, reason: str = "", content_hash: str = "") -> ImageAssessment:
    """Return an image without an answer: refused by its header, unreadable, or still to come."""
    return ImageAssessment(str(instance.path), instance.frame, status, reason, content_hash)


def assess(study: Study, images: Sequence[ImageAssessment], card: ModelCard) -> Assessment:
    """Return what the worklist says of a study.

    Parameters
    ----------
    study
        The study.
    images
        One for each of its instances, in their order.
    card
        The model that answered; its operating points make the bands.
    """
    images = tuple(images)
    label = card.abnormal
    if any(image.status is ImageStatus.PENDING for image in images):
        return Assessment(study.study_id, None, "", None, {}, None, images)
    scored = [index for index, image in enumerate(images) if image.status is ImageStatus.SCORED]
    if not scored:
        return Assessment(study.study_id, Band.NOT_ASSESSED, _why_none(images), None, {}, None, images)
    driver = max(scored, key=lambda index: images[index].probabilities[label.name])
    score = images[driver].probabilities[label.name]
    probabilities = {each.name: max(images[i].probabilities[each.name] for i in scored) for each in card.labels}
    reason = _missing(images)
    band = band_of(score, label)
    if band is Band.LOW and reason:
        band = Band.UNCERTAIN  # nobody knows what the image shows that was not assessed
    return Assessment(study.study_id, band, reason, score, probabilities, driver, images)


def band_of(probability: float, label: Label) -> Band:
    """Return the band of a calibrated probability by the label's two operating points."""
    if probability >= label.point(PointName.RULE_IN).threshold:
        return Band.LIKELY
    return Band.LOW if probability < label.point(PointName.RULE_OUT).threshold else Band.UNCERTAIN


def _why_none(images: Sequence[ImageAssessment]) -> str:
    reasons = list(dict.fromkeys(image.reason for image in images))
    return reasons[0] if len(reasons) == 1 else _missing(images)


def _missing(images: Sequence[ImageAssessment]) -> str:
    """Name the images without an answer: "image 2 of 2 not assessed: the file is empty"."""
    count = len(images)
    return "; ".join(
        f"image {number} of {count} not assessed: {image.reason}"
        for number, image in enumerate(images, start=1)
        if image.status is not ImageStatus.SCORED
    )


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
