"""Pages of a study with more images than stand side by side: which are on screen, and on to the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.language import translate

WORDS = cast(
    dict[str, str],
    {
        "Ctrl+PgDown": QT_TRANSLATE_NOOP("Keys", "Next page of all images of the study"),
        "Ctrl+PgUp": QT_TRANSLATE_NOOP("Keys", "Previous page of all images of the study"),
    },
)


class PageBar(QFrame):
    """Out of the way where all films that are wanted stand on one page."""

    turned = Signal(int)  # by how many pages

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self.before = self._button("arrow-up", "Ctrl+PgUp", -1)
        self.after = self._button("arrow-down", "Ctrl+PgDown", 1)
        self.where = QLabel(self)
        theme.set_role(self.where, "dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addStretch(1)
        for widget in (self.before, self.where, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        self.show_place(0, 1)

    def show_place(self, page: int, pages: int) -> None:
        """Say which page is on screen, counted from 0."""
        self.setVisible(pages > 1)
        text = translate("PageBar", "Page {number} of {count}")
        self.where.setText(text.format(number=page + 1, count=pages))
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < pages - 1)

    def keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Return key -> (words for the cheat sheet, as `Key` has them; what to call)."""
        buttons = {"Ctrl+PgDown": self.after, "Ctrl+PgUp": self.before}
        return {key: (WORDS[key], button.click) for key, button in buttons.items()}

    def _button(self, icon: str, key: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        words = translate("Keys", WORDS[key])
        button.setToolTip(f"{words} ({key})")
        button.setAccessibleName(words)
        button.clicked.connect(partial(self.turned.emit, by))
        theme.set_role(button, "flat")
        return button
