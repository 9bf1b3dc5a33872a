"""Is this week like the weeks before: small charts over the same weeks, and in words which left their limits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.research import drift_words as words
from xraydesk.gui.research.drift_chart import DriftChart
from xraydesk.gui.research.figures_tab import FiguresTab
from xraydesk.gui.shared.sheet import choice, offer
from xraydesk.research.drift import BASELINE, Clock, Drift, Measure, drift_of

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.scene import Scene

BASELINES = (8, BASELINE, 20, 26, 52)  # weeks
_MOST_SENTENCES = 8
_COLUMNS = 2


class DriftPage(FiguresTab):
    """Sentences first, the newest week on top; then a chart for each measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("DriftPage", "Week by week"), parent)
        self._scene: Scene | None = None
        self._baseline_label, self.baseline = choice(translate("DriftPage", "Limits from the first"), self)
        self._clock_label, self.clock = choice(translate("DriftPage", "Weeks of the"), self)
        self.charts = {measure: DriftChart(measure, self) for measure in Measure}
        self._build()
        for box in (self.baseline, self.clock):
            box.activated.connect(self.ask)
        for chart in self.charts.values():
            chart.said.connect(self.said)
            chart.failed.connect(self.said)

    def show_scene(self, archive: Archive, scene: Scene) -> None:  # noqa: ARG002 - as every page is asked
        """Follow another scene."""
        if scene is not self._scene:
            self._scene = scene
            self.ask()

    def ask(self) -> None:
        """Work out what the choices ask for."""
        if self._scene is not None:
            baseline, clock = int(self.baseline.currentData()), Clock(self.clock.currentData())
            self._wish.ask(partial(drift_of, self._scene, baseline, clock), self._show)

    def _show(self, drift: Drift) -> None:
        said = words.sentences(drift)
        older = len(said) - _MOST_SENTENCES
        if older > 0:
            text = translate("DriftPage", "Earlier ones: {count}; the report lists them all.")
            said = [*said[:_MOST_SENTENCES], text.format(count=older)]
        self.alarms.say("\n".join(said))
        self.basis.say(*words.basis(drift) if len(drift.weeks) else ())
        self.key.setVisible(any(series.judged for series in drift.series))
        for series in drift.series:
            self.charts[series.measure].show_series(series, drift)

    def _build(self) -> None:
        weeks = translate("DriftPage", "{count} weeks")
        offer(self.baseline, [(weeks.format(count=count), count) for count in BASELINES])
        self.baseline.setCurrentIndex(BASELINES.index(BASELINE))
        offer(self.clock, [(translate("Drift", mark), clock) for clock, mark in words.CLOCKS.items()])
        sheet = self.sheet
        sheet.row(self._baseline_label, self.baseline, self._clock_label, self.clock)
        sheet.column.addWidget(self.state)
        sheet.heading(translate("DriftPage", "What left its limits"))
        self.alarms = sheet.sentence()
        self.basis = sheet.sentence(role="dim")
        sheet.heading(translate("DriftPage", "Week by week"))
        self.key = sheet.sentence(
            translate(
                "DriftPage",
                "Circles on a solid line: the weeks. Dashes and band: the limits. Dotted: the centre, and upright the "
                "end of the baseline. Diamonds with the word “outside”: weeks that left the limits.",
            ),
            "dim",
        )
        grid = QGridLayout()
        grid.setSpacing(3 * theme.GRID)
        for place, chart in enumerate(self.charts.values()):
            grid.addWidget(chart, *divmod(place, _COLUMNS))
        sheet.column.addLayout(grid)
        sheet.column.addStretch(1)
