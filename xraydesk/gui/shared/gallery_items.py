"""What a gallery shows: films with a few words each, as a list for Qt's views."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class GalleryItem:
    """One film. ``key`` is its own within the gallery, so that its picture is kept while the list changes."""

    key: Hashable
    study_id: str
    folder: Path
    path: Path
    frame: int = 0
    lines: tuple[str, ...] = ()  # below the film, the most important first
    badge: str = ""  # on the film: tags, a mark; short


class GalleryModel(QAbstractListModel):
    """The items in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[GalleryItem, ...] = ()
        self._rows: dict[Hashable, int] = {}

    @property
    def items(self) -> tuple[GalleryItem, ...]:
        """What is shown."""
        return self._items

    def set_items(self, items: Sequence[GalleryItem]) -> None:
        """Show other films."""
        self.beginResetModel()
        self._items = tuple(items)
        self._rows = {item.key: row for row, item in enumerate(self._items)}
        self.endResetModel()

    def replace(self, item: GalleryItem) -> None:
        """Show other words for a film that is in the list."""
        row = self._rows.get(item.key)
        if row is not None:
            self._items = (*self._items[:row], item, *self._items[row + 1 :])
            self.touch(item.key)

    def touch(self, key: Hashable) -> None:
        """Draw a film anew."""
        row = self._rows.get(key)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def row_of(self, key: Hashable) -> int | None:
        """Return where a film stands."""
        return self._rows.get(key)

    def item(self, row: int) -> GalleryItem | None:
        """Return the film of a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many films there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a film, for screen readers and tool tips."""
        item = self.item(index.row())
        if item is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (*item.lines, item.badge) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (*item.lines, item.badge) if part)
        return None
