"""What the site has chosen, changed by an administrator: each change stands in the audit log, what was and what is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xraydesk.settings import Settings, change_settings
from xraydesk.store import audit
from xraydesk.store.accounts import Role, require
from xraydesk.store.audit import AuditLog

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom

Value = str | bool | int | float | tuple[str, ...]
LOCKABLE = ("blind_first", "two_readers", "auto_advance", "identity", "language")  # that a reader chooses by a menu


@dataclass(frozen=True, slots=True)
class Change:
    """One setting that is not what it was."""

    name: str
    before: Value
    after: Value


def change(room: AdminRoom, **values: Value) -> tuple[Change, ...]:
    """Write settings of the site and return those that were others before.

    Raises
    ------
    SignInRefused
        Who sits here is no administrator.
    SettingsError
        The file cannot be read or written; nothing was changed.
    StoreError
        They are changed, but the audit log cannot be written.
    """
    require(room.account, Role.ADMINISTRATOR)
    now = Settings.read(room.data_dir)
    changes = tuple(Change(name, getattr(now, name), value) for name, value in values.items()
                    if getattr(now, name) != value)  # fmt: skip
    if changes:
        change_settings(room.data_dir, **{each.name: each.after for each in changes})
        log = AuditLog(room.database)
        for each in changes:
            log.record(room.author, audit.SETTINGS, each.name, before=_plain(each.before), after=_plain(each.after))
    return changes


def _plain(value: Value) -> str | int | float:
    return ", ".join(value) if isinstance(value, tuple) else value
