"""The list that every step of the schema puts itself on, and what steps have in common."""

from __future__ import annotations

from sqlite_utils import Migrations

schema = Migrations("xraydesk")


def append_only(table: str) -> str:
    """Return the triggers that refuse to change or delete a row of ``table``."""
    return f"""
CREATE TRIGGER {table}_keep BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table.replace("_", " ")} are never changed'); END;
CREATE TRIGGER {table}_stay BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table.replace("_", " ")} are never deleted'); END;
"""
