"""Who sits at a desk, asked before it is made; and settings of the site, changed on record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gui.people import GOOD, OTHER, Clock, accounts, quick
from xraydesk.admin.people import People, Role
from xraydesk.admin.room import AdminRoom
from xraydesk.admin.seat import Seat
from xraydesk.admin.site_settings import Change, change
from xraydesk.errors import DiskFull, SettingsError, SignInRefused, StoreError
from xraydesk.research import reference_import
from xraydesk.research.archive import Archive
from xraydesk.settings import FILE_NAME as SETTINGS
from xraydesk.settings import Settings
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.reference import ReferenceLog


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AdminRoom]:
    database = Database.open(tmp_path)
    yield AdminRoom(tmp_path, database, "me")
    database.close()


def full(_data_dir: Path) -> Database:
    raise DiskFull("The disk is full")


def test_a_desk_is_guarded_once_there_are_accounts(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    assert not seat.guarded()
    assert not (tmp_path / FILE_NAME).exists(), "looking makes nothing"
    accounts(tmp_path)
    assert seat.guarded()


def test_a_full_disk_neither_opens_nor_shuts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, many = tmp_path / "one", tmp_path / "many"
    Database.open(one).close()
    accounts(many)
    monkeypatch.setattr(Database, "open", full)
    assert not Seat(one).guarded()
    assert Seat(many).guarded()


def test_what_cannot_be_read_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all, and long enough to be one" * 100)
    with pytest.raises(StoreError, match="damaged"):
        Seat(tmp_path).guarded()


def test_a_wait_is_told_in_seconds(tmp_path: Path) -> None:
    accounts(tmp_path)
    clock = Clock()
    seat = Seat(tmp_path, clock)
    for wait in (0.0, 0.0, 5.0):
        with pytest.raises(SignInRefused) as refused:
            seat.sign_in("Ada", OTHER)
        assert refused.value.wait_s == wait
    clock.now += 2
    with pytest.raises(SignInRefused, match="Too many") as refused:
        seat.sign_in("Ada", GOOD)
    assert refused.value.wait_s == pytest.approx(3)
    clock.now += 3
    assert seat.sign_in("Ada", GOOD).name == "Ada"


def test_what_an_account_may_is_read_anew(tmp_path: Path) -> None:
    made = accounts(tmp_path, Bo=Role.RESEARCHER)
    seat = Seat(tmp_path)
    assert seat.refresh() is None
    seat.account = made["Bo"]
    with closing(Database.open(tmp_path)) as database:
        People(database).change_role(made["Ada"], "Bo", Role.READER)
    now = seat.refresh()
    assert now is not None
    assert now.role is Role.READER
    assert seat.change_password(GOOD, OTHER).name == "Bo"
    with pytest.raises(SignInRefused, match="do not fit"):
        seat.change_password(GOOD, OTHER)


def test_an_administrator_of_yesterday_changes_nothing(tmp_path: Path) -> None:
    made = accounts(tmp_path, Bo=Role.ADMINISTRATOR)
    with closing(Database.open(tmp_path)) as database:
        people = People(database)
        people.change_role(made["Ada"], "Bo", Role.READER)
        with pytest.raises(SignInRefused, match="role of administrator"):
            people.add(made["Bo"], "Cy", Role.READER, GOOD)


def test_persons_as_an_administrator_sees_them(tmp_path: Path) -> None:
    accounts(tmp_path, Bo=Role.READER)
    clock = Clock()
    with closing(Database.open(tmp_path)) as database:
        people = People(database, clock)
        people.sign_in("Ada", GOOD)
        for _ in range(3):
            with pytest.raises(SignInRefused):
                people.sign_in("Bo", OTHER)
        ada, bo = people.persons()
    assert ada.last is not None
    assert ada.last >= ada.since
    assert (ada.wait_s, bo.last, bo.wait_s) == (0.0, None, 5.0)


def test_settings_are_changed_on_record(room: AdminRoom) -> None:
    assert change(room, two_readers=True, device="auto") == (Change("two_readers", before=False, after=True),)
    assert Settings.read(room.data_dir).two_readers
    (row,) = AuditLog(room.database).entries()
    assert (row["actor"], row["action"], row["subject"]) == ("me", "settings", "two_readers")
    assert row["detail"] == {"before": False, "after": True}
    assert change(room, two_readers=True) == ()
    assert len(AuditLog(room.database).entries()) == 1


def test_settings_are_an_administrator_s(room: AdminRoom) -> None:
    bo = accounts(room.data_dir, Bo=Role.RESEARCHER)["Bo"]
    with pytest.raises(SignInRefused, match="role of administrator"):
        change(replace(room, account=bo), two_readers=True)
    assert not Settings.read(room.data_dir).two_readers


def test_a_file_that_cannot_be_read_is_left_alone(room: AdminRoom) -> None:
    (room.data_dir / SETTINGS).write_text("no = = toml")
    with pytest.raises(SettingsError):
        change(room, two_readers=True)
    assert (room.data_dir / SETTINGS).read_text() == "no = = toml"
    assert AuditLog(room.database).entries() == []


@pytest.mark.parametrize("line", ["idle_lock_minutes = -1", "idle_lock_minutes = 2.5", "idle_lock_minutes = true",
                                  'idle_lock_minutes = "10"', "sensitivity_margin = 2", "locked = 3"])  # fmt: skip
def test_senseless_values_are_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / SETTINGS).write_text(line)
    with pytest.raises(SettingsError, match=line.partition(" ")[0]):
        Settings.read(tmp_path)


def test_a_reader_writes_nothing_into_what_is_true(room: AdminRoom) -> None:
    made = accounts(room.data_dir, Bo=Role.READER, Cy=Role.RESEARCHER)
    archive = Archive(room.database, room.data_dir, author="me")
    archive.account = made["Bo"]
    with pytest.raises(SignInRefused, match="role of researcher"):
        reference_import.enter_follow_up(archive, "1.2.3", 1.0)
    assert ReferenceLog(room.database).present() == []
    archive.account = made["Cy"]
    reference_import.enter_follow_up(archive, "1.2.3", 1.0)
    assert [row.author for row in ReferenceLog(room.database).present()] == ["Cy"]
    assert archive.writer("somebody else") == "Cy", "who signed in, whatever name is typed"
