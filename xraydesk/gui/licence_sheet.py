"""What the program is made of: the parts with their licences, and the text of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xraydesk.errors import XraydeskError
from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.tasks import Task, TaskRunner
from xraydesk.gui.text_sheet import TextSheet
from xraydesk.licences import Licensed, licences, text

_SIZE, _LIST_WIDTH = (1180, 720), 470  # lines of 80 letters beside the list


class AboutSheet(TextSheet):
    """Versions of all parts, to be copied, and the way to their licences."""

    def __init__(self, title: str, words: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(title, words, about, parent)
        self.licences = QPushButton(translate("LicenceSheet", "Licences of the parts …"), self)
        self.licences.setAutoDefault(False)
        self.licences.clicked.connect(self.show_licences)
        self.top.addWidget(self.licences)
        self.top.addStretch()

    def show_licences(self) -> None:
        """Open the list of licences above this sheet."""
        sheet = LicenceSheet(self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()


class LicenceSheet(QDialog):
    """A table of the parts, searched by name or licence, beside the text of the one that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._wanted: Task | None = None
        self._parts: tuple[Licensed, ...] = ()
        self.setWindowTitle(translate("LicenceSheet", "Licences of the parts"))
        self.search = QLineEdit(self)
        self.table = QTableWidget(0, 3, self)
        self.text = QPlainTextEdit(self)
        self.state = QLabel(translate("LicenceSheet", "Reading …"), self)
        self._build()
        self.search.textChanged.connect(self._narrow)
        self.table.currentCellChanged.connect(self._chosen)
        self.finished.connect(self._tasks.close)
        self._tasks.run(licences, self._fill, self._failed)

    @property
    def ready(self) -> bool:
        """Whether the parts are listed and the chosen one's text is shown."""
        return bool(self._parts) and self._wanted is None

    def _fill(self, parts: tuple[Licensed, ...]) -> None:
        self._parts = parts
        beside = translate("LicenceSheet", "with {part}")
        self.table.setRowCount(len(parts))
        for row, part in enumerate(parts):
            version = part.version or beside.format(part=part.beside)
            for column, said in enumerate((part.name, version, part.licence)):
                item = QTableWidgetItem(said)
                item.setToolTip(said)
                self.table.setItem(row, column, item)
        self._narrow()

    def _narrow(self) -> None:
        """Show the rows whose name or licence holds what is searched for, and say how many they are."""
        sought = self.search.text().strip().lower()
        hits = [sought in f"{part.name}\n{part.licence}".lower() for part in self._parts]
        for row, hit in enumerate(hits):
            self.table.setRowHidden(row, not hit)
        row = self.table.currentRow()
        if any(hits) and (row < 0 or not hits[row]):
            self.table.selectRow(hits.index(True))
        words = translate("LicenceSheet", "{shown} of {all} parts are shown.")
        self.state.setText(words.format(shown=sum(hits), all=len(hits)))

    def _chosen(self, row: int) -> None:
        if self._wanted is not None:
            self._wanted.cancel()
        if 0 <= row < len(self._parts):
            self._wanted = self._tasks.run(partial(text, self._parts[row]), self._show, self._failed)

    def _show(self, words: str) -> None:
        self._wanted = None
        none = translate("LicenceSheet", "This part came without a text of its licence. The installed program has it.")
        part = self._parts[self.table.currentRow()]
        self.text.setPlainText(f"{part.name}: {part.licence}\n\n{words or none}")

    def _failed(self, error: XraydeskError) -> None:
        self._wanted = None
        self.text.clear()  # of another part
        self.state.setText(error_sentence(error))

    def _build(self) -> None:
        self.search.setPlaceholderText(translate("LicenceSheet", "Search by name or licence"))
        self.search.setAccessibleName(translate("LicenceSheet", "Search by name or licence"))
        self.search.setClearButtonEnabled(True)
        self.state.setAccessibleName(translate("LicenceSheet", "What is shown"))
        theme.set_role(self.state, "dim")
        self._build_table()
        self._build_text()
        words = QLabel(translate(
            "LicenceSheet",
            "xraydesk is under the Apache License 2.0. Qt and PySide6 are used under the GNU Lesser General Public "
            "License 3: their libraries are files of their own, which you may replace by your own builds.",
        ), self)  # fmt: skip
        words.setWordWrap(True)
        close = QPushButton(translate("LicenceSheet", "Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        theme.set_role(close, "primary")
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.table)
        halves.addWidget(self.text)
        halves.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(3 * theme.GRID)
        for part in (words, self.search):
            column.addWidget(part)
        column.addWidget(halves, 1)
        column.addLayout(row)
        self.resize(*_SIZE)

    def _build_table(self) -> None:
        headings = (translate("LicenceSheet", "Part"), translate("LicenceSheet", "Version"),
                    translate("LicenceSheet", "Licence"))  # fmt: skip
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setAccessibleName(translate("LicenceSheet", "Parts and their licences"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.resizeSection(0, 170)
        header.resizeSection(1, 110)

    def _build_text(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.TEXT_PX - 1)
        self.text.setFont(font)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(translate("LicenceSheet", "Text of the licence"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
