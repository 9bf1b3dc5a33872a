"""Who works at the command line: the one person of a desk without accounts, else somebody with a password."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from xraydesk.errors import SignInRefused

if TYPE_CHECKING:
    from xraydesk.admin.people import Account
    from xraydesk.admin.room import AdminRoom
    from xraydesk.store.database import Database


def add_person(parser: argparse.ArgumentParser) -> None:
    """Add the option that says who works."""
    parser.add_argument("--as", dest="person", default="", metavar="NAME", help="whose account is used, where there "
                        "are accounts; the password is asked for, or is the first line of standard input")  # fmt: skip


@contextmanager
def room_of(options: argparse.Namespace) -> Iterator[AdminRoom]:
    """Lend the room of the data folder, with who works there.

    Raises
    ------
    SignInRefused
        There are accounts, and none is named or name and password do not fit.
    StoreError
        The database cannot be opened.
    """
    from xraydesk.admin.room import AdminRoom
    from xraydesk.store.database import Database
    from xraydesk.triage.opening import login_name

    database = Database.open(options.data_dir)
    try:
        yield AdminRoom(options.data_dir, database, login_name(), account_of(options, database))
    finally:
        database.close()


def account_of(options: argparse.Namespace, database: Database) -> Account | None:
    """Return the account of who works, None at a desk without accounts; `SignInRefused` as `room_of`."""
    from xraydesk.admin.people import People

    people = People(database)
    if people.alone:
        return None
    if not options.person:
        raise SignInRefused("This desk has accounts", remedy="Say with --as whose is used")
    return people.sign_in(options.person, read_password("Password: "))


def read_password(prompt: str, again: str = "") -> str:
    """Return what is typed unseen, twice where ``again`` asks for it, else the next line of standard input.

    Raises
    ------
    SignInRefused
        It was typed otherwise the second time.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass(prompt)
    if again and getpass.getpass(again) != typed:
        raise SignInRefused("The two passwords are not the same")
    return typed
