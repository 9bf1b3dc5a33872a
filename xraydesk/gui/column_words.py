"""What the columns of the worklist are called in the window's language, and what they mean."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.ordering import Column

_HEADINGS = cast(
    dict[Column, str],
    {
        Column.RANK: "#",
        Column.BAND: QT_TRANSLATE_NOOP("ColumnWords", "Band"),
        Column.PATIENT: QT_TRANSLATE_NOOP("ColumnWords", "Patient"),
        Column.AGE: QT_TRANSLATE_NOOP("ColumnWords", "Age"),
        Column.SEX: QT_TRANSLATE_NOOP("ColumnWords", "Sex"),
        Column.SCORE: "P",
        Column.NOTE: QT_TRANSLATE_NOOP("ColumnWords", "Note"),
        Column.PART: QT_TRANSLATE_NOOP("ColumnWords", "Part"),
        Column.VIEW: QT_TRANSLATE_NOOP("ColumnWords", "View"),
        Column.DATE: QT_TRANSLATE_NOOP("ColumnWords", "Date"),
        Column.ARRIVED: QT_TRANSLATE_NOOP("ColumnWords", "Arrived"),
        Column.IMAGES: QT_TRANSLATE_NOOP("ColumnWords", "Img"),
        Column.WAITING: QT_TRANSLATE_NOOP("ColumnWords", "Waiting"),
        Column.STATUS: QT_TRANSLATE_NOOP("ColumnWords", "Status"),
        Column.VERDICT: QT_TRANSLATE_NOOP("ColumnWords", "Verdict"),
        Column.AGREEMENT: QT_TRANSLATE_NOOP("ColumnWords", "Agreement"),
        Column.MODEL: QT_TRANSLATE_NOOP("ColumnWords", "Model"),
    },
)
_NAMES = cast(  # said apart from the headings, which have less room
    dict[Column, str],
    {
        Column.RANK: QT_TRANSLATE_NOOP("ColumnNames", "Place in triage order"),
        Column.IMAGES: QT_TRANSLATE_NOOP("ColumnNames", "Number of images"),
        Column.PART: QT_TRANSLATE_NOOP("ColumnNames", "Body part and view"),
        Column.AGE: QT_TRANSLATE_NOOP("ColumnNames", "Age and sex"),
        Column.SEX: QT_TRANSLATE_NOOP("ColumnNames", "Sex"),
        Column.VIEW: QT_TRANSLATE_NOOP("ColumnNames", "View"),
        Column.SCORE: QT_TRANSLATE_NOOP("ColumnNames", "Probability"),
    },
)
_TIPS = cast(
    dict[Column, str],
    {
        Column.RANK: QT_TRANSLATE_NOOP("ColumnWords", "Place in triage order"),
        Column.BAND: QT_TRANSLATE_NOOP("ColumnWords", "Sort by band"),
        Column.PATIENT: QT_TRANSLATE_NOOP("ColumnWords", "Sort by patient"),
        Column.AGE: QT_TRANSLATE_NOOP("ColumnWords", "Sort by age"),
        Column.SEX: QT_TRANSLATE_NOOP("ColumnWords", "Sort by sex"),
        Column.SCORE: QT_TRANSLATE_NOOP(
            "ColumnWords",
            "Calibrated probability of the label that the list is sorted by, else of the model's first label; "
            "the highest of all images of the study",
        ),
        Column.NOTE: QT_TRANSLATE_NOOP("ColumnWords", "Why a study was not assessed, and the last verdict"),
        Column.PART: QT_TRANSLATE_NOOP("ColumnWords", "Sort by part"),
        Column.VIEW: QT_TRANSLATE_NOOP("ColumnWords", "Sort by view"),
        Column.DATE: QT_TRANSLATE_NOOP(
            "ColumnWords", "Date of the study in the file; empty where the file does not tell it"
        ),
        Column.ARRIVED: QT_TRANSLATE_NOOP("ColumnWords", "Sort by arrived"),
        Column.IMAGES: QT_TRANSLATE_NOOP("ColumnWords", "Number of images"),
        Column.WAITING: QT_TRANSLATE_NOOP("ColumnWords", "Time since the study was made"),
        Column.STATUS: QT_TRANSLATE_NOOP(
            "ColumnWords", "Unread, draft (begun, or the second verdict is awaited), read, or needs second read"
        ),
        Column.VERDICT: QT_TRANSLATE_NOOP("ColumnWords", "Sort by verdict"),
        Column.AGREEMENT: QT_TRANSLATE_NOOP("ColumnWords", "Whether those who read the study agree"),
        Column.MODEL: QT_TRANSLATE_NOOP("ColumnWords", "The model that judged the study, and its version"),
    },
)


def heading(column: Column) -> str:
    """Return what stands above a column."""
    return translate("ColumnWords", _HEADINGS[column])


def column_name(column: Column) -> str:
    """Return what a column is called where there is room for it."""
    return translate("ColumnNames", _NAMES[column]) if column in _NAMES else heading(column)


def column_tip(column: Column) -> str:
    """Return what a column means, or that the list can be sorted by it."""
    return translate("ColumnWords", _TIPS[column])
