"""What is read before the first film: what each model is for and not for, and where things lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from xraydesk.gui import points_words, theme, words
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.triage.population import population_words

if TYPE_CHECKING:
    from xraydesk.triage.desk import ModelCard

WIDEST = 760
USE = cast(
    str,
    QT_TRANSLATE_NOOP(
        "ModelsPage",
        "xraydesk is for research. It makes no diagnosis: it puts studies in an order and shows why. A reader looks at "
        "every study, and what a model could not judge stands in the list with the reason.",
    ),
)
NO_MODEL = cast(
    str,
    QT_TRANSLATE_NOOP(
        "ModelsPage", "No model is installed. Put a model's folder into the models folder and start again."
    ),
)


class ModelsPage(QWidget):
    """Shown once before anything else, and from the Help menu."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QScrollArea(self)
        self.read = QPushButton(translate("ModelsPage", "I have read this"), self)
        self._column = QVBoxLayout()
        self._build()

    def show_models(self, cards: Sequence[ModelCard], places: Mapping[str, Path]) -> None:
        """Write the page for the installed models."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(2 * theme.GRID)
        column.addWidget(_text(translate("ModelsPage", "What the models are for"), page, "large"))
        column.addWidget(_text(translate("ModelsPage", USE), page))
        for card in cards:
            column.addSpacing(4 * theme.GRID)
            self._add_card(card, column, page)
        if not cards:
            column.addWidget(_text(translate("ModelsPage", NO_MODEL), page))
        column.addSpacing(4 * theme.GRID)
        where = translate("ModelsPage", "Where things lie, on this computer only")
        column.addWidget(_text(where, page, "heading"))
        for what, path in places.items():
            column.addWidget(_text(f"{said(what)}: {path}", page, "dim"))
        column.addStretch(1)
        self.area.setWidget(page)
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _add_card(card: ModelCard, column: QVBoxLayout, page: QWidget) -> None:
        column.addWidget(_text(f"{card.title} {card.version}", page, "heading"))
        not_said = translate("ModelsPage", "The model's card does not say.")
        for sentence, text in (
            (translate("ModelsPage", "For: {text}."), said(population_words(card.population))),
            (translate("ModelsPage", "Intended use: {text}"), words.sentence(card.intended_use or not_said)),
            (translate("ModelsPage", "Not for: {text}"), words.sentence(card.not_for or not_said)),
        ):
            column.addWidget(_text(sentence.format(text=text), page))
        points = " ".join(part for part in (points_words.version(card), points_words.unchecked(card)) if part)
        column.addWidget(_text(points, page))
        licence = translate("ModelsPage", "Licence: {licence}.").format(
            licence=card.licence or translate("ModelsPage", "not stated")
        )
        column.addWidget(_text(f"{licence} {card.attribution}".strip(), page, "dim"))

    def _build(self) -> None:
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(translate("ModelsPage", "What the models are for and not for"))
        self.area.setMaximumWidth(WIDEST)
        theme.set_role(self.read, "primary")
        self.read.setToolTip(QKeySequence(Qt.Key.Key_Enter).toString(QKeySequence.SequenceFormat.PortableText))
        self.read.clicked.connect(self.done)
        self._column.setSpacing(3 * theme.GRID)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.read, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addLayout(self._column, 100)
        row.addStretch(1)


def _text(text: str, page: QWidget, role: str = "") -> QLabel:
    label = QLabel(text, page)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    theme.set_role(label, role)
    return label
