"""Asks, before a sample is read to check a model, whether to hide what that model said of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate

WIDTH = 520


class BlindDialog(QDialog):
    """Three ways: hide the answer and read, read with it in sight, or not now."""

    hide_wanted = Signal()
    seen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("BlindDialog", "The model's answer is in sight"))
        self.what = QLabel(
            translate(
                "BlindDialog",
                "Whoever has seen the model's answer cannot check it. It can be hidden until your first verdict while "
                "you read the sample; afterwards all is as before. With the answer in sight the readings are not "
                "blind, and what is kept of the check says so.",
            ),
            self,
        )
        self.hidden = QPushButton(translate("BlindDialog", "Hide it and read"), self)
        self.seen = QPushButton(translate("BlindDialog", "Read with it in sight"), self)
        self.cancel = QPushButton(translate("BlindDialog", "Cancel"), self)
        self._build()

    def _build(self) -> None:
        self.what.setWordWrap(True)
        theme.set_role(self.hidden, "primary")
        self.hidden.setDefault(True)
        for button, signal in ((self.hidden, self.hide_wanted), (self.seen, self.seen_wanted)):
            button.clicked.connect(self.accept)
            button.clicked.connect(signal)
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.cancel, self.seen, self.hidden):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(4 * theme.GRID)
        column.addWidget(self.what)
        column.addLayout(row)
        self.setMinimumWidth(WIDTH)
