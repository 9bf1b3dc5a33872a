"""What stands in the cells of the worklist. Words only; the delegate draws band and probability."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from xraydesk.gui import bands, words
from xraydesk.gui.ordering import Column, note, part
from xraydesk.gui.status_words import agreement_word, held_word, status_word, verdict_word

if TYPE_CHECKING:
    from xraydesk.triage.desk import WorklistRow

_RIGHT = {Column.RANK, Column.IMAGES}


def waiting(row: WorklistRow, now: datetime | None = None) -> str:
    """Return how long a study has waited for its verdict; nothing once it is read."""
    if row.status == "read":
        return ""
    return words.waiting((now or datetime.now(row.arrived.tzinfo)) - row.arrived)


def status(row: WorklistRow) -> str:
    """Return how far a study is read, or who else reads it now."""
    return held_word(row.held) or status_word(row.status)


_TEXTS: dict[Column, Callable[[WorklistRow], str]] = {
    Column.RANK: lambda row: str(row.rank),
    Column.BAND: lambda row: (bands.HIDDEN if row.hidden else bands.look(row.band)).chip,
    Column.PATIENT: lambda row: row.patient_id or row.label,
    Column.AGE: lambda row: words.age_sex(row.age_years, row.sex),
    Column.SEX: lambda row: row.sex,
    Column.SCORE: lambda row: words.probability(row.score),
    Column.NOTE: note,
    Column.PART: part,
    Column.VIEW: lambda row: row.view,
    Column.DATE: lambda row: "" if row.taken is None else row.taken.isoformat(),
    Column.ARRIVED: lambda row: words.date_time(row.arrived),
    Column.IMAGES: lambda row: str(row.image_count),
    Column.WAITING: waiting,
    Column.STATUS: status,
    Column.VERDICT: verdict_word,
    Column.AGREEMENT: lambda row: agreement_word(row.agreement),
    Column.MODEL: lambda row: f"{row.model_id} {row.model_version}".strip(),
}


def cell_text(row: WorklistRow, column: Column, label: str = "") -> str:
    """Return the words or figures of one cell; with a label the probability is that label's."""
    if label and column is Column.SCORE:
        return words.probability(row.probabilities.get(label))
    return _TEXTS[column](row)


def alignment(column: Column) -> int:
    """Return how a cell and its heading are aligned, as Qt's number."""
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
