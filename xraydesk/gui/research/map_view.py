"""The map with what belongs to it: how to colour it, the legend, the chosen film, the gallery of the lasso."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xraydesk.gui import theme, words
from xraydesk.gui.language import translate
from xraydesk.gui.research import map_words
from xraydesk.gui.research.map_detail import MapDetail
from xraydesk.gui.research.map_groups import By, Grouping, grouping, title
from xraydesk.gui.research.map_legend import MapLegend
from xraydesk.gui.research.map_plot import MapPlot
from xraydesk.gui.shared.gallery import Gallery, GalleryItem
from xraydesk.gui.shared.gallery_pictures import Make, film_image

if TYPE_CHECKING:
    from xraydesk.research.image_map import Layout
    from xraydesk.research.map_data import MapData

_SIDE_WIDTH = 400
_NONE = np.zeros(0, np.int64)
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class MapView(QWidget):
    """Shows one layout; tells which image is to be opened."""

    open_wanted = Signal(str, object)  # study id, folder
    anew_wanted = Signal()
    look_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None, make: Make = film_image) -> None:
        super().__init__(parent)
        self.data: MapData | None = None
        self.layout_shown: Layout | None = None
        self.by = QComboBox(self)
        self.lasso = QToolButton(self)
        self.fit = QToolButton(self)
        self.in_sight = QToolButton(self)
        self.anew = QPushButton(self)
        self.plot = MapPlot(self)
        self.legend = MapLegend(self)
        self.detail = MapDetail(self, make)
        self.gallery = Gallery(self, make)
        self.heading = QLabel(self)
        self.about = QLabel(self)
        self.lacking = QLabel(self)
        self.look = QPushButton(self)
        self._chosen = -1
        self._rows: NDArray[np.int64] | None = None  # in the lasso
        self._grouping: Grouping | None = None
        self._build()
        self._connect()

    def show_map(self, data: MapData, layout: Layout) -> None:
        """Show a layout of these images; where only what is known of them changed, the part in sight stays."""
        before = self.layout_shown
        stays = before is not None and np.array_equal(before.points, layout.points)
        self.data, self.layout_shown = data, layout
        if not stays:
            self.plot.set_points(layout.points)
        self.plot.box.wipe()
        self._rows = None
        self._regroup()
        self.select(_NONE)
        self.detail.clear()
        self.plot.mark(-1)
        self.about.setText(map_words.about(data, layout))
        self.lacking.setText(map_words.lacking(data))
        for widget in (self.lacking, self.look):
            widget.setVisible(bool(data.lacking))

    def colour_by(self, by: By) -> None:
        """Let colours and shapes stand for something else."""
        self.by.setCurrentIndex(self.by.findData(by))

    def select(self, rows: NDArray[np.int64]) -> None:
        """Show images in the gallery, with rings on the map."""
        if self.data is None:
            return
        images = self.data.images
        self._rows = rows if len(rows) else None
        self._repaint()
        self.gallery.set_items([map_words.item(images[row], row) for row in rows.tolist()])
        text = translate("MapView", "{images} chosen").format(images=words.images(len(rows)))
        none = translate("MapView", "Draw a lasso around points to list their films here.")
        self.heading.setText(text if len(rows) else none)

    def choose(self, row: int) -> None:
        """Show one film and frame its point."""
        if self.data is None or not 0 <= row < len(self.data.images):
            return
        image = self.data.images[row]
        self.plot.mark(row)
        self.detail.show_image(map_words.item(image, row), map_words.detail(image, self.data))
        self._chosen = row

    def open_row(self, row: int) -> None:
        """Ask for an image's study to be shown at the reading desk."""
        if self.data is not None and 0 <= row < len(self.data.images):
            image = self.data.images[row]
            self.open_wanted.emit(image.study_id, image.folder)

    def close_tasks(self) -> None:
        """Stop making pictures and wait."""
        self.detail.close_tasks()
        self.gallery.close_tasks()

    # -- what is asked -----------------------------------------------------------------------------------------------

    def _regroup(self) -> None:
        if self.data is not None:
            self._grouping = grouping(self.data, By(self.by.currentData()))
            self.legend.show_groups(self._grouping)
            self._repaint()

    def _repaint(self) -> None:
        if self.layout_shown is not None and self._grouping is not None:
            self.plot.paint_groups(self._grouping, self.legend.hidden, self.layout_shown.placed, self._rows)

    def _from_gallery(self, item: GalleryItem | None) -> None:
        if item is not None and isinstance(item.key, int):
            self.choose(item.key)

    def _open_item(self, item: GalleryItem) -> None:
        self.open_wanted.emit(item.study_id, item.folder)

    def let_go(self) -> None:
        """Choose no images, take the lasso away."""
        self.plot.box.wipe()
        self.select(_NONE)

    def _list_in_sight(self) -> None:
        self.plot.box.wipe()
        self.select(self.plot.in_sight())
        if self.gallery.count:
            self.gallery.setFocus()

    # -- putting together --------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.let_go, context=_HERE)
        self.by.currentIndexChanged.connect(self._regroup)
        self.legend.changed.connect(self._repaint)
        self.lasso.toggled.connect(self.plot.lasso)
        self.fit.clicked.connect(self.plot.fit)
        self.in_sight.clicked.connect(self._list_in_sight)
        self.plot.chosen.connect(self.choose)
        self.plot.opened.connect(self.open_row)
        self.plot.selected.connect(self.select)
        self.plot.said.connect(self.said)
        self.plot.failed.connect(self.said)
        self.gallery.chosen.connect(self._from_gallery)
        self.gallery.opened.connect(self._open_item)
        self.detail.open_wanted.connect(lambda: self.open_row(self._chosen))
        self.anew.clicked.connect(self.anew_wanted)
        self.look.clicked.connect(self.look_wanted)

    def _build(self) -> None:
        for by in By:
            self.by.addItem(title(by), by)
        self.by.setAccessibleName(translate("MapView", "Colours and shapes stand for"))
        self._name(self.lasso, translate("MapView", "Lasso"), translate("MapView", "Draw around points (L, or Shift)"))
        self._name(self.fit, translate("MapView", "Whole map"), translate("MapView", "Bring all points into sight"))
        tip = translate("MapView", "List the images whose points are in sight (V)")
        self._name(self.in_sight, translate("MapView", "List those in sight"), tip)
        self.lasso.setCheckable(True)
        for key, button in ((Qt.Key.Key_L, self.lasso), (Qt.Key.Key_V, self.in_sight)):
            QShortcut(QKeySequence(key), self, button.click, context=_HERE)
        self.anew.setText(translate("MapView", "Draw anew"))
        self.anew.setToolTip(translate("MapView", "Compute the map of all these images again"))
        self.look.setText(translate("MapView", "Have the model look at the films again"))
        for label in (self.about, self.lacking, self.heading):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.about, "dim")
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self._map_half())
        halves.addWidget(self._side_half())
        halves.setStretchFactor(0, 1)
        halves.setChildrenCollapsible(False)
        halves.setSizes([1000, _SIDE_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(halves, 1)

    def _map_half(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setSpacing(2 * theme.GRID)
        for widget in (self.by, self.lasso, self.fit, self.in_sight):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.anew)
        missing = QHBoxLayout()
        missing.addWidget(self.lacking, 1)
        missing.addWidget(self.look)
        half = QWidget(self)
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        column.addLayout(bar)
        column.addWidget(self.plot, 1)
        column.addLayout(missing)
        column.addWidget(self.about)
        return half

    def _side_half(self) -> QWidget:
        half = QWidget(self)
        half.setMinimumWidth(_SIDE_WIDTH)
        column = QVBoxLayout(half)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(3 * theme.GRID)
        column.addWidget(self.legend)
        column.addWidget(self.detail)
        column.addWidget(self.heading)
        column.addWidget(self.gallery, 1)
        return half

    @staticmethod
    def _name(button: QToolButton, text: str, tip: str) -> None:
        button.setText(text)
        button.setToolTip(tip)
