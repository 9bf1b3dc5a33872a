"""Whether what is sealed in the database is as it was written: verdicts, what belongs to them, annotations, audit."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from xraydesk.errors import StoreError, XraydeskError
from xraydesk.store import audit
from xraydesk.store.chain import first_fault

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
