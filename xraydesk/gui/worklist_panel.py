"""The left side of the reading desk: filters, order, the table, and what was left out of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from xraydesk.gui import messages, theme, words
from xraydesk.gui.filter_bar import FilterBar
from xraydesk.gui.language import translate
from xraydesk.gui.order_bar import OrderBar
from xraydesk.gui.ordering import FIRST_DESCENDING, TRIAGE, Sorting
from xraydesk.gui.sample_bar import SampleBar
from xraydesk.gui.worklist_menus import ColumnMenu
from xraydesk.gui.worklist_model import COLUMNS, WorklistModel
from xraydesk.gui.worklist_table import WorklistTable
from xraydesk.imaging.study import SkippedFile
from xraydesk.triage.listing import Counts, Filter

if TYPE_CHECKING:
    from xraydesk.triage.listing import Listing

MOST_SKIPPED_LISTED = 40


class WorklistPanel(QFrame):
    """Shows the rows it is given and tells which study was chosen."""

    study_changed = Signal(str)
    arranged = Signal()  # sorted or filtered anew by the reader
    counted = Signal()  # how many there are of each kind was told anew

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self.model = WorklistModel(self)
        self.table = WorklistTable(self.model, self)
        self.filters = FilterBar(self)
        self.sample = SampleBar(self)
        self.orders = OrderBar(self.model, self)
        self.columns = ColumnMenu(self.table)
        self.orders.more.offer_columns(self.columns)
        self.news = QPushButton(self)
        self.skipped = QToolButton(self)
        self._left_out: Sequence[SkippedFile] = ()
        self._neutral = False
        self._build()
        self.filters.changed.connect(self._filter)
        self.orders.wanted.connect(self.sort)
        self.news.clicked.connect(self._bring_news)
        self.table.horizontalHeader().sectionClicked.connect(self._header_clicked)
        self.table.study_changed.connect(self._chosen)
        self.sort(TRIAGE)
        self.set_skipped(())

    def refresh(self) -> None:
        """Show the present state of all studies without moving what the reader looks at."""
        self.model.refresh(self.table.last_kept())
        self._refresh()

    def open(self, listing: Listing | None) -> None:
        """Begin with another folder or desk: no studies are shown until `refresh`."""
        self.table.forget()
        self.model.open(listing)
        self.set_skipped(())
        self._count(Counts())

    def set_skipped(self, skipped: Sequence[SkippedFile]) -> None:
        """Say how many files are no images, and list them with the reasons in a menu."""
        self._left_out = skipped
        self.skipped.setVisible(bool(skipped))
        self.skipped.setText(_left_out_words(len(skipped)))
        menu = self.skipped.menu()
        menu.clear()
        for number, file in enumerate(skipped[:MOST_SKIPPED_LISTED], start=1):
            neutral = translate("WorklistPanel", "File {number}").format(number=number)
            name = neutral if self._neutral else file.path.name
            menu.addAction(f"{name}: {messages.said(file.reason)}".replace("&", "&&")).setEnabled(False)
        if len(skipped) > MOST_SKIPPED_LISTED:
            more = words.figure(len(skipped) - MOST_SKIPPED_LISTED)
            menu.addAction(translate("WorklistPanel", "and {count} more").format(count=more)).setEnabled(False)

    def hide_identity(self, hidden: bool) -> None:
        """Take names and ids out of the list, the search and the files left out; or put them back."""
        self._neutral = hidden
        self.model.hide_identity(hidden)
        self.filters.hide_search(hidden)
        self.set_skipped(self._left_out)

    def sort(self, sorting: Sorting) -> None:
        """Sort anew and show by what."""
        self.model.set_sorting(sorting)
        self._point(self.orders.show_sorting(sorting))
        self._refresh()
        self.table.select(self.table.selected)
        self.arranged.emit()

    def show_sample(self, studies: Sequence[str], known: Collection[str]) -> None:
        """Show a sample's studies in the order drawn, or with none of them the list; ``known`` need no reading."""
        self.sample.setVisible(bool(studies))
        self.filters.setHidden(bool(studies))
        self._point(self.orders.set_drawn(bool(studies)))
        self.model.set_sample(studies, known)
        self.table.select(self.table.selected)
        self._refresh()

    def set_blind(self, blind: bool) -> None:
        """Say what the order comes to while the model's answer is hidden until the first verdict, or no more."""
        self._point(self.orders.set_blind(blind))

    def resort(self) -> None:
        """Put every row where it belongs, filter included, and the chosen one in sight."""
        self._bring_news()

    def bring(self, study_id: str) -> None:
        """Choose a study; where the filter leaves it out, show all."""
        if self.model.place_of(study_id) < 0:
            self.sample.leave_wanted.emit()
            self.filters.show_all()
        self.table.select(study_id)

    def step(self, by: int) -> None:
        """Choose the study so many rows below, or above."""
        place = self.table.place()
        self.table.select_place(max(0, place + by) if place >= 0 else 0)

    def next_unread(self) -> bool:
        """Choose the next study without a verdict; False where there is none."""
        place = self.model.next_unread(self.table.place())
        if place < 0:
            return False
        self.table.select_place(place)
        return True

    def following(self, count: int) -> list[str]:
        """Return the studies a reader will open next, the first one first: the next unread, else the next rows."""
        place = self.table.place()
        places = self.model.unread_after(place)[:count] or range(place + 1, place + 1 + count)
        return [self.model.row_at(n).study_id for n in places if 0 <= n < self.model.rowCount()]

    def _build(self) -> None:
        theme.set_role(self.news, "news")
        self.news.setToolTip(
            translate("WorklistPanel", "Studies scored since that belong above the chosen one. Click to put them there")
        )
        self.skipped.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.skipped.setMenu(QMenu(self.skipped))
        self.skipped.setToolTip(translate("WorklistPanel", "Files of the folder that are no images, and why"))
        theme.set_role(self.skipped, "flat")
        self.orders.add(self.news, self.skipped)
        top = QVBoxLayout()
        top.setContentsMargins(8, 8, 8, 8)
        top.setSpacing(2 * theme.GRID)
        top.addWidget(self.filters)
        top.addWidget(self.sample)
        top.addWidget(self.orders)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing_matches())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _nothing_matches(self) -> QWidget:
        page = QWidget(self)
        theme.set_role(page, "panel")
        column = QVBoxLayout(page)
        text = QLabel(translate("WorklistPanel", "No study matches the filter."), page)
        theme.set_role(text, "dim")
        button = QPushButton(translate("WorklistPanel", "Show all studies"), page)
        button.clicked.connect(self.filters.show_all)
        column.addStretch(1)
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _point(self, sorting: Sorting) -> None:
        """Point at the column that the list is sorted by."""
        order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(not self.orders.drawn)
        header.setSortIndicator(COLUMNS.index(sorting.column), order)

    def _filter(self, new: Filter) -> None:
        self.model.set_filter(new)
        self._refresh()
        self.arranged.emit()

    def _header_clicked(self, section: int) -> None:
        if self.orders.drawn:
            return  # a sample stands as it was drawn
        column, now = COLUMNS[section], self.model.sorting
        if now.column is column:
            self.sort(Sorting(column, not now.descending))
        else:
            self.sort(Sorting(column, column in FIRST_DESCENDING))

    def _bring_news(self) -> None:
        self.model.resort()
        self.table.select(self.table.selected)
        self._refresh()

    def _chosen(self, study_id: str) -> None:
        self.model.seen(study_id)
        self._refresh_news()
        self.study_changed.emit(study_id)

    def _refresh(self) -> None:
        self._count(self.model.counts())

    def _count(self, counts: Counts) -> None:
        self.filters.set_counts(counts)
        self._stack.setCurrentIndex(1 if counts.total and not self.model.rowCount() else 0)
        self._refresh_news()
        self.counted.emit()

    def _refresh_news(self) -> None:
        held = self.model.held_back
        self.news.setText(translate("WorklistPanel", "{count} new above").format(count=words.figure(held)))
        self.news.setVisible(held > 0)


def _left_out_words(number: int) -> str:
    one, many = (
        translate("WorklistPanel", "{count} file left out"),
        translate("WorklistPanel", "{count} files left out"),
    )
    return (one if number == 1 else many).format(count=words.figure(number))
