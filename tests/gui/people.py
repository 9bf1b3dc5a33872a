"""Accounts for tests of the window: made at once, with passwords that are checked in a millisecond."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from xraydesk.admin import people as module
from xraydesk.admin.people import People
from xraydesk.store.accounts import Account, Role
from xraydesk.store.database import Database

GOOD, OTHER = "four plain words here", "another four plain words"


def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check passwords at once: what takes long is the library's, not ours."""
    monkeypatch.setattr(module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


def accounts(data_dir: Path, **roles: Role) -> dict[str, Account]:
    """Make Ada, administrator, and one account for each role given by name; all with the password `GOOD`."""
    with closing(Database.open(data_dir)) as database:
        people = People(database)
        ada = people.begin("Ada", GOOD)
        return {"Ada": ada, **{name: people.add(ada, name, role, GOOD) for name, role in roles.items()}}


class Clock:
    """Time that goes on when told."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now
