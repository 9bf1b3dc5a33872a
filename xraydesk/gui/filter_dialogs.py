"""The two small windows of saved filters: one gives a name, the other renames and deletes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.gui import theme
from xraydesk.gui.filter_words import description, shown_name
from xraydesk.gui.language import translate
from xraydesk.gui.saved_filters import SavedFilter, find, renamed

SEARCH_IS_KEPT = cast(
    str,
    QT_TRANSLATE_NOOP(
        "SaveDialog",
        "The search text is kept with the filter, in the settings file on this computer. "
        "If it is a patient's name or number, that name or number is kept.",
    ),
)
LONGEST = 60  # letters of a name
WIDTH = 420


class SaveDialog(QDialog):
    """Asks for the name of the filter on screen, says what is kept, and hands over the filter with its name."""

    def __init__(
        self,
        shown: SavedFilter,
        known: Sequence[SavedFilter],
        keep: Callable[[SavedFilter], object],
        parent: QWidget | None = None,
        *,
        veiled: bool = False,
    ) -> None:
        super().__init__(parent)
        self._shown, self._known, self._keep = shown, known, keep
        self.setWindowTitle(translate("SaveDialog", "Save the filter"))
        self.what = QLabel(description(shown, veiled=veiled), self)
        self.warning = QLabel(translate("SaveDialog", SEARCH_IS_KEPT) if shown.filter.text else "", self)
        self.name = QLineEdit(self)
        self.state = QLabel(self)
        self.save = QPushButton(translate("SaveDialog", "Save"), self)
        self._build()
        self._typed()

    def _typed(self) -> None:
        name = self.name.text().strip()
        self.save.setEnabled(bool(name))
        replaces = translate("SaveDialog", "“{name}” is there already. It will be replaced.").format(name=name)
        self.state.setText(replaces if name and find(self._known, name) else "")
        self.resize(WIDTH, max(self.height(), self._column.totalHeightForWidth(WIDTH)))  # lines that wrap need more

    def _done(self) -> None:
        self._keep(replace(self._shown, name=self.name.text().strip()))
        self.accept()

    def _build(self) -> None:
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(translate("SaveDialog", "Name of the filter"))
        self.name.setAccessibleName(translate("SaveDialog", "Name of the filter"))
        self.name.textChanged.connect(self._typed)
        self.warning.setVisible(bool(self.warning.text()))
        theme.set_role(self.what, "dim")
        theme.set_role(self.save, "primary")
        self.save.setAutoDefault(False)  # Enter in the field presses it
        self.name.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self._done)
        cancel = QPushButton(translate("SaveDialog", "Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._column = _column(self, (self.what, self.warning, self.name, self.state))
        self._column.addLayout(_row((self.save,), cancel))
        self.name.setFocus()


class FiltersDialog(QDialog):
    """Lists the saved filters, to be renamed in place or deleted."""

    def __init__(
        self,
        known: Sequence[SavedFilter],
        keep: Callable[[tuple[SavedFilter, ...]], object],
        parent: QWidget | None = None,
        *,
        veiled: bool = False,
    ) -> None:
        super().__init__(parent)
        self._known = tuple(known)
        self._keep = keep
        self._veiled = veiled
        self.setWindowTitle(translate("FiltersDialog", "Saved filters"))
        self.list = QListWidget(self)
        self.state = QLabel(_how(), self)
        self.rename = QPushButton(translate("FiltersDialog", "Rename"), self)
        self.delete = QPushButton(translate("FiltersDialog", "Delete"), self)
        self._build()
        self._fill(0)

    def _fill(self, chosen: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for number, saved in enumerate(self._known, start=1):
            item = QListWidgetItem(shown_name(saved, number, veiled=self._veiled), self.list)
            item.setToolTip(description(saved, veiled=self._veiled))
            if not (self._veiled and saved.filter.text):
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.setCurrentRow(min(chosen, self.list.count() - 1))
        self.list.blockSignals(False)
        for button in (self.rename, self.delete):
            button.setEnabled(bool(self._known))

    def _begin(self) -> None:
        if self.list.currentItem() is not None:
            self.list.editItem(self.list.currentItem())

    def _renamed(self, item: QListWidgetItem) -> None:
        place, name = self.list.row(item), item.text().strip()[:LONGEST]
        before = self._known[place]
        other = find((saved for saved in self._known if saved is not before), name)
        if name and other is None:
            self._change(renamed(self._known, before.name, name), _how())
        elif other is not None:
            taken = translate("FiltersDialog", "Another filter is called “{name}”. Choose another name.")
            self.state.setText(taken.format(name=name))
        self._fill(place)

    def _delete(self) -> None:
        place = self.list.currentRow()
        if place >= 0:
            deleted = translate("FiltersDialog", "“{name}” is deleted.").format(name=self.list.currentItem().text())
            words = deleted if len(self._known) > 1 else translate("FiltersDialog", "No filter is saved.")
            self._change((*self._known[:place], *self._known[place + 1 :]), words)
            self._fill(place)

    def _change(self, known: tuple[SavedFilter, ...], words: str) -> None:
        self._known = known
        self.state.setText(words)
        self._keep(known)

    def _build(self) -> None:
        self.list.setAccessibleName(translate("FiltersDialog", "Saved filters"))
        self.list.itemChanged.connect(self._renamed)
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed | QListWidget.EditTrigger.DoubleClicked)
        self.rename.clicked.connect(self._begin)
        self.delete.clicked.connect(self._delete)
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._delete)
        close = QPushButton(translate("FiltersDialog", "Close"), self)
        theme.set_role(close, "primary")
        close.clicked.connect(self.accept)
        column = _column(self, (self.state, self.list))
        column.addLayout(_row((self.rename, self.delete), close))
        for button in (self.rename, self.delete, close):
            button.setAutoDefault(False)
        self.list.setFocus()
        self.resize(WIDTH, 320)


def _how() -> str:
    return translate("FiltersDialog", "F2 renames the chosen filter, Del deletes it.")


def _column(dialog: QDialog, widgets: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(3 * theme.GRID)
    for widget in widgets:
        column.addWidget(widget)
        if isinstance(widget, QLabel):
            widget.setWordWrap(True)
            widget.setTextFormat(Qt.TextFormat.PlainText)
    return column


def _row(left: Sequence[QPushButton], right: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * theme.GRID)
    for button in left:
        row.addWidget(button)
    row.addStretch(1)
    row.addWidget(right)
    return row
