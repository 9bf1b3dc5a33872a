"""Accounts and settings of the site, driven as an administrator does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.gui import people
from tests.gui.people import GOOD, OTHER
from tests.gui.test_access import cut, nameless
from tests.gui.test_sign_in import Desks, sign_in
from xraydesk.admin.people import People
from xraydesk.gui.admin.people_page import PeoplePage
from xraydesk.gui.admin.settings_page import SettingsPage
from xraydesk.gui.rooms import SITE
from xraydesk.gui.session import Session
from xraydesk.gui.window import MainWindow
from xraydesk.settings import Settings
from xraydesk.store.accounts import Role
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import Database


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return Desks(tmp_path)


@pytest.fixture
def window(qtbot, tmp_path: Path, desks: Desks, monkeypatch) -> Iterator[MainWindow]:
    """Return the window of a desk for one person."""
    people.quick(monkeypatch)
    Session(tmp_path).set_greeted()
    window = MainWindow(desks, tmp_path)
    window.resize(1400, 900)
    window.show()
    window.connect_desk()
    yield window
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def page(qtbot, window: MainWindow) -> PeoplePage:
    """Go to the page of people and wait for its list."""
    window.rooms.show_site()
    found = window.rooms.site.page("people")
    assert isinstance(found, PeoplePage)
    qtbot.waitUntil(lambda: found.make.isVisible() or found.table.isVisible())
    return found


def dialog(window: MainWindow) -> QDialog:
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def fill(window: MainWindow, name: str | None, password: str = GOOD, role: Role | None = None) -> QDialog:
    asked = dialog(window)
    assert not nameless(asked)
    if name is not None:
        asked.name.setText(name)
    if role is not None:
        asked.role.setCurrentIndex(asked.role.findData(str(role)))
    asked.password.setText(password)
    asked.again.setText(password)
    asked.save.click()
    return asked


@pytest.fixture
def staffed(qtbot, window: MainWindow) -> MainWindow:
    """Return the window after Ada made herself administrator and an account for Bo."""
    shown = page(qtbot, window)
    shown.make.click()
    fill(window, "Ada")
    qtbot.waitUntil(lambda: shown.table.rowCount() == 1)
    shown.add.click()
    fill(window, "Bo", role=Role.RESEARCHER)
    qtbot.waitUntil(lambda: shown.table.rowCount() == 2)
    return window


def lines(shown: PeoplePage) -> list[list[str]]:
    table = shown.table
    return [[table.item(r, c).text() for c in range(table.columnCount())] for r in range(table.rowCount())]


def known(tmp_path: Path) -> dict[str, tuple[Role, bool]]:
    with closing(Database.open(tmp_path)) as database:
        return {account.name: (account.role, account.active) for account in People(database).accounts()}


def test_one_person_is_told_so(qtbot, window):
    shown = page(qtbot, window)
    assert shown.words.text().startswith("This desk has no accounts: whoever uses this computer's login may do every")
    assert not shown.table.isVisible()
    assert not nameless(window.rooms.site)
    qtbot.waitUntil(lambda: not cut(window.rooms.site))  # once it is laid out


def test_the_first_administrator_goes_on_as_that_person(qtbot, window, desks):
    shown = page(qtbot, window)
    shown.make.click()
    first = dialog(window)
    assert first.name.text() == "me", "the name that stands in the log so far is offered"
    fill(window, "Ada", "short")
    assert "10 characters" in first.state.text()
    assert not first.save.isEnabled()
    fill(window, "Ada")
    qtbot.waitUntil(shown.table.isVisible)
    assert desks.readers == ["", "Ada"]
    assert window.entrance.button.text() == "Ada"
    assert window.rooms.stack.currentIndex() == SITE
    assert lines(shown)[0][:2] == ["Ada", "Administrator"]
    assert not nameless(window.rooms.site)


def test_accounts_are_changed(qtbot, staffed, tmp_path):
    shown = page(qtbot, staffed)
    assert [line[:2] for line in lines(shown)] == [["Ada", "Administrator"], ["Bo", "Researcher"]]
    assert [line[3] for line in lines(shown)] == ["never", "never"]
    shown.table.selectRow(1)
    shown.role.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: lines(shown)[1][1] == "Reader")
    assert known(tmp_path)["Bo"] == (Role.READER, True)
    shown.close_account.click()
    qtbot.waitUntil(lambda: lines(shown)[1][4] == "Closed")
    assert not shown.role.isEnabled()
    assert shown.password.text() == "Open again with a password …"
    shown.password.click()
    fill(staffed, None, OTHER)
    qtbot.waitUntil(lambda: lines(shown)[1][4] == "")
    assert known(tmp_path)["Bo"] == (Role.READER, True)


def test_the_last_administrator_stays(qtbot, staffed, tmp_path):
    shown = page(qtbot, staffed)
    shown.table.selectRow(0)
    shown.close_account.click()
    qtbot.waitUntil(lambda: "last administrator" in shown.state.text())
    shown.role.menu().actions()[0].trigger()
    qtbot.waitUntil(shown.role.menu().actions()[2].isChecked)
    assert known(tmp_path)["Ada"] == (Role.ADMINISTRATOR, True)


def test_who_signed_in_and_who_guesses_is_seen(qtbot, staffed, tmp_path):
    staffed.entrance.sign_out()
    for _ in range(3):
        sign_in(qtbot, staffed, "Bo", OTHER)
    sign_in(qtbot, staffed, "Ada")
    shown = page(qtbot, staffed)
    qtbot.waitUntil(lambda: lines(shown)[0][3] != "never")
    assert lines(shown)[0][4] == "Sits here"
    assert lines(shown)[1][4].startswith("Shut for ")


def test_settings_are_kept_with_what_was_before(qtbot, staffed, tmp_path, desks):
    shown = staffed.rooms.site.page("settings")
    assert isinstance(shown, SettingsPage)
    form = shown.form
    assert not shown.save.isEnabled()
    assert not nameless(staffed.rooms.site)
    qtbot.waitUntil(lambda: not cut(staffed.rooms.site))
    form.controls["idle_lock_minutes"].setValue(3)
    form.controls["sensitivity_margin"].setValue(1.5)
    form.controls["two_readers"].setChecked(True)
    form.locks["two_readers"].setChecked(True)
    made = len(desks.readers)
    shown.save.click()
    qtbot.waitUntil(lambda: "Saved" in shown.state.text())
    settings = Settings.read(tmp_path)
    assert (settings.idle_lock_minutes, settings.sensitivity_margin) == (3, 0.015)
    assert (settings.two_readers, settings.locked) == (True, ("two_readers",))
    assert len(desks.readers) == made + 1, "the desk reads by the new rules"
    assert not shown.save.isEnabled()
    with closing(Database.open(tmp_path)) as database:
        rows = [row for row in AuditLog(database).entries() if row["action"] == "settings"]
    assert {row["actor"] for row in rows} == {"Ada"}
    assert {row["subject"]: (row["detail"]["before"], row["detail"]["after"]) for row in rows} == {
        "idle_lock_minutes": (10, 3),
        "sensitivity_margin": (0.02, 0.015),
        "two_readers": (False, True),
        "locked": ("", "two_readers"),
    }
    staffed.entrance.idle.clock = clock = people.Clock()
    staffed.entrance.refresh()
    clock.now += 181
    assert staffed.entrance.idle.look()


def test_what_is_edited_can_be_put_back(qtbot, window, tmp_path):
    window.rooms.show_site()
    shown = window.rooms.site.page("settings")
    assert shown.form.controls["reader"].isVisible()
    assert not shown.form.controls["idle_lock_minutes"].isVisible(), "nothing locks where there are no accounts"
    shown.form.controls["reader"].setText("Dr  Grey")
    assert shown.save.isEnabled()
    shown.undo.click()
    assert not shown.save.isEnabled()
    shown.form.controls["reader"].setText("Dr  Grey")
    shown.save.click()
    qtbot.waitUntil(lambda: "Saved" in shown.state.text())
    assert Settings.read(tmp_path).reader == "Dr Grey"
    assert "next start" in shown.state.text()
