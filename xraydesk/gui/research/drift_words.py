"""Drift in the window's language: the sentences of `research.drift_words`, each as a whole."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate
from xraydesk.gui.shared import figure_words
from xraydesk.research import drift_words as english
from xraydesk.research.drift import FEWEST, SHARES, Alarm, Clock, Drift, Measure

SENTENCES = cast(
    tuple[str, ...],
    (
        QT_TRANSLATE_NOOP(
            "Drift",
            "In the week of {week} the mean score ({value}) left its limits ({low} to {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "In the week of {week} the share called abnormal ({value}) left its limits ({low} to {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "In the week of {week} the mean distance from the training films ({value}) left its limits "
            "({low} to {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "In the week of {week} the share of refused films ({value}) left its limits ({low} to {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "In the week of {week} the agreement of readers with the model ({value}) left its limits ({low} "
            "to {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "In the week of {week} the agreement among readers ({value}) left its limits ({low} to {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "In the week of {week} the number of studies ({value}) left its limits ({low} to {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "By the week of {week} the mean score had lain on one side of its centre ({centre}) for {run} weeks.",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "By the week of {week} the share called abnormal had lain on one side of its centre ({centre}) "
            "for {run} weeks.",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "By the week of {week} the mean distance from the training films had lain on one side of its "
            "centre ({centre}) for {run} weeks.",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "By the week of {week} the share of refused films had lain on one side of its centre ({centre}) "
            "for {run} weeks.",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "By the week of {week} the agreement of readers with the model had lain on one side of its "
            "centre ({centre}) for {run} weeks.",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "By the week of {week} the agreement among readers had lain on one side of its centre "
            "({centre}) for {run} weeks.",
        ),
        QT_TRANSLATE_NOOP(
            "Drift",
            "By the week of {week} the number of studies had lain on one side of its centre ({centre}) for "
            "{run} weeks.",
        ),
    ),
)
TITLES = cast(
    dict[Measure, str],
    {
        Measure.SCORE: QT_TRANSLATE_NOOP("Drift", "Mean score"),
        Measure.CALLED: QT_TRANSLATE_NOOP("Drift", "Share called abnormal"),
        Measure.DISTANCE: QT_TRANSLATE_NOOP("Drift", "Mean distance from the training films"),
        Measure.REFUSED: QT_TRANSLATE_NOOP("Drift", "Share refused by the gate"),
        Measure.WITH_MODEL: QT_TRANSLATE_NOOP("Drift", "Agreement of readers with the model"),
        Measure.AMONG_READERS: QT_TRANSLATE_NOOP("Drift", "Agreement among readers"),
        Measure.STUDIES: QT_TRANSLATE_NOOP("Drift", "Number of studies"),
    },
)
AXES = cast(
    dict[Measure, str],
    {
        Measure.SCORE: QT_TRANSLATE_NOOP("Drift", "score"),
        Measure.CALLED: QT_TRANSLATE_NOOP("Drift", "share of studies"),
        Measure.DISTANCE: QT_TRANSLATE_NOOP("Drift", "distance"),
        Measure.REFUSED: QT_TRANSLATE_NOOP("Drift", "share of studies"),
        Measure.WITH_MODEL: QT_TRANSLATE_NOOP("Drift", "share that agrees"),
        Measure.AMONG_READERS: QT_TRANSLATE_NOOP("Drift", "share that agrees"),
        Measure.STUDIES: QT_TRANSLATE_NOOP("Drift", "studies"),
    },
)
CLOCKS = cast(
    dict[Clock, str],
    {
        Clock.TAKEN: QT_TRANSLATE_NOOP("Drift", "exposure"),
        Clock.SEEN: QT_TRANSLATE_NOOP("Drift", "arrival at the desk"),
    },
)


def alarm_sentence(alarm: Alarm) -> str:
    """Return an alarm as a sentence."""
    return translate("Drift", english.template(alarm)).format(**english.values(alarm, figure))


def sentences(drift: Drift) -> list[str]:
    """Return the alarms, the newest week first; one sentence where there is none."""
    if not len(drift.weeks):
        return [translate("Drift", "There is no study to follow over the weeks.")]
    if not any(series.judged for series in drift.series):
        text = translate(
            "Drift",
            "No measure has limits yet: they want eight weeks of the baseline with {fewest} studies each or more.",
        )
        return [text.format(fewest=FEWEST)]
    return [alarm_sentence(alarm) for alarm in drift.alarms] or [translate("Drift", "No measure left its limits.")]


def basis(drift: Drift) -> list[str]:
    """Return what the limits rest on, and what was left out."""
    text = translate(
        "Drift",
        "Centre and limits (three standard errors) come from the first {weeks} weeks. Weeks with fewer than {fewest} "
        "studies have no point; of the first and the last week, which may not be whole, studies are not counted.",
    )
    said = [text.format(weeks=drift.baseline, fewest=FEWEST)]
    if drift.left_out:
        text = translate("Drift", "Studies left out because their date lies far from the others': {count}.")
        said.append(text.format(count=drift.left_out))
    return said


def figure(measure: Measure, value: float) -> str:
    """Return a value of a measure as the window writes it."""
    if measure is Measure.STUDIES:
        return figure_words.decimal(max(0.0, value), 0)
    return figure_words.percent(value) if measure in SHARES else figure_words.decimal(value, 3)
