"""What the log holds: readers, models and sources of truth, counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from xraydesk.research.answers import Answers, Heard
from xraydesk.research.archive import name_of
from xraydesk.research.readings import ABNORMAL, UNSURE, Readings
from xraydesk.research.scene import Scene


@dataclass(frozen=True, slots=True)
class ReaderLine:
    """What one reader has done."""

    reader: str
    read: int
    abnormal: int
    unsure: int
    corrections: int
    twice: int  # studies read before and after the model's answer was shown
    median_seconds: float | None  # from the study on screen to the answer


@dataclass(frozen=True, slots=True)
class ModelLine:
    """How far one model came."""

    model: str
    judged: int
    refused: int
    never: int  # not asked, or not scored
    called: int  # at or above the default operating point


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of one scene."""

    studies: int
    patients: int
    unread: int
    readers: tuple[ReaderLine, ...]
    models: tuple[ModelLine, ...]
    known: int  # cases of which the truth is known
    abnormal: int  # of these
    contradicted: int
    unmatched: int  # verdicts on studies that are not among the cases


def overview_of(scene: Scene) -> Overview:
    """Count what a scene holds."""
    readings, truth = scene.readings, scene.truth
    models = () if scene.answers is None else (_model_line(scene.answers),)
    return Overview(
        studies=len(scene.cases),
        patients=len(np.unique(scene.cases.patients)),
        unread=int((~readings.given.any(axis=0)).sum()),
        readers=tuple(_reader_line(readings, place) for place in range(len(readings.readers))),
        models=models,
        known=int(truth.known.sum()),
        abnormal=int((truth.value == 1).sum()),
        contradicted=int(truth.contradicted.sum()),
        unmatched=readings.unmatched,
    )


def _reader_line(readings: Readings, place: int) -> ReaderLine:
    answer, seconds = readings.last.answer[place], readings.last.seconds[place]
    timed = seconds[~np.isnan(seconds)]
    return ReaderLine(
        reader=readings.readers[place],
        read=int(readings.given[place].sum()),
        abnormal=int((answer == ABNORMAL).sum()),
        unsure=int((answer == UNSURE).sum()),
        corrections=int(readings.corrections[place].sum()),
        twice=int((readings.after.answer[place] >= 0).sum()),
        median_seconds=float(np.median(timed)) if len(timed) else None,
    )


def _model_line(answers: Answers) -> ModelLine:
    return ModelLine(
        model=name_of(answers.card),
        judged=int(answers.judged.sum()),
        refused=int((answers.heard == Heard.REFUSED).sum()),
        never=int((answers.heard == Heard.NEVER).sum()),
        called=int(answers.called(answers.threshold()).sum()),
    )
