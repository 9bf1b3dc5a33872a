"""Who comes in signs in, who leaves is locked out, and each sees the rooms of a role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.gui import people
from tests.gui.conftest import FOLDER, SCORES, choose
from tests.gui.fake_desk import FakeDesk
from tests.gui.people import GOOD, OTHER, Clock
from tests.gui.test_access import controls, nameless
from xraydesk.admin.people import People
from xraydesk.errors import DiskFull
from xraydesk.gui.rooms import READING, RESEARCH, SITE, TRAIN
from xraydesk.gui.session import Session
from xraydesk.gui.window import MainWindow
from xraydesk.settings import change_settings
from xraydesk.store.accounts import Role
from xraydesk.store.database import Database


class LoggedDesk(FakeDesk):
    """A desk in memory beside a real log, for the rooms that read it."""

    def __init__(self, data_dir: Path, reader: str) -> None:
        super().__init__(dict(SCORES), images={5: 2})
        self.data_dir, self.reader = data_dir, reader or "me"
        self.database = Database.open(data_dir)

    def close(self) -> None:
        super().close()
        self.database.close()


class Desks:
    """Makes a desk for each reader and remembers for whom."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.readers: list[str] = []
        self.desks: list[FakeDesk] = []

    def __call__(self, model_id: str | None, reader: str = "") -> FakeDesk:
        self.readers.append(reader)
        self.desks.append(LoggedDesk(self.data_dir, reader))
        return self.desks[-1]


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return Desks(tmp_path)


@pytest.fixture
def begin(qtbot, tmp_path: Path, desks: Desks, monkeypatch) -> Iterator[Callable[[], MainWindow]]:
    """Return what starts the window as the program does."""
    people.quick(monkeypatch)
    made: list[MainWindow] = []

    def begin() -> MainWindow:
        Session(tmp_path).set_greeted()
        window = MainWindow(desks, tmp_path)
        made.append(window)
        window.entrance.seat.clock = window.entrance.idle.clock = Clock()
        window.resize(1400, 900)
        window.show()
        window.entrance.enter(lambda: window.connect_desk() and window.folders.go_on())
        return window

    yield begin
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


def sign_in(qtbot, window: MainWindow, name: str, password: str = GOOD) -> None:
    """Type name and password, and wait for the answer."""
    sheet = window.entrance.sheet
    if sheet.name.isVisible():
        sheet.name.setText(name)
    sheet.password.setText(password)
    QTest.keyClick(sheet.password, Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.password.isEnabled)
    QApplication.processEvents()


@pytest.fixture
def reading(qtbot, begin, tmp_path: Path, desks: Desks) -> MainWindow:
    """Return a window in which Bo, a reader, has a scored folder open and a study on screen."""
    people.accounts(tmp_path, Bo=Role.READER, Cy=Role.RESEARCHER)
    window = begin()
    sign_in(qtbot, window, "Bo")
    desk = desks.desks[-1]
    window.open_folder(FOLDER)
    qtbot.waitUntil(lambda: desk.listener is not None)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    choose(qtbot, window, 5)
    return window


def seen(window: MainWindow) -> list[QWidget]:
    """Return what is on screen of the window and of small windows, the sheet left out."""
    sheet = window.entrance.sheet
    return [
        part
        for part in window.findChildren(QWidget)
        if part.isVisible() and part is not sheet and part is not window.entrance and not sheet.isAncestorOf(part)
    ]


def test_one_person_sees_no_sheet(begin, desks):
    window = begin()
    assert not window.entrance.shut
    assert window.entrance.button.isHidden()
    assert desks.readers == [""]
    window.entrance.lock()
    assert not window.entrance.shut
    assert "no accounts" in window.banner.text.text()
    for show in (window.rooms.show_research, window.rooms.show_training, window.rooms.show_site):
        show()
        assert window.rooms.stack.currentIndex() != READING


def test_nothing_is_there_before_somebody_signs_in(qtbot, begin, tmp_path, desks):
    people.accounts(tmp_path)
    window = begin()
    assert window.entrance.shut
    assert not desks.readers, "no desk is made for nobody"
    assert controls(window) == [window.entrance.sheet.name, window.entrance.sheet.password]
    assert not nameless(window)
    assert not seen(window)
    window.open_folder(FOLDER)
    assert not desks.readers
    sign_in(qtbot, window, "Ada")
    assert not window.entrance.shut
    assert not nameless(window)
    assert desks.readers == ["Ada"]
    assert window.entrance.button.text() == "Ada"
    assert window.entrance.button.isVisible()
    assert Session(tmp_path).last_name == "Ada"


def test_the_last_name_is_offered(begin, tmp_path):
    people.accounts(tmp_path)
    Session(tmp_path).set_last_name("Ada")
    window = begin()
    assert window.entrance.sheet.name.text() == "Ada"


def test_wrong_passwords_are_counted_down(qtbot, begin, tmp_path, desks):
    people.accounts(tmp_path)
    window = begin()
    sheet, clock = window.entrance.sheet, window.entrance.seat.clock
    for _ in range(2):
        sign_in(qtbot, window, "Ada", OTHER)
        assert "do not fit" in sheet.state.text()
        assert "seconds" not in sheet.state.text()
    sign_in(qtbot, window, "Ada", OTHER)
    assert sheet.state.text().endswith("Try again in 5 seconds.")
    sheet.password.setText(GOOD)
    assert not sheet.enter.isEnabled()
    QTest.keyClick(sheet.password, Qt.Key.Key_Return)
    clock.now += 4
    sheet.count_down()
    assert sheet.state.text().endswith("Try again in 1 second.")
    clock.now += 1
    sheet.count_down()
    assert sheet.state.text() == "You can try again now."
    assert sheet.enter.isEnabled()
    assert not desks.readers
    sign_in(qtbot, window, "Ada")
    assert not window.entrance.shut


def test_the_lock_hides_everything_and_keeps_the_draft(qtbot, reading, desks):
    read = reading.read
    table = read.worklist.table
    QTest.keyClick(table, Qt.Key.Key_1)
    read.verdict.comment.setText("as it was")
    table.verticalScrollBar().setValue(2)
    before = (table.selected, table.verticalScrollBar().value(), reading.windowTitle())
    reading.help.show_about()
    dialog = next(dialog for dialog in reading.findChildren(QDialog) if dialog.isVisible())
    reading.entrance.idle.clock.now += 10 * 60 + 1
    assert reading.entrance.idle.look()
    assert reading.entrance.shut
    assert not seen(reading)
    assert not dialog.isVisible()
    assert reading.windowTitle() == "xraydesk"
    sign_in(qtbot, reading, "Bo", OTHER)
    assert reading.entrance.shut
    sign_in(qtbot, reading, "Bo")
    assert not reading.entrance.shut
    assert dialog.isVisible()
    dialog.close()
    assert desks.readers == ["Bo"], "the desk is the same"
    assert (table.selected, table.verticalScrollBar().value(), reading.windowTitle()) == before
    assert read.verdict.comment.text() == "as it was"
    assert read.verdict.draft().answer == "abnormal"


def test_keys_do_nothing_behind_the_lock(qtbot, reading, desks):
    reading.activateWindow()
    qtbot.waitUntil(reading.isActiveWindow)
    desk, sheet = desks.desks[-1], reading.entrance.sheet
    reading.entrance.lock()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_F3, Qt.Key.Key_F1):
        for target in (sheet.password, sheet):
            QTest.keyClick(target, key)
    QTest.keyClick(sheet.password, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert reading.rooms.stack.currentIndex() == READING
    assert not reading.read.identity.hidden
    assert not desk.verdicts("1.2.5")
    assert not reading.help.menu.isVisible()
    assert QApplication.activePopupWidget() is None


def test_a_key_locks_and_the_menu_names_it(qtbot, reading):
    reading.activateWindow()
    qtbot.waitUntil(reading.isActiveWindow)
    reading.entrance.button.menu().aboutToShow.emit()
    assert reading.entrance.button.lock.text() == "Lock now\tCtrl+L"
    QTest.keyClick(reading.read.worklist.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert reading.entrance.shut


def test_seconds_behind_the_lock_and_the_untouched_minutes_before_it_are_none_of_a_verdict_s(qtbot, reading, desks):
    clock, went = reading.read.verdict.clock, Clock()
    clock.clock = went
    reading.read.verdict.set_study("1.2.5", ())
    clock.rest()
    clock.go_on()  # by the new clock
    clock.begin()
    went.now += 700
    reading.entrance.idle.clock.now += 10 * 60 + 1
    assert reading.entrance.idle.look()
    went.now += 3600
    sign_in(qtbot, reading, "Bo")
    went.now += 5
    assert clock.seconds == pytest.approx(105)


def test_a_touch_puts_the_lock_off_and_a_late_one_opens_nothing(reading):
    idle, handle = reading.entrance.idle, reading.windowHandle()
    idle.clock.now += 9 * 60
    QTest.mouseMove(handle, QPoint(5, 5))
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    idle.clock.now += 9 * 60
    assert not idle.look()
    idle.clock.now += 60 * 60  # the lid was shut
    QTest.keyClick(handle, Qt.Key.Key_F3)
    assert reading.entrance.shut
    assert reading.rooms.stack.currentIndex() == READING


def test_the_time_until_the_lock_is_the_site_s(qtbot, begin, tmp_path):
    people.accounts(tmp_path)
    change_settings(tmp_path, idle_lock_minutes=0)
    window = begin()
    sign_in(qtbot, window, "Ada")
    window.entrance.idle.clock.now += 1e6
    assert not window.entrance.idle.look()


def test_another_person_reads_at_a_desk_of_their_own(qtbot, reading, desks):
    reading.entrance.lock()
    reading.entrance.sheet.other.click()
    assert reading.entrance.shut
    assert reading.link.desk is None
    assert reading.read.worklist.model.rowCount() == 0
    assert "A-00" not in reading.footer.log.text()
    sign_in(qtbot, reading, "Cy")
    assert desks.readers == ["Bo", "Cy"]
    assert not reading.entrance.shut
    assert reading.link.folder is None
    assert reading.entrance.button.text() == "Cy"


@pytest.mark.parametrize(
    ("name", "rooms"), [("Bo", {READING}), ("Cy", {READING, RESEARCH}), ("Ada", {READING, RESEARCH, TRAIN, SITE})]
)
def test_roles_open_rooms(qtbot, begin, tmp_path, name, rooms):
    people.accounts(tmp_path, Bo=Role.READER, Cy=Role.RESEARCHER)
    window = begin()
    sign_in(qtbot, window, name)
    shows = (window.rooms.show_research, window.rooms.show_training, window.rooms.show_site)
    for place, show in zip((RESEARCH, TRAIN, SITE), shows, strict=True):
        window.rooms.show_reading()
        window.banner.hide()
        button = window.rooms.rail.button(place)
        show()
        assert (window.rooms.stack.currentIndex() == place) is (place in rooms)
        assert button.isEnabled() is (place in rooms)
        assert ("needs the role" in button.toolTip()) is (place not in rooms)
        assert window.banner.isVisible() is (place not in rooms)


def test_the_guide_hides_no_way_into_a_room(qtbot, begin, tmp_path):
    people.accounts(tmp_path, Cy=Role.RESEARCHER, Bo=Role.READER)
    window = begin()
    sign_in(qtbot, window, "Cy")
    window.rooms.show_research()
    window.help.guide.open()
    window.entrance.sign_out()
    sign_in(qtbot, window, "Bo")
    window.rooms.leave_page()
    assert window.rooms.stack.currentIndex() == READING


def test_who_loses_a_role_leaves_its_rooms(qtbot, begin, tmp_path):
    made = people.accounts(tmp_path, Cy=Role.RESEARCHER)
    window = begin()
    sign_in(qtbot, window, "Cy")
    window.rooms.show_research()
    with closing(Database.open(tmp_path)) as database:
        People(database).change_role(made["Ada"], "Cy", Role.READER)
    window.entrance.refresh()
    assert window.rooms.stack.currentIndex() == READING
    with closing(Database.open(tmp_path)) as database:
        People(database).close(made["Ada"], "Cy")
    window.entrance.refresh()
    assert window.entrance.shut
    assert window.entrance.account is None


def test_a_password_is_changed_by_who_knows_it(qtbot, reading):
    reading.entrance.change_password()
    dialog = next(dialog for dialog in reading.findChildren(QDialog) if dialog.isVisible())
    dialog.old.setText(OTHER)
    dialog.password.setText(OTHER)
    dialog.again.setText("something else")
    assert not dialog.save.isEnabled()
    assert "not the same" in dialog.state.text()
    dialog.again.setText(OTHER)
    dialog.save.click()
    qtbot.waitUntil(lambda: "do not fit" in dialog.state.text())
    dialog.old.setText(GOOD)
    dialog.save.click()
    qtbot.waitUntil(lambda: "changed" in reading.banner.text.text())
    reading.entrance.lock()
    sign_in(qtbot, reading, "Bo", OTHER)
    assert not reading.entrance.shut


def test_choices_that_the_site_has_made_are_not_the_reader_s(qtbot, begin, tmp_path):
    people.accounts(tmp_path, Bo=Role.READER)
    change_settings(tmp_path, locked=("blind_first",))
    window = begin()
    sign_in(qtbot, window, "Bo")
    actions = window.read.choices.actions
    assert not actions["blind_first"].isEnabled()
    assert "administrator" in actions["blind_first"].toolTip()
    assert actions["auto_advance"].isEnabled()
    window.entrance.sign_out()
    sign_in(qtbot, window, "Ada")
    assert actions["blind_first"].isEnabled()


def test_a_full_disk_does_not_open_a_guarded_desk(begin, tmp_path, desks, monkeypatch):
    people.accounts(tmp_path)

    def full(_data_dir: Path) -> Database:
        raise DiskFull("The disk is full")

    monkeypatch.setattr("xraydesk.admin.seat.Database.open", full)
    window = begin()
    assert window.entrance.shut
    assert not desks.readers
