"""The line that is always there: research use, which model, for whom, and whether the log is on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from xraydesk.gui import theme

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard

USE = "Research use. Not a diagnosis."


class Footer(QFrame):
    """Never hidden, never scrolled away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "footer")
        self.use = QLabel(self)
        self.use.setTextFormat(Qt.TextFormat.PlainText)
        self.use.setMinimumWidth(1)
        self.log = QLabel(self)
        for label in (self.use, self.log):
            theme.set_role(label, "dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.use, 1)
        row.addWidget(self.log)
        self.set_card(None)
        self.set_log("Log: nothing to save")

    def set_card(self, card: ModelCard | None) -> None:
        """Say which model speaks and for whom it was made."""
        if card is None:
            text = f"{USE} No model is loaded."
        else:
            words = card.population.words
            text = f"{USE} {card.title} {card.version}" + (f" is for {words}." if words else ".")
        self.use.setText(text)
        self.use.setToolTip(text if card is None else f"{text}\n{card.intended_use}\n{card.not_for}".strip())

    def set_log(self, text: str) -> None:
        """Say how the last write to the log went."""
        self.log.setText(text)
