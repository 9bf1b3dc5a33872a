"""All that the window says on a walk through it: on screen, as tips, to a screen reader, in its menus and sheets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from tests.films import picture
from tests.gui.conftest import FOLDER, choose, numbers, open_folder
from tests.gui.fake_desk import FakeDesk
from xraydesk.gui.claim_desk import held_words
from xraydesk.gui.failures import FailureGuard
from xraydesk.gui.film_plan import Layout
from xraydesk.gui.log_sheet import LogSheet
from xraydesk.gui.measure_words import lines
from xraydesk.gui.shortcuts import CheatSheet
from xraydesk.gui.text_sheet import TextSheet
from xraydesk.gui.watch_desk import state_line
from xraydesk.gui.window import MainWindow
from xraydesk.gui.words import age, outcome, waiting
from xraydesk.imaging.measurements import Measurement, MeasurementKind
from xraydesk.imaging.radiograph import PixelSpacing, Radiograph, SpacingKind, Window
from xraydesk.triage.progress import Progress, RunSummary
from xraydesk.triage.watching import WatchState

NOON = datetime.fromisoformat("2026-03-04 12:00")
LONG = timedelta(days=3)
VALUES = picture(96, 83)
FILMS = (
    Radiograph(VALUES, (Window(2048, 4096),), bits=12),
    *(Radiograph(VALUES, (Window(2048, 4096),), spacing=PixelSpacing(1.0, 0.5, kind), bits=12) for kind in SpacingKind),
)
MARKS = (
    Measurement(MeasurementKind.LENGTH, ((1.0, 1.0), (9.0, 9.0))),
    Measurement(MeasurementKind.ANGLE, ((1.0, 1.0), (9.0, 9.0), (1.0, 9.0))),
    Measurement(MeasurementKind.COBB, ((1.0, 1.0), (9.0, 9.0), (1.0, 9.0), (9.0, 8.0))),
    Measurement(MeasurementKind.ELLIPSE, ((1.0, 1.0), (40.0, 40.0))),
)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def spoken(part: QWidget) -> set[tuple[str, str]]:
    """Return all that a part of the window says, and where: on screen, as tips, to a screen reader, in its menus."""
    found: set[tuple[str, str]] = set()
    for widget in [part, *part.findChildren(QWidget)]:
        where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        found |= {(where, text) for text in words_of(widget) if text}
    for action in part.findChildren(QAction):
        texts = {action.text(), action.toolTip()} if action.menu() is None else {action.text()}
        found |= {(f"QAction in {type(action.parent()).__name__}", text) for text in texts if text}
    return found


def words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView) and widget.model() is not None:
        yield from cells(widget.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        for role in ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(model.rowCount(QModelIndex())):
                yield str(model.index(row, column).data(role) or "")


def walk(qtbot, window: MainWindow, desk: FakeDesk) -> set[tuple[str, str]]:
    """Do what a reader does, and return all that was said on the way."""
    found = spoken(window)
    window.help.show_models()
    found |= spoken(window)
    window.help.page.read.click()
    open_folder(qtbot, window, desk)
    desk.scan()
    qtbot.waitUntil(lambda: bool(numbers(window)))
    found |= spoken(window)
    desk.assess(*desk.scores)
    desk.finish()
    qtbot.waitUntil(lambda: not window.link.running)
    for number in (2, 3, 4, 5, 6):
        choose(qtbot, window, number, picture=number != 6)
        qtbot.waitUntil(lambda: not window.read.loading)
        found |= spoken(window)
    found |= read(qtbot, window)
    found |= now_and_then(window)
    return found | sheets(window)


def read(qtbot, window: MainWindow) -> set[tuple[str, str]]:
    """Look at a study with the map and measure, judge it, hide who it is."""
    page = window.read
    choose(qtbot, window, 5)
    page.viewer.layouts.choices[Layout.ALL].trigger()
    page.findings.toggle_map()
    page.histogram.set_open(True)
    qtbot.waitUntil(lambda: not page.loading)
    found = spoken(window)
    for _ in range(2):
        page.findings.next_map_mode()
        found |= spoken(window)
    page.verdict.choose(0)
    page.verdict.set_confidence(2)
    found |= spoken(window)
    page.verdict.submit()
    qtbot.waitUntil(lambda: bool(page.worklist.model.counts().total - page.worklist.model.counts().unread))
    choose(qtbot, window, 5)
    page.viewer.layouts.copy.click()
    found |= spoken(window)
    page.identity.toggle()
    found |= spoken(window)
    page.identity.toggle()
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    return found | spoken(window)


def now_and_then(window: MainWindow) -> set[tuple[str, str]]:
    """Return what is said at other times: while work goes on, when something fails, of every kind of measurement."""
    found: set[tuple[str, str]] = set()
    for show in (window.start.show_start, window.start.show_scanning, partial(window.start.show_empty, 2)):
        show()
        found |= spoken(window.start)
    window.start.show_failure("")
    window.top.show_progress(Progress(412, 1000, 38.2, 15.4))
    window.top.hide_identity(True)
    window.top.set_recent([FOLDER], FOLDER)
    window.top.set_models((), (), "", automatic=False)
    window.footer.set_models((), None)
    found |= spoken(window)
    guard = FailureGuard(lambda _: None)
    guard.happened.connect(lambda text: found.add(("failure", text)))
    sys.excepthook(ValueError, ValueError(), None)
    guard.remove()
    found |= {("watch", state_line(WatchState(last=last, waiting=n))) for last in (None, NOON) for n in (0, 1, 2)}
    found |= {("outcome", outcome(RunSummary(n, n, cancelled=n > 1))) for n in (1, 2)}
    found |= {("claim", held_words("Ada", 0.0)), ("age", age(0.01)), ("age", age(0.5)), ("wait", waiting(LONG))}
    found |= {("key", window.keymap.refusal(0, key)) for key in ("", "nonsense", "Tab", "J")}
    return found | {("measurement", line) for film in FILMS for mark in MARKS for line in lines(mark, film)}


def sheets(window: MainWindow) -> set[tuple[str, str]]:
    """Open every dialog and sheet once."""
    found: set[tuple[str, str]] = set()
    window.filters.save()
    window.filters.manage()
    window.help.change_keys()
    window.help.show_log()
    window.help.show_about()
    for kind in (LogSheet, TextSheet):
        next(sheet for sheet in window.findChildren(kind) if sheet.isVisible()).copy_text()
    found |= spoken(window)
    for dialog in window.findChildren(QWidget):
        if dialog.isWindow() and dialog.isVisible() and not isinstance(dialog, QMenu):
            dialog.close()
    sheet = CheatSheet(window.keymap.keys, window)
    found |= spoken(sheet)
    sheet.close()
    return found
