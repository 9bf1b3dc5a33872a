"""The orders of the list: triage, arrival and others, which one holds, and why where it is not the one asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.ordering import ARRIVAL, TRIAGE, Column, Sorting
from xraydesk.gui.worklist_menus import OrderButton
from xraydesk.gui.worklist_model import WorklistModel

_OF_THE_MODEL = (Column.RANK, Column.BAND)  # orders that are made of the model's answers alone


class OrderBar(QFrame):
    """Two chips and a menu. While the model's answer is hidden there is no triage order: the list says so."""

    wanted = Signal(object)  # Sorting

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self._blind = False
        self._drawn = False
        self._sorting = TRIAGE
        self.triage = self._chip(translate("OrderBar", "Triage order"), lambda: self.wanted.emit(TRIAGE))
        self.arrival = self._chip(translate("OrderBar", "Arrival order"), lambda: self.wanted.emit(ARRIVAL))
        self.arrival.setToolTip(translate("OrderBar", "In the order the studies came in; nothing is left out"))
        self.more = OrderButton(model, self)
        self.more.wanted.connect(self.wanted)
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.why.setAccessibleName(translate("OrderBar", "Why the list stands in this order"))
        theme.set_role(self.why, "dim")
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._build()
        self._tell()

    def add(self, *widgets: QWidget) -> None:
        """Put widgets behind the orders, the last one at the end of the line."""
        for widget in widgets[:-1]:
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(widgets[-1])

    def show_sorting(self, sorting: Sorting) -> Sorting:
        """Mark the order that was asked for, and return the one that holds."""
        self._sorting = sorting
        return self._tell()

    def set_blind(self, blind: bool) -> Sorting:
        """Say that the model's answer is hidden until the first verdict, or no more; return the order that holds."""
        self._blind = blind
        return self._tell()

    @property
    def drawn(self) -> bool:
        """Whether a sample is shown: its order is the draw's."""
        return self._drawn

    def set_drawn(self, drawn: bool) -> Sorting:
        """Say that the list is a sample in the order drawn, or no more; return the order that holds without it."""
        self._drawn = drawn
        for button in (self.triage, self.arrival, self.more):
            button.setHidden(drawn)
        return self._tell()

    def _tell(self) -> Sorting:
        holds = ARRIVAL if self._blind and self._sorting == TRIAGE else self._sorting
        self._group.setExclusive(False)
        self.triage.setChecked(holds == TRIAGE)
        self.arrival.setChecked(holds == ARRIVAL)
        self._group.setExclusive(True)
        self.triage.setEnabled(not self._blind)
        ready = translate("OrderBar", "Most likely abnormal first")
        later = translate("OrderBar", "There is no triage order while the model's answer is hidden")
        self.triage.setToolTip(later if self._blind else ready)
        self.why.setText(self._reason())
        self.why.setVisible(bool(self.why.text()))
        return holds

    def _reason(self) -> str:
        sorting = self._sorting
        if self._drawn:
            return translate("OrderBar", "In the order in which the sample was drawn")
        if not self._blind:
            return ""
        if sorting == TRIAGE:
            return translate("OrderBar", "In order of arrival: the model's answer is hidden until your first verdict")
        if sorting.column in _OF_THE_MODEL or sorting.floor is not None:
            return translate("OrderBar", "The model's answer is hidden until your first verdict and orders nothing")
        return ""

    def _chip(self, text: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.clicked.connect(call)
        theme.set_role(button, "chip")
        return button

    def _build(self) -> None:
        self._row.setSpacing(theme.GRID)
        for widget in (self.triage, self.arrival, self.more):
            self._row.addWidget(widget)
        for chip in (self.triage, self.arrival):
            self._group.addButton(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(self._row)
        column.addWidget(self.why)
