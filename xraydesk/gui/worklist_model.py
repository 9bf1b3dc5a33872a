"""The worklist as a table for Qt. Filter and order are done here on whole rows, in `ordering`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xraydesk.gui import bands, words
from xraydesk.gui.ordering import TRIAGE, Column, Filter, Sorting, in_order, keep_above, note, part

if TYPE_CHECKING:
    from xraydesk.triage.desk import WorklistRow

Index = QModelIndex | QPersistentModelIndex
COLUMNS: tuple[Column, ...] = tuple(Column)
ROW = Qt.ItemDataRole.UserRole  # the WorklistRow itself, for the delegate
_RIGHT = {Column.RANK, Column.IMAGES}
_TIPS = {
    Column.RANK: "Place in triage order",
    Column.SCORE: "Calibrated probability of the model's first label; the highest of all images of the study",
    Column.NOTE: "Why a study was not assessed, and your own verdict",
    Column.IMAGES: "Number of images",
}


class WorklistModel(QAbstractTableModel):
    """Rows that pass the filter, in the order chosen.

    A row once shown stays until the filter is set anew: a study that was just read does not vanish from under the
    reader's hand.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, WorklistRow] = {}
        self._order: list[str] = []
        self._places: dict[str, int] = {}
        self._held: set[str] = set()
        self.sorting = TRIAGE
        self.filter = Filter()

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return headings and what they mean."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _TIPS.get(column, f"Sort by {column.lower()}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911 - one per role
        """Return what stands in a cell; the row itself under ``ROW``."""
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(row, column)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return note(row) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column}: {cell_text(row, column)}"
        return None

    # -- what the window asks ----------------------------------------------------------------------------------------

    def row_at(self, place: int) -> WorklistRow:
        """Return the row shown at a place."""
        return self._rows[self._order[place]]

    def place_of(self, study_id: str) -> int:
        """Return where a study is shown, -1 where it is not."""
        return self._places.get(study_id, -1)

    def all_rows(self) -> Sequence[WorklistRow]:
        """Return all rows, shown or not."""
        return list(self._rows.values())

    def shown(self) -> list[str]:
        """Return the study ids as they stand on screen."""
        return list(self._order)

    def set_rows(self, rows: Sequence[WorklistRow], last_kept: int = -1) -> None:
        """Take a new state of all rows; those shown down to ``last_kept`` keep their places."""
        self._rows = {row.study_id: row for row in rows}
        shown_before = set(self._order)
        self._arrange(last_kept, shown_before & self._rows.keys())

    def set_sorting(self, sorting: Sorting) -> None:
        """Sort anew; every row may move, as the reader asked for it."""
        self.sorting = sorting
        self._arrange(-1, set(self._order))

    def set_filter(self, new: Filter) -> None:
        """Filter anew."""
        self.filter = new
        self._arrange(-1, set())

    def resort(self) -> None:
        """Put every row where it belongs, filter included."""
        self._arrange(-1, set())

    @property
    def held_back(self) -> int:
        """How many rows stand below where they belong, so that the reader's place did not move."""
        return len(self._held)

    def seen(self, study_id: str) -> None:
        """Count a row no longer as news: the reader has come to it."""
        self._held.discard(study_id)

    def next_unread(self, place: int) -> int:
        """Return the place of the next unread study below ``place``, else from the top; -1 where all are read."""
        many = len(self._order)
        for step in range(1, many + 1):
            there = (place + step) % many
            if self.row_at(there).status == "unread" and there != place:
                return there
        return -1

    def _arrange(self, last_kept: int, stay: set[str]) -> None:
        ordered = in_order(self._rows.values(), self.sorting)
        wanted = [r.study_id for r in ordered if r.study_id in stay or self.filter.passes(r)]
        order, held = keep_above(self._order, wanted, last_kept)
        self._held = set() if order == wanted else (self._held & set(order)) | set(held)
        if len(order) == len(self._order) and set(order) == set(self._order):
            self._move(order)
        else:
            self.beginResetModel()
            self._take(order)
            self.endResetModel()

    def _move(self, order: list[str]) -> None:
        if order == self._order:
            self._changed()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        studies = [self._order[index.row()] for index in before]
        self._take(order)
        after = [self.index(self._places[s], i.column()) for s, i in zip(studies, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _changed(self) -> None:
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(COLUMNS) - 1))

    def _take(self, order: list[str]) -> None:
        self._order = order
        self._places = {study: place for place, study in enumerate(order)}


_TEXTS: dict[Column, Callable[[WorklistRow], str]] = {
    Column.RANK: lambda row: str(row.rank),
    Column.BAND: lambda row: bands.look(row.band).chip,
    Column.PATIENT: lambda row: row.patient_id or row.label,
    Column.AGE: lambda row: words.age_sex(row.age_years, row.sex),
    Column.SCORE: lambda row: words.probability(row.score),
    Column.NOTE: note,
    Column.PART: part,
    Column.ARRIVED: lambda row: words.date_time(row.arrived),
    Column.IMAGES: lambda row: str(row.image_count),
}


def cell_text(row: WorklistRow, column: Column) -> str:
    """Return the words or figures of one cell."""
    return _TEXTS[column](row)


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
