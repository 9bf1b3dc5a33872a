"""The schema of how sure a reader is of a single finding. Steps are never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.store.schema import append_only, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

_CONFIDENCE = """
CREATE TABLE finding_confidence (
    number INTEGER PRIMARY KEY,
    finding INTEGER NOT NULL UNIQUE REFERENCES findings(number),
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 1 AND 5),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
"""


@schema(name="0009_finding_confidence")
def finding_confidence(db: Database) -> None:
    """Keep a finding's own confidence in rows of their own, as findings are sealed; without one the verdict's holds."""
    db.executescript(_CONFIDENCE + append_only("finding_confidence"))
