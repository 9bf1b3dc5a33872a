"""The line above the researcher's pages: which model, what is taken as true, which finding, which studies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.research.archive import Snapshot
from xraydesk.research.scene import Question, first_question
from xraydesk.research.truth import Rule, TruthRule


class QuestionBar(QFrame):
    """Four choices and a button. Choices that are not there any more fall back to the first."""

    asked = Signal(object)  # Question
    reload_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self.model = self._choice(translate("QuestionBar", "Model"))
        self.truth = self._choice(translate("QuestionBar", "Taken as true"))
        self.finding = self._choice(translate("QuestionBar", "Readers' answer to"))
        self.folder = self._choice(translate("QuestionBar", "Studies"))
        self.reload = QPushButton(translate("QuestionBar", "Read the log again"), self)
        self.reload.clicked.connect(self.reload_wanted)
        self.question: Question | None = None
        self._choices = (self.model, self.truth, self.finding, self.folder)
        self._build()
        for box in self._choices:
            box.activated.connect(self._chosen)

    def offer(self, snapshot: Snapshot, folder: Path | None) -> Question:
        """Fill the choices from a snapshot and return the question that then holds.

        Parameters
        ----------
        snapshot
            What there is to choose from.
        folder
            What is open at the reading desk; offered beside all studies.
        """
        before = self.question or first_question(snapshot)
        _fill(self.model, [(name, name) for name in snapshot.answers], before.model)
        _fill(self.truth, _truths(snapshot), before.rule)
        whole = translate("QuestionBar", "the whole study")
        _fill(self.finding, [(whole, ""), *((name, name) for name in snapshot.findings)], before.finding)
        folders: list[tuple[str, Path | None]] = [(translate("QuestionBar", "all in the log"), None)]
        if folder is not None:
            folders.append((translate("QuestionBar", "the open folder"), folder))
        _fill(self.folder, folders, before.folder)
        self.model.setEnabled(bool(snapshot.answers))
        self.question = self._question(before)
        return self.question

    def _chosen(self) -> None:
        if self.question is None:
            return
        now = self._question(self.question)
        if now != self.question:
            self.question = now
            self.asked.emit(now)

    def _question(self, before: Question) -> Question:
        model, rule, finding, folder = (box.currentData() for box in self._choices)
        return replace(before, model=model or "", rule=rule or TruthRule(), finding=finding or "", folder=folder)

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumWidth(112)
        return box

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for box in self._choices:
            name = QLabel(box.accessibleName(), self)
            theme.set_role(name, "dim")
            name.setBuddy(box)
            row.addWidget(name)
            row.addWidget(box)
            row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.reload)


def _truths(snapshot: Snapshot) -> list[tuple[str, TruthRule]]:
    """Return all standards there are to choose from, the imported ones first."""
    found = []
    if snapshot.reference:
        found.append((translate("QuestionBar", "all reference labels"), TruthRule()))
    for source in snapshot.sources if len(snapshot.sources) > 1 else ():
        text = translate("QuestionBar", "reference: {source}")
        found.append((text.format(source=source), TruthRule(source=source)))
    found += [
        (translate("QuestionBar", "majority of readers"), TruthRule(Rule.MAJORITY)),
        (translate("QuestionBar", "agreed by two readers"), TruthRule(Rule.TWO)),
        (translate("QuestionBar", "unanimous readers"), TruthRule(Rule.ALL)),
    ]
    for reader in snapshot.readers:
        text = translate("QuestionBar", "reader: {reader}")
        found.append((text.format(reader=reader), TruthRule(Rule.ONE, readers=(reader,))))
    return found


def _fill(box: QComboBox, items: Sequence[tuple[str, object]], chosen: object) -> None:
    """Offer items with their values, and keep what was chosen where it is still there."""
    box.clear()
    for place, (words, value) in enumerate(items):
        box.addItem(words, value)
        if value == chosen:
            box.setCurrentIndex(place)
