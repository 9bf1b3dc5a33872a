"""The band of a study as the findings panel shows it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from xraydesk.gui import bands, theme, words
from xraydesk.triage.assessment import Band


class BandLine(QWidget):
    """The band in shape, word and colour, with the probability large beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._band: Band | None = None
        self._words = ""
        self._number = ""
        self.setFixedHeight(28)

    def set_value(self, band: Band | None, score: float | None, label: str) -> None:
        """Show a band, and the probability of a label where there is one."""
        self._band = band
        self._words = bands.look(band).word
        self._number = "" if score is None else f"{label}: {words.probability(score)}"
        self.setFixedHeight(48 if self._number else 28)
        self.setAccessibleName(f"{self._words}. {self._number}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """Draw shape and word, the finding and its probability under them."""
        painter = QPainter(self)
        colour = theme.current().band(self._band)
        bands.draw_shape(painter, QRectF(0, 5, 16, 16), self._band, colour)
        painter.setFont(theme.text_font(theme.LARGE_PX))
        painter.setPen(colour)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(24, 0, self.width() - 24, 26), left, self._words)
        painter.setFont(theme.text_font())
        painter.setPen(theme.current().colour("text"))
        painter.drawText(QRectF(24, 28, self.width() - 24, 20), left, self._number)
        painter.end()
