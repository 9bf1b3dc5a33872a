"""Who may do what at this desk: append-only and hash-chained. The last row of a name is what holds.

Passwords are kept as Argon2id verifiers (RFC 9106) only. Failed attempts are counted beside, so that guessing is slow
even where the program is started anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraydesk.errors import SignInRefused
from xraydesk.store import audit
from xraydesk.store.chain import append
from xraydesk.store.failures import translate
from xraydesk.store.sql import plain
from xraydesk.store.untouched import read_only

if TYPE_CHECKING:
    import sqlite_utils

    from xraydesk.store.database import Database

_COLUMNS = "number, at, author, name, role, verifier, active"


class Role(StrEnum):
    """What an account may do; each includes those before it."""

    READER = "reader"  # gives verdicts
    RESEARCHER = "researcher"  # sees the log as a whole, enters what is true
    ADMINISTRATOR = "administrator"  # trains, promotes, changes accounts and settings of the site


_RANKS = list(Role)


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """A state of one account before it is written."""

    author: str  # who makes or changes it
    name: str
    role: Role
    verifier: str = field(repr=False)  # of the password; never shown
    active: bool = True


@dataclass(frozen=True, slots=True)
class Account(AccountDraft):
    """A state of one account. Never changed: another role or password is a further row."""

    number: int = field(kw_only=True)
    at: datetime = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often a wrong password was given for a name since the last right one, and until when no other is heard."""

    failures: int = 0
    until: float = 0.0  # seconds since 1970


class AccountLog:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, draft: AccountDraft, change: str) -> Account:
        """Write a state of an account; it is on the disk when this returns.

        Parameters
        ----------
        draft
            What holds from now on.
        change
            What was done, for the audit log: "made", "role changed", "password changed", "closed".

        Raises
        ------
        StoreError
            Nothing was recorded.
        """
        content = _content(draft, datetime.now(UTC))
        number = self._database.write(lambda db: _append(db, content, change), durable=True)
        return _account((number, *content.values()))

    def present(self) -> dict[str, Account]:
        """Return each account as it is now, by name, closed ones among them."""
        with self._database.read() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM accounts ORDER BY number")  # noqa: S608 - constant
            return {account.name: account for account in map(_account, rows)}

    def since(self) -> dict[str, datetime]:
        """Return when each account was made, by name."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT name, min(at) FROM accounts GROUP BY name")
            return {name: datetime.fromisoformat(at) for name, at in rows}

    def attempts(self, name: str) -> Attempts:
        """Return how often signing in failed lately under a name."""
        with self._database.read() as connection:
            query = "SELECT failures, until FROM attempts WHERE name = ?"
            row = connection.execute(query, (plain(name),)).fetchone()
        return Attempts(*row) if row else Attempts()

    def note_attempts(self, name: str, attempts: Attempts, action: str) -> None:
        """Keep the count of a name, with a line in the audit log that says why it changed."""

        def write(db: sqlite_utils.Database) -> None:
            row = {"name": plain(name), "failures": attempts.failures, "until": attempts.until}
            db.table("attempts", pk="name").upsert(row)
            audit.add(db, name, action, failures=attempts.failures)

        self._database.write(write, durable=True)


def may(account: Account | None, role: Role) -> bool:
    """Whether an account has at least a role; None is the one person of a desk without accounts, who may do all."""
    return account is None or (account.active and _RANKS.index(account.role) >= _RANKS.index(role))


def require(account: Account | None, role: Role) -> None:
    """Raise `SignInRefused` where an account has less than a role."""
    if not may(account, role):
        raise SignInRefused(f"This needs the role of {role}", remedy="Ask an administrator")


def exist_in(path: Path) -> bool:
    """Whether a database file holds accounts, read without writing a byte: for a disk that is full.

    What was committed last may still be in the write-ahead log beside the file and is not seen.

    Raises
    ------
    StoreError
        The file cannot be read.
    """
    try:
        with closing(read_only(path, alone=True)) as connection:
            tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts'").fetchone()
            return tables is not None and connection.execute("SELECT 1 FROM accounts LIMIT 1").fetchone() is not None
    except sqlite3.Error as error:
        raise translate(error, path) from error


def _append(db: sqlite_utils.Database, content: dict[str, Any], change: str) -> int:
    placed = append(db, "accounts", content)
    detail = {"number": placed.number, "hash": placed.hash, "change": change, "role": content["role"]}
    audit.add(db, content["author"], audit.ACCOUNT, content["name"], **detail)
    return placed.number


def _content(draft: AccountDraft, at: datetime) -> dict[str, Any]:
    """Return the columns in their order, with the types SQLite gives back, so that the seal can be checked."""
    return {
        "at": at.isoformat(),
        "author": plain(draft.author),
        "name": plain(draft.name),
        "role": str(draft.role),
        "verifier": draft.verifier,
        "active": int(draft.active),
    }


def _account(row: Sequence[Any]) -> Account:
    number, at, author, name, role, verifier, active = row
    made = datetime.fromisoformat(at)
    return Account(author, name, Role(role), verifier, bool(active), number=number, at=made)
