"""What every page of the administrator's rooms works with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.admin.people import may
from xraydesk.store.accounts import Account, Role
from xraydesk.store.database import Database

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk


@dataclass(frozen=True, slots=True, eq=False)
class AdminRoom:
    """One data folder, its database, and who sits here."""

    data_dir: Path
    database: Database
    login: str  # the name that stands in logs where nobody has signed in
    account: Account | None = None  # who signed in; None at a desk for one person

    @property
    def author(self) -> str:
        """Whose name goes into the logs."""
        return self.login if self.account is None else self.account.name

    def may(self, role: Role) -> bool:
        """Whether who sits here has at least a role."""
        return may(self.account, role)


def room_of(desk: Desk, account: Account | None = None) -> AdminRoom:
    """Return the room of a desk's data folder; the desk closes the database."""
    return AdminRoom(desk.data_dir, desk.database, desk.reader, account)
