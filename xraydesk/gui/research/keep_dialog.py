"""Asks by whom and why a version of the operating points is kept: neither may be empty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.answer_row import answer_row
from xraydesk.gui.language import translate

WIDTH = 520
LONGEST_NAME, LONGEST_REASON = 80, 300  # letters


class KeepDialog(QDialog):
    """Says what would hold from now on, takes a name and a reason, and hands both over.

    Parameters
    ----------
    title
        Of the window.
    what
        Sentences on what would hold, one a line.
    author
        Who is at the desk; may be changed.
    keep
        Takes the name and the reason.
    signed_in
        Whether the author signed in: another name would not be true.
    """

    def __init__(
        self,
        title: str,
        what: str,
        author: str,
        keep: Callable[[str, str], object],
        parent: QWidget | None = None,
        *,
        signed_in: bool = False,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what = QLabel(what, self)
        self.name = QLineEdit(author, self)
        self.name.setReadOnly(signed_in)
        self.reason = QLineEdit(self)
        self.save = QPushButton(translate("KeepDialog", "Keep"), self)
        self._build()
        self._typed()

    def _typed(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip() and self.reason.text().strip()))

    def _done(self) -> None:
        self._keep(self.name.text().strip(), self.reason.text().strip())
        self.accept()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.setContentsMargins(20, 20, 20, 20)
        self.what.setWordWrap(True)
        self.what.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.what)
        for line, words, longest in (
            (self.name, translate("KeepDialog", "Your name"), LONGEST_NAME),
            (self.reason, translate("KeepDialog", "Reason, as others shall read it"), LONGEST_REASON),
        ):
            label = QLabel(words, self)
            label.setBuddy(line)
            theme.set_role(label, "dim")
            line.setMaxLength(longest)
            line.setAccessibleName(words)
            line.textChanged.connect(self._typed)
            column.addWidget(label)
            column.addWidget(line)
        note = QLabel(translate("KeepDialog", "It is written into a log in which nothing is changed or removed."), self)
        note.setWordWrap(True)
        theme.set_role(note, "dim")
        column.addWidget(note)
        column.addLayout(answer_row(self, self.save, self._done))
        self.setMinimumWidth(WIDTH)
        (self.reason if self.name.text() else self.name).setFocus()
