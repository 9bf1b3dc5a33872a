"""What the map of the images shows: one row for each image that a model has looked at, with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.card import ModelCard
from xraydesk.research.archive import Archive
from xraydesk.research.cases import Cases
from xraydesk.research.readings import ABNORMAL, NORMAL, UNSURE, Readings
from xraydesk.research.scene import Scene
from xraydesk.research.truth import Truth
from xraydesk.store import archive as stored
from xraydesk.store.archive import StoredAnswer, StoredImage
from xraydesk.store.features import FeatureStore
from xraydesk.store.predictions import ImageKey, model_key
from xraydesk.triage.assessment import Band
from xraydesk.triage.banding import band_of


class Said(StrEnum):
    """What is taken as true of an image's study, or what its readers say."""

    ABNORMAL = "abnormal"
    NORMAL = "normal"
    UNSURE = "unsure"
    DIVIDED = "divided"  # one source or reader says abnormal, another normal
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class MapImage:
    """One image. ``band`` is that of the image by itself, by the model's operating points."""

    key: ImageKey
    study_id: str
    folder: Path
    path: Path
    truth: Said
    verdict: Said
    body_part: str
    view: str
    band: Band
    score: float | None
    distance: float | None
    reason: str  # why the model refused it, "" where it did not


@dataclass(frozen=True, slots=True, eq=False)
class MapData:
    """The images of one model. ``features`` (n, D) float16 has a row for each of ``images``.

    ``lacking`` are images that the model answered before features were kept; ``limit`` is the distance from the
    training films beyond which the model refuses.
    """

    model: str
    model_key: str
    images: tuple[MapImage, ...]
    features: NDArray[np.float16]
    lacking: tuple[MapImage, ...]
    limit: float


def map_data(archive: Archive, scene: Scene) -> MapData | None:
    """Return what the map shows of a scene; None where no model has said anything.

    A film that lies in two folders is one image, that of the case which comes first.

    Raises
    ------
    StoreError
        The database cannot be read.
    """
    if scene.answers is None:
        return None
    card = scene.answers.card
    said = stored.answers(archive.database, card)
    images = _images(scene, card, said)
    vectors = FeatureStore(archive.database, card).find(content_hash for content_hash, _ in images)
    kept = {key: image for key, image in images.items() if key in vectors}
    width = max((len(vectors[key]) for key in kept), default=0)
    kept = {key: image for key, image in kept.items() if len(vectors[key]) == width}
    features = np.stack([vectors[key] for key in kept]) if kept else np.zeros((0, 0), np.float16)
    lacking = tuple(image for key, image in images.items() if key not in kept)
    return MapData(card.title, model_key(card), tuple(kept.values()), features, lacking, card.gate.distance_cutoff)


def _images(scene: Scene, card: ModelCard, said: Mapping[ImageKey, StoredAnswer]) -> dict[ImageKey, MapImage]:
    found: dict[ImageKey, MapImage] = {}
    truth, verdicts = _true(scene.truth), _verdicts(scene.readings)
    for row, images in enumerate(scene.cases.images):
        for image in images:
            if image.key in said and image.key not in found:
                judged = _judged(said[image.key], card)
                found[image.key] = _image(scene.cases, row, image, judged, truth=truth[row], verdict=verdicts[row])
    return found


def _image(cases: Cases, row: int, image: StoredImage, judged: _Judged, *, truth: Said, verdict: Said) -> MapImage:
    return MapImage(
        key=image.key,
        study_id=str(cases.study_ids[row]),
        folder=cases.folders[row],
        path=image.path,
        truth=truth,
        verdict=verdict,
        body_part=str(cases.body_parts[row]),
        view=str(cases.views[row]),
        band=judged.band,
        score=judged.score,
        distance=judged.distance,
        reason=judged.reason,
    )


class _Judged(NamedTuple):
    band: Band
    score: float | None
    distance: float | None
    reason: str


def _judged(answer: StoredAnswer, card: ModelCard) -> _Judged:
    """Return what a stored answer means by the operating points that hold here."""
    probability = float(answer.probabilities[0])
    if answer.refusal or not np.isfinite(probability):
        return _Judged(Band.NOT_ASSESSED, None, answer.distance, answer.refusal)
    return _Judged(band_of(probability, card.abnormal), probability, answer.distance, "")


def _true(truth: Truth) -> list[Said]:
    names = {1.0: Said.ABNORMAL, 0.0: Said.NORMAL}
    said = zip(truth.value.tolist(), truth.contradicted.tolist(), strict=True)
    return [Said.DIVIDED if against else names.get(value, Said.NOTHING) for value, against in said]


def _verdicts(readings: Readings) -> list[Said]:
    """Return what all readers together say of each case: one "abnormal" against one "normal" is no majority."""
    answer = readings.last.answer
    yes, no = (answer == ABNORMAL).any(axis=0), (answer == NORMAL).any(axis=0)
    unsure = (answer == UNSURE).any(axis=0)
    said = np.select([yes & no, yes, no, unsure], [Said.DIVIDED, Said.ABNORMAL, Said.NORMAL, Said.UNSURE], Said.NOTHING)
    return [Said(one) for one in said.tolist()]
