"""The menus of the worklist: orders beyond triage and arrival, and which columns are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from xraydesk.gui import theme
from xraydesk.gui.column_room import ALWAYS
from xraydesk.gui.column_words import column_name
from xraydesk.gui.filter_words import WAITING, order_words
from xraydesk.gui.language import translate
from xraydesk.gui.ordering import Column, Sorting
from xraydesk.gui.worklist_model import COLUMNS

if TYPE_CHECKING:
    from xraydesk.gui.worklist_model import WorklistModel
    from xraydesk.gui.worklist_table import WorklistTable


class OrderButton(QToolButton):
    """Offers the orders by waiting time and by the probability of one label."""

    wanted = Signal(object)  # Sorting

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._columns: ColumnMenu | None = None
        self.setText(translate("OrderButton", "More"))
        self.setAccessibleName(translate("OrderButton", "More orders"))
        tip = translate(
            "OrderButton", "By waiting time, or by the probability of one label; and which columns are shown"
        )
        self.setToolTip(tip)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme.set_role(self, "flat")
        menu = QMenu(self)
        self.setMenu(menu)
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for _, floor in WAITING:
            self._offer(menu, Sorting(Column.WAITING, descending=True, floor=floor))
        menu.addSeparator()
        for label in self._model.labels():
            self._offer(menu, Sorting(Column.SCORE, descending=True, label=label))
        if self._columns is not None:
            menu.addSeparator()
            menu.addMenu(self._columns)

    def offer_columns(self, columns: ColumnMenu) -> None:
        """Stand for the menu of the columns too, which else asks for a mouse."""
        self._columns = columns

    def _offer(self, menu: QMenu, sorting: Sorting) -> None:
        action = menu.addAction(order_words(sorting).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(self._model.sorting == sorting)
        action.triggered.connect(lambda: self.wanted.emit(sorting))


class ColumnMenu(QMenu):
    """Opens on the headings with the right button, and under "More": a tick for each column that can be left out."""

    def __init__(self, table: WorklistTable) -> None:
        super().__init__(translate("ColumnMenu", "Columns of the list"), table)
        self._table = table
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open)
        for column in COLUMNS:
            if column not in ALWAYS:
                action = self.addAction(column_name(column))
                action.setCheckable(True)
                action.setData(column.name)
                action.toggled.connect(self._choose)
        self.aboutToShow.connect(self.show_chosen)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Tick the columns that are chosen."""
        for action in self.actions():
            action.blockSignals(True)
            action.setChecked(Column[action.data()] in self._table.columns)
            action.blockSignals(False)

    def _choose(self) -> None:
        self._table.choose_columns(Column[action.data()] for action in self.actions() if action.isChecked())

    def _open(self, where: QPoint) -> None:
        self.popup(self._table.horizontalHeader().mapToGlobal(where))
