"""Drift in plain sentences; the window says the same in its own language (`gui.research.drift_words`)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from xraydesk.research.drift import FEWEST, SHARES, Alarm, Drift, Measure
from xraydesk.research.figures import count, decimal, percent

LEFT = {
    Measure.SCORE: "In the week of {week} the mean score ({value}) left its limits ({low} to {high}).",
    Measure.CALLED: "In the week of {week} the share called abnormal ({value}) left its limits ({low} to {high}).",
    Measure.DISTANCE: "In the week of {week} the mean distance from the training films ({value}) left its limits "
    "({low} to {high}).",
    Measure.REFUSED: "In the week of {week} the share of refused films ({value}) left its limits ({low} to {high}).",
    Measure.WITH_MODEL: "In the week of {week} the agreement of readers with the model ({value}) left its limits "
    "({low} to {high}).",
    Measure.AMONG_READERS: "In the week of {week} the agreement among readers ({value}) left its limits "
    "({low} to {high}).",
    Measure.STUDIES: "In the week of {week} the number of studies ({value}) left its limits ({low} to {high}).",
}
ONE_SIDE = {
    Measure.SCORE: "By the week of {week} the mean score had lain on one side of its centre ({centre}) for {run} "
    "weeks.",
    Measure.CALLED: "By the week of {week} the share called abnormal had lain on one side of its centre ({centre}) for "
    "{run} weeks.",
    Measure.DISTANCE: "By the week of {week} the mean distance from the training films had lain on one side of its "
    "centre ({centre}) for {run} weeks.",
    Measure.REFUSED: "By the week of {week} the share of refused films had lain on one side of its centre ({centre}) "
    "for {run} weeks.",
    Measure.WITH_MODEL: "By the week of {week} the agreement of readers with the model had lain on one side of its "
    "centre ({centre}) for {run} weeks.",
    Measure.AMONG_READERS: "By the week of {week} the agreement among readers had lain on one side of its centre "
    "({centre}) for {run} weeks.",
    Measure.STUDIES: "By the week of {week} the number of studies had lain on one side of its centre ({centre}) for "
    "{run} weeks.",
}
NO_STUDIES = "There is no study to follow over the weeks."
NO_ALARM = "No measure left its limits."
NO_LIMITS = "No measure has limits yet: they want eight weeks of the baseline with {fewest} studies each or more."
LEFT_OUT = "Studies left out because their date lies far from the others': {count}."


def template(alarm: Alarm) -> str:
    """Return the sentence of an alarm with its {placeholders}."""
    return (ONE_SIDE if alarm.run else LEFT)[alarm.measure]


def values(alarm: Alarm, written: Callable[[Measure, float], str] | None = None) -> dict[str, str]:
    """Return what stands in place of the placeholders; ``written`` writes a figure, in English unless given."""
    figures = {"value": alarm.value, "low": alarm.lower, "high": alarm.upper, "centre": alarm.centre}
    shown = {name: (written or figure)(alarm.measure, value) for name, value in figures.items()}
    return {**shown, "week": week(alarm.week), "run": str(alarm.run)}


def figure(measure: Measure, value: float) -> str:
    """Return a value of a measure as text."""
    if measure is Measure.STUDIES:
        return count(round(max(0.0, value)))
    return percent(value) if measure in SHARES else decimal(value, 3)


def week(monday: np.datetime64) -> str:
    """Return a week by its Monday, ISO 8601."""
    return str(monday.astype("datetime64[D]"))


def sentences(drift: Drift) -> list[str]:
    """Return all that is to be said, the newest week first; one sentence where there is nothing."""
    said = [template(alarm).format(**values(alarm)) for alarm in drift.alarms]
    if not len(drift.weeks):
        said = [NO_STUDIES]
    elif not any(series.judged for series in drift.series):
        said = [NO_LIMITS.format(fewest=FEWEST)]
    return [*(said or [NO_ALARM]), *([LEFT_OUT.format(count=drift.left_out)] if drift.left_out else [])]
