"""How good the model and the readers are against what is taken as true."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from xraydesk.gui.language import translate
from xraydesk.gui.research import performance_words as words
from xraydesk.gui.research.choice_boxes import ChoiceBoxes
from xraydesk.gui.research.compare_block import CompareBlock
from xraydesk.gui.research.figures_tab import FiguresTab
from xraydesk.gui.research.groups_block import GroupsBlock
from xraydesk.gui.research.performance_charts import PerformanceCharts
from xraydesk.gui.shared.figures_table import FiguresTable
from xraydesk.gui.shared.sheet import LastWish
from xraydesk.research.performance import PerformanceFigures, performance_of
from xraydesk.research.subjects import subjects_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from xraydesk.research.archive import Archive
    from xraydesk.research.scene import Scene


class PerformancePage(FiguresTab):
    """Table, curves, groups and a comparison; from here a reference table is imported and follow-up entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("PerformancePage", "Performance"), parent)
        self._archive: Archive | None = None
        self._scene: Scene | None = None
        self._found: PerformanceFigures | None = None
        self.boxes = ChoiceBoxes(self.sheet.body)
        self.reference = QPushButton(translate("PerformancePage", "Import a reference table …"), self.sheet.body)
        self.follow_up = QPushButton(translate("PerformancePage", "Enter follow-up …"), self.sheet.body)
        self._build()
        self.groups = GroupsBlock(self.sheet, self._tasks)
        self.compare = CompareBlock(self.sheet, self._tasks)
        self.sheet.column.addStretch(1)
        for chart in (*self.charts.charts, self.groups.forest):
            chart.said.connect(self.said)
            chart.failed.connect(self.said)

    def show_scene(self, archive: Archive, scene: Scene) -> None:
        """Work the figures out, unless it is the same scene as before."""
        self._archive = archive
        if scene is not self._scene:
            self._scene = scene
            self.ask()
            self.compare.show_scene(scene)

    def _wishes(self) -> tuple[LastWish, ...]:
        return self._wish, self.groups.wish, self.compare.wish

    def ask(self) -> None:
        """Work out what the settings ask for."""
        if self._scene is not None:
            self._wish.ask(partial(performance_of, self._scene, self.boxes.settings), self._show)
            known = bool(self._scene.truth.known.any())
            self.groups.show_scene(self._scene, subjects_of(self._scene) if known else [], self.boxes.settings)

    def import_table(self) -> QDialog | None:
        """Open the small window that imports a table of what is true."""
        from xraydesk.gui.research.reference_dialog import ReferenceDialog

        if self._archive is None or self._scene is None:
            return None
        return self._open(ReferenceDialog(self._archive, self._scene.snapshot, self))

    def enter_follow_up(self) -> QDialog | None:
        """Open the small window that keeps what was found out of one study later."""
        from xraydesk.gui.research.follow_up_dialog import FollowUpDialog

        if self._archive is None or self._scene is None:
            return None
        return self._open(FollowUpDialog(self._archive, self._scene.snapshot, parent=self))

    def _open(self, dialog: QDialog) -> QDialog:
        dialog.accepted.connect(self.changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _show(self, found: PerformanceFigures) -> None:
        self._found = found
        self.basis.say(*words.basis(found))
        self.table.setVisible(bool(found.lines))
        self.row_words.say("")
        if found.lines:
            self.table.show_rows(words.columns(found.choice), words.rows(found))
        self.charts.setVisible(bool(found.lines))
        self.charts.show_figures(found)

    def _row_chosen(self, key: object) -> None:
        lines = self._found.lines if self._found is not None else ()
        line = next((line for line in lines if line.subject == key), None)
        self.row_words.say(*(words.of_line(line) if line is not None else ()))

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.sheet.row(*self.boxes.widgets, self.state)
        self.boxes.changed.connect(self.ask)
        self.sheet.row(self.reference, self.follow_up)
        self.basis = self.sheet.sentence(role="dim")
        self.table = FiguresTable(translate("PerformancePage", "Figures of the model and the readers"), self.sheet.body)
        self.sheet.column.addWidget(self.table)
        self.row_words = self.sheet.sentence()
        self.charts = PerformanceCharts(self.sheet.body)
        self.sheet.column.addWidget(self.charts)
        self.table.hide()
        self.charts.hide()
        self.table.row_chosen.connect(self._row_chosen)
        self.reference.clicked.connect(self.import_table)
        self.follow_up.clicked.connect(self.enter_follow_up)
