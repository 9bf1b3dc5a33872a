"""The confusion matrix as buttons: count and share of each cell, the chosen one framed and marked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme, words
from xraydesk.gui.language import translate
from xraydesk.gui.research import misclassified_words as said
from xraydesk.gui.shared.figure_words import percent
from xraydesk.research.confusion import Confusion

_SIGNS = {1: said.RIGHT, 0: said.WRONG, -1: said.NEITHER}
_CHOSEN = "▸ "
_LABEL, _HEIGHT = 72, 44  # pixels
_TIGHT = 5  # columns from which on a cell has no room for its share


class MatrixView(QWidget):
    """Rows are what is true, columns what was answered. Tab comes here, arrows move from cell to cell."""

    chosen = Signal(int, int)  # row and column of a cell

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._columns = 1
        self._texts: dict[int, str] = {}
        self.least_width = 0  # what the matrix needs
        self._sheet: QWidget | None = None
        self._drawn_as: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_matrix(self, matrix: Confusion, cell: tuple[int, int]) -> None:
        """Draw a matrix and mark a cell; nothing is emitted. A matrix that is drawn keeps the keyboard's place."""
        drawn = (matrix.judge, matrix.truths, matrix.answers, matrix.counts.tolist())
        if drawn == self._drawn_as:
            self._mark(cell[0] * self._columns + cell[1])
            return
        self._drawn_as = drawn
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.deleteLater()
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._columns, self._texts = len(matrix.answers), {}
        self._sheet = self._drawn(matrix)
        self._column.addWidget(self._sheet)
        self._mark(cell[0] * self._columns + cell[1])

    def button(self, row: int, column: int) -> QPushButton:
        """Return the button of a cell."""
        button = self._group.button(row * self._columns + column)
        assert isinstance(button, QPushButton)
        return button

    def _drawn(self, matrix: Confusion) -> QWidget:
        sheet = QWidget(self)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GRID)
        grid.addWidget(_label(translate("MatrixView", "true ↓\nanswered →")), 0, 0)
        for column, answer in enumerate(matrix.answers):
            grid.addWidget(_label(said.name(answer), centred=True), 0, column + 1)
            grid.setColumnStretch(column + 1, 1)
        for row, truth in enumerate(matrix.truths):
            grid.addWidget(_label(said.name(truth), width=_LABEL), row + 1, 0)
        self._add_cells(grid, matrix)
        return sheet

    def _add_cells(self, grid: QGridLayout, matrix: Confusion) -> None:
        counts, shares, tight = matrix.counts, matrix.shares, len(matrix.answers) > _TIGHT
        widest = self.fontMetrics().horizontalAdvance(words.figure(int(counts.max())))
        least = max(34 if tight else 64, widest + 3 * theme.GRID)
        self.least_width = _LABEL + counts.shape[1] * (least + theme.GRID)
        for place, (row, column) in enumerate(np.ndindex(counts.shape)):
            count, share = int(counts[row, column]), percent(float(shares[row, column]))
            sign, figure = _SIGNS[int(matrix.right[row, column])], words.figure(count)
            self._texts[place] = f"{sign}\n{figure}" if tight else f"{sign} {figure}\n{share}"
            button = QPushButton(self)
            button.setCheckable(True)
            button.setMinimumSize(least, _HEIGHT)
            button.setAccessibleName(said.cell(matrix.truths[row], matrix.answers[column], count, share, sign))
            button.setToolTip(button.accessibleName())
            theme.set_role(button, "small")
            self._group.addButton(button, place)
            grid.addWidget(button, row + 1, column + 1)

    def _clicked(self, place: int) -> None:
        self._mark(place)
        self.chosen.emit(*divmod(place, self._columns))

    def _mark(self, place: int) -> None:
        for number, text in self._texts.items():
            button = self._group.button(number)
            button.setChecked(number == place)
            button.setText(_CHOSEN + text if number == place else text)
            button.setFont(theme.text_font(bold=number == place))


def _label(text: str, *, centred: bool = False, width: int = 0) -> QLabel:
    label = QLabel(text)
    if width:
        label.setFixedWidth(width)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    theme.set_role(label, "dim")
    return label
