"""In which order the rows stand on screen. No widgets.

New scores must not move what the reader looks at: rows down to the selected one, or to the one under the pointer, keep
their place; those below are put in order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from xraydesk.gui import messages, words
from xraydesk.gui.status_words import held_word, signed_verdict, status_word
from xraydesk.triage.listing import Key, Numbers, Order, longest_waiting

if TYPE_CHECKING:
    from xraydesk.triage.assessment import Band
    from xraydesk.triage.desk import WorklistRow


class Column(StrEnum):
    """Columns of the worklist; the value is the heading in English, which `column_words` says."""

    RANK = "#"
    BAND = "Band"
    PATIENT = "Patient"
    AGE = "Age"
    SEX = "Sex"
    SCORE = "P"
    NOTE = "Note"
    PART = "Part"
    VIEW = "View"
    DATE = "Date"
    ARRIVED = "Arrived"
    IMAGES = "Img"
    WAITING = "Waiting"
    STATUS = "Status"
    VERDICT = "Verdict"
    AGREEMENT = "Agreement"
    MODEL = "Model"


_KEYS = {
    Column.RANK: Key.TRIAGE,
    Column.BAND: Key.URGENCY,
    Column.PATIENT: Key.PATIENT,
    Column.AGE: Key.AGE,
    Column.SEX: Key.SEX,
    Column.SCORE: Key.SCORE,
    Column.NOTE: Key.NOTE,
    Column.PART: Key.PART,
    Column.VIEW: Key.VIEW,
    Column.DATE: Key.DATE,
    Column.ARRIVED: Key.ARRIVED,
    Column.IMAGES: Key.IMAGES,
    Column.STATUS: Key.STATUS,
    Column.VERDICT: Key.VERDICT,
    Column.AGREEMENT: Key.AGREEMENT,
    Column.MODEL: Key.MODEL,
}
FIRST_DESCENDING = {Column.SCORE, Column.DATE, Column.IMAGES, Column.WAITING, Column.VERDICT, Column.AGREEMENT}


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column, and whether from the top down. RANK is triage order, ARRIVED rising is arrival order.

    SCORE may be that of one ``label``; WAITING may have a ``floor``: bands down to it stand above the others.
    """

    column: Column = Column.RANK
    descending: bool = False
    label: str = ""
    floor: Band | None = None

    @property
    def order(self) -> Order:
        """What the list is asked for."""
        if self.column is Column.WAITING:
            return replace(longest_waiting(self.floor), descending=not self.descending)
        if self.label:
            return Order(Key.LABEL, self.descending, self.label)
        return Order(_KEYS[self.column], self.descending)


TRIAGE = Sorting(Column.RANK)
ARRIVAL = Sorting(Column.ARRIVED)


def note(row: WorklistRow) -> str:
    """Return what the row has to say for itself: why it was not assessed, what was answered, by whom, who reads it."""
    stage = status_word(row.status) if row.status in ("draft", "needs second read") else ""
    parts = (held_word(row.held), stage, signed_verdict(row), words.sentence(messages.said(row.reason)))
    return ". ".join(text for text in parts if text)


def part(row: WorklistRow) -> str:
    """Return body part and view: "Chest AP"."""
    return " ".join(text for text in (messages.said(row.body_part.capitalize()), row.view) if text)


def chosen(numbers: Numbers, size: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return for each number below ``size`` whether it is among these; larger ones are left out."""
    mask = np.zeros(size, np.bool_)
    mask[numbers[numbers < size]] = True
    return mask


def keep_above(shown: Numbers, wanted: Numbers, last_kept: int) -> tuple[Numbers, Numbers]:
    """Put rows in a new order without moving those down to ``last_kept``.

    Parameters
    ----------
    shown
        Numbers of studies as they stand on screen.
    wanted
        Numbers as they should stand.
    last_kept
        Index in ``shown`` of the last row that must not move; -1 keeps none.

    Returns
    -------
    order, held_back
        The order to show, and the rows below the kept ones that belong above the last of them.
    """
    size = int(wanted.max(initial=0)) + 1
    kept = shown[: last_kept + 1]
    kept = kept[kept < size]
    kept = kept[chosen(wanted, size)[kept]]
    if not kept.size:
        return wanted, kept
    moves = ~chosen(kept, size)[wanted]
    above = np.arange(wanted.size) < np.flatnonzero(wanted == kept[-1])[0]
    return np.concatenate([kept, wanted[moves]]), wanted[moves & above]
