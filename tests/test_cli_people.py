"""xraydesk people: accounts without a window; passwords come from standard input and stand nowhere."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.people import GOOD, OTHER, quick
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import FILE_NAME, Database

Run = Callable[..., tuple[int, str, str]]


class Lines(io.StringIO):
    """Standard input; a terminal where a test says so."""


@pytest.fixture
def people(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs `xraydesk people` with lines on standard input."""
    quick(monkeypatch)

    def people(*arguments: str, lines: tuple[str, ...] = ()) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", Lines("".join(f"{line}\n" for line in lines)))
        return run("people", *arguments)

    return people


@pytest.fixture
def staffed(people: Run) -> Run:
    """Return the same where Ada is administrator and Bo a reader."""
    assert people("add", "Ada", lines=(GOOD,))[0] == 0
    assert people("add", "Bo", "--as", "Ada", lines=(GOOD, GOOD))[:2] == (0, "Bo has an account; role: reader.\n")
    return people


def test_a_desk_without_accounts_says_so(people: Run, installed: Path) -> None:
    code, out, _ = people("list")
    assert code == 0
    assert out == "This desk has no accounts: whoever uses this computer's login may do everything.\n"
    assert json.loads(people("list", "--json")[1]) == []
    assert not (installed / FILE_NAME).exists(), "looking makes nothing"
    code, _, err = people("close", "Ada")
    assert code == 1
    assert "no accounts" in err


def test_the_first_is_the_administrator(people: Run) -> None:
    code, _, err = people("add", "Ada", "--role", "reader", lines=(GOOD,))
    assert code == 1
    assert "first account is an administrator's" in err
    assert people("add", "Ada", lines=(GOOD,))[:2] == (0, "Ada has an account; role: administrator.\n")
    code, _, err = people("add", "Bo", lines=(GOOD,))
    assert code == 1
    assert "--as" in err


def test_accounts_are_changed_by_an_administrator(staffed: Run, installed: Path) -> None:
    assert staffed("role", "Bo", "researcher", "--as", "Ada", lines=(GOOD,))[0] == 0
    code, _, err = staffed("role", "Bo", "administrator", "--as", "Bo", lines=(GOOD,))
    assert code == 1
    assert "needs the role of administrator" in err
    assert staffed("close", "Bo", "--as", "Ada", lines=(GOOD,))[0] == 0
    assert [(e["name"], e["role"], e["active"]) for e in json.loads(staffed("list", "--json")[1])] == [
        ("Ada", "administrator", True), ("Bo", "researcher", False),
    ]  # fmt: skip
    assert staffed("list")[1].splitlines()[1].endswith("closed")
    code, _, err = staffed("close", "Ada", "--as", "Ada", lines=(GOOD,))
    assert code == 1
    assert "last administrator" in err
    database = Database.open(installed)
    try:
        changes = [row["detail"]["change"] for row in AuditLog(database).entries() if row["action"] == "account"]
    finally:
        database.close()
    assert changes == ["made", "made", "role changed", "closed"]


def test_a_password_is_one_s_own(staffed: Run) -> None:
    assert staffed("password", "Bo", "--as", "Bo", lines=(GOOD, OTHER))[0] == 0
    code, _, err = staffed("password", "Bo", "--as", "Bo", lines=(GOOD, OTHER))
    assert code == 1
    assert "do not fit" in err
    assert staffed("password", "Bo", "--as", "Bo", lines=(OTHER, GOOD))[0] == 0
    code, _, err = staffed("password", "Ada", "--as", "Bo", lines=(GOOD, OTHER))
    assert code == 1
    assert "needs the role of administrator" in err


def test_a_typed_password_is_typed_twice(people: Run, monkeypatch: pytest.MonkeyPatch, installed: Path) -> None:
    said = iter([GOOD, OTHER])
    monkeypatch.setattr("xraydesk.cli_room.getpass.getpass", lambda _prompt: next(said))
    monkeypatch.setattr(Lines, "isatty", lambda _self: True)
    code, _, err = people("add", "Ada")
    assert code == 1
    assert "not the same" in err
    assert GOOD not in (installed / "xraydesk.log").read_text()
