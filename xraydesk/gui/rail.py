"""The left edge of the window: one button for each room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from xraydesk.gui import icons, theme


class Rail(QFrame):
    """Icons with words, one of them chosen."""

    wanted = Signal(int)  # place of the room

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "rail")
        self._group = QButtonGroup(self)
        self._hints: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.GRID, 0, theme.GRID)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._group.idClicked.connect(self.wanted)

    def add(self, word: str, icon: str, hint: str) -> None:
        """Add the button of the next room."""
        button = QToolButton(self)
        button.setText(word)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setToolTip(hint)
        button.setAccessibleName(word)
        button.setAccessibleDescription(hint)
        place = len(self._group.buttons())
        button.setChecked(place == 0)
        self._group.addButton(button, place)
        self._hints.append(hint)
        self._column.insertWidget(place, button)

    def allow(self, place: int, why_not: str) -> None:
        """Open a room, or shut it with a reason that its button tells; "" opens it."""
        button = self.button(place)
        button.setEnabled(not why_not)
        words = f"{self._hints[place]}\n{why_not}" if why_not else self._hints[place]
        button.setToolTip(words)
        button.setAccessibleDescription(words)

    def show_place(self, place: int) -> None:
        """Mark the room that is shown."""
        self._group.button(place).setChecked(True)

    def button(self, place: int) -> QToolButton:
        """Return the button of a room."""
        found = self._group.button(place)
        assert isinstance(found, QToolButton)
        return found
