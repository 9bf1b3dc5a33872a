"""The audit log as a list that can be searched, and whether every row of every log is as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xraydesk.admin.audit import entries, verify
from xraydesk.gui import theme
from xraydesk.gui.admin.audit_model import AuditModel
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence, said
from xraydesk.gui.shared.figures_table import ROW_HEIGHT
from xraydesk.gui.shared.sheet import EDGE, Sentence
from xraydesk.gui.tasks import TaskRunner
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.admin.audit import Entry, Verified
    from xraydesk.admin.room import AdminRoom
    from xraydesk.errors import XraydeskError

WIDTHS = (64, 160, 140, 220, 260)
FAULTS_HEIGHT = 150


class AuditPage(AdminTab):
    """Who did what and when. Nothing here can be changed, and what was changed elsewhere is told row by row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._room: AdminRoom | None = None
        self.search = QLineEdit(self)
        self.check = QPushButton(translate("AuditPage", "Verify"), self)
        self.state = Sentence("", self)
        self.faults = QListWidget(self)
        self.model = AuditModel(self)
        self.table = QTableView(self)
        self.count = Sentence("", self)
        self._build()

    def show_room(self, room: AdminRoom) -> None:
        """Read the log."""
        self._room = room
        self._tasks.run(lambda: entries(room.database), self._show, self._failed)

    def close_tasks(self) -> None:
        """Wait for what is being read."""
        self._tasks.close()

    def verify(self) -> None:
        """Check every row of every sealed table."""
        room = self._room
        if room is not None:
            self.check.setEnabled(False)
            self.state.say(translate("AuditPage", "Every row is checked …"))
            self._tasks.run(lambda: verify(room.database, room.data_dir), self._verified, self._failed)

    def _show(self, found: Sequence[Entry]) -> None:
        self.model.put(found)
        self._search()

    def _search(self) -> None:
        self.model.search(self.search.text())
        text = translate("AuditPage", "{shown} of {count} entries")
        self.count.say(text.format(shown=figure(len(self.model.shown)), count=figure(self.model.count)))

    def _verified(self, found: Verified) -> None:
        self.check.setEnabled(True)
        self.faults.clear()
        self.faults.addItems([f"✗ {said(sentence)}." for sentence in found.sentences])
        self.faults.setVisible(not found.whole)
        if found.whole:
            text = translate("AuditPage", "✓ All is as it was written: {count} entries, every sealed row checked.")
            self.state.say(text.format(count=figure(found.entries)))
        else:
            text = translate(
                "AuditPage",
                "✗ The logs were changed from outside. Keep the file as it is and tell whoever is responsible for this "
                "installation.",
            )
            self.state.say(text)

    def _failed(self, error: XraydeskError) -> None:
        self.check.setEnabled(True)
        self.state.say(error_sentence(error))

    def _build(self) -> None:
        self.search.setPlaceholderText(translate("AuditPage", "Search: name, date, action …"))
        self.search.setAccessibleName(translate("AuditPage", "Search the audit log"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.check.clicked.connect(self.verify)
        self.faults.setAccessibleName(translate("AuditPage", "What was done to the logs"))
        self.faults.setFixedHeight(FAULTS_HEIGHT)
        self.faults.hide()
        self._dress()
        theme.set_role(self.count, "dim")
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(2 * theme.GRID)
        heading = Sentence(translate("AuditPage", "Audit log"), self)
        theme.set_role(heading, "large")
        column.addWidget(heading)
        column.addLayout(row)
        for widget in (self.state, self.faults):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)

    def _dress(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(translate("AuditPage", "Entries of the audit log, the newest first"))
        table.setFont(theme.text_font())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        for place, width in enumerate(WIDTHS):
            table.setColumnWidth(place, width)
