"""What stands in the corners of the image, and how it is kept readable on any film."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from xraydesk.gui import theme
from xraydesk.gui.identity import HIDDEN
from xraydesk.gui.language import translate
from xraydesk.gui.messages import said
from xraydesk.gui.words import age_sex, date_time, figure, person_name
from xraydesk.imaging.radiograph import Header, Radiograph, SpacingKind, Window

MARGIN = 12
NARROW = 400  # below, nothing stands beside the bottom left corner: `bottom_right` goes above it
TINY = 200  # a film so narrow has no words side by side at all
PAD = 4
WIDEST = 360.0  # of words in a corner before they are wrapped
INK = QColor(236, 240, 243)
PLATE = QColor(0, 0, 0, 150)  # white on this reaches 4.5:1 even over white bone


@dataclass(frozen=True, slots=True)
class Corners:
    """Lines for each corner, top to bottom."""

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()
    bottom_left: tuple[str, ...] = ()
    size: str = ""  # of the film, in the bottom left corner, too
    neutral: tuple[str, ...] = field(default_factory=lambda: (_hidden(),))  # for the top left while identity is hidden
    mark: str = ""  # laterality, large, above the lines of the top right corner
    banner: str = ""  # across the top: which of several studies this is
    neutral_banner: str = ""  # the same without a date
    prior: bool = False  # an earlier study: its banner is dark on light

    @property
    def short(self) -> Corners:
        """What of it stands on a small film: who, the image's number, what was taken and the side."""
        return replace(
            self, top_left=self.top_left[:2], neutral=self.neutral[:1], top_right=self.top_right[:1], size=""
        )

    @property
    def shortest(self) -> Corners:
        """What of it stands on a tiny film: who, the image's number, and the side as a large mark."""
        return replace(self.short, top_right=(), bottom_left=self.bottom_left[:1])


def identity_lines(header: Header, label: str) -> tuple[str, ...]:
    """Return who this is: name, id, age and sex."""
    first = person_name(header.patient_name) or header.patient_id or label
    second = header.patient_id if header.patient_name else ""
    return tuple(line for line in (first, second, age_sex(header.age_years, header.sex)) if line)


def neutral_lines(header: Header, name: str) -> tuple[str, ...]:
    """Return what may be said of the patient while identity is hidden: the study's neutral name, age and sex."""
    return tuple(line for line in (name or _hidden(), age_sex(header.age_years, header.sex)) if line)


def _hidden() -> str:
    return translate("Identity", HIDDEN)


def exposure_lines(header: Header) -> tuple[str, ...]:
    """Return what was taken and when."""
    part = " ".join(p for p in (said(header.body_part.capitalize()), header.view) if p)
    return tuple(line for line in (part, date_time(header.study_time), header.manufacturer) if line)


def window_line(window: Window, *, inverted: bool) -> str:
    """Return the window in modality units: centre and width."""
    digits = 0 if window.width >= 20 else 3
    center, width = (figure(value, f".{digits}f") for value in (window.center, window.width))
    if inverted:
        return translate("CornerText", "C {center}  W {width}  inverted").format(center=center, width=width)
    return translate("CornerText", "C {center}  W {width}").format(center=center, width=width)


def size_line(radiograph: Radiograph) -> str:
    """Return size, depth and what the millimetres refer to; pixels alone where the file gives none."""
    spacing = radiograph.spacing
    if spacing is None:
        text = translate("CornerText", "{columns} × {rows}, {bits} bit")
    elif spacing.kind is SpacingKind.CALIBRATED:
        text = translate("CornerText", "{columns} × {rows}, {bits} bit, {size} mm calibrated")
    else:
        text = translate("CornerText", "{columns} × {rows}, {bits} bit, {size} mm at detector")
    size = "" if spacing is None else figure(spacing.column_mm, ".3f")
    return text.format(columns=radiograph.columns, rows=radiograph.rows, bits=radiograph.bits, size=size)


def film_corners(radiograph: Radiograph, label: str, name: str, place: tuple[int, int]) -> Corners:
    """Return the corners of one film.

    Parameters
    ----------
    radiograph
        The film.
    label
        What its study is called where the header names nobody.
    name
        What the study is called while identity is hidden.
    place
        Which image of how many, counted from 0.
    """
    header, (index, count) = radiograph.header, place
    number = translate("CornerText", "Image {number} / {count}").format(number=index + 1, count=count)
    return Corners(
        top_left=identity_lines(header, label),
        top_right=exposure_lines(header),
        bottom_left=(number,) if count > 1 else (),
        size=size_line(radiograph),
        neutral=neutral_lines(header, name),
        mark=header.laterality,
    )


def draw_corners(painter: QPainter, area: QRectF, corners: Corners) -> float:
    """Draw all corners, each block on its own dark plate; return the height of the bottom left one."""
    right, bottom = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignBottom
    left, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop
    below = 0.0
    if corners.mark:
        below = draw_block(painter, area, (corners.mark,), right | top, pixels=theme.LARGE_PX, bold=True) + PAD
    draw_block(painter, area, corners.top_left, left | top)
    draw_block(painter, area.adjusted(0, below, 0, 0), corners.top_right, right | top)
    return draw_block(painter, area, corners.bottom_left, left | bottom, alone=area.width() < NARROW)


def wrapped(metrics: QFontMetricsF, area: QRectF, words: str) -> QSizeF:
    """Return the room that words need in a corner of ``area``: in a narrow one they take several lines."""
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    room = QRectF(0, 0, max(1.0, min(area.width() - 2 * (MARGIN + PAD), WIDEST)), 1000)
    size = metrics.boundingRect(room, flags, words).size()
    return QSizeF(math.ceil(size.width()), math.ceil(size.height()))


def bottom_right(area: QRectF, width: float, height: float, beside: float) -> QRectF:
    """Return the place of a plate in the bottom right corner: above the left one, ``beside`` high, if they meet."""
    meet = width + MARGIN > area.width() / 2
    bottom = area.bottom() - MARGIN - (beside + PAD if meet and beside else 0.0)
    return QRectF(area.right() - MARGIN - width, bottom - height, width, height)


def draw_banner(painter: QPainter, area: QRectF, words: str, *, inverse: bool) -> float:
    """Draw words across the top of ``area``, dark on light where ``inverse``; return where the rest begins."""
    font = theme.text_font(theme.LARGE_PX, bold=inverse)
    if QFontMetricsF(font).horizontalAdvance(words) > area.width() - 2 * PAD:
        font = theme.text_font(bold=inverse)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)  # in a narrow cell: on several lines
    room = QRectF(0, 0, max(1.0, area.width() - 2 * PAD), 1000)
    height = math.ceil(QFontMetricsF(font).boundingRect(room, flags, words).height())
    strip = QRectF(area.left(), area.top(), area.width(), height + 2 * PAD)
    painter.fillRect(strip, INK if inverse else PLATE)
    painter.setFont(font)
    painter.setPen(QColor(0, 0, 0) if inverse else INK)
    painter.drawText(strip.adjusted(PAD, PAD, -PAD, -PAD), flags, words)
    return strip.bottom()


def draw_block(
    painter: QPainter,
    area: QRectF,
    lines: Sequence[str],
    where: Qt.AlignmentFlag,
    *,
    pixels: int = theme.TEXT_PX,
    bold: bool = False,
    alone: bool = False,
) -> float:
    """Draw lines in one corner of ``area``, ``alone`` where nothing stands beside it, and return the height used."""
    if not lines:
        return 0.0
    font = theme.text_font(pixels, bold=bold)
    metrics = QFontMetricsF(font)
    margin = PAD if area.width() <= TINY else MARGIN
    whole = alone or area.width() <= TINY
    widest = area.width() - 2 * (margin + PAD) if whole else area.width() / 2 - 2 * margin
    broken = [part for line in lines for part in _broken(line, metrics, widest)]
    cut = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, widest) for line in broken]
    width = max(metrics.horizontalAdvance(line) for line in cut) + 2 * PAD
    height = math.ceil(metrics.lineSpacing()) * len(cut) + 2 * PAD
    x = area.right() - margin - width if where & Qt.AlignmentFlag.AlignRight else area.left() + margin
    y = area.bottom() - margin - height if where & Qt.AlignmentFlag.AlignBottom else area.top() + margin
    painter.fillRect(QRectF(x, y, width, height), PLATE)
    painter.setFont(font)
    painter.setPen(INK)
    align = where & Qt.AlignmentFlag.AlignHorizontal_Mask
    inner = QRectF(x + PAD, y + PAD, width - 2 * PAD, height - 2 * PAD)
    flags = int(align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextDontClip)
    painter.drawText(inner, flags, "\n".join(cut))
    return height


def _broken(line: str, metrics: QFontMetricsF, widest: float) -> tuple[str, ...]:
    """Break a line that is too long at a comma or a gap: what the millimetres refer to must not be cut off."""
    if metrics.horizontalAdvance(line) <= widest:
        return (line,)
    for gap in (", ", "  "):
        head, found, tail = line.rpartition(gap)
        if found:
            return (*_broken(head + gap.rstrip(), metrics, widest), tail)
    return (line,)
