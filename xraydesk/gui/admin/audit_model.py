"""The entries of the audit log as rows for Qt: a long log is drawn row by row, as it is scrolled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xraydesk.gui.admin import audit_words

if TYPE_CHECKING:
    from xraydesk.admin.audit import Entry

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class AuditModel(QAbstractTableModel):
    """Entries, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = audit_words.heads()
        self._all: tuple[Entry, ...] = ()
        self.shown: list[Entry] = []

    def put(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self._all = tuple(entries)
        self.search("")

    def search(self, text: str) -> None:
        """Show those entries that hold every word of a text, in the window's words or the log's own."""
        self.beginResetModel()
        words = text.casefold().split()
        self.shown = [entry for entry in self._all if _holds(entry, words)]
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many entries there are in all."""
        return len(self._all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return audit_words.cells(self.shown[index.row()])[index.column()]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0 else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title."""
        wanted = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if wanted else None


def _holds(entry: Entry, words: Sequence[str]) -> bool:
    text = " ".join(audit_words.cells(entry)).casefold()
    return all(word in text or word in entry.action for word in words)
