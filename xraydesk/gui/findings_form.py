"""The reader's answers to single findings, or the grade: one row of small buttons each. None need be given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.sure_button import SureButton
from xraydesk.triage.questions import Question
from xraydesk.triage.reading import Finding

_WORDS = cast(
    dict[str, tuple[str, str]],  # on the button and in its tip; a grade stands there as its number
    {
        "present": (QT_TRANSLATE_NOOP("FindingsForm", "Yes"), QT_TRANSLATE_NOOP("FindingsForm", "{finding}: present")),
        "absent": (QT_TRANSLATE_NOOP("FindingsForm", "No"), QT_TRANSLATE_NOOP("FindingsForm", "{finding}: absent")),
        "unsure": (QT_TRANSLATE_NOOP("FindingsForm", "?"), QT_TRANSLATE_NOOP("FindingsForm", "{finding}: unsure")),
    },
)
BUTTON_WIDTH = 36  # at least
_EDGES = 8


class FindingsForm(QWidget):
    """Asks the questions it is given; a second click on an answer takes it away."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[Question, ...] = ()
        self._groups: list[list[QPushButton]] = []  # no QButtonGroup: that takes Tab away from all but one
        self._sure: list[SureButton] = []  # one for each of several findings: of one, the verdict's confidence says it
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.GRID)
        self._grid.setColumnStretch(0, 1)
        self.setAccessibleName(translate("FindingsForm", "Findings"))
        self.hide()

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask these, nothing answered yet."""
        if tuple(questions) != self._questions:
            self._questions = tuple(questions)
            self._rebuild()
        self.fill(())

    def fill(self, findings: Iterable[Finding]) -> None:
        """Show answers; those to other questions are left out."""
        given = {finding.name: finding for finding in findings}
        for place, (question, group) in enumerate(zip(self._questions, self._groups, strict=True)):
            finding = given.get(question.name)
            for answer, button in zip(question.answers, group, strict=True):
                button.setChecked(finding is not None and finding.answer == answer)
            if self._sure:
                self._sure[place].set_own(None if finding is None else finding.confidence)
        self._answered()

    def findings(self) -> tuple[Finding, ...]:
        """Return what is answered."""
        return tuple(
            Finding(question.name, answer, self._sure[place].own if self._sure else None)
            for place, (question, group) in enumerate(zip(self._questions, self._groups, strict=True))
            for answer, button in zip(question.answers, group, strict=True)
            if button.isChecked()
        )

    def follow(self, confidence: int) -> None:
        """Hear which confidence the verdict has: findings have it, too, but those with their own."""
        for sure in self._sure:
            sure.follow(confidence)

    def begin(self) -> None:
        """Put the focus on the first question: Tab goes through the answers, Space gives one."""
        if self._groups:
            self._groups[0][0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rebuild(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._sure = []
        self._groups = [self._row(number, question) for number, question in enumerate(self._questions)]
        before: QWidget = self
        for place, group in enumerate(self._groups):  # new widgets stand last in the window's order otherwise
            for button in (*group, *self._sure[place : place + 1]):
                QWidget.setTabOrder(before, button)
                before = button
        self.setVisible(bool(self._questions))

    def _row(self, number: int, question: Question) -> list[QPushButton]:
        name = QLabel(question.name, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self._grid.addWidget(name, number, 0)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        group: list[QPushButton] = []
        for answer in question.answers:
            short, whole = _answer_words(question.name, answer)
            button = QPushButton(short, line)
            button.setCheckable(True)
            button.setFixedWidth(max(BUTTON_WIDTH, button.fontMetrics().horizontalAdvance(short) + _EDGES))
            button.setToolTip(whole)
            button.setAccessibleName(whole)
            theme.set_role(button, "small")
            button.clicked.connect(lambda _=False, b=button: self._clicked(group, b))
            group.append(button)
            row.addWidget(button)
        self._grid.addWidget(line, number, 1)
        if len(self._questions) > 1:
            sure = SureButton(question.name, self)
            sure.edited.connect(self.edited)
            self._grid.addWidget(sure, number, 2)
            self._sure.append(sure)
        return group

    def _clicked(self, group: list[QPushButton], clicked: QPushButton) -> None:
        for button in group:
            if button is not clicked:
                button.setChecked(False)
        self._answered()
        self.edited.emit()

    def _answered(self) -> None:
        """Let the reader say how sure of a finding where it is answered."""
        for sure, group in zip(self._sure, self._groups, strict=False):
            sure.setEnabled(any(button.isChecked() for button in group))


def _answer_words(name: str, answer: str) -> tuple[str, str]:
    """Return what stands on an answer's button, and its whole words."""
    if answer not in _WORDS:
        return answer, f"{name}: {answer}"
    short, whole = _WORDS[answer]
    return translate("FindingsForm", short), translate("FindingsForm", whole).format(finding=name)
