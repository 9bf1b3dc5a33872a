"""Receiver operating characteristic, precision against recall, reliability; groups as a forest of intervals."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from xraydesk.evaluation.calibration import Reliability
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.research.performance_words import detail_of, name_of
from xraydesk.gui.shared.charts import Chart
from xraydesk.gui.shared.figure_words import decimal
from xraydesk.gui.words import figure
from xraydesk.research.groups import Group, Groups
from xraydesk.research.performance import Curve, Line, PerformanceFigures
from xraydesk.research.subjects import Kind
from xraydesk.research.why import Why

CHART_HEIGHT = 340  # at least; many readers make a long legend
LEGEND_LINE, AROUND_LEGEND = 19, 120
GROUP_HEIGHT, FOREST_EDGE = 44, 100
LEGEND_ROOM = 0.9  # above the first group, in groups
APART = 0.22  # of the lines of one group


class PerformanceCharts(QWidget):
    """Three charts side by side, drawn from the numbers of the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sensitivity = translate("PerformanceCharts", "Sensitivity")
        self.roc = Chart(
            translate("PerformanceCharts", "ROC curve"),
            translate("PerformanceCharts", "1 − specificity"),
            sensitivity,
            self,
        )
        self.precision_recall = Chart(
            translate("PerformanceCharts", "Precision and recall"),
            translate("PerformanceCharts", "Recall"),
            translate("PerformanceCharts", "Precision"),
            self,
        )
        self.reliability = Chart(
            translate("PerformanceCharts", "Reliability of the model"),
            translate("PerformanceCharts", "Probability said"),
            translate("PerformanceCharts", "Share abnormal"),
            self,
        )
        self.precision_recall.put_legend(left=True)
        self.reliability.put_legend(left=True, top=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID)
        for chart in self.charts:
            chart.setFixedHeight(CHART_HEIGHT)
            row.addWidget(chart, 1)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """All three."""
        return self.roc, self.precision_recall, self.reliability

    def show_figures(self, found: PerformanceFigures) -> None:
        """Draw them, or say why there is nothing to draw."""
        if not found.roc and not any(line.figures for line in found.lines):
            words = said(found.why) or translate("PerformanceCharts", "Nothing to draw")
            for chart in self.charts:
                chart.say(words)
            return
        room = LEGEND_LINE * (len(_points(found)) + 1) + AROUND_LEGEND
        for chart in self.charts:
            chart.setFixedHeight(max(CHART_HEIGHT, room))
        self._draw_roc(found)
        self._draw_precision_recall(found)
        self._draw_reliability(found.reliability)
        for chart in self.charts:
            chart.settle_legend()

    def _draw_roc(self, found: PerformanceFigures) -> None:
        self.roc.wipe()
        self.roc.diagonal()
        for curve in _of_models(found.roc):
            self.roc.line(curve.x, curve.y, name_of(curve.subject), series=0)
        for series, line in _points(found):
            self._point(line, series)
        self.roc.square()
        area = next((line.ranking.auroc for line in found.lines if line.subject.kind is Kind.MODEL), None)
        text = translate("PerformanceCharts", "Area under the model's curve {area}; readers as points")
        self.roc.describe(text.format(area=decimal(None if area is None else area.value)))

    def _point(self, line: Line, series: int) -> None:
        figures = line.figures
        if figures is None or not (figures.positives and figures.negatives):
            return
        model = line.subject.kind is Kind.MODEL
        bars = {} if model else _bars(figures.specificity, figures.sensitivity)
        name = detail_of(line.subject, line.threshold) if model else name_of(line.subject)
        x, y = 1 - figures.specificity.value, figures.sensitivity.value
        self.roc.points([x], [y], name, series=series, **bars)

    def _draw_precision_recall(self, found: PerformanceFigures) -> None:
        chart = self.precision_recall
        chart.wipe()
        for curve in _of_models(found.precision_recall):
            chart.line(curve.x, curve.y, name_of(curve.subject), series=0)
        for series, line in _points(found):
            figures = line.figures
            if line.subject.kind is Kind.READER and figures is not None and figures.positives:
                chart.points([figures.sensitivity.value], [figures.ppv.value], name_of(line.subject), series=series)
        if found.known:
            chart.rule(found.prevalence, translate("PerformanceCharts", "prevalence"))
        chart.square()
        chart.describe(
            translate("PerformanceCharts", "Precision falls as recall rises; the dotted line is the prevalence")
        )

    def _draw_reliability(self, curve: Reliability | None) -> None:
        if curve is None:
            self.reliability.say(said(Why.NO_MODEL))
            return
        self.reliability.wipe()
        self.reliability.diagonal(translate("PerformanceCharts", "as said"))
        hits = [round(share * count) for share, count in zip(curve.frequency, curve.count, strict=True)]
        spans = [wilson(hit, int(count)) for hit, count in zip(hits, curve.count, strict=True)]
        low, high = [span.low for span in spans], [span.high for span in spans]
        self.reliability.line(curve.probability, curve.frequency, series=0)
        self.reliability.points(curve.probability, curve.frequency, translate("PerformanceCharts", "as it came"),
                                series=0, low=low, high=high)  # fmt: skip
        self.reliability.square()
        self.reliability.describe(translate("PerformanceCharts", "Ten bins of equally many studies, Wilson intervals"))


class GroupForest(Chart):
    """Sensitivity, specificity and area of each group, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("GroupForest", "Figures by group"), translate("GroupForest", "Share"), "", parent)
        self.item.invertY(True)
        self.put_legend(top=True, columns=3)

    def show_groups(self, found: Groups, names: list[str]) -> None:
        """Draw the intervals; a group's name says how many studies it has, and where they are few."""
        self.wipe()
        self.setFixedHeight(FOREST_EDGE + max(1, len(names)) * GROUP_HEIGHT)
        kinds: tuple[tuple[str, list[Interval | None]], ...] = (
            (
                translate("GroupForest", "sensitivity"),
                [g.figures.sensitivity if g.figures else None for g in found.groups],
            ),
            (
                translate("GroupForest", "specificity"),
                [g.figures.specificity if g.figures else None for g in found.groups],
            ),
            (translate("GroupForest", "AUROC"), [g.ranking.auroc for g in found.groups]),
        )
        for series, (name, spans) in enumerate(kinds):
            known = [(n, span) for n, span in enumerate(spans) if span is not None and span.value == span.value]
            if known:
                y = [n + (series - 1) * APART for n, _ in known]
                low, high = [span.low for _, span in known], [span.high for _, span in known]
                self.points([span.value for _, span in known], y, name, series=series, left=low, right=high)
        text = translate("GroupForest", "{group} ({count}), few")
        plain = "{group} ({count})"
        self.ticks("left", [_named(text if group.small else plain, name, group)
                            for name, group in zip(names, found.groups, strict=True)])  # fmt: skip
        self.setXRange(0, 1, padding=0.02)
        self.setYRange(-0.5 - LEGEND_ROOM, len(names) - 0.5, padding=0)
        self.describe("; ".join(names))


def _named(text: str, name: str, group: Group) -> str:
    return text.format(group=name, count=figure(group.n))


def _of_models(curves: tuple[Curve, ...]) -> list[Curve]:
    return [curve for curve in curves if curve.subject.kind is Kind.MODEL]


def _points(found: PerformanceFigures) -> list[tuple[int, Line]]:
    """Return the lines that are points on a chart and their series: the model's points, readers' last verdicts."""
    shown = [line for line in found.lines if line.subject.kind is Kind.MODEL or line.subject.detail == "last verdict"]
    return list(enumerate(shown))


def _bars(specificity: Interval, sensitivity: Interval) -> dict[str, list[float]]:
    return {
        "left": [1 - specificity.high],
        "right": [1 - specificity.low],
        "low": [sensitivity.low],
        "high": [sensitivity.high],
    }
