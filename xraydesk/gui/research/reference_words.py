"""How each word of a reference table is read: what the program knows, and what a person says of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.words import figure

MOST_WORDS = 40  # of a column with more it is said that they are left out
HEIGHT = 176
_READ_AS = cast(
    tuple[tuple[float | None, str], ...],
    (
        (1.0, QT_TRANSLATE_NOOP("WordList", "abnormal")),
        (0.0, QT_TRANSLATE_NOOP("WordList", "normal")),
        (None, QT_TRANSLATE_NOOP("WordList", "leave out")),
    ),
)


class WordList(QScrollArea):
    """A line for each different value: how often it occurs, and a box for how it is read."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: dict[str, float | None] = {}
        self.boxes: dict[str, QComboBox] = {}
        self.setWidgetResizable(True)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(translate("WordList", "How each value is read"))
        self.hide()

    def said(self) -> dict[str, float | None]:
        """Return what a person said of single words."""
        return dict(self._said)

    def forget(self) -> None:
        """Begin anew with another column."""
        self._said.clear()
        self.boxes.clear()

    def show_words(self, words: Mapping[str, tuple[int, float | None]]) -> None:
        """Show the values of a column; those whose boxes stand there already keep them."""
        self.setVisible(bool(words))
        if list(self.boxes) == list(words)[:MOST_WORDS] and self.boxes:
            return
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setVerticalSpacing(theme.GRID)
        grid.setColumnStretch(0, 1)
        self.boxes = {}
        for line, (word, (count, value)) in enumerate(list(words.items())[:MOST_WORDS]):
            grid.addWidget(_label(word), line, 0)
            one, many = translate("WordList", "one line"), translate("WordList", "{count} lines")
            grid.addWidget(_label((one if count == 1 else many).format(count=figure(count)), "dim"), line, 1)
            self.boxes[word] = self._box(word, value)
            grid.addWidget(self.boxes[word], line, 2)
        if len(words) > MOST_WORDS:
            text = translate("WordList", "and {count} other values, read as numbers or left out")
            grid.addWidget(_label(text.format(count=figure(len(words) - MOST_WORDS)), "dim"), MOST_WORDS, 0, 1, 3)
        grid.setRowStretch(MOST_WORDS + 1, 1)
        self.setWidget(sheet)

    def _box(self, word: str, value: float | None) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(translate("WordList", "How “{word}” is read").format(word=word))
        if value not in {0.0, 1.0, None}:
            box.addItem(translate("WordList", "grade {value}").format(value=figure(value, "g")), value)
        for number, mark in _READ_AS:
            box.addItem(translate("WordList", mark), number)
        box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n) == value))
        box.activated.connect(lambda place: self._chosen(word, box.itemData(place)))
        return box

    def _chosen(self, word: str, value: float | None) -> None:
        self._said[word] = value
        self.changed.emit()


def _label(words: str, role: str = "") -> QLabel:
    label = QLabel(words)
    theme.set_role(label, role)
    return label
