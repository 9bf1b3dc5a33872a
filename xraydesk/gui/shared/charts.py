"""The look of every chart. Imports pyqtgraph: only imported when a page with charts is opened.

Series differ by colour, by dash and by mark, and each is named in the legend: nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph
from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import marked
from xraydesk.gui.shared.chart_menu import chart_menu
from xraydesk.gui.shared.legend_place import emptiest_corner

COLOURS = 8
SYMBOLS = ("o", "s", "t1", "d", "star", "t", "t3", "t2")
DASHES: tuple[Sequence[float], ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3), (10, 4), (4, 2, 1, 2))
LINE_WIDTH, THIN = 2, 1
BAND_ALPHA = 48
MARK, STAR = 9, 13
LEGEND_ALPHA, INSET = 224, 12
SQUARE_EDGE = 0.05  # with less the number of the last tick has no room
MESSAGE_WIDTH = 280
SIZE = QSize(360, 280)


def series_colour(number: int) -> QColor:
    """Return the colour of the n-th series in the theme that is worn."""
    return theme.current().colour(f"series_{number % COLOURS + 1}")


def series_pen(number: int, width: float = LINE_WIDTH) -> QPen:
    """Return the pen of the n-th series: its colour and its dashes."""
    pen = pyqtgraph.mkPen(series_colour(number), width=width)
    dashes = DASHES[number % len(DASHES)]
    if dashes:
        pen.setDashPattern([dash * LINE_WIDTH / width for dash in dashes])
    return pen


class Axis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """Numbers with the marks of the window's language."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Return what stands at the ticks."""
        return [marked(text) for text in super().tickStrings(values, scale, spacing)]


class Chart(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Axes with titles, lines, points with bars, and a menu to save or copy the picture.

    Parameters
    ----------
    name
        What it shows, for a screen reader and as the name of a saved picture.
    x_title, y_title
        Of the axes.
    movable
        Whether wheel and drag zoom and pan; else the wheel scrolls the page.
    """

    said = Signal(str)  # a sentence: saved, copied
    failed = Signal(str)
    _settles = False  # the legend, by itself

    def __init__(
        self, name: str, x_title: str, y_title: str, parent: QWidget | None = None, *, movable: bool = False
    ) -> None:
        axes = {side: Axis(side) for side in ("bottom", "left")}
        super().__init__(parent, background=theme.current().colour("panel"), axisItems=axes)
        self.name = name
        self._movable = movable
        self.item = self.getPlotItem()
        self._message: Any = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(200)
        self.item.setMenuEnabled(False)
        self.item.hideButtons()
        self.item.layout.setContentsMargins(theme.GRID, 2 * theme.GRID, 3 * theme.GRID, theme.GRID)
        self.item.setMouseEnabled(x=movable, y=movable)
        self.item.showGrid(x=True, y=True, alpha=0.12)
        self._dress("bottom", x_title)
        self._dress("left", y_title)
        ground = QColor(theme.current().colour("panel"))
        ground.setAlpha(LEGEND_ALPHA)
        self.legend = self.item.addLegend(
            offset=(-INSET, -INSET),
            brush=ground,
            labelTextColor=theme.current().colour("text"),
            labelTextSize=f"{theme.TEXT_PX - 1}px",
        )

    def wipe(self) -> None:
        """Take everything off the chart; axes and titles stay."""
        self.item.clear()
        self.legend.clear()
        self.legend.show()
        self._message = None

    def say(self, sentence: str) -> None:
        """Stand a sentence where the lines would be."""
        self.wipe()
        self.legend.hide()  # its empty box would cover the words
        self._message = pyqtgraph.TextItem(sentence, color=theme.current().colour("text_dim"), anchor=(0.5, 0.5))
        self._message.setFont(theme.text_font())
        self._message.setTextWidth(MESSAGE_WIDTH)
        self.item.addItem(self._message, ignoreBounds=True)
        self._place_message()
        self.describe(sentence)

    def describe(self, words: str) -> None:
        """Tell in words what is drawn, for those who do not see it."""
        self.setAccessibleDescription(words)

    def line(self, x: ArrayLike, y: ArrayLike, name: str = "", *, series: int = 0, marks: bool = False) -> Any:  # noqa: ANN401 - pyqtgraph has no types
        """Draw a line, with the series' mark at each point where asked; NaN breaks it."""
        return self.item.plot(
            np.asarray(x, np.float64),
            np.asarray(y, np.float64),
            pen=series_pen(series),
            name=name or None,
            connect="finite",
            **(self._mark(series) if marks else {}),
        )

    def points(
        self,
        x: ArrayLike,
        y: ArrayLike,
        name: str = "",
        *,
        series: int = 0,
        left: ArrayLike | None = None,
        right: ArrayLike | None = None,
        low: ArrayLike | None = None,
        high: ArrayLike | None = None,
    ) -> Any:  # noqa: ANN401 - pyqtgraph has no types
        """Draw points, with bars from left to right and from low to high where these are given."""
        at, to = np.asarray(x, np.float64), np.asarray(y, np.float64)
        if left is not None and right is not None:
            self._bars(at, to, left=at - np.asarray(left), right=np.asarray(right) - at, series=series)
        if low is not None and high is not None:
            self._bars(at, to, bottom=to - np.asarray(low), top=np.asarray(high) - to, series=series)
        return self.item.plot(at, to, pen=None, name=name or None, **self._mark(series))

    def band(self, x: ArrayLike, low: ArrayLike, high: ArrayLike, *, series: int = 0) -> None:
        """Shade between two lines."""
        at = np.asarray(x, np.float64)
        edges = [pyqtgraph.PlotCurveItem(at, np.asarray(edge, np.float64), pen=None) for edge in (low, high)]
        shade = QColor(series_colour(series))
        shade.setAlpha(BAND_ALPHA)
        for part in (*edges, pyqtgraph.FillBetweenItem(*edges, brush=shade)):
            self.item.addItem(part)

    def rule(self, at: float, words: str = "", *, upright: bool = False) -> Any:  # noqa: ANN401 - pyqtgraph has no types
        """Draw a thin dotted line across the whole chart, with words beside it."""
        pen = pyqtgraph.mkPen(theme.current().colour("text_dim"), width=THIN, style=Qt.PenStyle.DotLine)
        options = {"position": 0.95, "color": theme.current().colour("text_dim"), "anchors": [(1, 1), (1, 1)]}
        rule = pyqtgraph.InfiniteLine(
            at, 90 if upright else 0, pen=pen, label=words or None, labelOpts=options if words else None
        )
        self.item.addItem(rule, ignoreBounds=True)
        return rule

    def diagonal(self, name: str = "") -> None:
        """Draw the line from 0, 0 to 1, 1: chance, or what would be well calibrated."""
        pen = pyqtgraph.mkPen(theme.current().colour("text_dim"), width=THIN, style=Qt.PenStyle.DotLine)
        self.item.plot([0.0, 1.0], [0.0, 1.0], pen=pen, name=name or None)

    def square(self) -> None:
        """Show shares from 0 to 1 both ways."""
        self.setXRange(0, 1, padding=SQUARE_EDGE)
        self.setYRange(0, 1, padding=SQUARE_EDGE)

    def put_legend(self, *, left: bool = False, top: bool = False, columns: int = 1) -> None:
        """Put the legend into a corner, where the lines leave room; it begins at the lower right."""
        self.legend.setColumnCount(columns)
        corner, offset = (0 if left else 1, 0 if top else 1), (INSET if left else -INSET, INSET // 2 if top else -INSET)
        self.legend.anchor(corner, corner, offset=offset)

    def settle_legend(self) -> None:
        """Put the legend into the corner where it covers least of lines and words, and again with every size."""
        self._settles = True
        box, view = self.legend.boundingRect(), self.item.vb.viewRect()
        if view.width() and view.height() and not self.item.vb.size().isEmpty():
            left, top = emptiest_corner(self.item, box.width() + INSET, box.height() + INSET)
            self.put_legend(left=left, top=top)

    def ticks(self, side: str, names: Sequence[str]) -> None:
        """Write names at 0, 1, 2... of an axis ("left" or "bottom")."""
        self.item.getAxis(side).setTicks([list(enumerate(names))])

    def sizeHint(self) -> QSize:
        """Ask for room to see something."""
        return SIZE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the legend off the lines."""
        super().resizeEvent(event)
        if self._settles:
            self.settle_legend()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page where the chart does not move."""
        if self._movable:
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy or save the picture; by the menu key, too."""
        menu = chart_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the chart has the focus."""
        super().focusInEvent(event)
        self.item.vb.setBorder(pyqtgraph.mkPen(theme.current().colour("accent"), width=LINE_WIDTH))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.item.vb.setBorder(None)

    def changeEvent(self, event: QEvent) -> None:
        """Keep a sentence in the middle."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_message()

    def _place_message(self) -> None:
        if self._message is not None:
            self.square()
            self._message.setPos(0.5, 0.5)

    def _bars(self, x: Any, y: Any, *, series: int, **lengths: Any) -> None:  # noqa: ANN401 - pyqtgraph has no types
        pen = pyqtgraph.mkPen(series_colour(series), width=THIN)
        self.item.addItem(pyqtgraph.ErrorBarItem(x=x, y=y, pen=pen, beam=0, **lengths))

    def _mark(self, series: int) -> dict[str, Any]:
        colour = series_colour(series)
        return {
            "symbol": SYMBOLS[series % len(SYMBOLS)],
            "symbolSize": STAR if SYMBOLS[series % len(SYMBOLS)] == "star" else MARK,
            "symbolPen": pyqtgraph.mkPen(theme.current().colour("panel"), width=THIN),
            "symbolBrush": colour,
        }

    def _dress(self, side: str, title: str) -> None:
        axis = self.item.getAxis(side)
        axis.setPen(theme.current().colour("control_line"))
        axis.setTextPen(theme.current().colour("text_dim"))
        axis.setStyle(tickFont=theme.text_font(theme.TEXT_PX - 1), tickLength=-4)
        axis.setStyle(hideOverlappingLabels=False)  # else a 1.0 at the edge has no number
        axis.enableAutoSIPrefix(enable=False)
        axis.setLabel(title, color=theme.current().colour("text").name())
        axis.label.setFont(theme.text_font())
