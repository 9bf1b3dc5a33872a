"""At the first start the film is the largest; what the reader chose stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import choose
from xraydesk.gui.ordering import Column
from xraydesk.gui.read_layout import RIGHT_WIDTH
from xraydesk.gui.worklist_model import COLUMNS


@pytest.mark.parametrize(("width", "height", "share"), [(1920, 1080, 0.341), (1366, 768, 0.38)])
def test_the_film_has_the_most_room(reading, width, height, share):
    reading.resize(width, height)
    QApplication.processEvents()
    worklist, film, right = reading.read.sizes()
    assert worklist <= share * width
    assert film > worklist
    assert right == RIGHT_WIDTH


def test_a_reason_has_room_in_a_small_window(reading):
    reading.resize(1366, 768)
    QApplication.processEvents()
    table = reading.read.worklist.table
    room = sum(table.columnWidth(COLUMNS.index(c)) for c in (Column.SCORE, Column.NOTE))
    assert room >= table.fontMetrics().horizontalAdvance("Adult (54 y): Chest") + 16, (
        "what speaks against it stands first"
    )
    assert not any(table.isColumnHidden(COLUMNS.index(c)) for c in (Column.AGE, Column.PART))
    band = COLUMNS.index(Column.BAND)
    assert table.columnWidth(band) >= table.fontMetrics().horizontalAdvance("Not assessed") + 8 + 12 + 8 + 4


def test_what_the_reader_chose_stays(qtbot, make_window, desk, reading):
    reading.read.moveSplitter(560, 1)
    chosen = reading.read.sizes()[0]
    reading.resize(1600, 900)
    QApplication.processEvents()
    assert reading.read.sizes()[0] == chosen
    reading.close()
    again = make_window(desk)
    again.resize(1600, 900)
    assert not again.read.own_sizes


def test_what_nobody_chose_is_not_kept(qtbot, make_window, desk, reading):
    reading.close()
    assert make_window(desk).read.own_sizes


def test_the_tools_of_a_small_window_take_two_lines_and_the_images_number_none(qtbot, reading):
    reading.resize(1366, 768)
    choose(qtbot, reading, 5)
    QApplication.processEvents()
    viewer = reading.read.viewer
    tools = (viewer.presets, viewer.magnifier.button, viewer.histogram, viewer.measures, viewer.layouts)
    assert len({tool.geometry().center().y() for tool in tools}) == 2
    assert viewer._where.isVisible()
    assert viewer._where.mapTo(viewer, QPoint()).y() > viewer.grid.geometry().bottom()
