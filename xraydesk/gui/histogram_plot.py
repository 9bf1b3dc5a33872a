"""The histogram of one film with the window as a region to drag. Imports pyqtgraph: only imported when it is opened."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.gui.picture import Picture
from xraydesk.imaging.radiograph import VoiFunction, Window

BINS = 256
MOST_VALUES = 400_000  # of a large film every n-th row and column is counted
HEIGHT = 120
LEAST_WIDTH = 1.0  # PS3.3 C.11.2.1.2: LINEAR needs 1 or more
REGION_ALPHA, HOVER_ALPHA = 46, 80


def counts(picture: Picture, bins: int = BINS) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the counts of the modality values, shape (bins,), and the edges of the bins, shape (bins + 1,)."""
    values = picture.radiograph.values
    step = max(1, int(np.sqrt(values.size / MOST_VALUES)))
    high = picture.high if picture.high > picture.low else picture.low + 1
    found, edges = np.histogram(values[::step, ::step], bins, (picture.low, high))
    return found, edges


class HistogramPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Values from left to right, how often from bottom to top (square root, so that rare values are seen)."""

    window_dragged = Signal(object)  # Window

    def __init__(self, parent: QWidget | None = None) -> None:
        colours = theme.current()
        super().__init__(parent, background=colours.colour("panel"))
        self._function = VoiFunction.LINEAR
        self._quiet = False
        self._picture: Picture | None = None
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("HistogramPlot", "Histogram of the film; the region is the window"))
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.hideAxis("left")
        self._dress_axis(item.getAxis("bottom"), colours)
        self.curve = pyqtgraph.PlotCurveItem(
            np.zeros(2),
            np.zeros(1),
            stepMode="center",
            fillLevel=0,
            brush=colours.colour("text_dim"),
            pen=colours.colour("text_dim"),
        )
        self.addItem(self.curve)
        self.region = _region(colours)
        self.addItem(self.region)
        self.region.sigRegionChanged.connect(self._dragged)

    def show_window(self, picture: Picture, window: Window) -> None:
        """Show a film's values and its window; the film is counted once."""
        if picture is not self._picture:
            self._picture = picture
            found, edges = counts(picture)
            self.curve.setData(edges, np.sqrt(found))
            self.setYRange(0, float(np.sqrt(found.max())), padding=0.02)
        if self._quiet:
            return  # the reader drags this very region
        self._function = window.function
        low, high = window.center - window.width / 2, window.center + window.width / 2
        self._quiet = True
        self.setXRange(min(picture.low, low), max(picture.high, high), padding=0.03)
        self.region.setRegion((low, high))
        self._quiet = False

    def sizeHint(self) -> QSize:
        """Ask for a thin strip."""
        return QSize(240, HEIGHT)

    def _dragged(self) -> None:
        if self._quiet:
            return
        low, high = self.region.getRegion()
        self._quiet = True
        self.window_dragged.emit(Window((low + high) / 2, max(LEAST_WIDTH, high - low), self._function))
        self._quiet = False

    def _dress_axis(self, axis: Any, colours: theme.Theme) -> None:  # noqa: ANN401 - pyqtgraph has no types
        axis.setPen(colours.colour("line"))
        axis.setTextPen(colours.colour("text_dim"))
        axis.setStyle(tickFont=theme.text_font(), tickLength=-4)
        axis.enableAutoSIPrefix(enable=False)


def _region(colours: theme.Theme) -> Any:  # noqa: ANN401 - pyqtgraph has no types
    plain, hovered = QColor(colours.colour("accent")), QColor(colours.colour("accent"))
    plain.setAlpha(REGION_ALPHA)
    hovered.setAlpha(HOVER_ALPHA)
    return pyqtgraph.LinearRegionItem(
        brush=plain,
        hoverBrush=hovered,
        pen=pyqtgraph.mkPen(colours.colour("accent"), width=2),
        hoverPen=pyqtgraph.mkPen(colours.colour("text"), width=2),
    )
