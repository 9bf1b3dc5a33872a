"""The page on which the reader gives actions other keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xraydesk.errors import SettingsError
from xraydesk.gui import theme
from xraydesk.gui.keymap import Keymap
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.shortcuts import Key

HEADINGS = cast(
    tuple[str, ...],
    (
        QT_TRANSLATE_NOOP("KeysDialog", "Action"),
        QT_TRANSLATE_NOOP("KeysDialog", "Key"),
        QT_TRANSLATE_NOOP("KeysDialog", "Default"),
    ),
)


class KeysDialog(QDialog):
    """All actions of the reading loop with their keys: record another, or take the default again.

    Parameters
    ----------
    keymap
        Changed at once.
    keep
        Writes the reader's changes into the settings; raises SettingsError where that fails.
    """

    def __init__(
        self, keymap: Keymap, keep: Callable[[tuple[str, ...]], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._keep = keep
        self.setWindowTitle(translate("KeysDialog", "Keys"))
        self.table = QTableWidget(len(keymap.own), len(HEADINGS), self)
        self.record = QKeySequenceEdit(self)
        self.own = QPushButton(translate("KeysDialog", "Default key"), self)
        self.all_own = QPushButton(translate("KeysDialog", "All to defaults"), self)
        self.state = QLabel(_how(), self)
        self._build()
        self._fill()
        self.table.selectRow(0)

    def begin(self) -> None:
        """Wait for the new key of the chosen action."""
        if self.table.currentRow() >= 0:
            self.record.setEnabled(True)
            self._clear()
            self.record.setFocus()
            text = translate("KeysDialog", "Press the new key for “{action}”. Tab leaves it as it is.")
            self.state.setText(text.format(action=self._chosen.said))

    def _recorded(self, sequence: QKeySequence) -> None:
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if key:
            self._change(key)

    def _change(self, key: str) -> None:
        refused = self._keymap.change(self.table.currentRow(), key)
        self._end()
        if refused:
            self.state.setText(refused)
        else:
            done = translate("KeysDialog", "“{action}” now has the key {key}.")
            self.state.setText(done.format(action=self._chosen.said, key=self._chosen.key))
            self._changed()

    def _reset_one(self) -> None:
        self._change(self._keymap.own[self.table.currentRow()].key)

    def _reset_all(self) -> None:
        self._keymap.reset()
        self.state.setText(translate("KeysDialog", "All actions have their default keys again."))
        self._changed()

    def _changed(self) -> None:
        self._fill()
        try:
            self._keep(self._keymap.stored())
        except SettingsError as error:
            text = translate("KeysDialog", "The keys work now, but are not kept for the next start. {reason}")
            self.state.setText(text.format(reason=error_sentence(error)))

    def _end(self) -> None:
        self.record.blockSignals(True)
        self._clear()
        self.record.blockSignals(False)
        self.record.setEnabled(False)
        self.table.setFocus()

    def _clear(self) -> None:
        """Empty the field. Qt then writes its own words into it, which are too long for it in German."""
        self.record.clear()
        for field in self.record.findChildren(QLineEdit):
            field.setPlaceholderText(translate("KeysDialog", "Press shortcut"))

    @property
    def _chosen(self) -> Key:
        return self._keymap.keys[self.table.currentRow()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin on Enter in the table; stop on Tab while a key is waited for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.table and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.begin()
                return True
            if watched is self.record and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._end()
                self.state.setText(_how())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        names = _names([key.said for key in self._keymap.keys])
        for row, (own, now) in enumerate(zip(self._keymap.own, self._keymap.keys, strict=True)):
            for column, text in enumerate((names[row], now.key, own.key)):
                item = QTableWidgetItem(text)
                font = theme.text_font(bold=column == 1 and now.key != own.key)
                item.setFont(font)
                self.table.setItem(row, column, item)

    def _build(self) -> None:
        self.table.setHorizontalHeaderLabels([translate("KeysDialog", heading) for heading in HEADINGS])
        self.table.setAccessibleName(translate("KeysDialog", "Actions and their keys"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(2, 120)
        self.table.installEventFilter(self)
        self.table.cellDoubleClicked.connect(self.begin)
        self.record.setMaximumSequenceLength(1)
        self.record.setAccessibleName(translate("KeysDialog", "New key"))
        self._clear()
        self.record.setEnabled(False)
        self.record.setMinimumWidth(120)
        self.record.installEventFilter(self)
        self.record.keySequenceChanged.connect(self._recorded)
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setAccessibleName(translate("KeysDialog", "What happened"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(3 * theme.GRID)
        column.addWidget(self.state)
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons())
        self.resize(640, 640)

    def _buttons(self) -> QHBoxLayout:
        change = QPushButton(translate("KeysDialog", "Change key"), self)
        close = QPushButton(translate("KeysDialog", "Close"), self)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        for button, call in ((change, self.begin), (self.own, self._reset_one), (self.all_own, self._reset_all)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, call=call: call())
            row.addWidget(button)
        row.insertWidget(1, self.record)
        row.addStretch(1)
        theme.set_role(close, "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return row


def _names(said: list[str]) -> list[str]:
    """Return what each row is called: rows of one action, which has several keys, are numbered."""
    text, met, names = translate("KeysDialog", "{action} ({number} of {count})"), Counter[str](), []
    for action, count in ((action, said.count(action)) for action in said):
        met[action] += 1
        names.append(action if count == 1 else text.format(action=action, number=met[action], count=count))
    return names


def _how() -> str:
    return translate(
        "KeysDialog", "Choose an action, press Enter and then the new key. It works at once, and at every start."
    )
