"""A list of pages at the left, the chosen one beside it. Each page is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QStackedWidget, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate

LIST_WIDTH = 168


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is made."""

    key: str
    title: str
    make: Callable[[QWidget], QWidget]


class PageStack(QWidget):
    """Several pages, one in sight.

    Parameters
    ----------
    pages
        In the order of the list.
    parent
        Qt owner.
    """

    made = Signal(object)  # a page, just made: the owner connects it
    turned = Signal(object)  # the page that came into sight

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self._widgets: dict[int, QWidget] = {}
        self.list = QListWidget(self)
        self.list.addItems([page.title for page in pages])
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setAccessibleName(translate("PageStack", "Pages"))
        self.stack = QStackedWidget(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMargin(12 * theme.GRID)
        theme.set_role(self.words, "dim")
        self.words.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        row.addWidget(self.words, 1)
        self.list.currentRowChanged.connect(self._turn_to)

    @property
    def current(self) -> QWidget | None:
        """The page in sight, None before the first was turned to."""
        return self._widgets.get(self.list.currentRow())

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """Those that were made so far."""
        return tuple(self._widgets.values())

    def page(self, key: str) -> QWidget:
        """Turn to a page and return it; KeyError where there is none of this name."""
        places = {page.key: place for place, page in enumerate(self._pages)}
        self.list.setCurrentRow(places[key])
        return self._widgets[places[key]]

    def say_instead(self, words: str) -> None:
        """Say beside the list why there is no page to look at; "" shows the page."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.stack.setVisible(not words)

    def begin(self) -> None:
        """Turn to the first page where none is in sight yet."""
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def forget(self) -> None:
        """Put all pages away; the one in sight is made anew when it is next turned to."""
        widgets, self._widgets = self._widgets, {}
        for widget in widgets.values():
            self.stack.removeWidget(widget)
            widget.deleteLater()
        place = self.list.currentRow()
        if place >= 0:
            self._turn_to(place)

    def _turn_to(self, place: int) -> None:
        if place < 0:
            return
        if place not in self._widgets:
            page = self._pages[place]
            widget = page.make(self)
            widget.setAccessibleName(page.title)
            self._widgets[place] = widget
            self.stack.addWidget(widget)
            self.made.emit(widget)
        self.stack.setCurrentWidget(self._widgets[place])
        self.turned.emit(self._widgets[place])
