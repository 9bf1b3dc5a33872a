"""The last line of a dialog: leave it, or do what it asks about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from xraydesk.gui import theme
from xraydesk.gui.language import translate


def answer_row(dialog: QDialog, act: QPushButton, done: Callable[[], object]) -> QHBoxLayout:
    """Return the buttons of a dialog at its right edge: Cancel, and ``act``, which Enter presses and calls ``done``."""
    theme.set_role(act, "primary")
    act.setDefault(True)
    act.clicked.connect(done)
    cancel = QPushButton(translate("AnswerRow", "Cancel"), dialog)
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(act)
    return row
