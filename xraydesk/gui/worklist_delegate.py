"""Paints a cell of the worklist: the band as shape and word, the probability as bar and number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from xraydesk.gui import bands, theme, words
from xraydesk.gui.ordering import Column, note
from xraydesk.gui.theme import Theme
from xraydesk.gui.worklist_cells import alignment
from xraydesk.gui.worklist_model import COLUMNS, WorklistModel
from xraydesk.triage.assessment import Band

ROW_HEIGHT = 28
SHAPE = 12
PAD = 8
BAR_HEIGHT = 4
NUMBER_WIDTH = 44
_SELECTED = QStyle.StateFlag.State_Selected
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ALIGNED = {column: Qt.AlignmentFlag(alignment(column)) for column in COLUMNS}
_MOST_CUT = 4096  # texts remembered as they fit their columns: measuring them takes as long as drawing them


class WorklistDelegate(QStyledItemDelegate):
    """Draws whole rows alike: one ground for hover and selection, dimmer text for what was read."""

    def __init__(self, model: WorklistModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._cut: dict[tuple[str, int], str] = {}
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of a row."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        column = COLUMNS[index.column()]
        found = self._model.painted(index.row(), column)
        if found is None:
            return
        row, text = found
        colours = theme.current()
        self._draw_ground(painter, option, index, colours)
        painter.setPen(colours.colour("text_dim" if row.status == "read" else "text"))
        if column is Column.BAND:
            draw_band(painter, QRectF(option.rect).adjusted(PAD, 0, -4, 0), row.band, colours, text)
        elif column in (Column.SCORE, Column.NOTE) and row.score is None:
            self._draw_reason(painter, option, column, note(row))
        elif column is Column.SCORE:
            box = QRectF(option.rect).adjusted(4, 0, -PAD, 0)
            draw_score(painter, box, self._model.probability(row), row.band, colours)
        elif text:
            inner = option.rect.adjusted(4, 0, -4, 0)
            painter.drawText(inner, _ALIGNED[column], self._fitting(text, option, inner.width()))

    def _draw_reason(self, painter: QPainter, option: QStyleOptionViewItem, column: Column, reason: str) -> None:
        """Draw the reason over both the empty probability and the note: it must be in sight in a narrow list too."""
        table = option.widget
        if not isinstance(table, QTableView):
            return
        first, second = (table.columnWidth(COLUMNS.index(c)) for c in (Column.SCORE, Column.NOTE))
        left = option.rect.left() - (first if column is Column.NOTE else 0)
        inner = QRectF(left + PAD, option.rect.top(), first + second - 2 * PAD, option.rect.height())
        painter.save()
        painter.setClipRect(option.rect)
        painter.drawText(inner, _LEFT, self._fitting(reason, option, int(inner.width())))
        painter.restore()

    def _fitting(self, text: str, option: QStyleOptionViewItem, width: int) -> str:
        """Return a text as it fits a width, with an ellipsis where it was too long."""
        key = (text, width)
        if key not in self._cut:
            if len(self._cut) >= _MOST_CUT:
                self._cut.clear()
            self._cut[key] = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._cut[key]

    def _draw_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        colours: Theme,
    ) -> None:
        if option.state & _SELECTED:
            table = option.widget
            focus = isinstance(table, QWidget) and table.hasFocus()
            painter.fillRect(option.rect, colours.colour("selection" if focus else "selection_idle"))
            if index.column() == 0:
                painter.fillRect(option.rect.adjusted(0, 0, 3 - option.rect.width(), 0), colours.colour("accent"))
        elif index.row() == self.hovered:
            painter.fillRect(option.rect, colours.colour("hover"))


def draw_band(painter: QPainter, box: QRectF, band: Band | None, colours: Theme, word: str) -> None:
    """Draw shape and word."""
    colour = colours.band(band)
    bands.draw_shape(painter, QRectF(box.left(), box.center().y() - SHAPE / 2, SHAPE, SHAPE), band, colour)
    text = box.adjusted(SHAPE + PAD, 0, 0, 0)
    painter.setPen(colour)
    painter.drawText(text, _LEFT, word)


def draw_score(painter: QPainter, box: QRectF, probability: float | None, band: Band | None, colours: Theme) -> None:
    """Draw the number, right-aligned in its own field, and a bar of its length."""
    number = QRectF(box.left(), box.top(), NUMBER_WIDTH, box.height())
    painter.drawText(
        number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words.probability(probability)
    )
    if probability is None:
        return
    track = QRectF(
        number.right() + PAD, box.center().y() - BAR_HEIGHT / 2, box.right() - number.right() - PAD, BAR_HEIGHT
    )
    ground = QColor(colours.colour("text"))
    ground.setAlpha(40)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(track, 2, 2)
    painter.setBrush(colours.band(band))
    painter.drawRoundedRect(QRectF(track.left(), track.top(), max(2.0, track.width() * probability), BAR_HEIGHT), 2, 2)
