"""What the pages of operating points say, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.shared.figure_words import decimal, percent, with_bounds
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.evaluation.operating_points import ThresholdResult
    from xraydesk.evaluation.threshold_study import AtThreshold
    from xraydesk.research.points import PointsStudy

POINTS = cast(
    dict[str, str],
    {
        "rule-out": QT_TRANSLATE_NOOP("PointsSentences", "rule-out"),
        "default": QT_TRANSLATE_NOOP("PointsSentences", "yes or no"),
        "rule-in": QT_TRANSLATE_NOOP("PointsSentences", "rule-in"),
    },
)


def point_name(name: str) -> str:
    """Return the name of an operating point."""
    return translate("PointsSentences", POINTS[name]) if name in POINTS else name


def basis(study: PointsStudy) -> str:
    """Return what the figures rest on."""
    text = translate("PointsSentences", "Studies judged by the model: {studies}, {abnormal} of them truly abnormal.")
    said = text.format(studies=figure(len(study.truth)), abnormal=figure(study.abnormal))
    if study.unknown:
        more = translate("PointsSentences", "Of {count} more it is not known what is true; they are left out.")
        said += " " + more.format(count=figure(study.unknown))
    return said


def would_wait(study: PointsStudy, found: AtThreshold) -> tuple[str, str]:
    """Return who would be read first, and who would wait and be abnormal all the same."""
    text = translate("PointsSentences", "At {threshold}, {first} of {all} would be read first and {wait} would wait.")
    first = text.format(
        threshold=decimal(found.threshold, 3),
        first=figure(found.waiting),
        all=figure(found.waiting + found.below),
        wait=figure(found.below),
    )
    if not found.below:
        return first, ""
    text = translate(
        "PointsSentences",
        "Among those that would wait: {missed} abnormal, {share} (with 95 % confidence at most {most}); that is {part} "
        "of all that are abnormal ({abnormal}).",
    )
    return first, text.format(
        missed=figure(found.abnormal_below),
        share=percent(found.abnormal_share_below.value),
        most=percent(found.abnormal_below_at_most),
        part=percent(found.missed.value),
        abnormal=figure(study.abnormal),
    )


def rates(found: ThresholdResult) -> str:
    """Return sensitivity and specificity of a threshold here."""
    text = translate("PointsSentences", "Sensitivity {sensitivity}, specificity {specificity} on these studies.")
    return text.format(sensitivity=with_bounds(found.sensitivity, 3), specificity=with_bounds(found.specificity, 3))


def by_bound(found: ThresholdResult | None, point: str, target: float) -> str:
    """Return which threshold meets a target by its lower bound, or that none does."""
    if found is None:
        text = translate("PointsSentences", "No threshold has a sensitivity of at least {target} by its bound.")
        if point == "rule-in":
            text = translate("PointsSentences", "No threshold has a specificity of at least {target} by its bound.")
        return text.format(target=percent(target))
    text = translate(
        "PointsSentences", "{threshold} is the highest threshold with a sensitivity of at least {target} by its bound."
    )
    if point == "rule-in":
        text = translate(
            "PointsSentences",
            "{threshold} is the lowest threshold with a specificity of at least {target} by its bound.",
        )
    return text.format(threshold=decimal(found.threshold, 3), target=percent(target))
