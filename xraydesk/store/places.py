"""Where a reader was, and what was entered and not given: the last state only, so that a crash costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.store.sql import plain

if TYPE_CHECKING:
    from xraydesk.store.database import Database


class PlaceStore:
    """One reader's place and drafts. States are texts that only their writer understands.

    All methods raise `StoreError` where the database cannot be read or written.
    """

    def __init__(self, database: Database, reader: str) -> None:
        self._database = database
        self._reader = plain(reader)

    def keep(self, state: str) -> None:
        """Remember where the reader is; in the operating system's hands when this returns, safe from a crash."""
        row = {"reader": self._reader, "state": plain(state)}
        self._database.write(lambda db: db.table("places").upsert(row, pk="reader"))

    def last(self) -> str:
        """Return where the reader was, "" where that is not known."""
        with self._database.read() as connection:
            found = connection.execute("SELECT state FROM places WHERE reader = ?", (self._reader,)).fetchone()
        return "" if found is None else str(found[0])

    def keep_draft(self, folder: str, study_id: str, state: str) -> None:
        """Remember what was entered for a study; "" forgets it."""
        key = {"reader": self._reader, "folder": plain(folder), "study_id": plain(study_id)}
        if state:
            row = {**key, "state": plain(state)}
            self._database.write(lambda db: db.table("drafts").upsert(row, pk=tuple(key)))
        else:
            where = " AND ".join(f"{name} = ?" for name in key)
            self._database.write(lambda db: db.table("drafts").delete_where(where, list(key.values())))

    def drafts(self, folder: str) -> dict[str, str]:
        """Return what was entered and not given in a folder, by study."""
        query = "SELECT study_id, state FROM drafts WHERE reader = ? AND folder = ?"
        with self._database.read() as connection:
            return dict(connection.execute(query, (self._reader, plain(folder))))
