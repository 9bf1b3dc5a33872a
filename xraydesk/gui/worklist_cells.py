"""What stands in the cells of the worklist. Words only; the delegate draws band and probability."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from xraydesk.gui import bands, words
from xraydesk.gui.ordering import Column, note, part

if TYPE_CHECKING:
    from xraydesk.triage.desk import WorklistRow

_RIGHT = {Column.RANK, Column.IMAGES}
TIPS = {
    Column.RANK: "Place in triage order",
    Column.SCORE: "Calibrated probability of the label that the list is sorted by, else of the model's first label; "
    "the highest of all images of the study",
    Column.NOTE: "Why a study was not assessed, and the last verdict",
    Column.DATE: "Date of the study in the file; empty where the file does not tell it",
    Column.IMAGES: "Number of images",
    Column.STATUS: "Unread, draft (begun, or the second verdict is awaited), read, or needs second read",
    Column.AGREEMENT: "Whether those who read the study agree",
    Column.WAITING: "Time since the study was made",
    Column.MODEL: "The model that judged the study",
}


def verdict(row: WorklistRow) -> str:
    """Return the last answer and how sure it was: "abnormal, 4/5"."""
    return "" if row.verdict is None else f"{row.verdict.answer}, {row.verdict.confidence}/5"


def waiting(row: WorklistRow, now: datetime | None = None) -> str:
    """Return how long a study has waited for its verdict; nothing once it is read."""
    if row.status == "read":
        return ""
    return words.waiting((now or datetime.now(row.arrived.tzinfo)) - row.arrived)


def status(row: WorklistRow) -> str:
    """Return how far a study is read, or who else reads it now."""
    return f"Read by {row.held} now" if row.held else row.status.capitalize()


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
    Column.VERDICT: verdict,
    Column.AGREEMENT: lambda row: row.agreement.capitalize(),
    Column.MODEL: lambda row: row.model_id,
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
