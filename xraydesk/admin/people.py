"""Accounts and signing in.

A desk for one person has no accounts: whoever is logged in to the machine may do everything. The first account that is
made is an administrator's, and from then on the program asks for a name and a password.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from xraydesk.errors import SignInRefused
from xraydesk.store import audit
from xraydesk.store.accounts import Account, AccountDraft, AccountLog, Attempts, Role, may, require
from xraydesk.store.audit import AuditLog

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from xraydesk.store.database import Database

SHORTEST = 10  # characters; NIST SP 800-63B asks for 8 at least, and for no rules about what they are
FREE_ATTEMPTS = 3
_FIRST_WAIT_S = 5.0  # doubles with every further wrong password
_LONGEST_WAIT_S = 900.0
Clock = Callable[[], float]

__all__ = ["Account", "People", "Person", "Role", "may", "require"]


@dataclass(frozen=True, slots=True)
class Person:
    """An account as an administrator sees it."""

    account: Account
    since: datetime
    last: datetime | None  # when its owner last signed in
    wait_s: float  # until its next password is heard, after wrong ones


class People:
    """The accounts of one database. For any thread; a password takes about half a second to check.

    Parameters
    ----------
    database
        Where they are kept.
    clock
        Seconds since 1970.
    """

    def __init__(self, database: Database, clock: Clock = time.time) -> None:
        self._audit = AuditLog(database)
        self._log = AccountLog(database)
        self._clock = clock

    @property
    def alone(self) -> bool:
        """Whether the desk has no accounts: one person, no password."""
        return not self._log.present()

    def accounts(self) -> list[Account]:
        """Return all accounts by name, closed ones last."""
        return sorted(self._log.present().values(), key=lambda account: (not account.active, account.name.casefold()))

    def account(self, name: str) -> Account | None:
        """Return an account as it is now; None where there is none of this name."""
        return self._log.present().get(_clean(name))

    def persons(self) -> list[Person]:
        """Return all accounts as an administrator sees them, in the order of `accounts`."""
        since, last, now = self._log.since(), self._audit.latest(audit.SIGN_IN), self._clock()
        return [
            Person(a, since[a.name], last.get(a.name), max(0.0, self._log.attempts(a.name).until - now))
            for a in self.accounts()
        ]

    def begin(self, name: str, password: str) -> Account:
        """Make the first account, an administrator's.

        Raises
        ------
        SignInRefused
            There are accounts already, or name or password will not do.
        """
        if not self.alone:
            raise SignInRefused("There is an administrator already", remedy="Sign in, or ask the administrator")
        return self._make(name, name, Role.ADMINISTRATOR, password)

    def add(self, by: Account, name: str, role: Role, password: str) -> Account:
        """Make an account; `SignInRefused` where ``by`` is no administrator, or name or password will not do."""
        self._require(by)
        if _clean(name).casefold() in {known.casefold() for known in self._log.present()}:
            raise SignInRefused("There is an account of this name", subject=_clean(name), remedy="Choose another name")
        return self._make(by.name, name, role, password)

    def change_role(self, by: Account, name: str, role: Role) -> Account:
        """Give an account another role; the last administrator stays one."""
        self._require(by)
        now = self._known(name)
        if role is not Role.ADMINISTRATOR:
            self._keep_one(now)
        return self._log.record(_draft(now, author=by.name, role=role), "role changed")

    def close(self, by: Account, name: str) -> Account:
        """Close an account; what it said stays in the log. The last administrator stays."""
        self._require(by)
        now = self._known(name)
        self._keep_one(now)
        return self._log.record(_draft(now, author=by.name, active=False), "closed")

    def change_password(self, by: Account, name: str, password: str) -> Account:
        """Give an account another password: its own, or an administrator for another, which opens a closed one."""
        if by.name != name:
            self._require(by)
        now = self._known(name)
        verifier = _hasher().hash(_good(password, name))
        return self._log.record(_draft(now, author=by.name, verifier=verifier, active=True), "password changed")

    def sign_in(self, name: str, password: str) -> Account:
        """Return the account that name and password open.

        After `FREE_ATTEMPTS` wrong passwords for a name each further one costs a wait, which doubles. Whether a name
        exists is not told.

        Raises
        ------
        SignInRefused
            They open none, or it is too early to try again.
        """
        wanted = _clean(name)
        account, tried = self._log.present().get(wanted), self._log.attempts(wanted)
        wait = tried.until - self._clock()
        if wait > 0:
            raise _refused("Too many wrong passwords", f"Try again in {_seconds(wait)} s", wait)
        if account is None or not _fits(account, password) or not account.active:
            failed = self._failed(tried)
            self._log.note_attempts(wanted, failed, audit.SIGN_IN_FAILED)
            raise _refused("Name and password do not fit", "Type both again", failed.until - self._clock())
        self._log.note_attempts(wanted, Attempts(), audit.SIGN_IN)
        if _hasher().check_needs_rehash(account.verifier):
            renewed = _draft(account, author=account.name, verifier=_hasher().hash(password))
            return self._log.record(renewed, "password changed")
        return account

    def _require(self, by: Account) -> None:
        """Raise where the account is no administrator's now: its role may have changed since it signed in."""
        require(self._log.present().get(by.name, by), Role.ADMINISTRATOR)

    def _make(self, author: str, name: str, role: Role, password: str) -> Account:
        wanted = _clean(name)
        if not wanted:
            raise SignInRefused("An account needs a name")
        verifier = _hasher().hash(_good(password, wanted))
        return self._log.record(AccountDraft(author or wanted, wanted, role, verifier), "made")

    def _known(self, name: str) -> Account:
        found = self._log.present().get(_clean(name))
        if found is None:
            raise SignInRefused("There is no account of this name", subject=_clean(name))
        return found

    def _keep_one(self, leaving: Account) -> None:
        others = [account for account in self._log.present().values() if account.name != leaving.name]
        if leaving.role is Role.ADMINISTRATOR and not any(map(_is_administrator, others)):
            raise SignInRefused("This is the last administrator", remedy="Make another account administrator first")

    def _failed(self, before: Attempts) -> Attempts:
        failures = before.failures + 1
        over = failures - FREE_ATTEMPTS
        wait = min(_FIRST_WAIT_S * 2.0 ** min(over, 20), _LONGEST_WAIT_S) if over >= 0 else 0.0
        return Attempts(failures, self._clock() + wait)


def _refused(what: str, remedy: str, wait_s: float) -> SignInRefused:
    error = SignInRefused(what, remedy=remedy)
    error.wait_s = max(0.0, wait_s)
    return error


def _is_administrator(account: Account) -> bool:
    return account.active and account.role is Role.ADMINISTRATOR


def _draft(now: Account, **changes: object) -> AccountDraft:
    same = AccountDraft(now.author, now.name, now.role, now.verifier, now.active)
    return replace(same, **changes)  # type: ignore[arg-type]


def _clean(name: str) -> str:
    return " ".join(name.split())


def _good(password: str, name: str) -> str:
    if len(password) < SHORTEST:
        raise SignInRefused(f"The password is shorter than {SHORTEST} characters", remedy="Choose a longer one")
    if password.casefold() == name.casefold() or len(set(password)) < 4:
        raise SignInRefused("This password is guessed at once", remedy="Choose another, such as four words")
    return password


def _fits(account: Account, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(account.verifier, password)
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()  # the library's present advice: Argon2id, RFC 9106's low-memory profile


def _seconds(wait: float) -> int:
    return max(1, round(wait + 0.5))
