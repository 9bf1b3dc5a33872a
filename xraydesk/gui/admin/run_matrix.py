"""The validation films' confusion matrix of a run, as four numbers in their places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from xraydesk.admin.run_progress import Matrix
from xraydesk.gui import theme, words
from xraydesk.gui.admin import run_words
from xraydesk.gui.language import translate

_CELLS = ("true_positives", "false_negatives", "false_positives", "true_negatives")


class RunMatrix(QWidget):
    """Rows are what is true, columns what the network says at a probability of one half."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("RunMatrix", "Confusion matrix of the validation films"))
        self.cells = {name: QLabel("–", self) for name in _CELLS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * theme.GRID)
        heads = (translate("RunMatrix", "called abnormal"), translate("RunMatrix", "not called so"))
        sides = (translate("RunMatrix", "with the finding"), translate("RunMatrix", "without"))
        for column, head in enumerate(heads):
            grid.addWidget(self._head(head), 0, column + 1)
        for row, side in enumerate(sides):
            grid.addWidget(self._head(side), row + 1, 0)
        for place, label in enumerate(self.cells.values()):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMargin(3 * theme.GRID)
            theme.set_role(label, "sheet")
            grid.addWidget(label, place // 2 + 1, place % 2 + 1)

    def show_matrix(self, found: Matrix | None) -> None:
        """Show the four numbers, dashes where there are none."""
        for name, label in self.cells.items():
            label.setText("–" if found is None else words.figure(getattr(found, name)))
        self.setAccessibleDescription("" if found is None else run_words.matrix(found))

    def _head(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_role(label, "dim")
        return label
