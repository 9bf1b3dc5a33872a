"""The small window that makes training data of this desk's own verdicts, by a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.shared.sheet import LastWish, Sentence, choice, offer
from xraydesk.gui.tasks import TaskRunner, present_task

if TYPE_CHECKING:
    from xraydesk.admin.data_desk import DataDesk
    from xraydesk.admin.verdict_table import Gathered

WIDTH = 560


class VerdictDialog(QDialog):
    """Finding, rule, name."""

    made = Signal(object)  # Gathered
    _progressed = Signal(int, int)

    def __init__(self, desk: DataDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = TaskRunner(1, self)
        self.setWindowTitle(translate("VerdictDialog", "Use the verdicts of this desk"))
        self.about_label, self.about = choice(translate("VerdictDialog", "What is learnt"), self)
        self.rule_label, self.rule = choice(translate("VerdictDialog", "Whose answer counts"), self)
        self.name = QLineEdit(translate("VerdictDialog", "Our own verdicts"), self)
        self.corrections = QCheckBox(translate("VerdictDialog", "Take the labels proposed in the research room"), self)
        self.progress = QProgressBar(self)
        self.state = Sentence(parent=self)
        self.make = QPushButton(translate("VerdictDialog", "Make"), self)
        self.cancel = QPushButton(translate("VerdictDialog", "Cancel"), self)
        self._wish = LastWish(self._tasks, self.state, self)
        self._build()
        self.finished.connect(self._close)
        self._wish.ask(desk.readers, self._offer)

    @property
    def busy(self) -> bool:
        """Whether the log is read or the table written."""
        return self._wish.busy

    def _offer(self, found: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        readers, findings = found
        if not readers:
            self.state.say(translate("VerdictDialog", "Nobody has given a verdict at this desk yet."))
            return
        offer(self.about, [(translate("VerdictDialog", "normal or abnormal, the whole study"), ""),
                           *((name, name) for name in findings)])  # fmt: skip
        one = translate("VerdictDialog", "one reader: {name}")
        offer(self.rule, [
            (translate("VerdictDialog", "two readers agree and nobody says otherwise"), "two"),
            (translate("VerdictDialog", "the majority"), "majority"),
            (translate("VerdictDialog", "all readers, two at least, say the same"), "unanimous"),
            *((one.format(name=name), f"reader:{name}") for name in readers),
        ])  # fmt: skip
        self.make.setEnabled(True)
        self.make.setDefault(True)

    def _make(self) -> None:
        desk, name, rule, finding = self._desk, self.name.text(), self.rule.currentData(), self.about.currentData()
        corrections = self.corrections.isChecked()

        def told(done: int, of: int) -> bool:
            task = present_task()
            self._progressed.emit(done, of)
            return task is None or not task.cancelled

        self.make.setEnabled(False)
        self._wish.ask(lambda: desk.gather(name, rule, finding, told, corrections=corrections), self._done)

    def _done(self, made: Gathered) -> None:
        self.accept()
        self.made.emit(made)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setVisible(self.busy)
        self.progress.setRange(0, max(1, of))
        self.progress.setValue(done)

    def _changed(self) -> None:
        self.progress.hide()
        self.make.setEnabled(bool(self.rule.count() and self.name.text().strip()))

    def _close(self) -> None:
        self._wish.drop()
        self._tasks.close()

    def _build(self) -> None:
        self.progress.setAccessibleName(translate("VerdictDialog", "Studies gathered"))
        self.progress.hide()
        self.name.setAccessibleName(translate("VerdictDialog", "Name of the source"))
        form = QFormLayout()
        form.addRow(self.about_label, self.about)
        form.addRow(self.rule_label, self.rule)
        name = QLabel(self.name.accessibleName(), self)
        name.setBuddy(self.name)
        theme.set_role(name, "dim")
        form.addRow(name, self.name)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.setContentsMargins(20, 20, 20, 20)
        column.addLayout(form)
        for widget in (self.corrections, self.progress, self.state):
            column.addWidget(widget)
        column.addLayout(row)
        theme.set_role(self.make, "primary")
        self.make.setEnabled(False)
        for button in (self.make, self.cancel):
            button.setAutoDefault(False)
        self._progressed.connect(self._show_progress)
        self.name.textChanged.connect(self._changed)
        for box in (self.about, self.rule):
            box.activated.connect(self._changed)
        self.make.clicked.connect(self._make)
        self.cancel.clicked.connect(self.reject)
        self.setMinimumWidth(WIDTH)
