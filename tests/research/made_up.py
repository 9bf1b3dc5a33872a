"""A made-up year of a reading room in a database: studies, a model's answers, readers with their own habits, truth.

Nothing is scored: answers are drawn so that ill children score higher. Films are small pictures, written where asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from tests import films
from xraydesk.imaging.load import content_hash
from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.study import Instance, ScanResult, Study
from xraydesk.inference.card import ModelCard
from xraydesk.inference.prediction import Prediction
from xraydesk.research.archive import Archive
from xraydesk.store.database import Database
from xraydesk.store.predictions import PredictionStore, insert
from xraydesk.store.reference import ABNORMAL, ReferenceDraft, ReferenceLog
from xraydesk.store.studies import hash_row, insert_hashes, insert_scan
from xraydesk.store.verdicts import VerdictDraft, _append, _content
from xraydesk.triage.banding import band_of
from xraydesk.triage.models import cards

MAKERS = ("Aster Imaging", "Boreal", "")
BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Habits:
    """How a reader reads."""

    sensitivity: float = 0.85
    specificity: float = 0.9
    skips: float = 0.1  # share of studies not read
    unsure: float = 0.05
    blind: bool = False  # answers before and after the model is shown
    follows: float = 0.4  # how often a blind reader takes the model's side afterwards


@dataclass(frozen=True)
class Room:
    """What to make up."""

    studies: int = 240
    prevalence: float = 0.3
    readers: dict[str, Habits] = field(
        default_factory=lambda: {
            "Adler": Habits(),
            "Brandt": Habits(0.75, 0.95, blind=True),
            "Conti": Habits(0.92, 0.8, skips=0.4),
        }
    )
    overlap: float = 1.3  # distance of ill and well in logits, in deviations
    shift: float = 0.0  # added to all logits: a site where the card's threshold does not hold
    weeks: int = 26
    films: bool = False  # write small pictures to look at
    reference: bool = True
    seed: int = 7


@dataclass(frozen=True)
class Made:
    """What was made, for tests to compare with."""

    study_ids: list[str]
    ill: np.ndarray
    scores: np.ndarray
    card: ModelCard


def bundled(model_id: str = "chest-pneumonia") -> ModelCard:
    """Return the newest bundled card of a model."""
    return [card for card in cards(Path("nowhere")) if card.id == model_id][-1]


def make_room(data_dir: Path, folder: Path, room: Room | None = None, card: ModelCard | None = None) -> Made:
    """Fill the database of ``data_dir`` with studies that lie in ``folder``."""
    room, card = room or Room(), card or bundled()
    rng = np.random.default_rng(room.seed)
    ill = rng.random(room.studies) < room.prevalence
    logits = rng.normal(size=room.studies) + np.where(ill, room.overlap, -room.overlap) + room.shift
    platt = card.abnormal.calibration
    scores = 1 / (1 + np.exp(-(platt.slope * logits + platt.offset)))
    days = np.sort(rng.random(room.studies)) * 7 * room.weeks
    taken = [BEGIN + timedelta(days=float(day)) for day in days]
    folder.mkdir(parents=True, exist_ok=True)
    studies = [_study(folder, n, moment, bool(ill[n]), rng, films_too=room.films) for n, moment in enumerate(taken)]
    database = Database.open(data_dir)
    try:
        _write(database, card, folder, studies, logits, scores, taken, rng)
        _read(database, card, room, studies, ill, scores, taken, rng)
        if room.reference:
            drafts = [ReferenceDraft("import", "biopsy.csv", s.study_id, ABNORMAL, float(ill[n]))
                      for n, s in enumerate(studies)]  # fmt: skip
            ReferenceLog(database).record(drafts)
    finally:
        database.close()
    return Made([study.study_id for study in studies], ill, scores, card)


def opened(data_dir: Path) -> Archive:
    """Open the archive of a made-up room."""
    return Archive.open(data_dir, author="Tester")


def _study(
    folder: Path, number: int, taken: datetime, ill: bool, rng: np.random.Generator, *, films_too: bool
) -> Study:
    path = folder / f"film-{number:05}.dcm"
    header = Header(
        study_uid=f"1.2.826.0.1.{number + 1}",
        patient_id=f"P{number // 2:05}" if number % 3 else "",
        patient_name=f"Made^Up{number}",
        age_years=float(np.round(rng.uniform(0.5, 6), 1)),
        sex="FM"[int(rng.random() < 0.5)],
        modality="DX",
        body_part="CHEST",
        view="AP" if rng.random() < 0.7 else "PA",
        study_time=taken.replace(tzinfo=None),
        manufacturer=MAKERS[int(rng.choice(3, p=(0.5, 0.4, 0.1)))],
    )
    if films_too:
        _film(path, header, number)
    return Study(header.study_uid, (Instance(path, 0, header, 96, 80, 100 + number, 10**18, "dicom"),))


def _film(path: Path, header: Header, number: int) -> None:
    assert header.study_time is not None
    films.write_dicom(path, films.picture(96, 80, seed=number), StudyInstanceUID=header.study_uid,
                      SOPInstanceUID=f"{header.study_uid}.1", PatientID=header.patient_id,
                      PatientName=header.patient_name, PatientAge=f"{round((header.age_years or 0) * 12):03}M",
                      PatientSex=header.sex, ViewPosition=header.view, Manufacturer=header.manufacturer,
                      StudyDate=f"{header.study_time:%Y%m%d}", StudyTime=f"{header.study_time:%H%M%S}")  # fmt: skip


def content_of(study: Study) -> str:
    """Return the content hash of a study's film, or what stands for it where no film was written."""
    path = study.instances[0].path
    if path.exists():
        return content_hash(path)
    return hashlib.sha256(study.study_id.encode()).hexdigest()


def _write(
    database: Database,
    card: ModelCard,
    folder: Path,
    studies: Sequence[Study],
    logits: np.ndarray,
    scores: np.ndarray,
    taken: Sequence[datetime],
    rng: np.random.Generator,
) -> None:
    names = tuple(label.name for label in card.labels)
    empty = np.zeros((len(names), 2, 2), np.float16)
    answers = []
    for n, study in enumerate(studies):
        answer = Prediction(
            names,
            np.full(len(names), logits[n], np.float32),
            np.full(len(names), scores[n], np.float32),
            float(np.round(rng.gamma(40, 1 / 40), 4)),
            None,
            empty,
            card.id,
            card.weights_sha256,
            "unlike the films it was trained on" if rng.random() < 0.03 else "",
        )
        answers.append(((content_of(study), 0), answer))
    rows = PredictionStore(database, card).rows(answers)
    dated = [(*row[:13], moment.isoformat(), *row[14:]) for row, moment in zip(rows, taken, strict=True)]
    hashes = [hash_row(study.instances[0], content_of(study)) for study in studies]
    database.write(lambda db: (insert_scan(db, ScanResult(folder, tuple(studies), ())), insert_hashes(db, hashes)))
    database.write(lambda db: insert(db, dated))
    database.write(lambda db: db.conn.executemany("UPDATE studies SET first_seen = ? WHERE study_id = ?", [
        (moment.isoformat(), study.study_id) for study, moment in zip(studies, taken, strict=True)]))  # fmt: skip


def _read(
    database: Database,
    card: ModelCard,
    room: Room,
    studies: Sequence[Study],
    ill: np.ndarray,
    scores: np.ndarray,
    taken: Sequence[datetime],
    rng: np.random.Generator,
) -> None:
    written = []
    called = scores >= card.abnormal.point("default").threshold
    for n, study in enumerate(studies):
        for reader, habits in room.readers.items():
            if rng.random() < habits.skips:
                continue
            right = rng.random() < (habits.sensitivity if ill[n] else habits.specificity)
            answer = "unsure" if rng.random() < habits.unsure else "abnormal" if right == ill[n] else "normal"
            moment = taken[n] + timedelta(hours=float(rng.uniform(1, 20)))
            draft = VerdictDraft(reader, study.study_id, answer, int(rng.integers(2, 6)), "", float(rng.gamma(4, 8)),
                                 not habits.blind, card.id, card.weights_sha256,
                                 str(band_of(float(scores[n]), card.abnormal)), float(scores[n]),
                                 (content_of(study),))  # fmt: skip
            written.append((draft, moment))
            if habits.blind:
                sides = ("normal", "abnormal")[int(called[n])] if rng.random() < habits.follows else answer
                written.append((replace(draft, answer=sides, model_shown=True), moment + timedelta(seconds=20)))
    written.sort(key=lambda pair: pair[1])
    database.write(lambda db: [_append(db, _content(draft, at), []) for draft, at in written])
