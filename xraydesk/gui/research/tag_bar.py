"""Kinds of error as toggle buttons, and a line for one that is not among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.flow_layout import FlowLayout
from xraydesk.gui.language import translate
from xraydesk.gui.research import misclassified_words as said
from xraydesk.research.error_marks import KINDS, clean_tag


class TagBar(QWidget):
    """A tag that is on is pressed and has a tick before its name."""

    toggled = Signal(str, bool)  # the tag as it is kept; put on or taken off

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = QWidget(self)
        self._flow = FlowLayout(self._place)
        self.buttons: dict[str, QPushButton] = {}
        self.free = QLineEdit(self)
        self.free.setPlaceholderText(translate("TagBar", "Another kind of error, then Enter"))
        self.free.setAccessibleName(translate("TagBar", "Another kind of error"))
        self.free.returnPressed.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._place)
        column.addWidget(self.free)
        self.show_tags(())

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show which tags are on; free ones stand after the fixed kinds."""
        wanted = [*KINDS, *(tag for tag in tags if tag not in KINDS)]
        for tag in [tag for tag in self.buttons if tag not in wanted]:
            button = self.buttons.pop(tag)
            self._flow.removeWidget(button)
            button.deleteLater()
        for tag in wanted:
            self._show(tag, on=tag in tags)
        self._place.updateGeometry()

    def begin(self) -> None:
        """Put the keyboard on the first tag."""
        self.buttons[KINDS[0]].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, tag: str, *, on: bool) -> None:
        if tag not in self.buttons:
            button = QPushButton(self._place)
            button.setCheckable(True)
            theme.set_role(button, "chip")
            button.clicked.connect(lambda checked, tag=tag: self.toggled.emit(tag, checked))
            self.buttons[tag] = button
            self._flow.addWidget(button)
            button.show()
        button = self.buttons[tag]
        button.setChecked(on)
        button.setText(f"✓ {said.tag(tag)}" if on else said.tag(tag))
        button.setAccessibleName(translate("TagBar", "Kind of error: {tag}").format(tag=said.tag(tag)))

    def _typed(self) -> None:
        tag = clean_tag(self.free.text())
        self.free.clear()
        if tag:
            self.toggled.emit(tag, True)
