"""The switch "Watch" in the real window: on a desk in memory, and on a real one with files that come in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests import films
from tests.gui.conftest import FOLDER, open_folder
from tests.gui.fake_desk import FakeDesk
from xraydesk.gui.watch_desk import state_line
from xraydesk.gui.window import MainWindow
from xraydesk.imaging.study import SkippedFile
from xraydesk.triage.desk import Desk
from xraydesk.triage.watching import WatchState

NOON = datetime.fromisoformat("2026-03-04 12:04:31")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (WatchState(), "Watching, no new file yet"),
        (WatchState(last=NOON), "Watching, last file 12:04:31"),
        (WatchState(waiting=1), "Watching, 1 file is not complete yet"),
        (WatchState(last=NOON, waiting=1200), "Watching, last file 12:04:31, 1,200 files are not complete yet"),
        (WatchState(last=NOON, waiting=1), "Watching, last file 12:04:31, 1 file is not complete yet"),
        (
            WatchState(last=NOON, problem="The folder cannot be read: it is not there."),
            "The folder cannot be read: it is not there. Watching goes on when it is back.",
        ),
        (
            WatchState(problem="The folder cannot be read: it is not there.", begun=False),
            "The folder cannot be read: it is not there. Watching begins when it is there.",
        ),
    ],
)
def test_the_line_is_a_sentence(state: WatchState, words: str) -> None:
    assert state_line(state) == words


def test_without_a_folder_there_is_nothing_to_watch(window: MainWindow) -> None:
    assert not window.top.watch.isEnabled()
    assert window.top.watch.accessibleName() == "Watch this folder"
    window.watching.toggle()
    assert not window.top.watch.isChecked()


def test_the_key_turns_it_on_and_off(qtbot, reading: MainWindow, desk: FakeDesk) -> None:
    line = reading.top.watch_state
    assert not line.isVisible()
    qtbot.keyClick(reading, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert reading.top.watch.isChecked()
    assert desk.watching.is_wanted(FOLDER)
    assert desk.watching.listener is not None
    tell = desk.watching.listener
    tell(WatchState(last=NOON, skipped=(*desk.skipped, SkippedFile(FOLDER / "b.txt", "A text file"))))
    qtbot.waitUntil(line.isVisible)
    assert line.toolTip() == "Watching, last file 12:04:31"
    assert reading.read.worklist.skipped.text() == "2 files left out"
    qtbot.keyClick(reading, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert (desk.watching.listener, desk.watching.is_wanted(FOLDER), line.isVisible()) == (None, False, False)
    tell(WatchState(waiting=3))
    QApplication.processEvents()
    assert not line.isVisible()


def test_a_folder_once_watched_is_watched_again(qtbot, window: MainWindow, desk: FakeDesk) -> None:
    desk.watching.remember(FOLDER, wanted=True)
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(window.top.watch.isChecked)
    assert desk.watching.listener is not None
    window.open_folder(FOLDER)
    assert not window.top.watch.isChecked()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    films.write_dicom(tmp_path / "in" / "a.dcm", StudyInstanceUID="1.2.1", PatientID="A", PatientAge="003Y")
    return tmp_path / "in"


@pytest.fixture
def real(qtbot, installed: Path, inbox: Path) -> Iterator[MainWindow]:
    window = MainWindow(lambda _model: Desk(installed, reader="Ada", device="cpu"), installed)
    window.session.set_greeted()
    window.resize(1400, 900)
    window.show()
    window.connect_desk()
    window.open_folder(inbox)
    qtbot.waitUntil(lambda: not window.link.running and window.top.watch.isEnabled())
    window.watching.toggle()
    yield window
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def watches() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "xraydesk-watch"]


def test_new_films_appear_and_the_reader_stays_where_he_is(qtbot, real: MainWindow, inbox: Path) -> None:
    model, table = real.read.worklist.model, real.read.worklist.table
    table.select("1.2.1")
    qtbot.waitUntil(lambda: real.read.viewer.canvas.picture is not None)
    shown = real.read.viewer.canvas.picture
    for number in range(2, 6):
        films.write_dicom(
            inbox / f"{number}.dcm", films.picture(seed=number), StudyInstanceUID=f"1.2.{number}", PatientAge="003Y"
        )
    films.write_dicom(inbox / "z.dcm", films.picture(seed=9), StudyInstanceUID="1.2.1", PatientAge="003Y")
    qtbot.waitUntil(lambda: model.rowCount() == 5 and not real.link.running)
    qtbot.waitUntil(lambda: real.read.viewer.strip.count() == 2)
    assert table.selected == "1.2.1"
    assert model.place_of("1.2.1") == 0
    assert real.read.viewer.canvas.picture is shown
    assert real.top.watch_state.toolTip().startswith("Watching, last file ")
    qtbot.keyClick(table, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: real.read.viewer.canvas.picture not in (None, shown))


def test_an_empty_folder_becomes_a_list(qtbot, real: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    real.open_folder(tmp_path / "empty")
    qtbot.waitUntil(lambda: not real.link.running and real.top.watch.isEnabled())
    assert real.pages.currentWidget() is real.start
    real.watching.toggle()
    films.write_dicom(tmp_path / "empty" / "first.dcm", PatientAge="003Y")
    qtbot.waitUntil(lambda: real.pages.currentWidget() is real.read)


def test_a_folder_that_is_missing_is_opened_once_it_is_there(qtbot, real: MainWindow, tmp_path: Path) -> None:
    later, line = tmp_path / "later", real.top.watch_state
    assert real.link.desk is not None
    real.link.desk.watching.remember(later, wanted=True)
    real.open_folder(later)
    qtbot.waitUntil(lambda: "Watching begins when it is there" in line.toolTip() and line.isVisible())
    assert real.top.watch.isChecked()
    assert real.pages.currentWidget() is real.start
    films.write_dicom(tmp_path / "making" / "first.dcm", PatientAge="003Y")
    (tmp_path / "making").rename(later)
    qtbot.waitUntil(lambda: real.pages.currentWidget() is real.read)
    qtbot.waitUntil(lambda: line.toolTip() == "Watching, no new file yet")
    films.write_dicom(later / "second.dcm", films.picture(seed=5), PatientAge="003Y")
    qtbot.waitUntil(lambda: real.read.worklist.model.rowCount() == 2)


def test_a_missing_folder_may_be_waited_for(qtbot, real: MainWindow, tmp_path: Path) -> None:
    real.open_folder(tmp_path / "later")
    qtbot.waitUntil(lambda: not real.link.running and real.top.watch.isEnabled())
    assert not real.top.watch.isChecked()
    assert not real.top.watch_state.isVisible()
    real.watching.toggle()
    qtbot.waitUntil(lambda: "Watching begins" in real.top.watch_state.toolTip())
    real.watching.toggle()
    assert not real.top.watch_state.isVisible()


def test_closing_the_window_ends_the_watch(qtbot, real: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(watches()))
    real.close()
    assert watches() == []
