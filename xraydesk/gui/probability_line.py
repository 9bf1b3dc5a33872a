"""A probability on a line from 0 to 1, with the model's two thresholds marked on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from xraydesk.gui import theme, words
from xraydesk.gui.language import translate
from xraydesk.triage.assessment import Band

TRACK = 4
KNOB = 6.0
MARK = 8.0


class ProbabilityLine(QWidget):
    """Three zones between the thresholds, each in its band's colour, and a knob where the study stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score: float | None = None
        self._band: Band | None = None
        self._marks: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("ProbabilityLine", "Probability"))

    def set_value(
        self, score: float | None, band: Band | None, marks: tuple[float, float] | None, rates: str = ""
    ) -> None:
        """Show a probability (None: none) and the thresholds for rule-out and rule-in, where the model has them.

        ``rates`` says in words what the thresholds gave on validation; it stands in the tip.
        """
        self._score, self._band, self._marks = score, band, marks
        text = _sentence(words.probability(score), marks)
        self.setAccessibleDescription(text)
        self.setToolTip(f"{text}\n{rates}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the line and the words under it."""
        return QSize(200, 44)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(KNOB, 12 - TRACK / 2, self.width() - 2 * KNOB, TRACK)
        self._draw_zones(painter, track)
        if self._marks is not None:
            self._draw_marks(painter, track, self._marks)
        if self._score is not None:
            at = QPointF(track.left() + track.width() * self._score, track.center().y())
            painter.setPen(QPen(theme.current().colour("panel"), 2))
            painter.setBrush(theme.current().band(self._band))
            painter.drawEllipse(at, KNOB, KNOB)
        painter.end()

    def _draw_zones(self, painter: QPainter, track: QRectF) -> None:
        low, high = self._marks or (0.0, 1.0)
        bands = (Band.LOW, Band.UNCERTAIN, Band.LIKELY) if self._marks else (None, None, None)
        painter.setPen(Qt.PenStyle.NoPen)
        for band, left, right in zip(bands, (0.0, low, high), (low, high, 1.0), strict=True):
            colour = QColor(theme.current().band(band))
            colour.setAlpha(140)
            zone = QRectF(track.left() + left * track.width(), track.top(), (right - left) * track.width(), TRACK)
            painter.fillRect(zone, colour)

    def _draw_marks(self, painter: QPainter, track: QRectF, marks: tuple[float, float]) -> None:
        font = theme.text_font()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        colour = theme.current().colour("text_dim")
        low, high = words.figure(marks[0], ".2f"), words.figure(marks[1], ".2f")
        texts = [
            translate("ProbabilityLine", "rule-out {threshold}").format(threshold=low),
            translate("ProbabilityLine", "rule-in {threshold}").format(threshold=high),
        ]
        widths = [metrics.horizontalAdvance(text) for text in texts]
        places = [track.left() + mark * track.width() for mark in marks]
        room = float(self.width())
        first = min(max(places[0] - widths[0] / 2, 0.0), room - widths[0] - widths[1] - 12)
        second = min(max(places[1] - widths[1] / 2, first + widths[0] + 12), room - widths[1])
        painter.setPen(QPen(colour, 1.5))
        for place in places:
            painter.drawLine(QPointF(place, track.center().y() - MARK), QPointF(place, track.center().y() + MARK))
        for x, text in zip((first, second), texts, strict=True):
            painter.drawText(QPointF(max(0.0, x), track.center().y() + MARK + metrics.ascent() + 4), text)


def _sentence(probability: str, marks: tuple[float, float] | None) -> str:
    if marks is None:
        return translate("ProbabilityLine", "Probability {probability}").format(probability=probability)
    text = translate("ProbabilityLine", "Probability {probability}, rule-out below {low}, rule-in from {high}")
    return text.format(probability=probability, low=words.figure(marks[0], ".2f"), high=words.figure(marks[1], ".2f"))
