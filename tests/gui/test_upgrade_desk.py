"""The window brings a database of an older version up before it begins, and says what it did, or why it could not."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from tests.gui.fake_desk import FakeDesk
from tests.store import dump_released as released
from tests.store.test_newer import newer
from xraydesk.gui import upgrade_desk
from xraydesk.gui.upgrade_desk import UpgradeDesk
from xraydesk.gui.window import MainWindow
from xraydesk.store.database import Database


class Begun:
    """What the window does once the database is ready: nothing, but it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, notice) -> None:
        self.times += 1
        notice()


@pytest.fixture
def begun() -> Begun:
    return Begun()


@pytest.fixture
def upgrade(window: MainWindow, tmp_path: Path):
    data = tmp_path / "old"
    data.mkdir()
    made = UpgradeDesk(window, data)
    yield made
    made.close()


def test_a_database_of_before_is_brought_up_off_the_main_thread(qtbot, window, upgrade, begun, tmp_path, monkeypatch):
    released.load("0007", tmp_path / "old")
    threads, real = [], Database.open

    def watched(folder: Path) -> Database:
        threads.append(threading.current_thread())
        return real(folder)

    monkeypatch.setattr(Database, "open", watched)
    upgrade.begin(begun)
    assert begun.times == 0
    qtbot.waitUntil(lambda: begun.times == 1)
    assert threads
    assert threading.main_thread() not in threads
    (copy,) = (tmp_path / "old").glob("xraydesk.before-*")
    assert window.banner.isVisibleTo(window)
    assert window.banner.text.text().endswith(f"A copy of the old one lies in {copy}")
    assert upgrade.dialog is None


def test_a_large_one_has_words_meanwhile(qtbot, upgrade, begun, tmp_path, monkeypatch):
    released.load("0007", tmp_path / "old")
    going, real = threading.Event(), upgrade_desk.upgrade_database
    monkeypatch.setattr(upgrade_desk, "upgrade_database", lambda data: going.wait(60) and real(data))
    upgrade.begin(begun)
    qtbot.waitUntil(lambda: upgrade.dialog is not None and upgrade.dialog.isVisible())
    assert "copied aside" in upgrade.dialog.accessibleName()
    going.set()
    qtbot.waitUntil(lambda: begun.times == 1)
    assert upgrade.dialog is None


@pytest.mark.parametrize("there", [True, False])
def test_a_present_one_needs_nothing(window, upgrade, begun, tmp_path, there):
    if there:
        Database.open(tmp_path / "old").close()
    upgrade.begin(begun)
    assert begun.times == 1
    assert not window.banner.isVisibleTo(window)


def test_without_room_the_window_does_not_begin(qtbot, window, upgrade, begun, tmp_path, monkeypatch):
    released.load("0007", tmp_path / "old")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 0})())
    with qtbot.waitSignal(window.link.failed) as failed:
        upgrade.begin(begun)
    assert "MB more are needed" in str(failed.args[0])
    assert begun.times == 0


def test_a_folder_opened_after_that_tries_again_off_the_main_thread(qtbot, upgrade, tmp_path, monkeypatch):
    data = tmp_path / "old"
    released.load("0007", data)
    window = MainWindow(lambda model: FakeDesk({1: 0.9}), data)
    qtbot.addWidget(window, before_close_func=MainWindow.close)
    window.show()
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 0})())
        with qtbot.waitSignal(window.link.failed):
            window.open_folder(tmp_path)
    assert window.link.desk is None
    threads, real = [], Database.open
    monkeypatch.setattr(Database, "open", lambda folder: threads.append(threading.current_thread()) or real(folder))
    with qtbot.waitSignal(window.link.opening):
        window.open_folder(tmp_path)
    assert threads
    assert threads[0] is not threading.main_thread(), "the first to open it is who brings it up"


def test_a_newer_one_is_told_before_anybody_signs_in(qtbot, window, upgrade, begun, tmp_path):
    newer(released.load(released.names()[-1], tmp_path / "old"))  # there are accounts in it
    with qtbot.waitSignal(window.link.failed) as failed:
        upgrade.begin(begun)
    assert "newer xraydesk" in str(failed.args[0])
    assert begun.times == 0
    assert not window.entrance.shut
