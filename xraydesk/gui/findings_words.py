"""What the findings panel says of a model's answer, of its thresholds and of the methods of its maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui import points_words, words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.triage.activation import METHODS
from xraydesk.triage.assessment import Assessment, ImageStatus

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard

_METHOD_WORDS = cast(
    dict[str, str],
    {
        "scorecam": QT_TRANSLATE_NOOP(
            "FindingsWords", "Runs the model once for each of its channels: slow without a GPU."
        ),
        "eigencam": QT_TRANSLATE_NOOP(
            "FindingsWords", "Shows what stands out in the film's features, whatever the finding."
        ),
    },
)
_RATES = cast(
    dict[str, str],
    {
        "rule-out": QT_TRANSLATE_NOOP(
            "FindingsWords",
            "Rule-out at {threshold}, on validation: sensitivity {sensitivity}, specificity {specificity}",
        ),
        "rule-in": QT_TRANSLATE_NOOP(
            "FindingsWords",
            "Rule-in at {threshold}, on validation: sensitivity {sensitivity}, specificity {specificity}",
        ),
    },
)
_RATES_HERE = cast(
    dict[str, str],
    {
        "rule-out": QT_TRANSLATE_NOOP(
            "FindingsWords",
            "Rule-out at {threshold}, on {studies} studies of this site: sensitivity {sensitivity}, "
            "specificity {specificity}",
        ),
        "rule-in": QT_TRANSLATE_NOOP(
            "FindingsWords",
            "Rule-in at {threshold}, on {studies} studies of this site: sensitivity {sensitivity}, "
            "specificity {specificity}",
        ),
    },
)


def reason(study: Assessment | None, *, hidden: bool) -> str:
    """Return what is said in place of a number, or why the study is not assessed."""
    if study is None:
        return translate("FindingsWords", "Choose a study to see what the model says of it.")
    if hidden:
        return translate("FindingsWords", "Hidden until your first verdict.")
    if study.band is None:
        return translate("FindingsWords", "Waiting for the model. This study is scored next.")
    return words.sentence(said(study.reason))


def grade(study: Assessment | None) -> str:
    """Return the grade in words and the probabilities it is the sum of, for a model for ordered grades."""
    if study is None or not study.grade_words:
        return ""
    steps = ", ".join(f"{name} {words.probability(p)}" for name, p in sorted(study.probabilities.items()))
    return f"{said(study.grade_words)}\n{steps}"


def marks(card: ModelCard | None, label_name: str) -> tuple[float, float] | None:
    """Return the thresholds for rule-out and rule-in of a label; None where it has not both."""
    for label in card.labels if card is not None else ():
        if label.name == label_name:
            points = {point.name: point.threshold for point in label.operating_points}
            if points.keys() >= _RATES.keys():
                return points["rule-out"], points["rule-in"]
    return None


def rates(card: ModelCard | None, label_name: str) -> str:
    """Return which version of the two thresholds holds, and what they gave where they were found."""
    label = next((one for one in (card.labels if card is not None else ()) if one.name == label_name), None)
    held = None if card is None or label in card.given_labels else card.held
    lines: list[str] = []
    for point in label.operating_points if label is not None else ():
        if point.name in _RATES:
            sens, spec = point.sensitivity, point.specificity
            lines.append(
                translate("FindingsWords", (_RATES if held is None else _RATES_HERE)[point.name]).format(
                    studies=words.figure(0 if held is None else held.studies),
                    threshold=words.figure(point.threshold, ".2f"),
                    sensitivity=_with_bounds(sens.value, sens.low, sens.high),
                    specificity=_with_bounds(spec.value, spec.low, spec.high),
                )
            )
    whose = [points_words.version(card)] if card is not None and lines else []
    return "\n".join([*whose, *lines])


def _with_bounds(*parts: float) -> str:
    value, low, high = (words.figure(part, ".2f") for part in parts)
    return f"{value} ({low}-{high})"


def driver(study: Assessment | None) -> tuple[str, str]:
    """Return which of several images gave the score, and the tip to it; nothing where there is no choice."""
    if study is None or study.driver is None or len(study.images) < 2:
        return "", ""
    judged = sum(image.status is ImageStatus.SCORED for image in study.images)
    text = translate("FindingsWords", "Driven by image {number} / {count}")
    tip = translate("FindingsWords", "{count} images assessed. Click to show the one that gave the score")
    if judged == 1:
        tip = translate("FindingsWords", "1 image assessed. Click to show the one that gave the score")
    return text.format(number=study.driver + 1, count=len(study.images)), tip.format(count=words.figure(judged))


def method(name: str, seconds: float | None) -> str:
    """Return what a reader should know of a map's method: how long it takes on this device, where that is known."""
    if seconds is None:
        return translate("FindingsWords", _METHOD_WORDS[name]) if name in _METHOD_WORDS else ""
    text = translate("FindingsWords", "{method} takes about {seconds} s on this device.")
    return text.format(method=METHODS[name], seconds=f"{seconds:.0f}")
