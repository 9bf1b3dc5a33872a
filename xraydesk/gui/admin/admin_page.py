"""A room of the administrator: pages that are given the data folder, and a line below for what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.language import translate
from xraydesk.gui.page_stack import Page, PageStack

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom


class AdminPage(QWidget):
    """Pages are drawn when they come into sight, and again where one of them says that something changed."""

    accounts_begun = Signal(object)
    models_changed = Signal()
    open_wanted = Signal(str, object)  # study id, folder
    changed = Signal()

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room: AdminRoom | None = None
        self._latest: AdminRoom | None = None  # also where it was left since: a run outlives the desk's other model
        self.pages = PageStack(pages, self)
        self.words = QLabel(translate("AdminPage", "There is nothing to look after yet: no model is loaded."), self)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMargin(12 * theme.GRID)
        self.line = QLabel(self)
        self.line.setContentsMargins(12, 4, 12, 4)
        self.line.setMinimumWidth(1)
        for label in (self.words, self.line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            theme.set_role(label, "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.words, 1)
        column.addWidget(self.line)
        self.pages.made.connect(self._connect)
        self.pages.turned.connect(self._draw)
        self.set_room(None)

    def set_room(self, room: AdminRoom | None) -> None:
        """Work with another data folder or person; None is none."""
        if room is None and self._room is not None:
            self._close_pages()
            self.pages.forget()
        self._room = room
        self._latest = room or self._latest
        self.line.clear()
        self.pages.setVisible(room is not None)
        self.words.setVisible(room is None)

    def come_into_sight(self) -> None:
        """Draw the page that is looked at."""
        self.pages.begin()
        self.draw_again()

    def page(self, key: str) -> AdminTab:
        """Turn to a page and return it; KeyError where there is none of this name."""
        found = self.pages.page(key)
        assert isinstance(found, AdminTab)
        return found

    def draw_again(self) -> None:
        """Draw the page in sight from what holds now."""
        if self.pages.current is not None:
            self._draw(self.pages.current)

    def close_tasks(self) -> None:
        """Stop all work and wait for it: the window closes. Runs pause that are not to go on without it."""
        from xraydesk.admin.runs import leave_runs

        self._close_pages()
        if self._latest is not None:
            leave_runs(self._latest)

    def _close_pages(self) -> None:
        for tab in self.pages.pages:
            if isinstance(tab, AdminTab):
                tab.close_tasks()

    def _connect(self, tab: AdminTab) -> None:
        tab.said.connect(self.line.setText)
        tab.changed.connect(self.draw_again)
        tab.changed.connect(self.changed)
        tab.accounts_begun.connect(self.accounts_begun)
        tab.models_changed.connect(self.models_changed)
        tab.open_wanted.connect(self.open_wanted)
        tab.page_wanted.connect(self.page)
        tab.train_wanted.connect(lambda name: self.page("training").use_source(name))
        tab.compare_wanted.connect(lambda folder: self.page("compare").use_challenger(folder))

    def _draw(self, tab: QWidget) -> None:
        if self._room is not None and isinstance(tab, AdminTab):
            tab.show_room(self._room)
