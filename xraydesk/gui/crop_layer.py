"""Outlines of the parts of a film that the model judged, each with what it said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from xraydesk.gui import corner_text, theme
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.orientation import UPRIGHT, Orientation
from xraydesk.gui.view_transform import ViewTransform
from xraydesk.gui.words import figure

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

_EDGE = QColor(255, 255, 255, 200)  # told from the film by its dark rim, not by a colour
_RIM = QColor(0, 0, 0, 150)
_WORDS = cast(
    dict[str, str],  # by the header's laterality
    {
        "R": QT_TRANSLATE_NOOP("CropLayer", "judged: right {part} {probability}"),
        "L": QT_TRANSLATE_NOOP("CropLayer", "judged: left {part} {probability}"),
        "": QT_TRANSLATE_NOOP("CropLayer", "judged: {part} {probability}"),
    },
)


@dataclass(frozen=True, slots=True)
class JudgedCrop:
    """A part of a film in shares of its height and width, and the words beside it; the numbers come from the first."""

    row: float
    column: float
    height: float
    width: float
    words: str
    drives: bool

    def area(self, rows: int, columns: int, view: ViewTransform, hanging: Orientation = UPRIGHT) -> QRectF:
        """Return where it lies in physical screen pixels."""
        first, opposite = (
            hanging.hang(column * columns, row * rows, columns, rows)
            for column, row in ((self.column, self.row), (self.column + self.width, self.row + self.height))
        )
        left, top = min(first[0], opposite[0]), min(first[1], opposite[1])
        across, down = abs(first[0] - opposite[0]), abs(first[1] - opposite[1])
        return QRectF(view.x + left * view.scale, view.y + top * view.scale, across * view.scale, down * view.scale)


def judged_crops(desk: Desk, study_id: str, index: int) -> tuple[JudgedCrop, ...]:
    """Return what the model judged of an image; empty where it judged the whole film, or none of it.

    The header's laterality names the side of an only joint. Of two, the place on the film says which is which.
    """
    regions = desk.assessment(study_id).images[index].regions
    laterality = desk.study(study_id).instances[index].header.laterality
    text = translate("CropLayer", _WORDS[laterality if laterality in _WORDS and len(regions) == 1 else ""])
    crops = []
    for number, region in enumerate(regions):
        words = text.format(part=said(region.name), probability=figure(region.probabilities[0], ".2f"))
        crops.append(JudgedCrop(region.row, region.column, region.height, region.width, words, drives=number == 0))
    return tuple(crops)


def draw(
    painter: QPainter,
    crops: Sequence[JudgedCrop],
    film: tuple[int, int],
    view: ViewTransform,
    hanging: Orientation = UPRIGHT,
) -> None:
    """Draw thin outlines with their words.

    Parameters
    ----------
    painter
        In logical pixels.
    crops
        An outline is solid where the film's numbers come from it and dashed otherwise.
    film
        Rows and columns.
    view
        In physical pixels.
    hanging
        How the film hangs.
    """
    ratio = painter.device().devicePixelRatioF()
    font = theme.text_font()
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for crop in crops:
        found = crop.area(*film, view, hanging)
        area = QRectF(found.x() / ratio, found.y() / ratio, found.width() / ratio, found.height() / ratio)
        painter.setPen(QPen(_RIM, 3))
        painter.drawRect(area)
        painter.setPen(QPen(_EDGE, 1, Qt.PenStyle.SolidLine if crop.drives else Qt.PenStyle.DashLine))
        painter.drawRect(area)
        plate = QRectF(
            area.topLeft() + QPointF(1, 1),
            QPointF(area.left() + metrics.horizontalAdvance(crop.words) + 2 * corner_text.PAD, area.top() + 1),
        )
        plate.setHeight(metrics.lineSpacing() + corner_text.PAD)
        painter.fillRect(plate, corner_text.PLATE)
        painter.setPen(corner_text.INK)
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), crop.words)
