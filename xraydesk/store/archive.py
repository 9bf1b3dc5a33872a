"""Everything the database has seen, read in one go for statistics: studies, their images, a model's answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.calibration import calibrated
from xraydesk.inference.card import ModelCard
from xraydesk.store.predictions import ImageKey, model_key

if TYPE_CHECKING:
    from xraydesk.store.database import Database

_STUDIES = """SELECT id, folder, study_id, patient_issuer, patient_id, age_years, sex, body_part, view, manufacturer,
    modality, taken, arrived, first_seen, accession FROM studies ORDER BY first_seen, id"""
_IMAGES = """SELECT study, instances.path, frame, content_hash, problem FROM instances
    LEFT JOIN files ON files.path = instances.path ORDER BY study, instances.path, frame"""
_ANSWERS = """SELECT content_hash, frame, logits, probabilities, distance, refusal, made_at
    FROM predictions WHERE model_key = ?"""

_NAMES = "SELECT patient_id, patient_name, accession, study_id FROM studies"


class StoredImage(NamedTuple):
    """One image of a study; ``content_hash`` is "" where no model has been asked about it."""

    path: Path
    frame: int
    content_hash: str
    problem: str

    @property
    def key(self) -> ImageKey:
        """What answers are kept by."""
        return self.content_hash, self.frame


class StoredStudy(NamedTuple):
    """One study of one folder as its header had it."""

    folder: Path
    study_id: str
    patient_issuer: str
    patient_id: str
    age_years: float | None
    sex: str
    body_part: str
    view: str
    manufacturer: str
    modality: str
    taken: datetime | None  # the header's study time
    arrived: datetime
    first_seen: datetime
    accession: str
    images: tuple[StoredImage, ...]


class StoredAnswer(NamedTuple):
    """What a model said of one image, without its maps."""

    logits: NDArray[np.float32]
    probabilities: NDArray[np.float32]
    distance: float | None
    refusal: str
    made_at: datetime


def studies(database: Database) -> list[StoredStudy]:
    """Return every study of every folder, in the order they were first seen.

    Raises
    ------
    StoreError
        The database cannot be read.
    """
    with database.read() as connection:
        images: dict[int, list[StoredImage]] = defaultdict(list)
        for study, path, frame, content_hash, problem in connection.execute(_IMAGES):
            images[study].append(StoredImage(Path(path), frame, content_hash or "", problem))
        return [_study(row, tuple(images[row[0]])) for row in connection.execute(_STUDIES)]


def answers(database: Database, card: ModelCard) -> dict[ImageKey, StoredAnswer]:
    """Return all that one model has said, by image, with probabilities by the calibration that holds in its card.

    StoreError where the database cannot be read.
    """
    with database.read() as connection:
        found = {
            (content_hash, frame): StoredAnswer(
                np.frombuffer(logits, np.float32),
                np.frombuffer(probabilities, np.float32),
                distance,
                refusal,
                datetime.fromisoformat(made_at),
            )
            for content_hash, frame, logits, probabilities, distance, refusal, made_at in connection.execute(
                _ANSWERS, (model_key(card),)
            )
        }
    return _told(found, card) if card.recalibrated and found else found


def names(database: Database) -> set[str]:
    """Return what could tell who a patient is: ids, names, accession numbers, study ids; raises as `studies`."""
    with database.read() as connection:
        return {text for row in connection.execute(_NAMES) for text in row if text}


def _told(found: dict[ImageKey, StoredAnswer], card: ModelCard) -> dict[ImageKey, StoredAnswer]:
    """Return answers that were kept by the calibration of the card's file by the one that holds at this site."""
    probabilities = calibrated(np.stack([answer.logits for answer in found.values()]), card.labels)
    return {key: found[key]._replace(probabilities=p) for key, p in zip(found, probabilities, strict=True)}


def _study(row: Sequence[Any], images: tuple[StoredImage, ...]) -> StoredStudy:
    _, folder, study_id, issuer, patient, age, sex, part, view, maker, modality, taken, arrived, seen, accession = row
    return StoredStudy(
        Path(folder),
        study_id,
        issuer,
        patient,
        age,
        sex,
        part,
        view,
        maker,
        modality,
        datetime.fromisoformat(taken) if taken else None,
        datetime.fromisoformat(arrived),
        datetime.fromisoformat(seen),
        accession,
        images,
    )
