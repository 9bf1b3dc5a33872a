"""Proposes another label for a case, with a reason; what was proposed can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.research import misclassified_words as said
from xraydesk.gui.words import date_time
from xraydesk.research.confusion import ABNORMAL, NORMAL
from xraydesk.research.corrections import number

if TYPE_CHECKING:
    from xraydesk.research.error_marks import LabelCorrection

GRADE = "grade"  # the label of graded data sets


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be proposed: values of one label, and which of them is taken as true now."""

    label: str  # "" is the whole study
    values: tuple[tuple[str, float], ...]  # words and value
    given: float | None

    @classmethod
    def of(cls, truth: str, label: str, grades: Sequence[str] = ()) -> Choices:
        """Return the choices for a case by the name of its row in the matrix; ``grades`` are those of a graded one."""
        if grades:
            return cls(GRADE, tuple((name, float(name)) for name in grades), float(truth) if truth in grades else None)
        given = {ABNORMAL: 1.0, NORMAL: 0.0}.get(truth)
        return cls(label, ((said.name(ABNORMAL), 1.0), (said.name(NORMAL), 0.0)), given)


class LabelBox(QWidget):
    """Changes no label: proposals are a list of their own that training takes where it is told to."""

    proposed = Signal(str, object, float, str)  # label, given or None, proposed, reason
    taken_back = Signal(object)  # LabelCorrection

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices("", (), None)
        self.value = QComboBox(self)
        self.value.setAccessibleName(translate("LabelBox", "Label to propose"))
        self.value.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(translate("LabelBox", "Reason"))
        self.reason.setAccessibleName(translate("LabelBox", "Reason for the proposed label"))
        self.send = QPushButton(translate("LabelBox", "Propose label"), self)
        self.send.clicked.connect(self._send)
        self.reason.returnPressed.connect(self._send)
        self.reason.textChanged.connect(self._enable)
        self.there = QVBoxLayout()
        self._build()

    def show_case(self, choices: Choices, proposals: Sequence[LabelCorrection]) -> None:
        """Offer labels, the one that is not taken as true first, and show what was proposed before."""
        self._choices = choices
        self.value.clear()
        for words, value in choices.values:
            self.value.addItem(words, value)
        other = next((n for n, (_, value) in enumerate(choices.values) if value != choices.given), 0)
        self.value.setCurrentIndex(other)
        self.reason.clear()
        self._show(proposals)
        self._enable()

    def _show(self, proposals: Sequence[LabelCorrection]) -> None:
        while (item := self.there.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in proposals:
            self.there.addWidget(self._line(row))

    def _line(self, proposal: LabelCorrection) -> QWidget:
        text = translate("LabelBox", "{label} proposed by {author}, {when}: {reason}")
        names = {value: words for words, value in self._choices.values} if proposal.label == self._choices.label else {}
        label = names.get(proposal.proposed, f"{proposal.label} {number(proposal.proposed)}".strip())
        words = QLabel(
            text.format(label=label, author=proposal.author, when=date_time(proposal.at), reason=proposal.reason)
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        back = QPushButton(translate("LabelBox", "Take back"))
        back.setAccessibleDescription(words.text())
        back.clicked.connect(lambda: self.taken_back.emit(proposal))
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words, 1)
        line.addWidget(back)
        return box

    def _send(self) -> None:
        if self.send.isEnabled():
            reason = " ".join(self.reason.text().split())
            self.proposed.emit(self._choices.label, self._choices.given, float(self.value.currentData()), reason)

    def _enable(self) -> None:
        """Ask for a reason: a proposal without one helps nobody later."""
        self.send.setEnabled(bool(self.reason.text().strip()) and self.value.count() > 0)

    def _build(self) -> None:
        note = QLabel(translate("LabelBox", "No label is changed: proposals are a list that training takes when told."))
        note.setWordWrap(True)
        theme.set_role(note, "dim")
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self.value)
        line.addWidget(self.reason, 1)
        line.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(line)
        column.addWidget(note)
        column.addLayout(self.there)
