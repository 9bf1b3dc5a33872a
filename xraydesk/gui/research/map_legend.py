"""What shapes and colours of the map mean, how many images each stands for; a group can be hidden."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.research.map_groups import Group, Grouping
from xraydesk.gui.words import figure

_SIDE = 14  # pixels
_ONE_COLUMN = 7  # groups; more stand in two
_SCALE = 4  # drawn larger and brought down, so that it is sharp on dense screens


class MapLegend(QWidget):
    """A line for each group."""

    changed = Signal()  # a group was hidden or shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[QCheckBox] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)  # words do not move the map
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GRID)
        self._grid.setHorizontalSpacing(3 * theme.GRID)

    def show_groups(self, grouping: Grouping) -> None:
        """Show other groups, none hidden."""
        for box in self.boxes:
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = [self._box(group) for group in grouping.groups]
        down = len(self.boxes) if len(self.boxes) <= _ONE_COLUMN else -(-len(self.boxes) // 2)
        for number, box in enumerate(self.boxes):
            self._grid.addWidget(box, number % down, number // down)

    @property
    def hidden(self) -> frozenset[int]:
        """The numbers of the groups that are hidden."""
        return frozenset(number for number, box in enumerate(self.boxes) if not box.isChecked())

    def _box(self, group: Group) -> QCheckBox:
        text = translate("MapLegend", "{word} ({count})").format(word=group.word, count=figure(group.count))
        box = QCheckBox(text.replace("&", "&&"), self)
        box.setIcon(_icon(group))
        box.setIconSize(QSize(_SIDE, _SIDE))
        box.setChecked(True)
        box.setToolTip(translate("MapLegend", "Show or hide these images"))
        box.toggled.connect(self.changed)
        return box


def _icon(group: Group) -> QIcon:
    size = _SIDE * _SCALE
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    painter.scale(size * 0.85, size * 0.85)
    painter.fillPath(pyqtgraph.graphicsItems.ScatterPlotItem.Symbols[group.symbol], group.colour)
    painter.end()
    return QIcon(pixmap)
