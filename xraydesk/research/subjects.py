"""Whose answers are judged: a model at a threshold, a reader before or after seeing it, all readers by majority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.card import PointName
from xraydesk.research.answers import Answers, Heard
from xraydesk.research.archive import name_of
from xraydesk.research.readings import ABNORMAL, NONE, NORMAL, UNSURE, Answered, Codes
from xraydesk.research.scene import Scene


class Kind(StrEnum):
    """What gave the answers."""

    MODEL = "model"
    READER = "reader"
    PANEL = "readers by majority"


class Stage(StrEnum):
    """Which of a reader's answers."""

    LAST = "last verdict"
    BEFORE = "before the model's answer"
    AFTER = "after the model's answer"


@dataclass(frozen=True, slots=True)
class Subject:
    """One whose answers are judged. ``detail`` is a model's operating point or a reader's `Stage`."""

    kind: Kind
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a subject said of each case; shapes (n,)."""

    answer: Codes  # -1 none, 0 normal, 1 abnormal, 2 unsure
    score: NDArray[np.float64]  # probability, or rating from 1 to 11; NaN where there is none
    refused: NDArray[np.bool_]  # the model's gate spoke against it
    threshold: float | None = None  # of a model


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cases without a figure, each counted once, under the first reason that holds."""

    contradicted: int = 0  # sources or readers said both
    no_truth: int = 0
    not_judged: int = 0  # the model was not asked, or the reader gave no answer
    refused: int = 0  # by the model's gate
    unsure: int = 0

    @property
    def total(self) -> int:
        """All cases that were left out."""
        return self.contradicted + self.no_truth + self.not_judged + self.refused + self.unsure


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Which cases have a truth and an answer of yes or no, and why the others have not."""

    rows: NDArray[np.bool_]
    left_out: LeftOut = field(default_factory=LeftOut)


def models_of(scene: Scene) -> Mapping[str, Answers]:
    """Return every model's answers to the scene's cases, the scene's own model first."""
    own = {} if scene.answers is None else {name_of(scene.answers.card): scene.answers}
    rows = _rows_of(scene)
    others = {name: answers for name, answers in scene.snapshot.answers.items() if name not in own}
    return own | {name: answers if rows is None else answers.take(rows) for name, answers in others.items()}


def subjects_of(scene: Scene) -> list[Subject]:
    """Return whose answers a scene can judge: its model at each point, readers, their answers before and after."""
    found: list[Subject] = []
    if scene.answers is not None and scene.answers.judged.any():
        points = [PointName.DEFAULT, PointName.RULE_OUT, PointName.RULE_IN]
        names = {point.name for point in scene.answers.card.abnormal.operating_points}
        found += [Subject(Kind.MODEL, name_of(scene.answers.card), point) for point in points if point in names]
    for place, reader in enumerate(scene.readings.readers):
        found.append(Subject(Kind.READER, reader, Stage.LAST))
        if (scene.readings.after.answer[place] != NONE).any():
            found += [Subject(Kind.READER, reader, stage) for stage in (Stage.BEFORE, Stage.AFTER)]
    return found


def comparable(scene: Scene) -> list[Subject]:
    """Return who can be compared: every model at its default point, each reader at each stage, and their majority."""
    models = [Subject(Kind.MODEL, name, PointName.DEFAULT) for name in models_of(scene)]
    readers = [subject for subject in subjects_of(scene) if subject.kind is Kind.READER]
    panel = [Subject(Kind.PANEL)] if len(scene.readings.readers) > 1 else []
    return models + readers + panel


def said_by(scene: Scene, subject: Subject) -> Said:
    """Return what a subject said of every case of a scene; KeyError for a model or reader that is not there."""
    if subject.kind is Kind.MODEL:
        return _model(models_of(scene)[subject.name], subject.detail)
    if subject.kind is Kind.PANEL:
        return _panel(scene.readings.last)
    if subject.name not in scene.readings.readers:
        raise KeyError(subject.name)
    place = scene.readings.readers.index(subject.name)
    given = scene.readings
    stage = {Stage.BEFORE: given.before, Stage.AFTER: given.after}.get(Stage(subject.detail), given.last)
    answer, rating = stage.answer[place], stage.rating[place].astype(np.float64)
    if subject.detail == Stage.BEFORE:  # beside "after" the same cases, so that the two can be compared
        both = given.after.answer[place] != NONE
        answer, rating = np.where(both, answer, NONE).astype(np.int8), np.where(both, rating, NONE)
    return Said(answer, np.where(answer == NONE, np.nan, rating), np.zeros(len(answer), bool))


def judged(scene: Scene, said: Said) -> Judged:
    """Return which cases can be counted right or wrong."""
    truth, answer = scene.truth, said.answer
    rest = truth.known.copy()
    contradicted = truth.contradicted & ~rest
    no_truth = ~rest & ~contradicted
    refused, none, unsure = rest & said.refused, rest & (answer == NONE) & ~said.refused, rest & (answer == UNSURE)
    rows = rest & ((answer == NORMAL) | (answer == ABNORMAL))
    counts = (int(flags.sum()) for flags in (contradicted, no_truth, none, refused, unsure))
    return Judged(rows, LeftOut(*counts))


def calls_of(answers: Answers, point: str = PointName.DEFAULT) -> Codes:
    """Return a model's yes or no at an operating point, -1 where it did not judge."""
    called = answers.called(answers.threshold(point))
    return np.where(answers.judged, called, NONE).astype(np.int8)


def _model(answers: Answers, point: str) -> Said:
    refused = np.asarray(answers.heard == Heard.REFUSED)
    return Said(calls_of(answers, point), answers.score, refused, answers.threshold(point))


def _panel(last: Answered) -> Said:
    """Return the majority of the readers, "unsure" where there is none; its rating is the mean of theirs."""
    yes, no = (last.answer == ABNORMAL).sum(0), (last.answer == NORMAL).sum(0)
    given = last.answer != NONE
    answer = np.where(yes > no, ABNORMAL, np.where(no > yes, NORMAL, UNSURE))
    answer = np.where(given.any(0), answer, NONE).astype(np.int8)
    total, count = np.where(given, last.rating, 0).sum(0, dtype=np.float64), given.sum(0)
    mean = np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0)
    return Said(answer, mean, np.zeros(len(answer), bool))


def _rows_of(scene: Scene) -> NDArray[np.bool_] | None:
    """Return the rows of the snapshot that the scene keeps, None for all; see `scene.look`."""
    folder = scene.question.folder
    if folder is None:
        return None
    return np.array([place == folder for place in scene.snapshot.cases.folders], bool)
