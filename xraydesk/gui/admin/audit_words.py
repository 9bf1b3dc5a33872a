"""Entries of the audit log in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from xraydesk.gui.language import translate

if TYPE_CHECKING:
    from xraydesk.admin.audit import Entry

_ACTIONS = cast(
    dict[str, str],
    {
        "verdict": QT_TRANSLATE_NOOP("AuditWords", "gave a verdict"),
        "withdrawal": QT_TRANSLATE_NOOP("AuditWords", "took a verdict back"),
        "reference": QT_TRANSLATE_NOOP("AuditWords", "entered what is true"),
        "operating points": QT_TRANSLATE_NOOP("AuditWords", "changed operating points"),
        "error tag": QT_TRANSLATE_NOOP("AuditWords", "named an error"),
        "label correction": QT_TRANSLATE_NOOP("AuditWords", "proposed a label"),
        "site sample": QT_TRANSLATE_NOOP("AuditWords", "drew a sample of studies"),
        "account": QT_TRANSLATE_NOOP("AuditWords", "changed an account"),
        "export": QT_TRANSLATE_NOOP("AuditWords", "exported the log"),
        "sign in": QT_TRANSLATE_NOOP("AuditWords", "signed in"),
        "sign in failed": QT_TRANSLATE_NOOP("AuditWords", "failed to sign in"),
        "promotion": QT_TRANSLATE_NOOP("AuditWords", "put a model in use"),
        "settings": QT_TRANSLATE_NOOP("AuditWords", "changed a setting"),
        "model": QT_TRANSLATE_NOOP("AuditWords", "brought in or sent out a model"),
        "training": QT_TRANSLATE_NOOP("AuditWords", "trained a model"),
        "exclusion": QT_TRANSLATE_NOOP("AuditWords", "left films out of training"),
        "upgrade": QT_TRANSLATE_NOOP("AuditWords", "brought the database to a newer version"),
        "triage": QT_TRANSLATE_NOOP("AuditWords", "had a folder scored"),
        "annotation": QT_TRANSLATE_NOOP("AuditWords", "measured on a film"),
    },
)


def action(name: str) -> str:
    """Return what was done; as the log has it where there is no other word."""
    return translate("AuditWords", _ACTIONS[name]) if name in _ACTIONS else name


def heads() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (
        translate("AuditWords", "No."),
        translate("AuditWords", "When"),
        translate("AuditWords", "Who"),
        translate("AuditWords", "What"),
        translate("AuditWords", "About"),
        translate("AuditWords", "More"),
    )


def cells(entry: Entry) -> tuple[str, ...]:
    """Return an entry column by column."""
    when = f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}"
    return str(entry.number), when, entry.who, action(entry.action), entry.subject, entry.words
