"""How a band looks: a shape and a word first, a colour second (the colours stand in the theme)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from xraydesk.gui.language import translate
from xraydesk.triage.assessment import Band


@dataclass(frozen=True, slots=True)
class BandLook:
    """Its words in English, marked for translation; `word` and `chip` say them in the window's language."""

    english: str
    english_chip: str

    @property
    def word(self) -> str:
        """Word for the panels."""
        return translate("Bands", self.english)

    @property
    def chip(self) -> str:
        """Word for the chip and the list, where there is less room."""
        return translate("BandChips", self.english_chip)


def _look(english: object, english_chip: object) -> BandLook:
    return BandLook(str(english), str(english_chip))


LOOKS: dict[Band, BandLook] = {
    Band.LIKELY: _look(QT_TRANSLATE_NOOP("Bands", "Likely abnormal"), QT_TRANSLATE_NOOP("BandChips", "Likely")),
    Band.UNCERTAIN: _look(QT_TRANSLATE_NOOP("Bands", "Uncertain"), QT_TRANSLATE_NOOP("BandChips", "Uncertain")),
    Band.NOT_ASSESSED: _look(
        QT_TRANSLATE_NOOP("Bands", "Not assessed"), QT_TRANSLATE_NOOP("BandChips", "Not assessed")
    ),
    Band.LOW: _look(QT_TRANSLATE_NOOP("Bands", "Low probability"), QT_TRANSLATE_NOOP("BandChips", "Low")),
}
PENDING = _look(QT_TRANSLATE_NOOP("Bands", "Waiting"), QT_TRANSLATE_NOOP("BandChips", "Waiting"))
HIDDEN = _look(QT_TRANSLATE_NOOP("Bands", "Hidden until your first verdict"), QT_TRANSLATE_NOOP("BandChips", "Hidden"))


def look(band: Band | None) -> BandLook:
    """Return how a band looks; None is a study that still waits for the model."""
    return PENDING if band is None else LOOKS[band]


def draw_shape(painter: QPainter, box: QRectF, band: Band | None, colour: QColor) -> None:
    """Draw the band's shape into ``box``: triangle, diamond, question mark in a square, ring; dots while waiting."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if band is Band.LIKELY:
        painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif band is Band.UNCERTAIN:
        middle = box.center()
        corners = [
            (middle.x(), box.top()),
            (box.right(), middle.y()),
            (middle.x(), box.bottom()),
            (box.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    elif band is Band.NOT_ASSESSED:
        _draw_question(painter, box, colour)
    elif band is Band.LOW:
        _outline(painter, colour)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        for n in range(3):
            painter.drawEllipse(QPointF(box.left() + box.width() * (n + 0.5) / 3, box.center().y()), 1.3, 1.3)
    painter.restore()


def _draw_question(painter: QPainter, box: QRectF, colour: QColor) -> None:
    _outline(painter, colour, 1.4)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    font = QFont(painter.font())
    font.setPixelSize(max(6, round(box.height() * 0.8)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _outline(painter: QPainter, colour: QColor, width: float = 1.8) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
