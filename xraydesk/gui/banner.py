"""A thin line under the top bar: what went wrong with the folder or the model, and what to do; now and then a note."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.language import translate


class Banner(QFrame):
    """One sentence at a time; the newest replaces the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = QLabel(self)
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
        row.addWidget(self.mark)
        row.addWidget(self.text, 1)
        row.addWidget(close)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence until it is closed or the next folder is opened."""
        self._show(sentence, "banner", "warning", "warning_text")

    def tell(self, sentence: str) -> None:
        """Show a sentence that asks for nothing, quietly, as long as `say` would."""
        self._show(sentence, "note", "check", "text")

    def _show(self, sentence: str, role: str, icon: str, colour: str) -> None:
        theme.set_role(self, role)
        theme.set_role(self.text, f"{role}_text")
        self.mark.setPixmap(icons.pixmap(icon, theme.current().colour(colour), 16, self.devicePixelRatioF()))
        self.text.setText(sentence)
        self.show()
