"""A table of figures: sorted by any column, copied as text, small groups marked by a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from xraydesk.gui import theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 24
MOST_ROWS = 16  # as many are seen without scrolling; a longer table scrolls
_NUMBER = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WORD = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title, and what it means in the tip. Words stand left, figures right."""

    title: str
    tip: str = ""
    words: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and by what it is sorted: a number, NaN for none, or its text."""

    text: str
    order: float | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line. A baseline is written in bold and stays below, however the table is sorted; a dim one says little."""

    cells: tuple[Cell, ...]
    key: object = None
    dim: bool = field(default=False, kw_only=True)
    baseline: bool = field(default=False, kw_only=True)


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.rows: list[Row] = []
        self._given: tuple[Row, ...] = ()

    def put(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.columns, self._given = tuple(columns), tuple(rows)
        self.rows = [*(row for row in rows if not row.baseline), *(row for row in rows if row.baseline)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _WORD if self.columns[index.column()].words else _NUMBER
            case Qt.ItemDataRole.FontRole:
                return _font(bold=True) if row.baseline else None
            case Qt.ItemDataRole.ForegroundRole:
                return theme.current().colour("text_dim") if row.dim else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            case Qt.ItemDataRole.ToolTipRole:
                return self.columns[section].tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _WORD if self.columns[section].words else _NUMBER
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort; -1 is the order as given. What has no figure stands last, the baseline below it."""
        self.layoutAboutToBeChanged.emit()
        rows = [row for row in self._given if not row.baseline]
        if 0 <= column < len(self.columns):
            known = [row for row in rows if _known(row.cells[column])]
            known.sort(key=lambda row: _key(row.cells[column]), reverse=order == Qt.SortOrder.DescendingOrder)
            rows = known + [row for row in rows if not _known(row.cells[column])]
        self.rows = rows + [row for row in self._given if row.baseline]
        self.layoutChanged.emit()


class FiguresTable(QTableView):
    """Rows of figures. Ctrl+C copies the chosen rows, or all, with their header, as a spreadsheet takes them."""

    row_chosen = Signal(object)  # the key of the row that has the focus

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setFont(theme.text_font())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.copy)
        self.selectionModel().currentRowChanged.connect(self._chosen)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows; with the same columns the order stays the one that was chosen."""
        same = tuple(columns) == self._model.columns
        header = self.horizontalHeader()
        chosen, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        self._model.put(columns, rows)
        header.setSortIndicator(chosen if same else -1, order)
        self._model.sort(chosen if same else -1, order)
        self.resizeColumnsToContents()
        for place in range(len(columns)):
            self.setColumnWidth(place, self.columnWidth(place) + theme.GRID)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take room for the bar below only where it is needed."""
        super().resizeEvent(event)
        self._fit()

    def rows(self) -> list[Row]:
        """Return the rows as they stand."""
        return list(self._model.rows)

    def choose(self, key: object) -> None:
        """Put the focus on the row of a key; nothing where it is not there."""
        place = next((n for n, row in enumerate(self._model.rows) if row.key == key), None)
        if place is not None:
            self.setCurrentIndex(self._model.index(place, 0))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, tabs between columns; all of them where fewer than two are chosen."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self._model.rows[n] for n in chosen] if len(chosen) > 1 else self._model.rows
        lines = [[column.title for column in self._model.columns], *([cell.text for cell in r.cells] for r in rows)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines) + "\n")

    def _fit(self) -> None:
        header = self.horizontalHeader()
        bar = self.horizontalScrollBar().sizeHint().height() if header.length() > self.viewport().width() else 0
        rows = min(len(self._model.rows), MOST_ROWS) * ROW_HEIGHT
        self.setFixedHeight(header.sizeHint().height() + rows + bar + 2 * self.frameWidth())

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(self._model.rows[index.row()].key)


def _font(*, bold: bool) -> QFont:
    return theme.text_font(bold=bold)


def _known(cell: Cell) -> bool:
    return cell.order is None or isfinite(cell.order)


def _key(cell: Cell) -> tuple[float, str]:
    return (0.0, cell.text.casefold()) if cell.order is None else (cell.order, cell.text)
