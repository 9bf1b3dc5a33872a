"""Accounts: who may do what, and how slowly a password is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from xraydesk.admin import people as module
from xraydesk.admin.people import FREE_ATTEMPTS, People, may, require
from xraydesk.errors import SignInRefused
from xraydesk.store.accounts import Role
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.verdicts import VerdictLog

GOOD, OTHER = "four plain words here", "another four plain words"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check passwords in a millisecond: what takes long is the library's, not ours."""
    from argon2 import PasswordHasher

    monkeypatch.setattr(module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def people(database: Database, clock: Clock) -> People:
    return People(database, clock)


def test_one_person_needs_no_account(people: People) -> None:
    assert people.alone
    assert may(None, Role.ADMINISTRATOR)
    require(None, Role.ADMINISTRATOR)


def test_the_first_account_is_the_administrator_s(people: People) -> None:
    ada = people.begin("  Ada   Lovelace ", GOOD)
    assert (ada.name, ada.role, people.alone) == ("Ada Lovelace", Role.ADMINISTRATOR, False)
    with pytest.raises(SignInRefused, match="administrator already"):
        people.begin("Bo", GOOD)
    assert people.sign_in("Ada Lovelace", GOOD) == ada


def test_roles_include_those_below(people: People) -> None:
    ada = people.begin("Ada", GOOD)
    bo, cy = people.add(ada, "Bo", Role.RESEARCHER, GOOD), people.add(ada, "Cy", Role.READER, GOOD)
    assert [may(bo, role) for role in Role] == [True, True, False]
    assert [may(cy, role) for role in Role] == [True, False, False]
    with pytest.raises(SignInRefused, match="role of administrator"):
        people.add(bo, "Di", Role.READER, GOOD)
    with pytest.raises(SignInRefused, match="an account of this name"):
        people.add(ada, "bo", Role.READER, GOOD)
    promoted = people.change_role(ada, "Cy", Role.RESEARCHER)
    assert may(promoted, Role.RESEARCHER)


def test_the_last_administrator_stays(people: People) -> None:
    ada = people.begin("Ada", GOOD)
    for leave in (lambda: people.close(ada, "Ada"), lambda: people.change_role(ada, "Ada", Role.READER)):
        with pytest.raises(SignInRefused, match="last administrator"):
            leave()
    bo = people.add(ada, "Bo", Role.ADMINISTRATOR, GOOD)
    people.close(bo, "Ada")
    assert [(account.name, account.active) for account in people.accounts()] == [("Bo", True), ("Ada", False)]
    with pytest.raises(SignInRefused, match="do not fit"):
        people.sign_in("Ada", GOOD)
    people.change_password(bo, "Ada", OTHER)
    assert people.sign_in("Ada", OTHER).active


def test_passwords_are_changed_by_their_owner(people: People) -> None:
    ada = people.begin("Ada", GOOD)
    bo = people.add(ada, "Bo", Role.READER, GOOD)
    people.change_password(bo, "Bo", OTHER)
    with pytest.raises(SignInRefused):
        people.sign_in("Bo", GOOD)
    assert people.sign_in("Bo", OTHER).name == "Bo"
    with pytest.raises(SignInRefused, match="role of administrator"):
        people.change_password(bo, "Ada", OTHER)


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaa", "a long name"])
def test_weak_passwords_are_refused(people: People, password: str) -> None:
    with pytest.raises(SignInRefused):
        people.begin("A Long Name", password)
    assert people.alone


def test_guessing_gets_slower(people: People, clock: Clock, database: Database) -> None:
    people.begin("Ada", GOOD)
    for _ in range(FREE_ATTEMPTS):
        with pytest.raises(SignInRefused, match="do not fit"):
            people.sign_in("Ada", OTHER)
    waits = []
    for _ in range(4):
        with pytest.raises(SignInRefused, match="Too many"):
            people.sign_in("Ada", GOOD)  # not even the right one is heard
        begun = clock.now
        while True:
            clock.now += 1
            try:
                people.sign_in("Ada", OTHER)
            except SignInRefused as error:
                if "do not fit" in error.what:
                    break
        waits.append(clock.now - begun)
    assert waits == sorted(waits)
    assert waits[-1] >= 2 * waits[1]
    again = People(database, clock)  # a new start of the program forgets nothing
    with pytest.raises(SignInRefused, match="Too many"):
        again.sign_in("Ada", GOOD)
    clock.now += 1000
    again.sign_in("Ada", GOOD)
    with pytest.raises(SignInRefused, match="do not fit"):
        again.sign_in("Ada", OTHER)


def test_names_that_do_not_exist_answer_alike(people: People) -> None:
    people.begin("Ada", GOOD)
    with pytest.raises(SignInRefused) as unknown:
        people.sign_in("Nobody", GOOD)
    with pytest.raises(SignInRefused) as known:
        people.sign_in("Ada", OTHER)
    assert str(unknown.value) == str(known.value)


def test_all_is_audited_and_no_password_is_kept(people: People, database: Database, tmp_path: Path) -> None:
    ada = people.begin("Ada", GOOD)
    people.add(ada, "Bo", Role.READER, OTHER)
    people.sign_in("Bo", OTHER)
    with pytest.raises(SignInRefused):
        people.sign_in("Bo", GOOD)
    actions = [entry["action"] for entry in AuditLog(database).entries()]
    assert actions == ["account", "account", "sign in", "sign in failed"]
    assert VerdictLog(database).verify() == []
    database.close()
    for file in tmp_path.glob(f"{FILE_NAME}*"):
        assert GOOD.encode() not in file.read_bytes()
        assert OTHER.encode() not in file.read_bytes()
    assert "argon2" not in repr(ada)


def test_a_changed_account_is_seen(people: People, database: Database, tmp_path: Path) -> None:
    import sqlite3

    people.begin("Ada", GOOD)
    database.close()
    raw = sqlite3.connect(tmp_path / FILE_NAME)
    raw.execute("DROP TRIGGER accounts_keep")
    raw.execute("UPDATE accounts SET role = 'reader'")
    raw.commit()
    raw.close()
    again = Database.open(tmp_path)
    try:
        assert any("accounts were changed" in str(fault) for fault in VerdictLog(again).verify())
    finally:
        again.close()
