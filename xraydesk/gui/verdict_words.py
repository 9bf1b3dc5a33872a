"""The reader's answers in the window's language; the database keeps them in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate

if TYPE_CHECKING:
    from xraydesk.triage.reading import Finding

_ANSWERS = cast(
    dict[str, str],
    {
        "abnormal": QT_TRANSLATE_NOOP("VerdictWords", "abnormal"),
        "normal": QT_TRANSLATE_NOOP("VerdictWords", "normal"),
        "unsure": QT_TRANSLATE_NOOP("VerdictWords", "unsure"),
    },
)
_CONFIDENCES = cast(
    tuple[str, ...],
    (
        QT_TRANSLATE_NOOP("VerdictWords", "a guess"),
        QT_TRANSLATE_NOOP("VerdictWords", "rather unsure"),
        QT_TRANSLATE_NOOP("VerdictWords", "fairly sure"),
        QT_TRANSLATE_NOOP("VerdictWords", "sure"),
        QT_TRANSLATE_NOOP("VerdictWords", "certain"),
    ),
)
_FINDINGS = cast(
    dict[str, str],
    {
        "present": QT_TRANSLATE_NOOP("VerdictWords", "{finding} present"),
        "absent": QT_TRANSLATE_NOOP("VerdictWords", "{finding} absent"),
        "unsure": QT_TRANSLATE_NOOP("VerdictWords", "{finding} unsure"),
    },
)


def answer_word(answer: str) -> str:
    """Return the answer to a study, "abnormal", as it is said."""
    return translate("VerdictWords", _ANSWERS[answer])


def confidence_word(confidence: int) -> str:
    """Return how sure 1 to 5 is: "a guess" to "certain"."""
    return translate("VerdictWords", _CONFIDENCES[confidence - 1])


def finding_words(finding: Finding) -> str:
    """Return "effusion present (5/5)"; a grade stands there as its number, the confidence where it is its own."""
    if finding.answer not in _FINDINGS:
        text = f"{finding.name} {finding.answer}"
    else:
        text = translate("VerdictWords", _FINDINGS[finding.answer]).format(finding=finding.name)
    return text if finding.confidence is None else f"{text} ({finding.confidence}/5)"
