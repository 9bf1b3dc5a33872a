"""A thin line under the top bar: what went wrong with the folder or the model, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.language import translate


class Banner(QFrame):
    """One sentence at a time; the newest replaces the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "banner")
        mark = QLabel(self)
        mark.setPixmap(icons.pixmap("warning", theme.current().colour("warning_text"), 16, self.devicePixelRatioF()))
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setAccessibleName(translate("Banner", "Notice"))
        close = QToolButton(self)
        close.setIcon(icons.icon("cancel"))
        close.setIconSize(QSize(12, 12))
        close.setToolTip(translate("Banner", "Close this notice"))
        close.setAccessibleName(translate("Banner", "Close this notice"))
        theme.set_role(close, "flat")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self.text, 1)
        row.addWidget(close)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence until it is closed or the next folder is opened."""
        self.text.setText(sentence)
        self.show()
