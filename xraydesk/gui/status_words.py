"""How far a study is read, by whom and with what answer, in the window's language; the tables keep it in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.verdict_words import answer_word

if TYPE_CHECKING:
    from xraydesk.triage.desk import WorklistRow

_STATUS = cast(
    dict[str, str],
    {
        "unread": QT_TRANSLATE_NOOP("StatusWords", "Unread"),
        "draft": QT_TRANSLATE_NOOP("StatusWords", "Draft"),
        "read": QT_TRANSLATE_NOOP("StatusWords", "Read"),
        "needs second read": QT_TRANSLATE_NOOP("StatusWords", "Needs second read"),
    },
)
_AGREEMENT = cast(
    dict[str, str],
    {
        "agree": QT_TRANSLATE_NOOP("StatusWords", "Agree"),
        "disagree": QT_TRANSLATE_NOOP("StatusWords", "Disagree"),
    },
)


def status_word(status: str) -> str:
    """Return how far a study is read: "Needs second read"."""
    return translate("StatusWords", _STATUS[status])


def agreement_word(agreement: str) -> str:
    """Return whether those who read a study agree; nothing before two have read it."""
    return translate("StatusWords", _AGREEMENT[agreement]) if agreement else ""


def held_word(reader: str) -> str:
    """Return who else reads a study now; nothing where nobody does."""
    return translate("StatusWords", "Read by {reader} now").format(reader=reader) if reader else ""


def verdict_word(row: WorklistRow) -> str:
    """Return the last answer and how sure it was: "abnormal, 4/5"; nothing where there is none."""
    return "" if row.verdict is None else f"{answer_word(row.verdict.answer)}, {row.verdict.confidence}/5"


def signed_verdict(row: WorklistRow) -> str:
    """Return the last answer and whose it is: "You: abnormal, 4/5"; nothing where there is none."""
    if row.verdict is None:
        return ""
    who = translate("StatusWords", "You") if row.mine else row.verdict.reader
    return f"{who}: {verdict_word(row)}"
