"""Starts the window, and takes a picture of it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from xraydesk.errors import XraydeskError
from xraydesk.gui import language, theme
from xraydesk.gui.desk_link import DeskFactory
from xraydesk.gui.failures import FailureGuard
from xraydesk.gui.file_open import FileOpener, folder_of
from xraydesk.gui.garbage import GarbageCollector
from xraydesk.gui.window import MainWindow
from xraydesk.settings import Settings

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

PICTURE_PATIENCE = 600.0  # seconds a folder may take before the picture is given up


def run_window(folder: Path | None, data_dir: Path, model_id: str | None, device: str) -> int:
    """Show the window until it is closed; return the exit code.

    Parameters
    ----------
    folder
        Opened at once where given; of a file the folder that it lies in.
    data_dir
        Where the program's own files live.
    model_id
        The model to use; None leaves the choice to the desk.
    device
        "auto", "cpu", "cuda" or "mps".
    """
    load_torch_first_where_needed()
    settings = Settings.load(data_dir)
    app = application(settings.theme)
    language.install(app, settings.language)
    window = MainWindow(desk_factory(data_dir, device), data_dir)
    guard = FailureGuard(window.banner.say, window)
    collector = GarbageCollector(window)
    if sys.platform == "darwin":  # nobody else tells it so, and a filter is asked about every event
        FileOpener(window.open_folder, window)
    window.show()

    def begin(notice: Callable[[], None]) -> None:
        window.entrance.enter(lambda: _begin(window, folder, model_id, notice))

    QTimer.singleShot(0, window, lambda: window.folders.upgrade.begin(begin))
    try:
        return int(app.exec())
    finally:
        guard.remove()
        window.close()
        collector.stop()


def save_screenshot(
    folder: Path,
    data_dir: Path,
    out: Path,
    *,
    size: tuple[int, int] = (1920, 1080),
    model_id: str | None = None,
    device: str = "auto",
    dark: bool = True,
) -> None:
    """Open the real window on a folder, wait until it is scored, show the first study with its map, save a PNG.

    Raises
    ------
    XraydeskError
        The folder could not be read, no model is there, or the picture could not be written.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application("dark" if dark else "light")
    language.install(app, Settings.load(data_dir).language)
    window = MainWindow(desk_factory(data_dir, device), data_dir)
    collector = GarbageCollector(window)
    failures: list[XraydeskError] = []
    window.link.failed.connect(failures.append)
    ended: list[object] = []
    window.link.finished.connect(ended.append)
    try:
        window.resize(*size)
        with _without_size_hint_words():
            window.show()
            if window.connect_desk(model_id):
                window.pages.setCurrentWidget(window.start)  # no reader is there to be told what the models are for
                window.open_folder(folder)
                _wait(app, lambda: bool(ended))
                _show_first(app, window)
        if failures and not window.read.worklist.model.rowCount():
            raise failures[0]
        if not window.grab().save(str(out)):
            raise XraydeskError("The picture could not be written", subject=out, remedy="Choose another place")
    finally:
        window.close()
        collector.stop()
        window.deleteLater()
        app.processEvents()


def desk_factory(data_dir: Path, device: str) -> DeskFactory:
    """Return what makes a desk for a model; the desk's own modules are loaded only then."""

    def make(model_id: str | None, reader: str = "", /) -> Desk:
        from xraydesk.triage.desk import Desk

        return Desk(data_dir, model_id=model_id, device=device, reader=reader or None)

    return make


def application(theme_name: str) -> QApplication:
    """Return the one Qt application, made where there is none, in a theme."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QCoreApplication.setApplicationName("xraydesk")
        QGuiApplication.setDesktopFileName("xraydesk")  # by it a Wayland desktop finds the icon
        app = QApplication(sys.argv[:1])
    theme.put_on(app, theme_name)
    return app


def load_torch_first_where_needed() -> None:
    """Load torch before Qt on Windows, where the other order ends in WinError 1114 (torch 2.9 and later)."""
    if sys.platform == "win32" and "torch" not in sys.modules:
        __import__("torch")


@contextmanager
def _without_size_hint_words() -> Iterator[None]:
    """Keep Qt's offscreen plug-in from telling a terminal that it has no size hints; all else it says goes on."""

    def said(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if "propagateSizeHints" in text:
            return
        if before is not None:
            before(kind, context, text)
        else:
            sys.stderr.write(f"{text}\n")

    before = qInstallMessageHandler(said)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _begin(window: MainWindow, folder: Path | None, model_id: str | None, notice: Callable[[], None]) -> None:
    if window.connect_desk(model_id):
        if folder is None:
            window.folders.go_on()
        else:
            window.open_folder(folder_of(folder))
        notice()


def _wait(app: QApplication, done: Callable[[], bool]) -> None:
    end = time.monotonic() + PICTURE_PATIENCE
    while not done() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def _show_first(app: QApplication, window: MainWindow) -> None:
    read = window.read
    if not read.worklist.model.rowCount():
        return
    read.worklist.table.select_place(0)
    read.findings.toggle_map()
    _wait(app, lambda: not read.loading)
    _wait(app, lambda: read.viewer.canvas.map_known)
    app.processEvents()
