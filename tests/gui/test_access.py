"""Every control has a name, is reached by Tab and shows that it has the focus; nothing is told by colour alone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from tests.gui.conftest import choose
from xraydesk.gui import bands
from xraydesk.gui.elided_label import ElidedLabel
from xraydesk.gui.film_canvas import FilmCanvas
from xraydesk.gui.ordering import Column
from xraydesk.gui.shortcuts import CheatSheet
from xraydesk.gui.worklist_cells import cell_text
from xraydesk.triage.assessment import Band


def controls(part: QWidget) -> list[QWidget]:
    """Return what can have the focus and is on screen; Qt's own inner parts left out."""
    return [
        widget
        for widget in part.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget.parent(), QLineEdit | QComboBox))
    ]


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def nameless(part: QWidget) -> list[str]:
    found = []
    for widget in controls(part):
        said = widget.toolTip() or widget.accessibleDescription()
        only_icon = isinstance(widget, QAbstractButton) and not widget.text()
        if not name_of(widget).strip() or (only_icon and not said):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}: {name_of(widget)!r}")
    return found


def tabbed(first: QWidget) -> list[QWidget]:
    """Return where Tab goes from a widget until it is there again."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    seen: list[QWidget] = []
    while len(seen) < 200:
        now = QApplication.focusWidget()
        if now is None or now in seen:
            assert now is first, "Tab is caught"
            break
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return seen


def picture(window: QWidget, widget: QWidget) -> QImage:
    """Return a widget as it stands in its window, with what its layout paints around it."""
    around = widget.rect().adjusted(-4, -4, 4, 4).translated(widget.mapTo(window, widget.rect().topLeft()))
    return window.grab(around).toImage()


def activate(qtbot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def read(qtbot, reading):
    """Return the window with a scored study on screen."""
    activate(qtbot, reading)
    choose(qtbot, reading, 5)
    reading.read.viewer.histogram.setChecked(True)
    QApplication.processEvents()
    return reading


def test_the_start_page_names_all_controls(window):
    assert controls(window.start)
    assert not nameless(window)


def test_the_reading_page_names_all_controls(read):
    assert len(controls(read)) > 30
    assert not nameless(read)


def test_the_sheet_of_keys_has_a_name(read):
    read.help.show_keys()
    sheet = read.findChild(CheatSheet)
    assert sheet.hasFocus()
    assert name_of(sheet)
    sheet.close()


@pytest.mark.parametrize(
    "opened", ["change_keys", "show_about", "show_log", "show_models", "filters.save", "filters.manage"]
)
def test_pages_and_small_windows_name_all_controls(qtbot, read, opened):
    read.read.worklist.filters.search.setText("made")
    where, _, call = opened.rpartition(".")
    getattr(read.filters if where else read.help, call)()
    QApplication.processEvents()
    dialogs = [dialog for dialog in read.findChildren(QDialog) if dialog.isVisible()]
    part = dialogs[0] if dialogs else read.help.page
    try:
        assert controls(part)
        assert not nameless(part)
        assert not cut(part)
        assert not part.isWindow() or part.windowTitle()
    finally:
        for dialog in dialogs:
            dialog.close()


def test_tab_goes_through_the_whole_reading_page_and_comes_round(read):
    table = read.read.worklist.table
    way = tabbed(table)
    left_out = [widget for widget in controls(read) if widget not in way and not in_a_group(widget)]
    assert not [f"{type(w).__name__}: {name_of(w)}" for w in left_out]


def in_a_group(widget: QWidget) -> bool:
    """Whether arrow keys go to it, from the one of its group that Tab goes to."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive()


def test_focus_is_seen(read):
    unseen = []
    for widget in tabbed(read.read.worklist.table):
        read.setFocus()
        QApplication.processEvents()
        without = picture(read, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if picture(read, widget) == without:
            unseen.append(f"{type(widget).__name__}: {name_of(widget)}")
    assert not unseen


def drawn(band: Band | None) -> bytes:
    """Return where a band's shape is, whatever its colour."""
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    bands.draw_shape(painter, QRectF(1, 1, 22, 22), band, QColor("white"))
    painter.end()
    return bytes(image.constBits())


def test_bands_differ_in_shape_and_in_word():
    kinds = [*Band, None]
    assert len({drawn(band) for band in kinds}) == len({bands.look(band).chip for band in kinds}) == len(kinds)


def test_a_read_row_says_so_in_words(read, desk):
    desk.record_verdict("1.2.4", "normal", 3, "", 2.0, True)
    assert "You: normal" in cell_text(desk.row("1.2.4"), Column.NOTE)
    assert cell_text(desk.row("1.2.4"), Column.STATUS) == "Read"


def edge(canvas: FilmCanvas) -> set[str]:
    """Return the colours along the left edge of a film."""
    image = canvas.grab(QRect(QPoint(0, 0), canvas.size())).toImage()
    return {image.pixelColor(0, y).name() for y in range(40, image.height() - 40)}


def test_the_active_film_has_a_frame_and_the_others_none(qtbot, read):
    read.read.viewer.grid.arrange(2, 2)
    qtbot.waitUntil(lambda: all(cell.canvas.isVisible() for cell in read.read.viewer.grid.cells))
    read.read.worklist.table.setFocus()
    active, other = read.read.viewer.grid.cells
    assert edge(active.canvas) != edge(other.canvas)
    read.read.viewer.grid.step(1)
    assert edge(other.canvas) != edge(active.canvas)


def cut(part: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words take; those that say so by dots left out."""
    found = []
    for widget in part.findChildren(QWidget):
        words = widget.text() if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible() else ""
        if not words or isinstance(widget, ElidedLabel):
            continue
        need = widget.sizeHint()
        if isinstance(widget, QAbstractButton):
            need.setWidth(min(need.width(), widget.fontMetrics().horizontalAdvance(words) + 8))
        elif widget.wordWrap():
            need = QSize(0, widget.heightForWidth(widget.width()))
        if widget.width() < need.width() or widget.height() < need.height():
            found.append(f"{type(widget).__name__}: {words}, {widget.size()} for {need}")
    return found


def test_no_words_are_cut_in_a_small_window(read):
    read.resize(1366, 768)
    QApplication.processEvents()
    assert not cut(read)


@pytest.mark.skipif("QT_SCALE_FACTOR" in os.environ, reason="runs in the run that it starts")
def test_no_words_are_cut_at_twice_the_scale():
    here = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        f"{__file__}",
        "-k",
        "cut or focus",
    ]
    run = subprocess.run(here, env=os.environ | {"QT_SCALE_FACTOR": "2"}, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-2000:]
