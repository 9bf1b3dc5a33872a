"""What readers said of each study: one row a reader, one column a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraydesk.research.cases import Cases
from xraydesk.store.verdicts import Verdict

Codes = NDArray[np.int8]

NONE, NORMAL, ABNORMAL, UNSURE = -1, 0, 1, 2
ANSWER_CODES = {"normal": NORMAL, "abnormal": ABNORMAL, "unsure": UNSURE}
FINDING_CODES = {"absent": NORMAL, "present": ABNORMAL, "unsure": UNSURE}
SCALE = 11  # steps from "surely normal" (1) over "unsure" (6) to "surely abnormal" (11)


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """One verdict of every reader on every case; arrays of shape (readers, n)."""

    answer: Codes  # `NONE`, `NORMAL`, `ABNORMAL`, `UNSURE`
    confidence: Codes  # 1 to 5, 0 where there is none
    seconds: NDArray[np.float64]  # NaN where there is none
    at: NDArray[np.datetime64]  # UTC, NaT where there is none

    @property
    def rating(self) -> Codes:
        """Answer and confidence as one ordered scale, 1 to `SCALE`; `NONE` where there is no verdict.

        An "unsure" is the middle whatever its confidence.
        """
        middle = (SCALE + 1) // 2
        signed = np.where(self.answer == ABNORMAL, self.confidence, -self.confidence)
        rated = np.where(self.answer == UNSURE, middle, middle + signed)
        return np.where(self.answer == NONE, NONE, rated).astype(np.int8)


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """The log as arrays. Verdicts that were taken back are left out."""

    readers: tuple[str, ...]  # in order of the alphabet
    last: Answered  # what each reader says now
    before: Answered  # the last verdict given while the model's answer was hidden
    after: Answered  # the last one given with it in sight, by readers who had given one before
    shown: NDArray[np.bool_]  # (readers, n): the last verdict was given with the model's answer in sight
    corrections: NDArray[np.int64]  # (readers, n): verdicts that the same reader replaced by a later one
    comments: Mapping[tuple[int, int], str]  # by reader and case, of the last verdict
    unmatched: int  # verdicts on studies or films that the archive does not know

    @property
    def given(self) -> NDArray[np.bool_]:
        """(readers, n): who has said anything of a case."""
        return np.asarray(self.last.answer != NONE)


def readings_of(cases: Cases, verdicts: Iterable[Verdict], finding: str = "") -> Readings:
    """Return the verdicts as arrays.

    Parameters
    ----------
    cases
        The studies; a verdict belongs to the case that has its study id and one of the films it was given on.
    verdicts
        Oldest first, those taken back among them.
    finding
        Take the answers to this finding; "" takes the verdict on the study.
    """
    standing = [verdict for verdict in verdicts if verdict.withdrawn is None]
    readers = tuple(sorted({verdict.reader for verdict in standing}))
    rows, place = cases.rows_by_study(), {reader: number for number, reader in enumerate(readers)}
    shape = (len(readers), len(cases))
    last, before, after = (_Sheet(shape) for _ in range(3))
    shown, count, comments, unmatched = np.zeros(shape, bool), np.zeros(shape, np.int64), {}, 0
    for verdict in standing:
        row = row_of(cases, rows.get(verdict.study_id, ()), verdict)
        code = _code(verdict, finding)
        if row is None:
            unmatched += 1
            continue
        if code == NONE:
            continue
        cell = place[verdict.reader], row
        last.put(cell, code, verdict, finding)
        shown[cell], comments[cell] = verdict.model_shown, verdict.comment
        count[cell] += 1
        if not verdict.model_shown:
            before.put(cell, code, verdict, finding)
        elif before.answer[cell] != NONE:
            after.put(cell, code, verdict, finding)
    pair = (before.answer != NONE) & (after.answer != NONE)
    replaced = np.maximum(count - 1 - pair, 0)
    return Readings(readers, last.answered(), before.answered(), after.answered(), shown, replaced, comments, unmatched)


class _Sheet:
    def __init__(self, shape: tuple[int, int]) -> None:
        self.answer = np.full(shape, NONE, np.int8)
        self.confidence = np.zeros(shape, np.int8)
        self.seconds = np.full(shape, np.nan)
        self.at = np.full(shape, np.datetime64("NaT"), "datetime64[s]")

    def put(self, cell: tuple[int, int], code: int, verdict: Verdict, finding: str) -> None:
        self.answer[cell], self.confidence[cell] = code, verdict.confidence_in(finding)
        self.seconds[cell], self.at[cell] = verdict.seconds, verdict.at.replace(tzinfo=None)

    def answered(self) -> Answered:
        return Answered(self.answer, self.confidence, self.seconds, self.at)


def row_of(cases: Cases, rows: Sequence[int], verdict: Verdict) -> int | None:
    """Return which of the cases with a verdict's study id it was given on, None for none of them."""
    films = set(verdict.images)
    return next((row for row in rows if not films or films & cases.contents(row)), None)


def _code(verdict: Verdict, finding: str) -> int:
    if not finding:
        return ANSWER_CODES[verdict.answer]
    said = {one.name: one.answer for one in verdict.findings}
    return FINDING_CODES.get(said.get(finding, ""), NONE)
