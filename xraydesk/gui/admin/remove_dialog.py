"""Asks once more before something is deleted: what is lost, and what stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.admin.reason_dialog import WIDTH
from xraydesk.gui.answer_row import answer_row
from xraydesk.gui.language import translate

_EDGE = 20


class RemoveDialog(QDialog):
    """Says what removing means, and does it when told to.

    Parameters
    ----------
    what
        What is lost and what stays.
    act
        Removes it.
    """

    def __init__(self, what: str, act: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self.setWindowTitle(translate("RemoveDialog", "Remove the run"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what = QLabel(what, self)
        self.what.setWordWrap(True)
        self.what.setTextFormat(Qt.TextFormat.PlainText)
        self.act = QPushButton(translate("RemoveDialog", "Remove"), self)
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.what)
        column.addLayout(answer_row(self, self.act, self._done))
        self.act.setDefault(False)  # what is lost is not lost by a careless Enter
        self.act.setAutoDefault(False)
        self.setMinimumWidth(WIDTH)
        self.what.setMinimumHeight(self.what.heightForWidth(WIDTH - 2 * _EDGE))  # Qt guesses too low

    def _done(self) -> None:
        self._act()
        self.accept()
