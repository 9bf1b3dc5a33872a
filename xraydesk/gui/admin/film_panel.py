"""The films of one finding: small pictures, one of which can be left out or looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.shared.gallery import Gallery, GalleryItem
from xraydesk.gui.shared.sheet import Sentence


class FilmPanel(QWidget):
    """Hidden while there is nothing to look at."""

    leave_wanted = Signal(int)  # the row of a film
    open_wanted = Signal(str, object)  # study id, folder

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Sentence(parent=self)
        self.leave = QPushButton(translate("FilmPanel", "Leave this film out …"), self)
        self.close_button = QPushButton(translate("FilmPanel", "Close"), self)
        self.gallery = Gallery(self)
        self.gallery.set_lines(2)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.leave)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * theme.GRID, theme.GRID, 5 * theme.GRID, theme.GRID)
        column.addLayout(row)
        column.addWidget(self.gallery, 1)
        self.leave.setEnabled(False)
        self.gallery.chosen.connect(lambda item: self.leave.setEnabled(item is not None))
        self.gallery.opened.connect(lambda item: self.open_wanted.emit(item.study_id, item.folder))
        self.leave.clicked.connect(self._leave)
        self.close_button.clicked.connect(self.show_nothing)
        self.hide()

    def show_films(self, words: str, items: Sequence[GalleryItem]) -> None:
        """Show films in this order below a sentence."""
        self.words.say(words)
        self.gallery.set_items(items, choose=items[0].key if items else None)
        self.show()

    def show_nothing(self) -> None:
        """Put the films away."""
        self.gallery.set_items([])
        self.hide()

    def close_tasks(self) -> None:
        """Stop making pictures."""
        self.gallery.close_tasks()

    def _leave(self) -> None:
        item = self.gallery.item
        if item is not None and isinstance(item.key, int):
            self.leave_wanted.emit(item.key)
