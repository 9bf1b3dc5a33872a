"""The line that is always there: research use, which model speaks, for whom, and whether the log is on disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from xraydesk.gui import points_words, theme
from xraydesk.gui.elided_label import ElidedLabel
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.triage.population import population_words

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard


class Footer(QFrame):
    """Never hidden, never scrolled away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "footer")
        self.use = ElidedLabel(self, Qt.TextElideMode.ElideRight)
        self.log = QLabel(self)
        for label in (self.use, self.log):
            theme.set_role(label, "dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.use, 1)
        row.addWidget(self.log)
        self.set_models((), None)
        self.set_log(translate("Footer", "Log: nothing to save"))

    def set_models(self, cards: Sequence[ModelCard], speaking: ModelCard | None) -> None:
        """Say which model speaks about the chosen study and for whom it was made; where none does, all in use."""
        named = cards if speaking is None else (speaking,)
        use = translate("Footer", "Research use. Not a diagnosis.")
        whom = f"{'; '.join(map(_whom, named))}." if named else translate("Footer", "No model is loaded.")
        points = next((said for said in map(points_words.unchecked, named) if said), "")
        text = " ".join(part for part in (use, points, whom) if part)
        more = [line for card in named for line in (card.intended_use, card.not_for) if line]
        self.use.set_text(text)
        self.use.setToolTip("\n".join([text, *more]))

    def set_log(self, text: str) -> None:
        """Say how the last write to the log went."""
        self.log.setText(text)


def _whom(card: ModelCard) -> str:
    text = translate("Footer", "{model} is for {population}")
    return text.format(model=f"{card.title} {card.version}", population=said(population_words(card.population)))
