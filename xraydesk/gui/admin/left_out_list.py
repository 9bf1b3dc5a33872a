"""What is left out of a source by hand, with who, when and why; taken in again from here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.shared.figures_table import Cell, Column, FiguresTable, Row
from xraydesk.gui.shared.sheet import Sentence

if TYPE_CHECKING:
    from xraydesk.admin.data import DataSource
    from xraydesk.admin.exclusions import Exclusion
    from xraydesk.admin.inspection import Inspection


class LeftOutList(QWidget):
    """A line a film, the last one first."""

    take_in_wanted = Signal(object)  # keys of films

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none = Sentence(parent=self)
        theme.set_role(self.none, "dim")
        self.table = FiguresTable(translate("LeftOutList", "Films left out by hand"), self)
        self.button = QPushButton(translate("LeftOutList", "Take in again …"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        column.addWidget(self.none)
        column.addWidget(self.table)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.button.clicked.connect(lambda: self.take_in_wanted.emit(self.chosen))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the films whose lines are chosen."""
        rows = self.table.rows()
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(str(rows[place].key) for place in places)

    def show_rows(self, rows: Sequence[Exclusion], found: Inspection, source: DataSource) -> None:
        """Show what is left out; a film that is not in the folder any more stands with the begin of its content."""
        paths = {key: image.path for key, image in zip(found.looked.keys, found.looked.table.images, strict=True)}
        columns = (
            Column(translate("LeftOutList", "Film"), words=True),
            Column(translate("LeftOutList", "Reason"), words=True),
            Column(translate("LeftOutList", "By"), words=True),
            Column(translate("LeftOutList", "Since"), words=True),
        )
        lines = []
        for row in reversed(rows):
            path = paths.get(row.content_hash)
            place = path.relative_to(source.folder) if path and path.is_relative_to(source.folder) else path
            name = str(place) if place else translate("LeftOutList", "{content} (not in the folder any more)").format(
                content=row.content_hash[:12])  # fmt: skip
            since = row.at.astimezone().strftime("%Y-%m-%d %H:%M")
            lines.append(Row((Cell(name), Cell(row.reason), Cell(row.author), Cell(since)), key=row.content_hash))
        self.table.show_rows(columns, lines)
        self.none.say("" if rows else translate("LeftOutList", "No film is left out."))
        self.table.setVisible(bool(rows))
        self.button.setVisible(bool(rows))
        self._chosen()

    def _chosen(self, *_: object) -> None:
        self.button.setEnabled(bool(self.chosen))
