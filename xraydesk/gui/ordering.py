"""In which order the rows stand on screen. Plain Python, no Qt.

New scores must not move what the reader looks at: rows down to the selected one, or to the one under the pointer, keep
their place; those below are put in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from xraydesk.gui import words
from xraydesk.triage.assessment import Band

if TYPE_CHECKING:
    from xraydesk.triage.desk import WorklistRow


class Column(StrEnum):
    """Columns of the worklist; the value is the heading."""

    RANK = "#"
    BAND = "Band"
    PATIENT = "Patient"
    AGE = "Age"
    SCORE = "P"
    NOTE = "Note"
    PART = "Part"
    ARRIVED = "Arrived"
    IMAGES = "Img"


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column, and whether from the top down. RANK is triage order, ARRIVED rising is arrival order."""

    column: Column = Column.RANK
    descending: bool = False


TRIAGE = Sorting(Column.RANK)
ARRIVAL = Sorting(Column.ARRIVED)

_KEYS: dict[Column, Callable[[WorklistRow], tuple[object, ...]]] = {
    Column.RANK: lambda row: (row.rank,),
    Column.BAND: lambda row: (list(Band).index(row.band) if row.band is not None else 9, row.rank),
    Column.SCORE: lambda row: (row.score is not None, row.score or 0.0),
    Column.PATIENT: lambda row: ((row.patient_id or row.label).casefold(),),
    Column.AGE: lambda row: (row.age_years is not None, row.age_years or 0.0, row.sex),
    Column.NOTE: lambda row: (note(row).casefold(),),
    Column.PART: lambda row: (part(row),),
    Column.ARRIVED: lambda row: (row.arrived, row.study_id),
    Column.IMAGES: lambda row: (row.image_count,),
}
FIRST_DESCENDING = {Column.SCORE, Column.IMAGES}


def note(row: WorklistRow) -> str:
    """Return what the row has to say for itself: why it was not assessed, or the reader's own answer."""
    answer = "" if row.verdict is None else f"You: {row.verdict.answer}, {row.verdict.confidence}/5"
    return ". ".join(text for text in (answer, words.sentence(row.reason)) if text)


def part(row: WorklistRow) -> str:
    """Return body part and view: "Chest AP"."""
    return " ".join(text for text in (row.body_part.capitalize(), row.view) if text)


def in_order(rows: Iterable[WorklistRow], sorting: Sorting) -> list[WorklistRow]:
    """Return the rows sorted; ties stand in triage order."""
    ranked = sorted(rows, key=lambda row: row.rank)
    return sorted(ranked, key=_KEYS[sorting.column], reverse=sorting.descending)  # type: ignore[arg-type]


def keep_above(shown: Sequence[str], wanted: Sequence[str], last_kept: int) -> tuple[list[str], list[str]]:
    """Put rows in a new order without moving those down to ``last_kept``.

    Parameters
    ----------
    shown
        Study ids as they stand on screen.
    wanted
        Study ids as they should stand.
    last_kept
        Index in ``shown`` of the last row that must not move; -1 keeps none.

    Returns
    -------
    order, held_back
        The order to show, and the rows below the kept ones that belong above the last of them.
    """
    there = set(wanted)
    kept = [study for study in shown[: last_kept + 1] if study in there]
    fixed = set(kept)
    order = kept + [study for study in wanted if study not in fixed]
    if not kept:
        return order, []
    above = wanted[: wanted.index(kept[-1])]
    return order, [study for study in above if study not in fixed]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are shown: a band or all, unread only, and words that must all appear."""

    band: Band | None = None
    unread: bool = False
    text: str = ""

    def passes(self, row: WorklistRow) -> bool:
        """Return whether the row is shown."""
        if self.band is not None and row.band is not self.band:
            return False
        if self.unread and row.status != "unread":
            return False
        return not self.text or _matches(row, self.text)


def _matches(row: WorklistRow, text: str) -> bool:
    fields = (row.patient_id, row.patient_name, row.label, words.age_sex(row.age_years, row.sex), part(row), note(row))
    hay = " ".join((*fields, row.band or "waiting")).casefold()
    return all(word in hay for word in text.casefold().split())


def counts(rows: Iterable[WorklistRow]) -> dict[Band | str, int]:
    """Return how many rows there are of each band, and under "all" and "unread"."""
    result: dict[Band | str, int] = dict.fromkeys((*Band, "all", "unread"), 0)
    for row in rows:
        result["all"] += 1
        result["unread"] += row.status == "unread"
        if row.band is not None:
            result[row.band] += 1
    return result
