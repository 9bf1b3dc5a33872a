"""The schema of what models see in images. Steps are never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.store.schema import schema

if TYPE_CHECKING:
    from sqlite_utils import Database

_FEATURES = """
CREATE TABLE features (
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    model_key TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (content_hash, frame, model_key)
) WITHOUT ROWID;
"""


@schema(name="0010_features")
def features(db: Database) -> None:
    """Keep the features beside the answers, in a table of their own: worklists never read them."""
    db.executescript(_FEATURES)
