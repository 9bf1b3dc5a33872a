"""The cases of a cell of the confusion matrix: how wrong, and who else was right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.card import PointName
from xraydesk.research.archive import name_of
from xraydesk.research.confusion import ABNORMAL, NORMAL, UNJUDGED, UNREAD, UNSURE, Confusion
from xraydesk.research.error_marks import Marked
from xraydesk.research.readings import NONE
from xraydesk.research.scene import Scene
from xraydesk.store.archive import StoredImage

_ANSWERS = {0: NORMAL, 1: ABNORMAL, 2: UNSURE, NONE: UNREAD}


class Outcome(StrEnum):
    """How an answer stands to what is true."""

    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"  # unsure, or what is true is not known
    NONE = "none"  # not read, not judged


@dataclass(frozen=True, slots=True)
class Said:
    """What one reader, or the model at its default point, said of a case."""

    who: str
    answer: str
    outcome: Outcome
    confidence: int = 0  # 1 to 5, of readers
    comment: str = ""
    model: bool = False


@dataclass(frozen=True, slots=True)
class Misread:
    """One case of a cell."""

    row: int  # in the scene's cases
    folder: Path
    marked: Marked  # the study, and the image that the model's answer came from, else its first
    truth: str
    answer: str
    score: float | None  # calibrated probability of the scene's model
    wrong: float | None  # 0 to 1, see `Confusion`
    said: tuple[Said, ...]

    @property
    def image(self) -> StoredImage:
        """The image to show."""
        return self.marked.image


@dataclass(frozen=True, slots=True)
class Others:
    """How one of the others did on the cases of a cell."""

    who: str
    right: int
    wrong: int
    open: int
    none: int


def cases_of(scene: Scene, matrix: Confusion, truth: int, answer: int) -> list[Misread]:
    """Return the cases of a cell, the most wrong first; studies without an image are left out."""
    rows, answers = matrix.rows(truth, answer).tolist(), scene.answers
    called = None if answers is None else answers.called(answers.threshold(PointName.DEFAULT))
    return [_misread(scene, matrix, row, called) for row in rows if scene.cases.images[row]]


def others(found: Iterable[Misread]) -> list[Others]:
    """Return who was right where somebody was wrong: one line for the model and each reader, in their order."""
    counted: dict[str, dict[Outcome, int]] = {}
    for case in found:
        for said in case.said:
            line = counted.setdefault(said.who, dict.fromkeys(Outcome, 0))
            line[said.outcome] += 1
    return [Others(who, *(line[outcome] for outcome in Outcome)) for who, line in counted.items()]


def _misread(scene: Scene, matrix: Confusion, row: int, called: NDArray[np.bool_] | None) -> Misread:
    images = scene.cases.images[row]
    driver = -1 if scene.answers is None else int(scene.answers.driver[row])
    marked = Marked(str(scene.cases.study_ids[row]), images[max(driver, 0)], frozenset(scene.cases.contents(row)))
    score = None if scene.answers is None else _known(scene.answers.score[row])
    return Misread(
        row,
        scene.cases.folders[row],
        marked,
        matrix.truths[matrix.truth[row]],
        matrix.answers[matrix.answer[row]],
        score,
        _known(matrix.wrong[row]),
        tuple(_said(scene, row, called)),
    )


def _said(scene: Scene, row: int, called: NDArray[np.bool_] | None) -> Iterable[Said]:
    truth, answers = scene.truth.value[row], scene.answers
    if answers is not None and called is not None:
        code = int(called[row]) if answers.judged[row] else NONE
        answer = UNJUDGED if code == NONE else _ANSWERS[code]
        yield Said(name_of(answers.card), answer, _outcome(code, truth), model=True)
    said = scene.readings.last
    for number, reader in enumerate(scene.readings.readers):
        code = int(said.answer[number, row])
        comment = scene.readings.comments.get((number, row), "")
        yield Said(reader, _ANSWERS[code], _outcome(code, truth), int(said.confidence[number, row]), comment)


def _outcome(code: int, truth: float) -> Outcome:
    if code == NONE:
        return Outcome.NONE
    if np.isnan(truth) or code not in {0, 1}:
        return Outcome.OPEN
    return Outcome.RIGHT if code == truth else Outcome.WRONG


def _known(value: NDArray[np.float64] | float) -> float | None:
    return None if np.isnan(value) else float(value)
