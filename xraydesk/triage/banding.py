"""From the images of a study to what the worklist says of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from xraydesk.imaging.study import Instance, Study
from xraydesk.inference.card import Label, ModelCard, PointName
from xraydesk.inference.grades import grade_of
from xraydesk.triage.assessment import Assessment, Band, ImageAssessment, ImageStatus
from xraydesk.triage.routing import Judgement

_SEVERITY = {Band.LOW: 0, Band.UNCERTAIN: 1, Band.LIKELY: 2}


def from_judgement(instance: Instance, content_hash: str, judgement: Judgement) -> ImageAssessment:
    """Return what the models' answer means for one image; a refused image keeps its distance but no probability."""
    answer, path = judgement.prediction, str(instance.path)
    if answer is None:
        return not_scored(instance, ImageStatus.UNREADABLE, judgement.reason, content_hash)
    image = ImageAssessment(
        path=path,
        frame=instance.frame,
        status=ImageStatus.REFUSED,
        reason=judgement.reason,
        content_hash=content_hash,
        distance=_number(answer.distance),
        model_id=judgement.model_id,
    )
    if judgement.reason:
        return image
    probabilities = dict(zip(answer.labels, answer.probabilities.tolist(), strict=True))
    return replace(
        image,
        status=ImageStatus.SCORED,
        probabilities=probabilities,
        logits=dict(zip(answer.labels, answer.logits.tolist(), strict=True)),
        grade=grade_of(probabilities),
        regions=answer.regions,
    )


def not_scored(instance: Instance, status: ImageStatus, reason: str = "", content_hash: str = "") -> ImageAssessment:
    """Return an image without an answer: refused by its header, unreadable, or still to come."""
    return ImageAssessment(str(instance.path), instance.frame, status, reason, content_hash)


def assess(study: Study, images: Sequence[ImageAssessment], cards: Mapping[str, ModelCard]) -> Assessment:
    """Return what the worklist says of a study.

    Images of one study may have been judged by different models, a knee beside a chest: each has the band of its own
    model's operating points, and the most severe of them is the study's.

    Parameters
    ----------
    study
        The study.
    images
        One for each of its instances, in their order.
    cards
        The models that answered, by their id; their operating points make the bands.
    """
    images = tuple(images)
    if any(image.status is ImageStatus.PENDING for image in images):
        return Assessment(study.study_id, None, "", None, {}, None, images)
    scored = [index for index, image in enumerate(images) if image.status is ImageStatus.SCORED]
    if not scored:
        refused_by = {image.model_id for image in images}
        model_id = refused_by.pop() if len(refused_by) == 1 else ""
        return Assessment(study.study_id, Band.NOT_ASSESSED, _why_none(images), None, {}, None, images, model_id)

    def severity(index: int) -> tuple[int, float]:
        band, score = _judged(images[index], cards)
        return _SEVERITY[band], score

    driver = max(scored, key=severity)
    band, score = _judged(images[driver], cards)
    reason = _missing(images)
    if band is Band.LOW and reason:
        band = Band.UNCERTAIN  # nobody knows what the image shows that was not assessed
    model_id = images[driver].model_id
    judged = [images[index] for index in scored if images[index].model_id == model_id]
    return Assessment(
        study_id=study.study_id,
        band=band,
        reason=reason,
        score=score,
        probabilities={name: max(image.probabilities[name] for image in judged) for name in judged[0].probabilities},
        driver=driver,
        images=images,
        model_id=model_id,
        grade=max((image.grade for image in judged if image.grade is not None), default=None),
    )


def _judged(image: ImageAssessment, cards: Mapping[str, ModelCard]) -> tuple[Band, float]:
    """Return band and probability of an image by the first label of the model that judged it."""
    label = cards[image.model_id].abnormal
    probability = image.probabilities[label.name]
    return band_of(probability, label), probability


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
