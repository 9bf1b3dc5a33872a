"""The small window for an account: a name, a role and a password, of these what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.admin.people import SHORTEST, Role
from xraydesk.errors import XraydeskError
from xraydesk.gui import roles, theme
from xraydesk.gui.answer_row import answer_row
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.sign_in import LONGEST_NAME, LONGEST_PASSWORD
from xraydesk.gui.tasks import TaskRunner

WIDTH = 480


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialog asks for; ``words`` stand above."""

    title: str
    words: str
    name: str | None = None  # offered; None: not asked for
    role: bool = False
    old: bool = False  # the present password


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed."""

    name: str
    role: Role
    old: str
    password: str


class AccountDialog(QDialog):
    """Hands what was typed to ``work`` in a worker thread, and closes once that went well.

    Parameters
    ----------
    asked
        Which fields there are.
    work
        Takes what was typed; an error is shown, and the dialog stays.
    """

    done_with = Signal(object)  # what the work returned

    def __init__(self, asked: Asked, work: Callable[[Typed], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._work = asked, work
        self._tasks = TaskRunner(1, self)
        self.setWindowTitle(asked.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(asked.name or "", self)
        self.role = QComboBox(self)
        self.role_words = QLabel(self)
        self.old, self.password, self.again = (QLineEdit(self) for _ in range(3))
        self.state = QLabel(self)
        self.save = QPushButton(translate("AccountDialog", "Save"), self)
        self._build()
        self._changed()
        self.finished.connect(lambda _: self._tasks.close())

    def _changed(self) -> None:
        """Say what is still missing, and let it be saved once nothing is."""
        wanted, again = self.password.text(), self.again.text()
        missing = ""
        if wanted and len(wanted) < SHORTEST:
            missing = translate("AccountDialog", "A password has {count} characters at least.").format(count=SHORTEST)
        elif again and again != wanted:
            missing = translate("AccountDialog", "The two passwords are not the same.")
        self.state.setText(missing)
        named = self._asked.name is None or bool(self.name.text().strip())
        known = not self._asked.old or bool(self.old.text())
        self.save.setEnabled(bool(named and known and wanted and wanted == again and not missing))
        self.role_words.setText(roles.what_of(Role(self.role.currentData())))

    def _save(self) -> None:
        typed = Typed(self.name.text(), Role(self.role.currentData()), self.old.text(), self.password.text())
        self.save.setEnabled(False)
        self.state.setText(translate("AccountDialog", "Saving …"))
        self._tasks.run(lambda: self._work(typed), self._saved, self._refused)

    def _saved(self, result: object) -> None:
        self.accept()
        self.done_with.emit(result)

    def _refused(self, error: XraydeskError) -> None:
        self.save.setEnabled(True)
        self.state.setText(error_sentence(error))

    def _build(self) -> None:
        for role in Role:
            self.role.addItem(roles.name_of(role), str(role))
        words = QLabel(self._asked.words, self)
        for label in (words, self.state, self.role_words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.role_words, "dim")
        self.name.setMaxLength(LONGEST_NAME)
        for field in (self.old, self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMaxLength(LONGEST_PASSWORD)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(3 * theme.GRID)
        column.addWidget(words)
        column.addLayout(self._fields())
        self.state.setMinimumHeight(2 * self.fontMetrics().height())
        column.addWidget(self.state)
        column.addLayout(answer_row(self, self.save, self._save))
        self.setMinimumWidth(WIDTH)

    def _fields(self) -> QGridLayout:
        asked, grid = self._asked, QGridLayout()
        grid.setSpacing(2 * theme.GRID)
        rows: tuple[tuple[QWidget, str, bool], ...] = (
            (self.name, translate("AccountDialog", "Name"), asked.name is not None),
            (self.role, translate("AccountDialog", "Role"), asked.role),
            (self.role_words, "", asked.role),
            (self.old, translate("AccountDialog", "Present password"), asked.old),
            (self.password, translate("AccountDialog", "New password"), True),
            (self.again, translate("AccountDialog", "New password again"), True),
        )
        for place, (field, words, there) in enumerate(rows):
            field.setVisible(there)
            if not there:
                continue
            if words:
                label = QLabel(words, self)
                label.setBuddy(field)
                theme.set_role(label, "dim")
                field.setAccessibleName(words)
                grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        self.name.textChanged.connect(self._changed)
        self.role.currentIndexChanged.connect(self._changed)
        for line in (self.old, self.password, self.again):
            line.textChanged.connect(self._changed)
        return grid
