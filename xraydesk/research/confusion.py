"""Who is judged against what is true: the confusion matrix with nothing left out of it.

Rows are what is true, columns what was answered. "Unsure", "not judged" and "truth not known" have cells of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xraydesk.inference.grades import grade_of, scale_of
from xraydesk.research.answers import Answers
from xraydesk.research.readings import NONE, SCALE
from xraydesk.research.scene import Scene
from xraydesk.research.truth import Rule
from xraydesk.triage.assessment import Band

Numbers = NDArray[np.float64]

NORMAL, ABNORMAL, UNKNOWN = "normal", "abnormal", "not known"
UNSURE, UNJUDGED, UNREAD = "unsure", "not judged", "not read"
TRUTHS = (ABNORMAL, NORMAL, UNKNOWN)
_BANDS = (Band.LIKELY, Band.UNCERTAIN, Band.LOW, Band.NOT_ASSESSED)


class Kind(StrEnum):
    """What of a judge is looked at."""

    BANDS = "bands"  # of the model
    POINT = "point"  # the model at one operating point
    GRADE = "grade"  # of a model for grades
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Judge:
    """Who is judged; ``name`` is the reader's or the operating point's."""

    kind: Kind
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """Each case's place in the matrix; arrays have one entry a case, in the scene's order."""

    judge: Judge
    truths: tuple[str, ...]  # names of the rows; the last one is `UNKNOWN`
    answers: tuple[str, ...]  # names of the columns
    truth: NDArray[np.int64]  # row of each case
    answer: NDArray[np.int64]  # column of each case
    wrong: Numbers  # 0 surely right to 1 surely wrong; NaN where nothing is known to be true, or nothing was said
    sure: Numbers  # 0 to 1, how far from undecided; NaN where nothing was said
    right: NDArray[np.int8]  # (rows, columns): 1 right, 0 an error, -1 neither

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many cases are in each cell, shape (rows, columns)."""
        shape = len(self.truths), len(self.answers)
        flat = np.bincount(self.truth * shape[1] + self.answer, minlength=shape[0] * shape[1])
        return flat.reshape(shape)

    @property
    def shares(self) -> Numbers:
        """The share of each cell in its row: the right cells hold sensitivity and specificity; 0 in an empty row."""
        counts = self.counts
        return np.asarray(counts / np.maximum(counts.sum(1, keepdims=True), 1))

    def rows(self, truth: int, answer: int) -> NDArray[np.int64]:
        """Return the cases of a cell, the most wrong first; where that is not known, the surest answers first."""
        found = np.flatnonzero((self.truth == truth) & (self.answer == answer))
        keys = (-np.nan_to_num(self.sure[found]), -np.nan_to_num(self.wrong[found], nan=-1.0))
        return np.asarray(found[np.lexsort(keys)])

    @property
    def worst(self) -> tuple[int, int]:
        """The cell to begin with: of the errors the one with most cases, misses before false alarms at a draw."""
        errors = np.where(self.right == 0, self.counts, -1)
        row, column = np.unravel_index(int(errors.argmax()), errors.shape)
        return int(row), int(column)


def judges(scene: Scene) -> list[Judge]:
    """Return who can be judged: the model by its points, its bands and its grades, then each reader."""
    found = []
    if scene.answers is not None:
        found += [Judge(Kind.POINT, point.name) for point in scene.answers.card.abnormal.operating_points]
        found.append(Judge(Kind.BANDS))
        found += [Judge(Kind.GRADE)] if _graded(scene, scene.answers) is not None else []
    return found + [Judge(Kind.READER, reader) for reader in scene.readings.readers]


def confusion(scene: Scene, judge: Judge) -> Confusion:
    """Return the matrix of one judge; KeyError where the scene has none of that name."""
    if judge.kind is Kind.READER:
        return _of_reader(scene, judge)
    assert scene.answers is not None, "a model that has said nothing is not offered"
    if judge.kind is Kind.GRADE:
        return _of_grades(scene, scene.answers, judge)
    return _of_model(scene, scene.answers, judge)


def _of_model(scene: Scene, answers: Answers, judge: Judge) -> Confusion:
    score, judged = answers.score, answers.judged
    sure = np.abs(score - 0.5) * 2
    if judge.kind is Kind.BANDS:
        place = {band: number for number, band in enumerate(_BANDS)}
        answer = np.array([place[band] for band in answers.bands()], np.int64)
        names = tuple(str(band) for band in _BANDS)
        right = np.array([[1, -1, 0, -1], [0, -1, 1, -1], [-1] * 4], np.int8)
    else:
        names = (ABNORMAL, NORMAL, UNJUDGED)
        answer = np.where(judged, np.where(answers.called(answers.threshold(judge.name)), 0, 1), 2)
        right = np.array([[1, 0, -1], [0, 1, -1], [-1] * 3], np.int8)
    value = scene.truth.value
    return Confusion(judge, TRUTHS, names, _truth_rows(value), answer, np.abs(score - value), sure, right)


def _of_reader(scene: Scene, judge: Judge) -> Confusion:
    readings = scene.readings
    try:
        number = readings.readers.index(judge.name)
    except ValueError as error:
        raise KeyError(judge.name) from error
    said, value = readings.last.answer[number], scene.truth.value
    rating = readings.last.rating[number].astype(float)
    leaning = np.where(rating == NONE, np.nan, (rating - 1) / (SCALE - 1))
    columns = {1: 0, 0: 1, 2: 2, NONE: 3}
    answer = np.array([columns[int(code)] for code in said], np.int64)
    right = np.array([[1, 0, -1, -1], [0, 1, -1, -1], [-1] * 4], np.int8)
    names = (ABNORMAL, NORMAL, UNSURE, UNREAD)
    wrong = np.abs(leaning - value)
    return Confusion(judge, TRUTHS, names, _truth_rows(value), answer, wrong, np.abs(leaning - 0.5) * 2, right)


def _of_grades(scene: Scene, answers: Answers, judge: Judge) -> Confusion:
    """Return grade against grade. How wrong is the distance of the expected grade, the sum of P(grade >= k)."""
    truth = _graded(scene, answers)
    scale = scale_of(answers.probabilities)
    if truth is None or scale is None:
        raise KeyError(judge.kind)
    highest = scale[1]
    names = [name for name in answers.probabilities if ">=" in name or "≥" in name]
    chances = np.array([answers.probabilities[name] for name in names])  # (grades, n)
    expected = chances.sum(0)
    given = [
        grade_of(dict(zip(names, row, strict=True))) if np.isfinite(row).all() else None for row in chances.T.tolist()
    ]
    answer = np.array([highest + 1 if grade is None else grade for grade in given], np.int64)
    grades = tuple(map(str, range(highest + 1)))
    right = np.zeros((highest + 2, highest + 2), np.int8)
    np.fill_diagonal(right, 1)
    right[-1], right[:, -1] = -1, -1
    rows = np.where(np.isnan(truth), highest + 1, np.nan_to_num(truth)).astype(np.int64)
    wrong = np.abs(expected - truth) / highest
    sure = 1 - 2 * np.abs(expected - np.round(expected))
    return Confusion(judge, (*grades, UNKNOWN), (*grades, UNJUDGED), rows, answer, wrong, sure, right)


def _graded(scene: Scene, answers: Answers) -> Numbers | None:
    """Return the true grade of each case, NaN where none is known or two contradict; None where truth has no grades."""
    scale, rule = scale_of(answers.probabilities), scene.question.rule
    if scale is None or rule.rule is not Rule.REFERENCE:
        return None
    rows, truth = scene.cases.rows_by_study(), np.full(len(scene.cases), np.nan)
    given: dict[int, set[float]] = {}
    for row in scene.snapshot.reference:
        if row.value is not None and row.label == rule.label and rule.source in ("", row.source):
            for place in rows.get(row.study_id, ()):
                given.setdefault(place, set()).add(row.value)
    for place, values in given.items():
        value = next(iter(values))
        if len(values) == 1 and value in range(scale[1] + 1):
            truth[place] = value
    return truth if (truth > 1).any() else None


def _truth_rows(value: Numbers) -> NDArray[np.int64]:
    return np.where(np.isnan(value), 2, np.where(value == 1, 0, 1)).astype(np.int64)
