"""Who sits at the desk. Asked before a desk is made: the database is opened for each question and closed again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from xraydesk.admin.people import Clock, People
from xraydesk.errors import StoreError
from xraydesk.store.accounts import Account, exist_in
from xraydesk.store.database import FILE_NAME, Database

T = TypeVar("T")


class Seat:
    """One place in front of the screen. For any thread; a password takes about half a second to check.

    Parameters
    ----------
    data_dir
        Whose accounts are asked.
    clock
        Seconds since 1970.
    """

    def __init__(self, data_dir: Path, clock: Clock = time.time) -> None:
        self._data_dir = data_dir
        self.clock = clock
        self.account: Account | None = None  # who signed in; None at a desk for one person, and while nobody has

    def guarded(self) -> bool:
        """Whether a name and a password are needed here.

        Raises
        ------
        StoreError
            The database cannot be read, so that it is not known.
        """
        path = self._data_dir / FILE_NAME
        if not path.is_file():
            return False
        try:
            return self._ask(lambda people: not people.alone)
        except StoreError:
            return exist_in(path)  # a full disk must not open a guarded desk, nor shut one without accounts

    def sign_in(self, name: str, password: str) -> Account:
        """Return the account that name and password open; raises as `People.sign_in`, and `StoreError`."""
        return self._ask(lambda people: people.sign_in(name, password))

    def change_password(self, old: str, new: str) -> Account:
        """Give who sits here another password, and return the account as it is then.

        Raises
        ------
        SignInRefused
            The old one is wrong, or the new one will not do.
        StoreError
            It cannot be written.
        """
        account = self.account
        if account is None:
            raise StoreError("Nobody has signed in")
        return self._ask(lambda people: people.change_password(people.sign_in(account.name, old), account.name, new))

    def refresh(self) -> Account | None:
        """Read anew what the account of who sits here may do; it may have been changed elsewhere meanwhile."""
        account = self.account
        if account is not None:
            self.account = self._ask(lambda people: people.account(account.name)) or account
        return self.account

    def _ask(self, question: Callable[[People], T]) -> T:
        with self._people() as people:
            return question(people)

    @contextmanager
    def _people(self) -> Iterator[People]:
        with closing(Database.open(self._data_dir)) as database:
            yield People(database, self.clock)
