"""How the reading desk shares its room: list, film, findings with verdict and histogram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from xraydesk.gui import theme

if TYPE_CHECKING:
    from xraydesk.gui.read_page import ReadPage

RIGHT_WIDTH = 312
LIST_SHARE = 0.34  # of the width, until the reader moves the line: the film is the most important thing
LEAST_LIST = 440
READABLE_LIST = 520  # in a small window: the reasons of studies that were not assessed must be readable


def shares(width: int, handle: int) -> list[int]:
    """Return the widths of list, film and panel on a page of ``width``."""
    room = width - 2 * handle
    half = (room - RIGHT_WIDTH) // 2 - 1  # the film has more than the list, however small the window
    left = min(max(READABLE_LIST, round(width * LIST_SHARE)), max(LEAST_LIST, min(room // 3 + 64, half)))
    return [left, room - left - RIGHT_WIDTH, RIGHT_WIDTH]


def put_together(page: ReadPage) -> None:
    """Put the parts of the page in their places."""
    columns: tuple[QFrame, ...] = (page.worklist, page.viewer, _side(page))
    for widget in columns:
        page.addWidget(widget)  # a splitter takes every child of its own accord: only now are the places right
    for place, widget in enumerate(columns):
        page.setCollapsible(place, False)
        page.setStretchFactor(place, 1 if widget is page.viewer else 0)
    page.setHandleWidth(theme.GRID)
    page.worklist.setMinimumWidth(LEAST_LIST)


def _side(page: ReadPage) -> QScrollArea:
    """Return the right panel; it scrolls where the window is low."""
    right = QFrame(page)
    theme.set_role(right, "panel")
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(page.findings)
    line = QFrame(right)
    theme.set_role(line, "line")
    column.addWidget(line)
    column.addWidget(page.verdict)
    column.addStretch(1)
    column.addWidget(page.histogram)
    side = QScrollArea(page)
    side.setWidget(right)
    side.setWidgetResizable(True)
    side.setFrameShape(QFrame.Shape.NoFrame)
    side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    side.setMinimumWidth(RIGHT_WIDTH)
    side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the control that has the focus
    return side
