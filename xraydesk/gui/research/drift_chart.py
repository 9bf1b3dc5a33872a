"""One measure over the weeks: its line, the band between its limits, and the weeks outside by mark and word."""

from __future__ import annotations

import numpy as np
import pyqtgraph
from PySide6.QtWidgets import QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research import drift_words as words
from xraydesk.gui.shared.charts import Chart
from xraydesk.research.drift import Drift, Measure, Series
from xraydesk.research.drift_words import week

_VALUE, _LIMITS, _OUT = 0, 1, 3  # series: circles, dashes, diamonds
_MOST_TICKS = 5
_DIAMOND = 13  # pixels
_HEIGHT = 230
_ROOM = 0.15  # of the height, above and below


class DriftChart(Chart):
    """Small, one of several over the same weeks."""

    def __init__(self, measure: Measure, parent: QWidget | None = None) -> None:
        title = translate("Drift", words.TITLES[measure])
        super().__init__(title, translate("Drift", "week"), translate("Drift", words.AXES[measure]), parent)
        self.item.setTitle(title, color=theme.current().colour("text"), size=f"{theme.TEXT_PX}px")
        self.measure = measure
        self.setMinimumHeight(_HEIGHT)
        self.legend.hide()  # the line above the charts says what is what, once for all

    def show_series(self, series: Series, drift: Drift) -> None:
        """Draw a measure, or say why there is nothing to draw."""
        chart = series.chart
        if chart is None:
            self.say(f"{said(series.why)}.")
            return
        self.wipe()
        weeks = np.flatnonzero(chart.known)
        if chart.enough:
            self.band(weeks, chart.lower[weeks], chart.upper[weeks], series=_LIMITS)
            for edge in (chart.lower, chart.upper):
                self.line(weeks, edge[weeks], series=_LIMITS)
            self.rule(float(chart.centre[weeks[0]]))
            end = min(drift.baseline, len(drift.weeks)) - 0.5
            self.rule(end, upright=True)
        self.line(np.arange(len(chart.value)), np.where(chart.known, chart.value, np.nan), series=_VALUE)
        within = np.flatnonzero(chart.known & ~chart.out)
        self.points(within, chart.value[within], series=_VALUE)
        self._mark_out(np.flatnonzero(chart.out), chart.value)
        self._name_weeks(drift)
        self._fit(series)
        self.describe(" ".join(_told(series, drift)))

    def _mark_out(self, weeks: np.ndarray, values: np.ndarray) -> None:
        """Draw weeks outside as diamonds; of weeks in a row the last has the word beside it."""
        if not len(weeks):
            return
        self.points(weeks, values[weeks], series=_OUT).setSymbolSize(_DIAMOND)
        for number in weeks[np.append(np.diff(weeks) > 1, True)].tolist():
            word = pyqtgraph.TextItem(translate("Drift", "outside"), theme.current().colour("text"), anchor=(0.5, 1.3))
            word.setFont(theme.text_font(theme.TEXT_PX - 1))
            word.setPos(number, values[number])
            self.item.addItem(word, ignoreBounds=True)

    def _name_weeks(self, drift: Drift) -> None:
        step = max(1, -(-len(drift.weeks) // _MOST_TICKS))
        ticks = [(number, week(monday)) for number, monday in enumerate(drift.weeks)][::step]
        self.item.getAxis("bottom").setTicks([ticks])
        self.setXRange(-0.5, max(0.5, len(drift.weeks) - 0.5), padding=0.02)

    def _fit(self, series: Series) -> None:
        chart = series.chart
        assert chart is not None
        shown = chart.known & chart.enough
        values = np.concatenate([chart.value[chart.known], chart.lower[shown], chart.upper[shown]])
        low, high = float(values.min()), float(values.max())
        room = _ROOM * (high - low) or _ROOM
        self.setYRange(max(0.0, low - room), high + room, padding=0)


def _told(series: Series, drift: Drift) -> list[str]:
    alarms = [words.alarm_sentence(alarm) for alarm in drift.alarms if alarm.measure is series.measure]
    if not series.judged:
        return [f"{said(series.why)}."]
    return alarms or [translate("Drift", "All weeks lie within their limits.")]
