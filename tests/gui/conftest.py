"""A window on a desk in memory; nothing of Qt may be left behind by a test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.fake_desk import FakeDesk
from tests.patience import PATIENCE_S
from xraydesk.gui import theme
from xraydesk.gui.session import Session
from xraydesk.gui.window import MainWindow

FOLDER = Path("/films")
SCORES: dict[int, float | str | None] = {1: 0.30, 2: 0.97, 3: None, 4: 0.02, 5: 0.80, 6: "broken", 7: 0.05}
TRIAGE = [2, 5, 1, 3, 6, 7, 4]  # likely, uncertain, not assessed by arrival, low


class PatientBot(QtBot):
    """Waits for what must come as long as a busy machine may need for it, in place of five seconds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = int(1000 * PATIENCE_S)) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = int(1000 * PATIENCE_S), **more: object) -> object:
        return super().waitSignal(signal, timeout=timeout, **more)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says that it takes no size hints; that is no fault of the window."""
    for item in items:
        if "tests/gui" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return pytest-qt's helper with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Put the dark theme on, once."""
    if qapp.property("xraydeskTheme") != "dark":
        theme.put_on(qapp, "dark")


@pytest.fixture(autouse=True)
def garbage_on_the_main_thread() -> Iterator[None]:
    """Collect between tests only, as the program does by `GarbageCollector`: widgets must not die in another thread."""
    gc.disable()
    yield
    gc.collect(1)  # all that the test made is still young
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_of_qt_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a shown window or a running timer."""
    yield
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else a window lives on until some test waits
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    ticking = [timer for widget in qapp.topLevelWidgets() for timer in widget.findChildren(QTimer) if timer.isActive()]
    assert not shown, f"windows left behind: {shown}"
    assert not ticking, f"timers left behind: {ticking}"


@pytest.fixture
def desk() -> FakeDesk:
    """Return a desk with seven studies, the fifth with two images."""
    return FakeDesk(dict(SCORES), images={5: 2})


@pytest.fixture
def make_window(qtbot, tmp_path: Path) -> Iterator[Callable[[FakeDesk], MainWindow]]:
    """Return what makes a shown window for a desk; it is closed at the end."""
    made: list[MainWindow] = []

    def make(desk: FakeDesk) -> MainWindow:
        Session(tmp_path).set_greeted()  # what is read before the first film has its own test
        window = MainWindow(lambda _model: desk, tmp_path)
        made.append(window)
        window.resize(1400, 900)
        window.show()
        window.connect_desk()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def window(make_window, desk: FakeDesk) -> MainWindow:
    """Return a window with no folder open."""
    return make_window(desk)


@pytest.fixture
def reading(qtbot, window: MainWindow, desk: FakeDesk) -> MainWindow:
    """Return a window with the folder read and scored."""
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    return window


def open_folder(qtbot, window: MainWindow, desk: FakeDesk) -> None:
    """Open the folder and wait until the desk has been told."""
    before = desk.listener
    window.open_folder(FOLDER)
    qtbot.waitUntil(lambda: desk.listener is not before)


def numbers(window: MainWindow) -> list[int]:
    """Return the study numbers as they stand in the list."""
    return [int(study.rsplit(".", 1)[1]) for study in window.read.worklist.model.shown()]


def choose(qtbot, window: MainWindow, number: int, *, picture: bool = True) -> None:
    """Choose a study and wait for its picture, or for the sentence in its place."""
    window.read.worklist.table.select(f"1.2.{number}")
    canvas = window.read.viewer.canvas
    if picture:
        qtbot.waitUntil(lambda: canvas.picture is not None)
    else:
        qtbot.waitUntil(lambda: canvas.message not in ("", "Loading …"))
