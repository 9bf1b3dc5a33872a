"""Two charts of the operating point study: who lies below each threshold, and where the two kinds of studies lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph
from PySide6.QtWidgets import QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.research.points_sentences import point_name
from xraydesk.gui.shared.charts import LINE_WIDTH, Chart
from xraydesk.gui.words import figure
from xraydesk.research.points import histogram

if TYPE_CHECKING:
    from xraydesk.research.points import PointsStudy

NORMAL, ABNORMAL = 0, 1  # the numbers of the series
_HIGHEST, _LOWER = 0.76, 0.08  # where the names of the points stand, in shares of the height: none covers another


class PointsChart(Chart):
    """A chart over the threshold, with the operating points and the threshold looked at as upright lines."""

    def __init__(self, name: str, y_title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, translate("PointsCharts", "Probability taken as threshold"), y_title, parent)
        self._now: Any = None
        self._threshold = 0.5

    def move_to(self, threshold: float) -> None:
        """Stand the line of the threshold looked at elsewhere."""
        self._threshold = threshold
        if self._now is not None:
            self._now.setValue(threshold)

    def _draw_points(self, study: PointsStudy) -> None:
        """Draw the operating points that hold, then the threshold looked at."""
        for place, point in enumerate(study.card.abnormal.operating_points):
            rule = self.rule(point.threshold, upright=True)
            side = 1 if point.threshold > 0.5 else 0  # words stand on the side that has room
            height = _HIGHEST - place * _LOWER
            colour = theme.current().colour("text")
            label = pyqtgraph.InfLineLabel(
                rule, point_name(point.name), position=height, color=colour, anchors=[(side, 0.5)] * 2
            )
            label.setFont(theme.text_font())
        self._now = self.rule(self._threshold, upright=True)
        self._now.setPen(pyqtgraph.mkPen(theme.current().colour("accent"), width=LINE_WIDTH))
        self.setXRange(0, 1, padding=0.02)


class BelowChart(PointsChart):
    """True and false negatives: the shares of the normal and of the abnormal studies below each threshold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("PointsCharts", "True and false negatives"),
            translate("PointsCharts", "Share below the threshold, %"),
            parent,
        )
        self.legend.anchor(itemPos=(0.5, 1), parentPos=(0.55, 0.88))  # between the curves of most models

    def show_study(self, study: PointsStudy) -> None:
        """Draw both curves."""
        self.wipe()
        table = study.sweep
        x = np.concatenate([[0.0], np.repeat(table.threshold, 2), [1.0]])
        for series, below, above, name in (
            (NORMAL, table.true_negative, table.false_positive, translate("PointsCharts", "normal (true negatives)")),
            (
                ABNORMAL,
                table.false_negative,
                table.true_positive,
                translate("PointsCharts", "abnormal (false negatives)"),
            ),
        ):
            share = 100 * np.append(below, below[0] + above[0]) / (below[0] + above[0])
            self.line(x, np.repeat(share, 2)[: len(x)], name, series=series)
        self._draw_points(study)
        self.setYRange(0, 100, padding=0.02)
        self.describe(translate("PointsCharts", "The higher the threshold, the more normal and abnormal studies wait."))


class ScoresChart(PointsChart):
    """Where normal and abnormal studies lie by the model's probability."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("PointsCharts", "Probabilities by truth"), translate("PointsCharts", "Studies"), parent
        )
        self.legend.anchor(itemPos=(0.5, 0.5), parentPos=(0.5, 0.5))  # the two kinds lie at the sides

    def show_study(self, study: PointsStudy) -> None:
        """Draw both histograms as steps."""
        self.wipe()
        edges, normal, abnormal = histogram(study)
        x = np.repeat(edges, 2)[1:-1]
        for series, counts, name in (
            (NORMAL, normal, translate("PointsCharts", "truly normal")),
            (ABNORMAL, abnormal, translate("PointsCharts", "truly abnormal")),
        ):
            self.line(x, np.repeat(counts, 2), name, series=series)
            self.band(x, np.zeros(len(x)), np.repeat(counts, 2), series=series)
        self._draw_points(study)
        self.setYRange(0, float(max(normal.max(), abnormal.max())) * 1.1, padding=0.02)
        text = translate("PointsCharts", "Studies: {normal} normal and {abnormal} abnormal.")
        self.describe(text.format(normal=figure(int(normal.sum())), abnormal=figure(int(abnormal.sum()))))
