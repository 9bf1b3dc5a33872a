"""Whether what is sealed in the database is as it was written: verdicts, what belongs to them, annotations, audit."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from xraydesk.errors import StoreError, XraydeskError
from xraydesk.store import audit
from xraydesk.store.chain import first_fault
from xraydesk.store.chain_faults import Fault, FaultKind, row_faults, spans

_CHAINS = {
    "verdicts": "verdicts",
    "findings": "findings of verdicts",
    "finding_confidence": "confidences in findings",
    "withdrawals": "withdrawals of verdicts",
    "annotations": "annotations",
    "reference_labels": "reference labels",
    "error_tags": "tags of errors",
    "label_corrections": "corrections of labels",
    "operating_versions": "versions of operating points",
    "site_samples": "samples of this site",
    "accounts": "accounts",
    "promotions": "promotions of models",
    "exclusions": "films left out of training",
    "audit": "audit log",
}
_KNOWN = (  # what the audit log names by its hash: the action, where the hash stands, its table
    (audit.VERDICT, "hash", "verdicts"),
    (audit.VERDICT, "findings", "findings"),
    (audit.VERDICT, "confidences", "finding_confidence"),
    (audit.WITHDRAWAL, "hash", "withdrawals"),
    (audit.REFERENCE, "hash", "reference_labels"),
    (audit.OPERATING, "hash", "operating_versions"),
    (audit.ERROR_TAG, "hash", "error_tags"),
    (audit.CORRECTION, "hash", "label_corrections"),
    (audit.SAMPLE, "hash", "site_samples"),
    (audit.ACCOUNT, "hash", "accounts"),
    (audit.PROMOTION, "hash", "promotions"),
    (audit.EXCLUSION, "hash", "exclusions"),
)


def faults(connection: sqlite3.Connection, seen: tuple[int, str] | None = None) -> list[Fault]:
    """Return every row that was changed, removed, moved, or put in from outside, table by table.

    Parameters
    ----------
    connection
        To the database.
    seen
        Number and hash of the newest entry of the audit log when somebody last looked: what was cut off its end since
        is known by this alone.
    """
    found: list[Fault] = []
    for table in _CHAINS:
        own = row_faults(connection, table)
        found += [*own, *_untold(connection, table, own)]
    known = any(fault.table == "audit" for fault in found)
    return found + (_cut(connection, *seen, known=known) if seen else [])


def fault_words(fault: Fault) -> str:
    """Return what was done to which entry, in a sentence."""
    log = _CHAINS[fault.table]
    match fault.kind:
        case FaultKind.MOVED:
            return f"Entry {fault.number} of the {log} was moved to place {fault.place}"
        case FaultKind.UNKNOWN:
            return f"Entry {fault.number} of the {log} is not known to the audit log"
        case FaultKind.PARTLY:
            return f"Of the {log} those of verdict {fault.number} were changed or removed"
        case FaultKind.REWRITTEN:
            return f"The audit log was written anew: its entry {fault.number} is another than when it was last verified"
        case _ if fault.last:
            return f"Entries {fault.number} to {fault.last} of the {log} were {fault.kind}"
        case _:
            return f"Entry {fault.number} of the {log} was {fault.kind}"


def newest_entry(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Return number and hash of the newest entry of the audit log, None where it is empty."""
    found = connection.execute("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    return None if found is None else (int(found[0]), str(found[1]))


def broken_seals(connection: sqlite3.Connection) -> list[XraydeskError]:
    """Check each chain, and that nothing is gone from the end of one; an empty list means nothing was touched."""
    faults: list[XraydeskError] = []
    for table, words in _CHAINS.items():
        number = first_fault(connection, table)
        if number is not None:
            faults.append(_tampered(f"The {words} were changed from outside, from entry {number} on"))
    for action, key, table in _KNOWN:
        missing = list(_missing(connection, action, key, table))
        if missing:
            words = f"{len(missing)} {_CHAINS[table]} that the audit log knows are gone, from number {missing[0]} on"
            faults.append(_tampered(words))
    return faults


def _untold(connection: sqlite3.Connection, table: str, own: list[Fault]) -> list[Fault]:
    """Return what only a table and the audit log together tell: an end cut off, rows sealed anew, rows put in."""
    keys = [(action, key) for action, key, known in _KNOWN if known == table]
    if not keys:
        return []
    rows = dict(connection.execute(f"SELECT hash, number FROM {table}"))  # noqa: S608 - own names
    told = [d for action, key in keys for d in _details(connection, action) if key in d]
    if any(key != "hash" for _, key in keys):  # the audit log has the number of the verdict they belong to
        owners = sorted({d["number"] for d in told for _, key in keys if key in d and d[key] not in rows})
        return [] if own else [Fault(table, FaultKind.PARTLY, number) for number in owners]
    there = set(rows.values())
    numbers = {d["number"] for d in told if d["hash"] not in rows}
    lost = sorted(n for n in numbers if not any(fault.holds(n) for fault in own))
    newest = max((d["number"] for d in told), default=0)
    new = sorted(n for n in there if n > newest and not any(fault.holds(n) for fault in own))
    return [
        *(Fault(table, FaultKind.CHANGED, number) for number in lost if number in there),
        *(Fault(table, FaultKind.REMOVED, low, high) for low, high in spans(n for n in lost if n not in there)),
        *(Fault(table, FaultKind.UNKNOWN, number) for number in new),
    ]


def _cut(connection: sqlite3.Connection, number: int, digest: str, *, known: bool) -> list[Fault]:
    """Return what is gone from the end of the audit log; written anew it is where nothing else explains its end."""
    row = connection.execute("SELECT hash FROM audit WHERE number = ?", (number,)).fetchone()
    newest = newest_entry(connection)
    end = 0 if newest is None else newest[0]
    if number > end:
        return [Fault("audit", FaultKind.REMOVED, end + 1, number if number > end + 1 else 0)]
    if known or row is None or row[0] == digest:
        return []
    return [Fault("audit", FaultKind.REWRITTEN, number)]


def _missing(connection: sqlite3.Connection, action: str, key: str, table: str) -> Iterator[int]:
    """Numbers, as the audit log has them, of entries whose hash it holds and the table does not."""
    known = {digest for (digest,) in connection.execute(f"SELECT hash FROM {table}")}  # noqa: S608 - own names
    for detail in _details(connection, action):
        if key in detail and detail[key] not in known:
            yield detail["number"]


def _details(connection: sqlite3.Connection, action: str) -> Iterator[dict[str, Any]]:
    query = "SELECT detail FROM audit WHERE action = ? ORDER BY number"
    return (json.loads(detail) for (detail,) in connection.execute(query, (action,)))


def _tampered(what: str) -> StoreError:
    return StoreError(what, remedy="Keep the file as it is and tell whoever is responsible for this installation")
