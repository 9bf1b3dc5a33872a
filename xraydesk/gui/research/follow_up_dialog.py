"""The small window that keeps what was found out of one study later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.shared.sheet import LastWish, Sentence, choice, offer
from xraydesk.gui.tasks import TaskRunner
from xraydesk.research.reference_import import FOLLOW_UP, enter_follow_up

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive, Snapshot

WIDTH = 480


class FollowUpDialog(QDialog):
    """Asks of which study, what is true of it, and how that is known; written when the reader says so.

    Parameters
    ----------
    archive, snapshot
        Where it is kept, and which studies there are.
    study_id
        The study; where it is given it is not asked for.
    """

    def __init__(self, archive: Archive, snapshot: Snapshot, study_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._ids = set(snapshot.cases.study_ids.tolist())
        self._before = {r.study_id: r.value for r in snapshot.reference if (r.source, r.label) == (FOLLOW_UP, "")}
        self._tasks = TaskRunner(1, self)
        self.setWindowTitle(translate("FollowUpDialog", "Enter follow-up"))
        self.study = QLineEdit(study_id, self)
        self.study.setReadOnly(bool(study_id))
        self.value_label, self.value = choice(translate("FollowUpDialog", "What is true"), self)
        self.note = QLineEdit(self)
        self.state = Sentence(parent=self)
        self.save = QPushButton(translate("FollowUpDialog", "Save"), self)
        self.cancel = QPushButton(translate("FollowUpDialog", "Cancel"), self)
        self._wish = LastWish(self._tasks, self.state, self)
        self._build()
        self._typed()
        self.finished.connect(self._close)

    @property
    def busy(self) -> bool:
        """Whether it is being written."""
        return self._wish.busy

    def _typed(self) -> None:
        study = self.study.text().strip()
        known = study in self._ids
        self.save.setEnabled(known)
        if study and not known:
            self.state.say(translate("FollowUpDialog", "The log knows no study of this id."))
        elif study in self._before:
            self.state.say(
                translate("FollowUpDialog", "Follow-up was entered before; the new one counts, both stay in the log.")
            )
        else:
            self.state.say("")

    def _save(self) -> None:
        self.save.setEnabled(False)
        study, value, note = self.study.text().strip(), self.value.currentData(), self.note.text().strip()
        self._wish.ask(partial(enter_follow_up, self._archive, study, value, note), lambda _: self.accept())

    def _close(self) -> None:
        self._wish.drop()
        self._tasks.close()

    def _build(self) -> None:
        offer(
            self.value,
            [
                (translate("FollowUpDialog", "abnormal"), 1.0),
                (translate("FollowUpDialog", "normal"), 0.0),
                (translate("FollowUpDialog", "take back what was entered"), None),
            ],
        )
        completer = QCompleter(sorted(self._ids), self.study)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.study.setCompleter(completer)
        self.study.setAccessibleName(translate("FollowUpDialog", "Study id"))
        self.note.setAccessibleName(translate("FollowUpDialog", "How it is known"))
        self.note.setPlaceholderText(translate("FollowUpDialog", "Biopsy, operation, a later film … no names"))
        theme.set_role(self.save, "primary")
        for button in (self.save, self.cancel):
            button.setAutoDefault(False)
        self.study.textChanged.connect(self._typed)
        self.note.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        (self.value if self.study.isReadOnly() else self.study).setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(2 * theme.GRID)
        for row, field in enumerate((self.study, self.value, self.note)):
            label = self.value_label if field is self.value else QLabel(field.accessibleName(), self)
            label.setBuddy(field)
            theme.set_role(label, "dim")
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * theme.GRID)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(3 * theme.GRID)
        column.addLayout(grid)
        column.addWidget(self.state)
        column.addLayout(buttons)
        self.resize(WIDTH, 200)
