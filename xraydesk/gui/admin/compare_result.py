"""What a comparison came to: the verdict in a sentence, tables, the two curves, groups, disagreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xraydesk.gui.admin import compare_words as words
from xraydesk.gui.admin.apart_block import ApartBlock
from xraydesk.gui.language import translate
from xraydesk.gui.shared.charts import Chart
from xraydesk.gui.shared.figures_table import FiguresTable

if TYPE_CHECKING:
    from xraydesk.admin.contest import Comparison
    from xraydesk.gui.shared.sheet import Sheet

CHART_HEIGHT, CHART_WIDTH = 380, 560


class CompareResult(QObject):
    """A part of the page of comparison; hidden while there is nothing to show."""

    said = Signal(str)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.verdict = sheet.sentence(role="large")
        self.basis = sheet.sentence(role="dim")
        self.points = FiguresTable(translate("CompareResult", "At the operating points"), sheet.body)
        self.figures = FiguresTable(translate("CompareResult", "Figures of both"), sheet.body)
        self.roc = Chart(
            translate("CompareResult", "ROC of both"),
            translate("CompareResult", "1 − specificity"),
            translate("CompareResult", "Sensitivity"),
            sheet.body,
        )
        self.roc.setFixedHeight(CHART_HEIGHT)
        self.roc.setMaximumWidth(CHART_WIDTH)
        for widget in (self.points, self.figures, self.roc):
            sheet.column.addWidget(widget)
        self.by_group = sheet.heading(translate("CompareResult", "By group"))
        self.groups = FiguresTable(translate("CompareResult", "By group"), sheet.body)
        sheet.column.addWidget(self.groups)
        self.apart = ApartBlock(sheet)
        self.roc.said.connect(self.said)
        self.roc.failed.connect(self.said)
        self.show_result(None)

    def show_result(self, found: Comparison | None) -> None:
        """Show a comparison; None hides everything."""
        there = found is not None and bool(found.n)
        for widget in (self.points, self.figures):
            widget.setVisible(there)
        self.roc.setVisible(found is not None and found.curves is not None)
        for part in (self.by_group, self.groups):
            part.setVisible(found is not None and bool(found.groups))
        self.apart.show(found if there else None)
        self.verdict.say("" if found is None else words.verdict(found))
        self.basis.say(*(() if found is None else words.basis(found)))
        if found is not None:
            self._fill(found)

    def close_tasks(self) -> None:
        """Stop making pictures."""
        self.apart.close_tasks()

    def _fill(self, found: Comparison) -> None:
        self.points.show_rows(words.point_columns(), [words.point_row(point) for point in found.points])
        self.figures.show_rows(words.figure_columns(found), [words.figure_row(line) for line in found.lines])
        self.groups.show_rows(words.group_columns(), [words.group_row(line) for line in found.groups])
        if found.curves is not None:
            self._draw(found)

    def _draw(self, found: Comparison) -> None:
        self.roc.wipe()
        self.roc.diagonal()
        assert found.curves is not None
        for series, (curve, name) in enumerate(zip(found.curves, words.names(found), strict=True)):
            self.roc.line(curve.false_positive_rate, curve.sensitivity, name, series=series)
            spots = [(1 - point.specificity[series].value, point.sensitivity[series].value) for point in found.points]
            self.roc.points([x for x, _ in spots], [y for _, y in spots], series=series)
        self.roc.square()
        text = translate("CompareResult", "Curves of {first} and {second}; marks are their operating points")
        self.roc.describe(text.format(first=words.names(found)[0], second=words.names(found)[1]))
