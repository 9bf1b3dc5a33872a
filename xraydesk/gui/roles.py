"""What the roles are called and what each opens, in the window's language."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.admin.people import Role
from xraydesk.gui.language import translate

_NAMES = cast(
    dict[Role, str],
    {
        Role.READER: QT_TRANSLATE_NOOP("Roles", "Reader"),
        Role.RESEARCHER: QT_TRANSLATE_NOOP("Roles", "Researcher"),
        Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Roles", "Administrator"),
    },
)
_WHAT = cast(
    dict[Role, str],
    {
        Role.READER: QT_TRANSLATE_NOOP("Roles", "Reads and gives verdicts."),
        Role.RESEARCHER: QT_TRANSLATE_NOOP(
            "Roles", "Reads, sees the log of all readers and enters what is true (Research)."
        ),
        Role.ADMINISTRATOR: QT_TRANSLATE_NOOP(
            "Roles", "All that a researcher may; trains models, puts them in use, looks after accounts (Train, Site)."
        ),
    },
)
_WANTED = cast(
    dict[Role, str],
    {
        Role.RESEARCHER: QT_TRANSLATE_NOOP("Roles", "This room needs the role of researcher. Ask an administrator."),
        Role.ADMINISTRATOR: QT_TRANSLATE_NOOP(
            "Roles", "This room needs the role of administrator. Ask an administrator."
        ),
    },
)


def name_of(role: Role) -> str:
    """Return what a role is called."""
    return translate("Roles", _NAMES[role])


def what_of(role: Role) -> str:
    """Return in a sentence what a role may do."""
    return translate("Roles", _WHAT[role])


def wanted(role: Role) -> str:
    """Return why a room is shut to those who have less than a role."""
    return translate("Roles", _WANTED[role])
