"""A place for the histogram in the right panel; closed, it costs nothing: pyqtgraph is loaded at the first opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.language import translate
from xraydesk.imaging.radiograph import Voi

if TYPE_CHECKING:
    from xraydesk.gui.histogram_plot import HistogramPlot


class HistogramPanel(QFrame):
    """Follows the film on the active canvas while it is open."""

    def __init__(self, canvas: FilmCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self._canvas = canvas
        self.plot: HistogramPlot | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(theme.GRID)
        heading = QLabel(translate("HistogramPanel", "Histogram"), self)
        theme.set_role(heading, "heading")
        self._column.addWidget(heading)
        canvas.window_changed.connect(self.follow)
        self.hide()

    def watch(self, canvas: FilmCanvas) -> None:
        """Follow another canvas from now on."""
        self._canvas.window_changed.disconnect(self.follow)
        self._canvas = canvas
        canvas.window_changed.connect(self.follow)
        self.follow()

    def set_open(self, wanted: bool) -> None:
        """Open or close the strip."""
        self.setVisible(wanted)
        self.follow()

    def follow(self) -> None:
        """Show the values and the window of the film on screen."""
        picture, voi = self._canvas.picture, self._canvas.voi
        if self.isHidden():
            return
        if self.plot is None:
            if picture is not None:
                QTimer.singleShot(0, self, self._make_plot)  # the film first
            return
        self.plot.setVisible(picture is not None)
        if picture is not None and voi is not None:
            self.plot.show_window(picture, picture.as_window(voi))

    def _set_window(self, voi: Voi) -> None:
        self._canvas.set_voi(voi)

    def _make_plot(self) -> None:
        if self.plot is None:
            from xraydesk.gui.histogram_plot import HistogramPlot  # late: it takes half a second to load

            self.plot = HistogramPlot(self)
            self.plot.window_dragged.connect(self._set_window)
            self._column.addWidget(self.plot)
            self.follow()
