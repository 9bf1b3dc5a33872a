"""The user guide: contents at the left, the page beside it, words to look for; instead of the room one comes from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xraydesk.gui import guide_pages, theme
from xraydesk.gui.guide_browser import GuideBrowser
from xraydesk.gui.guide_pages import GuidePage
from xraydesk.gui.language import translate

CONTENTS_WIDTH, SEARCH_WIDTH = 300, 180
_PAGE, _SECTION = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Guide(QWidget):
    """Contents, a bar and a page.

    Parameters
    ----------
    pages
        In the order of the contents.
    """

    done = Signal()

    def __init__(self, pages: tuple[GuidePage, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.browser = GuideBrowser(guide_pages.root(), self)
        self.contents = QTreeWidget(self)
        self._items = [_item(self.contents, page, page.title, "") for page in pages]
        self.search = QLineEdit(self)
        self.found = QLabel(self)
        self.close_button = QPushButton(translate("Guide", "Close the guide"), self)
        self._bar = QHBoxLayout()
        self._build()
        self._connect()

    def show_page(self, name: str) -> None:
        """Turn to a page by its name."""
        page = next((page for page in self._pages if page.name == name), self._pages[0])
        self.browser.show_page(page.path)

    def find_next(self, *, back: bool = False) -> None:
        """Go to the next place with the words, or the one before; after the last one of a page to the next page."""
        words = self.search.text().strip()
        how = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if not words or self.browser.find(words, how):
            self.browser.show_found()
            return
        other = self._page_with(words, -1 if back else 1)
        if other is not None:
            self.browser.show_page(other.path)
            self.browser.begin_at(end=back)
            self.browser.find(words, how)
            self.browser.show_found()

    def _page_with(self, words: str, step: int) -> GuidePage | None:
        """Return the next page that holds the words, the present one last; None where none does."""
        here = next((n for n, page in enumerate(self._pages) if page.path == self._path), 0)
        count = len(self._pages)
        for distance in range(1, count + 1):
            page = self._pages[(here + step * distance) % count]
            if page.path == self._path:
                self.browser.begin_at(end=step < 0)
                return page if self.browser.mark(words) else None
            if words.lower() in _plain(page.path).lower():
                return page
        return None

    @property
    def _path(self) -> Path:
        return Path(self.browser.source().toLocalFile())

    def _mark(self) -> None:
        """Mark what is looked for, and say how often it stands here, or elsewhere."""
        words = self.search.text().strip()
        here = self.browser.mark(words)
        if not words:
            said = ""
        elif here:
            said = translate("Guide", "{count} here; Enter for the next").format(count=here)
        elif any(words.lower() in _plain(page.path).lower() for page in self._pages):
            said = translate("Guide", "On another page; Enter goes there")
        else:
            said = translate("Guide", "Not in the guide")
        self.found.setText(said)

    def _look(self) -> None:
        """Look for new words from the top of what is in sight."""
        cursor = self.browser.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.browser.setTextCursor(cursor)
        self._mark()
        words = self.search.text().strip()
        if not words:
            return
        if not self.browser.find(words):
            self.browser.begin_at(end=False)
            self.browser.find(words)
        self.browser.show_found()

    def _turned(self, path: Path) -> None:
        """Show in the contents where one is; a page of none leaves nothing chosen."""
        self._mark()
        chosen = self.contents.currentItem()
        if chosen is not None and chosen.data(0, _PAGE) == path:
            return
        self.contents.blockSignals(True)
        self.contents.setCurrentIndex(QModelIndex())
        for item in self._items:
            here = item.data(0, _PAGE) == path
            item.setExpanded(here)
            if here:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.browser.show_page(item.data(0, _PAGE), item.data(0, _SECTION))

    def _build(self) -> None:
        theme.set_role(self, "panel")
        self.contents.setHeaderHidden(True)
        self.contents.setFixedWidth(CONTENTS_WIDTH)
        self.contents.setAccessibleName(translate("Guide", "Contents"))
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        for item, page in zip(self._items, self._pages, strict=True):
            for section in page.sections:
                _item(item, page, section, section)
        self.search.setPlaceholderText(translate("Guide", "Search the guide (Ctrl+F)"))
        self.search.setAccessibleName(translate("Guide", "Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.search.setMaximumWidth(2 * SEARCH_WIDTH)
        self.found.setWordWrap(True)
        theme.set_role(self.found, "dim")
        self.found.setAccessibleName(translate("Guide", "What was found"))
        self._bar.setContentsMargins(*[2 * theme.GRID] * 4)
        self._bar.setSpacing(2 * theme.GRID)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self.browser, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        browser = self.browser
        back = self._button("←", translate("Guide", "Back (Alt+Left)"), browser.backward)
        forward = self._button("→", translate("Guide", "Forward (Alt+Right)"), browser.forward)
        self._bar.addWidget(self.search, 2)
        self._bar.addWidget(self.found, 3)
        self._button("A−", translate("Guide", "Smaller text (Ctrl+-)"), lambda: browser.zoom(-1))
        self._button("A+", translate("Guide", "Larger text (Ctrl++)"), lambda: browser.zoom(1))
        self._bar.addWidget(self.close_button)
        browser.backwardAvailable.connect(back.setEnabled)
        browser.forwardAvailable.connect(forward.setEnabled)
        back.setEnabled(False)
        forward.setEnabled(False)
        browser.turned.connect(self._turned)
        self.contents.currentItemChanged.connect(self._choose)
        self.search.textChanged.connect(self._look)
        self.close_button.setToolTip(QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText))
        self.close_button.clicked.connect(self.done)
        for key, call in (
            ("Ctrl+F", self._begin_search),
            ("Ctrl++", lambda: browser.zoom(1)),
            ("Ctrl+=", lambda: browser.zoom(1)),
            ("Ctrl+-", lambda: browser.zoom(-1)),
            ("Ctrl+0", lambda: browser.zoom(0)),
            ("Alt+Left", browser.backward),
            ("Alt+Right", browser.forward),
            ("Esc", self.done.emit),
        ):
            self._shortcut(key, call, self)
        for key in ("Return", "Enter"):
            self._shortcut(key, self.find_next, self.search)
            self._shortcut(f"Shift+{key}", lambda: self.find_next(back=True), self.search)

    def _begin_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _button(self, sign: str, hint: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        button.clicked.connect(lambda _=False: call())
        self._bar.addWidget(button)
        return button

    @staticmethod
    def _shortcut(key: str, call: Callable[[], object], owner: QWidget) -> None:
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(call)


def _item(parent: QTreeWidget | QTreeWidgetItem, page: GuidePage, words: str, section: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [words])
    item.setToolTip(0, words)
    item.setData(0, _PAGE, page.path)
    item.setData(0, _SECTION, section)
    return item


@cache
def _plain(path: Path) -> str:
    """Return a page's words without the marks of Markdown."""
    document = QTextDocument()
    document.setMarkdown(path.read_text("utf-8"))
    return document.toPlainText()
