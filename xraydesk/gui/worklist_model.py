"""The worklist as a table for Qt: the numbers of the studies in their order, and the rows of the pages on screen.

Sorting and filtering are done below, by `triage.listing`; only what is looked at becomes rows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xraydesk.gui.column_words import column_tip, heading
from xraydesk.gui.identity import neutral_rows
from xraydesk.gui.ordering import TRIAGE, Column, Sorting, chosen, keep_above, note
from xraydesk.gui.worklist_cells import alignment, cell_text
from xraydesk.triage.listing import Counts, Filter

if TYPE_CHECKING:
    from xraydesk.triage.desk import WorklistRow
    from xraydesk.triage.listing import Listing, Numbers

Index = QModelIndex | QPersistentModelIndex
COLUMNS: tuple[Column, ...] = tuple(Column)
PAGE = 64  # rows fetched at once
_MOST_PAGES = 32
_NONE = np.zeros(0, np.int32)


class WorklistModel(QAbstractTableModel):
    """Rows that pass the filter, in the order chosen.

    A row once shown stays until the filter is set anew: a study that was just read does not vanish from under the
    reader's hand.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._order: Numbers = _NONE
        self._places: Numbers = _NONE  # by number, -1 where it is not shown
        self._pages: dict[int, list[WorklistRow]] = {}
        self._held: set[int] = set()
        self.sorting = TRIAGE
        self.filter = Filter()
        self._neutral = False
        self._sample: Sequence[str] = ()
        self._known: Collection[str] = ()

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows shown."""
        return 0 if parent.isValid() else self._order.size

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return headings and what they mean."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column_tip(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(row, column, self.sorting.label)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return note(row) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading(column)}: {cell_text(row, column)}"
        return None

    # -- what the delegate asks: straight, for it paints hundreds of cells a frame -----------------------------------

    def painted(self, place: int, column: Column) -> tuple[WorklistRow, str] | None:
        """Return the row shown at a place and its words in a column; None where another folder is being opened."""
        row = self._row(place)
        return None if row is None else (row, cell_text(row, column, self.sorting.label))

    def probability(self, row: WorklistRow) -> float | None:
        """Return the probability of the label that the list is sorted by, else of the model's first."""
        return row.probabilities.get(self.sorting.label) if self.sorting.label else row.score

    # -- what the window asks ----------------------------------------------------------------------------------------

    def row_at(self, place: int) -> WorklistRow:
        """Return the row at a place, identity and all; IndexError where there is none, or its folder was left."""
        known = self._listing is not None and 0 <= place < self._order.size
        if known and self._neutral:
            row = next(iter(self._fetch([int(self._order[place])])), None)
        else:
            row = self._row(place) if known else None
        if row is None:
            raise IndexError(place)
        return row

    def place_of(self, study_id: str) -> int:
        """Return where a study is shown, -1 where it is not."""
        number = self._listing.number(study_id) if self._listing is not None else 0
        return int(self._places[number]) if 0 < number < self._places.size else -1

    def counts(self) -> Counts:
        """Return how many studies there are of each kind, shown or not."""
        return Counts() if self._listing is None else self._listing.counts()

    def labels(self) -> list[str]:
        """Return the labels by which the list can be sorted."""
        return [] if self._listing is None else self._listing.labels()

    def shown(self) -> list[str]:
        """Return the study ids as they stand on screen."""
        return [] if self._listing is None else self._listing.study_ids(self._order.tolist())

    def open(self, listing: Listing | None) -> None:
        """Take another folder's studies; none are shown until they are asked for by `refresh`."""
        self._listing = listing
        self._held = set()
        self._show(_NONE)

    def hide_identity(self, hidden: bool) -> None:
        """Show rows by their numbers in place of names and ids, or with them again."""
        self._neutral = hidden
        self._pages.clear()
        self._changed()

    def refresh(self, last_kept: int = -1) -> None:
        """Ask for the present state of the studies; those shown down to ``last_kept`` keep their places."""
        self._arrange(last_kept, stay=True)

    def set_sorting(self, sorting: Sorting) -> None:
        """Sort anew; every row may move, as the reader asked for it."""
        self.sorting = sorting
        self._arrange(-1, stay=True)

    def set_filter(self, new: Filter) -> None:
        """Filter anew."""
        self.filter = new
        self._arrange(-1, stay=False)

    def set_sample(self, studies: Sequence[str], known: Collection[str]) -> None:
        """Show these studies alone and in this order, whatever the filter and the sorting; none: the list again.

        Those that are ``known`` need no reading.
        """
        self._sample, self._known = studies, known
        self._arrange(-1, stay=False)

    def resort(self) -> None:
        """Put every row where it belongs, filter included."""
        self._arrange(-1, stay=False)

    @property
    def held_back(self) -> int:
        """How many rows stand below where they belong, so that the reader's place did not move."""
        return len(self._held)

    def seen(self, study_id: str) -> None:
        """Count a row no longer as news: the reader has come to it."""
        if self._held and self._listing is not None:
            self._held.discard(self._listing.number(study_id))

    def next_unread(self, place: int) -> int:
        """Return the place of the next unread study below ``place``, else from the top; -1 where all are read."""
        return next(iter(self.unread_after(place)), -1)

    def unread_after(self, place: int) -> list[int]:
        """Return the places of the unread studies but the one at ``place``: those below it, then from the top."""
        if self._listing is None or not self._order.size:
            return []
        size = int(self._order.max()) + 1
        unread = np.flatnonzero(chosen(self._listing.passing(Filter(unread=True)), size)[self._order])
        if self._known:
            unread = unread[~chosen(self._listing.numbers(self._known), size)[self._order[unread]]]
        unread = unread[unread != place]
        return [*unread[unread > place].tolist(), *unread[unread < place].tolist()]

    def _row(self, place: int) -> WorklistRow | None:
        page, within = divmod(place, PAGE)
        if page not in self._pages:
            numbers = self._order[page * PAGE : (page + 1) * PAGE].tolist()
            rows = self._fetch(numbers)
            self._pages[page] = neutral_rows(rows, numbers) if rows and self._neutral else rows
            if len(self._pages) > _MOST_PAGES:
                del self._pages[next(iter(self._pages))]  # the one fetched first
        rows = self._pages[page]
        return rows[within] if within < len(rows) else None

    def _fetch(self, numbers: list[int]) -> list[WorklistRow]:
        rows = [] if self._listing is None else self._listing.rows(numbers)
        return rows if len(rows) == len(numbers) else []  # else another folder was opened meanwhile

    def _arrange(self, last_kept: int, *, stay: bool) -> None:
        if self._listing is None:
            return
        wanted = self._listing.numbers(self._sample) if self._sample else self._wanted(self._listing, stay)
        order, held = keep_above(self._order, wanted, last_kept)
        still = set() if np.array_equal(order, wanted) else self._held & set(order.tolist())
        self._held = still | set(held.tolist())
        self._show(order)

    def _wanted(self, listing: Listing, stay: bool) -> Numbers:
        wanted = listing.order(self.sorting.order)
        if self.filter == Filter():
            return wanted
        size = int(wanted.max(initial=0)) + 1
        shows = chosen(listing.passing(self.filter), size)
        if stay:
            shows |= chosen(self._order, size)
        return wanted[shows[wanted]]

    def _show(self, order: Numbers) -> None:
        size = int(order.max(initial=0)) + 1
        if order.size == self._order.size and bool(chosen(self._order, size)[order].all()):
            self._move(order)
        else:
            self.beginResetModel()
            self._take(order)
            self.endResetModel()

    def _move(self, order: Numbers) -> None:
        if np.array_equal(order, self._order):
            self._pages.clear()
            self._changed()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self._order[index.row()] for index in before]
        self._take(order)
        after = [self.index(int(self._places[n]), i.column()) for n, i in zip(numbers, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _changed(self) -> None:
        if self._order.size:
            self.dataChanged.emit(self.index(0, 0), self.index(self._order.size - 1, len(COLUMNS) - 1))

    def _take(self, order: Numbers) -> None:
        self._order = order
        self._places = np.full(int(order.max(initial=0)) + 1, -1, np.int32)
        self._places[order] = np.arange(order.size, dtype=np.int32)
        self._pages.clear()
