"""Asks why something is done: the reason may not be empty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.answer_row import answer_row
from xraydesk.gui.language import translate

WIDTH, LONGEST = 520, 300


class ReasonDialog(QDialog):
    """Says what will be done, takes a reason, and hands it over.

    Parameters
    ----------
    title
        Of the window; the button says the same.
    what
        What will be done.
    reason
        Filled in; may be changed.
    act
        Takes the reason.
    """

    def __init__(
        self, title: str, what: str, reason: str, act: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._act = act
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what = QLabel(what, self)
        self.reason = QLineEdit(reason, self)
        self.act = QPushButton(title, self)
        self._build()
        self.reason.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        self.act.setEnabled(bool(self.reason.text().strip()))

    def _done(self) -> None:
        self._act(self.reason.text().strip())
        self.accept()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.setContentsMargins(20, 20, 20, 20)
        self.what.setWordWrap(True)
        self.what.setTextFormat(Qt.TextFormat.PlainText)
        label = QLabel(translate("ReasonDialog", "Reason, as others shall read it"), self)
        label.setBuddy(self.reason)
        theme.set_role(label, "dim")
        self.reason.setMaxLength(LONGEST)
        self.reason.setAccessibleName(label.text())
        note = QLabel(
            translate("ReasonDialog", "It is written into a log in which nothing is changed or removed."), self
        )
        note.setWordWrap(True)
        theme.set_role(note, "dim")
        for widget in (self.what, label, self.reason, note):
            column.addWidget(widget)
        column.addLayout(answer_row(self, self.act, self._done))
        self.setMinimumWidth(WIDTH)
        self.reason.selectAll()
        self.reason.setFocus()
