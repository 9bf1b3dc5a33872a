"""Loss and AUROC of a run as they come. Imports pyqtgraph: only imported when the page is opened."""

from __future__ import annotations

from math import isfinite

from PySide6.QtWidgets import QHBoxLayout, QWidget

from xraydesk.admin.run_progress import RunProgress
from xraydesk.gui import theme
from xraydesk.gui.admin import run_words
from xraydesk.gui.language import translate
from xraydesk.gui.shared.charts import Chart
from xraydesk.gui.shared.figure_words import decimal

_LOW_AREA = 0.5
_ROOM = 1.4  # of the highest loss: the legend stands above the lines


class RunCharts(QWidget):
    """Loss of training and validation beside the AUROC on validation films, over epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        epochs = translate("RunCharts", "epochs")
        self.loss = Chart(translate("RunCharts", "Loss"), epochs, translate("RunCharts", "loss"), self)
        self.area = Chart(translate("RunCharts", "AUROC on validation films"), epochs, "AUROC", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID)
        for chart in (self.loss, self.area):
            row.addWidget(chart, 1)

    def show_progress(self, progress: RunProgress) -> None:
        """Draw what was said so far."""
        self._draw_loss(progress)
        self._draw_areas(progress)

    def _draw_loss(self, progress: RunProgress) -> None:
        self.loss.wipe()
        if not progress.losses:
            self.loss.say(translate("RunCharts", "No step is done yet."))
            return
        at, losses = zip(*progress.losses, strict=True)
        self.loss.line(at, losses, translate("RunCharts", "training"), series=0, marks=len(at) == 1)
        if progress.epochs:
            numbers = [epoch.number for epoch in progress.epochs]
            values = [epoch.validation_loss for epoch in progress.epochs]
            self.loss.line(numbers, values, translate("RunCharts", "validation"), series=1, marks=True)
        self.loss.put_legend(top=True)
        self.loss.item.setXRange(0, max(1.0, at[-1]))
        seen = [each for each in (*losses, *(epoch.validation_loss for epoch in progress.epochs)) if isfinite(each)]
        self.loss.item.setYRange(0, _ROOM * max(seen, default=1.0))
        text = translate("RunCharts", "The latest training loss is {loss}.")
        self.loss.describe(text.format(loss=decimal(losses[-1], 3)))

    def _draw_areas(self, progress: RunProgress) -> None:
        self.area.wipe()
        if not progress.epochs:
            self.area.say(translate("RunCharts", "No epoch is over yet."))
            return
        numbers = [epoch.number for epoch in progress.epochs]
        names = list(progress.epochs[-1].areas)
        for series, name in enumerate(names):
            values = [epoch.areas.get(name, float("nan")) for epoch in progress.epochs]
            self.area.line(numbers, values, run_words.area(name), series=series, marks=True)
        lowest = min((value for epoch in progress.epochs for value in epoch.areas.values()), default=_LOW_AREA)
        self.area.item.setYRange(min(_LOW_AREA, lowest), 1.0)
        self.area.item.setXRange(0, max(1, numbers[-1]))
        self.area.put_legend()
        last = ", ".join(f"{run_words.area(n)} {decimal(progress.epochs[-1].areas[n], 3)}" for n in names)
        text = translate("RunCharts", "AUROC after the latest epoch: {figures}.")
        self.area.describe(text.format(figures=last))
