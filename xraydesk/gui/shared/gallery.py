"""A gallery of films: small pictures with a few words, thousands of them, moved through by arrow keys."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from xraydesk.gui.language import translate
from xraydesk.gui.shared.gallery_delegate import SIDE, GalleryDelegate
from xraydesk.gui.shared.gallery_items import GalleryItem, GalleryModel
from xraydesk.gui.shared.gallery_pictures import GalleryPictures, Make, film_image

__all__ = ["Gallery", "GalleryItem"]
_AHEAD = 2  # rows below what is in sight are made, too
_PAUSE_MS = 40  # pictures that only pass by are not made


class Gallery(QListView):
    """Shows `GalleryItem`s. Arrows move, Enter or a double click opens; `close_tasks` before it goes."""

    chosen = Signal(object)  # the item under the cursor, or None
    opened = Signal(object)  # the item that Enter or a double click was on

    def __init__(self, parent: QWidget | None = None, make: Make = film_image) -> None:
        super().__init__(parent)
        self.films = GalleryModel(self)
        self.pictures = GalleryPictures(make, self)
        self.pictures.settled.connect(self.films.touch)
        self._delegate = GalleryDelegate(self.films, self.pictures, self)
        self._in_sight: tuple[int, int, int] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._fetch)
        self.setItemDelegate(self._delegate)
        self.setModel(self.films)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(self._delegate.size)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.gridSize().height() // 4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionRectVisible(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(translate("Gallery", "Films"))
        self.doubleClicked.connect(lambda index: self.opened.emit(self.films.item(index.row())))

    # -- what is shown -----------------------------------------------------------------------------------------------

    def set_items(self, items: Sequence[GalleryItem], choose: Hashable = None) -> None:
        """Show films in this order, and choose the one with the key ``choose``, else none."""
        self.films.set_items(items)
        self._in_sight = None
        self.scrollToTop()
        row = None if choose is None else self.films.row_of(choose)
        if row is None:
            self.chosen.emit(None)
        else:
            self.choose(row)

    def replace(self, item: GalleryItem) -> None:
        """Show other words for a film that is in the list."""
        self.films.replace(item)

    def set_make(self, make: Make) -> None:
        """Draw the small pictures otherwise from now on: with a map, without."""
        self.pictures.set_make(make)
        self._in_sight = None
        self.viewport().update()

    def set_lines(self, count: int) -> None:
        """Make room for so many lines of words below each film."""
        self._delegate.lines = count
        self.setGridSize(self._delegate.size)

    @property
    def count(self) -> int:
        """How many films there are."""
        return self.films.rowCount()

    @property
    def item(self) -> GalleryItem | None:
        """The chosen film."""
        index = self.currentIndex()
        return self.films.item(index.row()) if index.isValid() else None

    def choose(self, row: int) -> None:
        """Choose a film by its place and bring it into sight."""
        index = self.films.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def close_tasks(self) -> None:
        """Stop making pictures and wait for those under way."""
        self._pause.stop()
        self.pictures.close()

    # -- events ------------------------------------------------------------------------------------------------------

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which film is chosen now."""
        super().selectionChanged(selected, deselected)
        if not selected.isEmpty():
            self.chosen.emit(self.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; arrows and page keys move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.item is not None:
                self.opened.emit(self.item)
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the page's keys, they do not search."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no pictures for nobody."""
        self._pause.stop()
        self._in_sight = None
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and have the pictures made that are in sight once the list stands still."""
        super().paintEvent(event)
        in_sight = self._seen()
        if in_sight != self._in_sight:
            self._in_sight = in_sight
            self._pause.start()

    def _seen(self) -> tuple[int, int, int]:
        """Return the first row in sight, the one after the last that is wanted, and the side of a film in pixels."""
        grid, view = self.gridSize(), self.viewport()
        columns = max(1, view.width() // grid.width())
        first = self.verticalScrollBar().value() // grid.height()
        last = first + view.height() // grid.height() + 1 + _AHEAD
        return first * columns, (last + 1) * columns, round(SIDE * self.devicePixelRatioF())

    def _fetch(self) -> None:
        first, end, side = self._seen()
        self.pictures.want(self.films.items[first:end], side)
