"""A window with a text to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate


class TextSheet(QDialog):
    """A sentence, a text that can be walked and selected by keyboard, and buttons to copy it and to close."""

    def __init__(self, title: str, words: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.words = QLabel(words, self)
        self.text = QPlainTextEdit(text, self)
        self.copy = QPushButton(translate("TextSheet", "Copy as text"), self)
        self.state = QLabel(self)
        self.top = QHBoxLayout()
        self._build(title)
        self.copy.clicked.connect(self.copy_text)

    def copy_text(self) -> None:
        """Put the whole text on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.state.setText(translate("TextSheet", "Copied."))

    def _build(self, title: str) -> None:
        for label in (self.words, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.state, "dim")
        self.state.setAccessibleName(translate("TextSheet", "What happened"))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        close = QPushButton(translate("TextSheet", "Close"), self)
        close.clicked.connect(self.accept)
        theme.set_role(close, "primary")
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        row.addWidget(self.copy)
        row.addWidget(self.state, 1)
        row.addWidget(close)
        for button in (self.copy, close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(3 * theme.GRID)
        column.addWidget(self.words)
        column.addLayout(self.top)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.resize(820, 600)

    def use_fixed_width(self) -> None:
        """Show the text in letters of equal width, as logs are written."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.TEXT_PX - 1)
        self.text.setFont(font)
