"""What stands out in training data: a sentence each, with the films to look at and to leave out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xraydesk.admin.problems import Problem, Severity
from xraydesk.gui import theme
from xraydesk.gui.admin import data_words as words
from xraydesk.gui.language import translate
from xraydesk.gui.shared.sheet import Sentence

_WORD_WIDTH = 112


class ProblemList(QWidget):
    """A line a finding, the gravest first."""

    show_wanted = Signal(object)  # Problem
    leave_wanted = Signal(object)  # Problem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ProblemLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show other findings."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [ProblemLine(problem, self) for problem in problems]
        for line in self.lines:
            self._column.addWidget(line)
            line.show_button.clicked.connect(lambda _=False, line=line: self.show_wanted.emit(line.problem))
            line.leave_button.clicked.connect(lambda _=False, line=line: self.leave_wanted.emit(line.problem))


class ProblemLine(QWidget):
    """One finding."""

    def __init__(self, problem: Problem, parent: QWidget) -> None:
        super().__init__(parent)
        self.problem = problem
        self.word = QLabel(words.severity(problem), self)
        self.word.setFixedWidth(_WORD_WIDTH)
        self.word.setFont(theme.text_font(bold=problem.severity is not Severity.NOTE))
        self.sentence = Sentence(words.sentence(problem), self)
        if problem.severity is Severity.NOTE:
            for label in (self.word, self.sentence):
                theme.set_role(label, "dim")
        self.show_button = QPushButton(translate("ProblemList", "Show"), self)
        self.leave_button = QPushButton(translate("ProblemList", "Leave out …"), self)
        for button, wanted in ((self.show_button, problem.films), (self.leave_button, problem.spare)):
            button.setAccessibleName(f"{button.text()} {self.sentence.text()}")
            button.setVisible(bool(wanted))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.word)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.leave_button)
