"""Buttons and keys for what stands side by side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.film_plan import Layout

KEYS = {Layout.ONE: "F5", Layout.TWO: "F6", Layout.FOUR: "F7", Layout.ALL: "F8"}


class LayoutBar(QWidget):
    """How many films, and which."""

    layout_changed = Signal(object)  # Layout

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GRID // 2)
        self._layouts = self._menu_button("layout", "Images side by side (F5 to F8)")
        group = QActionGroup(self)
        self.choices: dict[Layout, QAction] = {}
        for layout, key in KEYS.items():
            action = self._layouts.menu().addAction(f"{layout}\t{key}")
            action.setCheckable(True)
            action.triggered.connect(partial(self.layout_changed.emit, layout))
            group.addAction(action)
            self.choices[layout] = action
        self.choices[Layout.ONE].setChecked(True)

    def keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Return key -> (words for the cheat sheet, what to call)."""
        return {key: (str(layout), self.choices[layout].trigger) for layout, key in KEYS.items()}

    def _menu_button(self, icon: str, words: str) -> QToolButton:
        button = self._button(icon, words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setToolTip(words)
        button.setAccessibleName(words)
        theme.set_role(button, "flat")
        self._row.addWidget(button)
        return button
