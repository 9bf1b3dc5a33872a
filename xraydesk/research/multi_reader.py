"""The tables that iMRMC and MRMCaov read, for the analysis of multi-reader multi-case studies.

iMRMC (Gallas and others, FDA/DIDSR): columns readerID, caseID, modalityID, score; each case has one row with reader and
modality "truth" and a score of 0 or 1. MRMCaov (Smith and Hillis): columns reader, treatment, case, truth, rating.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from xraydesk.research.export_source import Source
from xraydesk.research.readings import NONE, Answered
from xraydesk.research.subjects import models_of
from xraydesk.research.tables import Cell, Column, Kind, Table

Program = Literal["imrmc", "mrmcaov"]
UNAIDED, AIDED, MODEL = "unaided", "aided", "model"
TRUTH = "truth"
_CASE = "The study, as in the table of studies"
_RATING = (
    "Readers: answer and confidence, 1 surely normal, 6 unsure, 11 surely abnormal. Models: calibrated probability"
)
_WAY = "unaided: model hidden; aided: model in sight; model: the model alone"
_ONE_WAY = {
    UNAIDED: "All verdicts were given without the model's answer",
    AIDED: "All verdicts were given with the model's answer",
}
_IMRMC = (
    Column("readerID", Kind.TEXT, "The reader, a model's name, or truth"),
    Column("caseID", Kind.TEXT, _CASE),
    Column("modalityID", Kind.TEXT, _WAY, values="unaided, aided, model, truth"),
    Column("score", Kind.DECIMAL, _RATING + "; rows of the truth: 1 abnormal, 0 normal"),
)
_MRMCAOV = (
    Column("reader", Kind.TEXT, "The reader, or a model's name"),
    Column("treatment", Kind.TEXT, _WAY, values="unaided, aided, model"),
    Column("case", Kind.TEXT, _CASE),
    Column("truth", Kind.WHOLE, "What is taken as true", values="1 abnormal, 0 normal"),
    Column("rating", Kind.DECIMAL, _RATING),
)


@dataclass(frozen=True, slots=True)
class MultiReader:
    """A table, and sentences on what was left out of it and what the programs will object to."""

    table: Table
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rating:
    reader: str
    way: str
    row: int  # of the case
    score: float


def multi_reader(source: Source, program: Program) -> MultiReader:
    """Return the ratings of all readers and models on the cases of known truth.

    Parameters
    ----------
    source
        The scene. "Unaided" is the last verdict given while the model's answer was hidden; "aided" the last one given
        with it in sight, whether or not the reader had answered before.
    program
        Which program shall read it.
    """
    truth = source.scene.truth
    ratings = [one for one in _ratings(source) if truth.known[one.row]]
    cases = sorted({one.row for one in ratings})
    names = {row: source.study(str(source.cases.study_ids[row]), row) for row in cases}
    rows: list[list[Cell]] = []
    if program == "imrmc":
        rows += [[TRUTH, names[row], TRUTH, int(truth.value[row])] for row in cases]
        rows += [[one.reader, names[one.row], one.way, one.score] for one in ratings]
    else:
        rows += [[one.reader, one.way, names[one.row], int(truth.value[one.row]), one.score] for one in ratings]
    meaning = "One row for each rating, and for each case one of its truth." if program == "imrmc" else (
        "One row for each rating.")  # fmt: skip
    columns = _IMRMC if program == "imrmc" else _MRMCAOV
    return MultiReader(Table(program, meaning, columns, rows), tuple(_notices(source, ratings, cases)))


def _ratings(source: Source) -> Iterator[_Rating]:
    readings = source.scene.readings
    for place, reader in enumerate(readings.readers):
        name = source.veil.name("reader", reader)
        with_model = readings.shown[place] & (readings.before.answer[place] == NONE)
        yield from _of(name, UNAIDED, readings.before, place, readings.before.answer[place] != NONE)
        yield from _of(name, AIDED, readings.after, place, readings.after.answer[place] != NONE)
        yield from _of(name, AIDED, readings.last, place, with_model & (readings.last.answer[place] != NONE))
    for name, answers in models_of(source.scene).items():
        for row in np.flatnonzero(answers.judged).tolist():
            yield _Rating(name, MODEL, row, float(answers.score[row]))


def _of(reader: str, way: str, given: Answered, place: int, rows: NDArray[np.bool_]) -> Iterator[_Rating]:
    rating = given.rating[place]
    for row in np.flatnonzero(rows).tolist():
        yield _Rating(reader, way, row, float(rating[row]))


def _notices(source: Source, ratings: list[_Rating], cases: list[int]) -> Iterator[str]:
    truth, given = source.scene.truth, source.scene.readings.given.any(0)
    unknown, contradicted = int((~truth.known & given).sum()), int((truth.contradicted & given).sum())
    unread = int((truth.known & ~given).sum())
    if unknown:
        yield f"Cases that were read and are left out, as their truth is not known: {unknown}."
    if contradicted:
        yield f"Of {contradicted} of these the sources contradict each other."
    if unread:
        yield f"Cases of known truth that nobody read: {unread}."
    if not cases:
        yield "No case has both a known truth and a rating: the table is empty."
        return
    if len({int(truth.value[row]) for row in cases}) < 2:
        yield "All cases are of one class: neither program can work with them."
    pairs = {(one.reader, one.way) for one in ratings if one.way != MODEL}
    readers, ways = {reader for reader, _ in pairs}, {way for _, way in pairs}
    if len(readers) < 2:
        yield f"A multi-reader study wants two readers or more; in this one: {len(readers)}."
    if len(ways) == 1:
        yield f"{_ONE_WAY[ways.pop()]}: there is nothing to compare it with but the model."
    if len(pairs) < len(readers) * len(ways):
        yield "Not every reader has answered both ways: MRMCaov wants a balanced design, iMRMC does not."
    if any(one.way == MODEL for one in ratings):
        yield 'Rows marked "model" are of models alone: leave them out where ways of reading are compared.'
