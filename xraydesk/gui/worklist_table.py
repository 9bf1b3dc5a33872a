"""The table of the worklist: hover by row, columns that make room for the note, a reading position that stays."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from xraydesk.gui.column_room import ALWAYS, LEAST_NOTE, USUAL, beyond, share
from xraydesk.gui.language import translate
from xraydesk.gui.ordering import Column
from xraydesk.gui.worklist_delegate import ROW_HEIGHT, WorklistDelegate
from xraydesk.gui.worklist_model import COLUMNS, Index, WorklistModel


class WorklistTable(QTableView):
    """A `QTableView` for `WorklistModel`."""

    study_changed = Signal(str)  # study id, "" for none

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._selected = ""
        self._quiet = False
        self._column = 0  # that was scrolled to last
        self._columns: tuple[Column, ...] = USUAL
        self._widths: dict[Column, int] = {}
        self._delegate = WorklistDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("WorklistTable", "Worklist"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setMouseTracking(True)
        self._set_up_headers()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.modelReset.connect(self._fit)  # the largest rank must fit its column

    @property
    def selected(self) -> str:
        """The study chosen, "" for none. Stays the same when rows move."""
        return self._selected

    def select(self, study_id: str) -> None:
        """Choose a study and bring it in sight."""
        place = self._model.place_of(study_id)
        if place >= 0:
            self.select_place(place)

    def select_place(self, place: int) -> None:
        """Choose the study shown at a place."""
        if 0 <= place < self._model.rowCount():
            index = self._model.index(place, self._shown_column())
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row in sight; sideways only where the reader goes to another column."""
        across = self.horizontalScrollBar()
        before = across.value()
        super().scrollTo(index, hint)
        if index.column() == self._column:
            across.setValue(before)
        self._column = max(0, index.column())  # Qt scrolls to no cell, too

    def place(self) -> int:
        """Return where the chosen study stands, -1 for none."""
        return self._model.place_of(self._selected)

    def forget(self) -> None:
        """Choose no study."""
        self.clearSelection()
        self._selected = ""

    def last_kept(self) -> int:
        """Return the last row that must not move: the chosen one or the one under the pointer, whichever is lower."""
        return max(self.place(), self._row_under_pointer())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which study was chosen, once."""
        super().currentChanged(current, previous)
        if self._quiet or not current.isValid():
            return
        study = self._model.row_at(current.row()).study_id
        if study != self._selected:
            self._selected = study
            self.study_changed.emit(study)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the least needed columns before the note gets too narrow to read."""
        super().resizeEvent(event)
        self._fit()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns chosen besides those always there."""
        return self._columns

    def choose_columns(self, columns: Iterable[Column]) -> None:
        """Show these besides those always there; of the usual ones as many as there is room for."""
        wanted = set(columns)
        self._columns = tuple(column for column in COLUMNS if column in wanted and column not in ALWAYS)
        self._fit()

    def _fit(self) -> None:
        widths = share(self.viewport().width(), self._columns, self._model.counts().total)
        if widths == self._widths:
            return  # what the reader has dragged stays
        self._widths = widths
        self._scroll_sideways(bool(beyond(widths)) and self.viewport().width() - sum(widths.values()) < LEAST_NOTE)
        for place, column in enumerate(COLUMNS):
            if column is not Column.NOTE:
                self.setColumnHidden(place, column not in widths)
                self.setColumnWidth(place, widths.get(column, 0))

    def _scroll_sideways(self, wanted: bool) -> None:
        """Let the columns be wider than the list, the note as narrow as can be read; or the note take the rest."""
        note, across = COLUMNS.index(Column.NOTE), self.horizontalHeader()
        modes, bars = QHeaderView.ResizeMode, Qt.ScrollBarPolicy
        across.setSectionResizeMode(note, modes.Interactive if wanted else modes.Stretch)
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAsNeeded if wanted else bars.ScrollBarAlwaysOff)
        if wanted:
            self.setColumnWidth(note, LEAST_NOTE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Light up no row."""
        self._hover(-1)
        super().leaveEvent(event)

    def _shown_column(self) -> int:
        """Return the column that the reader has gone to, the first one where it is not shown."""
        current = self.currentIndex()
        column = current.column() if current.isValid() else self._column
        return 0 if self.isColumnHidden(column) else column

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _row_under_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        where: QPoint = self.viewport().mapFromGlobal(QCursor.pos())
        return self.rowAt(where.y()) if self.viewport().rect().contains(where) else -1

    def _set_up_headers(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setVisible(False)
        down.setDefaultSectionSize(ROW_HEIGHT)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setMinimumSectionSize(24)
        across.setSectionResizeMode(COLUMNS.index(Column.NOTE), QHeaderView.ResizeMode.Stretch)

    def _remember(self) -> None:
        self._quiet = True
        self._scrolled = self.verticalScrollBar().value()

    def _restore(self) -> None:
        place = self.place()
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, self._shown_column()))
        self._quiet = False
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._scrolled)
