"""Kappa of every pair of readers as a square of cells: number, word and depth of colour."""

from __future__ import annotations

from math import isfinite
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.shared.figure_words import decimal, kappa_word, with_bounds
from xraydesk.research.agreement import Agreement, Pair

CELL = QSize(116, 44)
DEEPEST = 96  # of 255, at a kappa of 1: words stay readable on it
FRAME = 2
_KAPPA = Qt.ItemDataRole.UserRole
_PAIR = Qt.ItemDataRole.UserRole + 1


class PairMatrix(QTableWidget):
    """Arrow keys and clicks choose a pair."""

    pair_chosen = Signal(object)  # Pair

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raters: list[str] = []
        self.setAccessibleName(translate("PairMatrix", "Kappa of every pair"))
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        for header, length in ((self.horizontalHeader(), CELL.width()), (self.verticalHeader(), CELL.height())):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(length)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setSectionsClickable(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.currentCellChanged.connect(self._chosen)

    def show_agreement(self, found: Agreement) -> None:
        """Fill the square; the pair that was chosen stays chosen where it is still there."""
        before = self._names()
        self.blockSignals(True)
        names = self._raters = [rater.name for rater in found.raters]
        self.clear()
        self.setRowCount(len(names))
        self.setColumnCount(len(names))
        self.setHorizontalHeaderLabels(names)
        self.setVerticalHeaderLabels(names)
        for place, name in enumerate(names):  # it may be cut
            self.model().setHeaderData(place, Qt.Orientation.Horizontal, name, Qt.ItemDataRole.ToolTipRole)
        for row, one in enumerate(names):
            for column, other in enumerate(names):
                self.setItem(row, column, _item(None if one == other else found.pair(one, other)))
        self.blockSignals(False)
        if len(names) > 1:
            row, column = (names.index(name) for name in before) if set(before) <= {*names} and before else (0, 1)
            self.setCurrentCell(row, column)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take room for the bar below only where it is needed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        bar = self.horizontalScrollBar().sizeHint().height() if header.length() > self.viewport().width() else 0
        rows = len(self._raters) * CELL.height()
        self.setFixedHeight(rows + header.sizeHint().height() + 2 * self.frameWidth() + bar)

    def pair_of(self, one: str, other: str) -> Pair | None:
        """Return the pair of two names, None where it is not in the square."""
        if not {one, other} <= {*self._raters}:
            return None
        item = self.item(self._raters.index(one), self._raters.index(other))
        return None if item is None else cast("Pair | None", item.data(_PAIR))

    def choose(self, pair: Pair) -> None:
        """Put the focus on a pair."""
        if {pair.first.name, pair.second.name} != set(self._names()):
            self.setCurrentCell(self._raters.index(pair.first.name), self._raters.index(pair.second.name))

    def _names(self) -> tuple[str, ...]:
        """Return the names of the chosen cell, none where no cell is chosen."""
        places = (self.currentRow(), self.currentColumn())
        return tuple(self._raters[place] for place in places if 0 <= place < len(self._raters))

    def _chosen(self, row: int, column: int, *_: int) -> None:
        item = self.item(row, column)
        pair = None if item is None else item.data(_PAIR)
        if pair is not None:
            self.pair_chosen.emit(pair)


class _Cells(QStyledItemDelegate):
    """Paints the depth of a kappa behind its number, and a frame round the chosen cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, kappa = theme.current(), index.data(_KAPPA)
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        if kappa is not None:
            shade = QColor(colours.colour("accent"))
            shade.setAlpha(round(DEEPEST * min(1.0, max(0.0, kappa))))
            painter.fillRect(cell, shade)
        painter.setPen(colours.colour("text" if kappa is not None else "text_dim"))
        painter.setFont(theme.text_font())
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, index.data())
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(colours.colour("text" if focused else "accent"), FRAME))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        painter.restore()


def _item(pair: Pair | None) -> QTableWidgetItem:
    item = QTableWidgetItem("–")
    if pair is None:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item
    value = pair.kappa.value
    item.setData(_PAIR, pair)
    names = f"{pair.first.name}, {pair.second.name}"
    if isfinite(value):
        item.setText(f"{decimal(value)}\n{kappa_word(value)}")
        item.setData(_KAPPA, value)
        tip = f"{names}: {with_bounds(pair.kappa)}"
    else:
        tip = f"{names}: {said(pair.why)}"
    item.setToolTip(tip)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, tip)
    return item
