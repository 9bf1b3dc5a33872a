"""The audit log as people read it, and whether it and every sealed table are as they were written.

Nothing inside a file can tell that its end was cut off with all that names it. So each look that finds all whole keeps
the newest entry's seal beside the database, and the next look asks for it. Who can write the data folder can replace
that, too: an installation that must answer to others keeps the line `xraydesk audit verify` prints elsewhere.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraydesk.errors import SettingsError
from xraydesk.store.audit import AuditLog
from xraydesk.store.chain_faults import Fault
from xraydesk.store.seals import fault_words, faults, newest_entry
from xraydesk.triage.export import write_text

if TYPE_CHECKING:
    from xraydesk.store.database import Database

SEEN_NAME = "audit-seen.json"
_UNREAD = "What the last look at the audit log left cannot be read"
_TOUCHED = "Find out who touched it; without the file the next look begins anew"
_QUIET = ("hash", "number", "findings", "confidences")  # of no use to who reads


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the audit log."""

    number: int
    at: datetime
    who: str
    action: str
    subject: str
    detail: dict[str, Any]
    hash: str

    @property
    def words(self) -> str:
        """What is known beyond action and subject: "kind promotion, reason better on our films"."""
        told = {key: value for key, value in self.detail.items() if key not in _QUIET and value != ""}
        return ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in told.items())

    def holds(self, text: str) -> bool:
        """Whether every word of a search is somewhere in it."""
        said = f"{self.number} {self.at:%Y-%m-%d} {self.who} {self.action} {self.subject} {self.words}".casefold()
        return all(word in said for word in text.casefold().split())


@dataclass(frozen=True, slots=True)
class Verified:
    """What a look at all seals found."""

    faults: tuple[Fault, ...]
    entries: int
    newest: str  # seal of the newest entry of the audit log, "" where it is empty
    seen: int  # the newest entry when it was last found whole; 0: nobody has looked before

    @property
    def whole(self) -> bool:
        """Whether nothing was touched."""
        return not self.faults

    @property
    def sentences(self) -> list[str]:
        """What was found, a sentence a fault."""
        return [fault_words(fault) for fault in self.faults]


def entries(database: Database, search: str = "") -> list[Entry]:
    """Return the entries in which all words of a search are found, newest first.

    Raises
    ------
    StoreError
        The database cannot be read.
    """
    rows = reversed(AuditLog(database).entries())
    found = (_entry(row) for row in rows)
    return [entry for entry in found if entry.holds(search)]


def verify(database: Database, data_dir: Path) -> Verified:
    """Check every row of every sealed table; where all are whole, remember the newest entry for the next look.

    Raises
    ------
    StoreError
        The database cannot be read.
    SettingsError
        What the last look left cannot be read: that, too, may have been touched.
    """
    seen = _seen(data_dir / SEEN_NAME)
    with database.read() as connection:
        found, newest = faults(connection, seen), newest_entry(connection)
    number, digest = newest or (0, "")
    if not found and newest is not None:
        write_text(data_dir / SEEN_NAME, json.dumps({"number": number, "hash": digest}) + "\n")
    return Verified(tuple(found), number, digest, 0 if seen is None else seen[0])


def to_json(found: Verified) -> dict[str, Any]:
    """Return a look as JSON holds it."""
    rows = [{"table": f.table, "what": str(f.kind), "number": f.number, "last": f.last or f.number,
             **({"place": f.place} if f.place else {}), "words": fault_words(f)} for f in found.faults]  # fmt: skip
    return {"whole": found.whole, "entries": found.entries, "newest": found.newest, "seen_before": found.seen,
            "faults": rows}  # fmt: skip


def _entry(row: dict[str, Any]) -> Entry:
    at = datetime.fromisoformat(row["at"])
    return Entry(row["number"], at, row["actor"], row["action"], row["subject"], row["detail"], row["hash"])


def _seen(path: Path) -> tuple[int, str] | None:
    try:
        found = json.loads(path.read_text("utf-8"))
        return int(found["number"]), str(found["hash"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(_UNREAD, subject=path, remedy=_TOUCHED) from error
