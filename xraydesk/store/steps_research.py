"""The schema of the researcher's tab: what is true, what went wrong, which operating points hold here.

Steps are never edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.store.schema import append_only, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

_STUDIES = """
ALTER TABLE studies ADD COLUMN patient_issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE studies ADD COLUMN manufacturer TEXT NOT NULL DEFAULT '';
ALTER TABLE studies ADD COLUMN modality TEXT NOT NULL DEFAULT '';
ALTER TABLE studies ADD COLUMN taken TEXT NOT NULL DEFAULT '';
"""

_REFERENCE = """
CREATE TABLE reference_labels (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL,
    study_id TEXT NOT NULL,
    label TEXT NOT NULL,
    value REAL,
    note TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX reference_labels_by_study ON reference_labels (study_id);
"""

_ERRORS = """
CREATE TABLE error_tags (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    study_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    tag TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE TABLE label_corrections (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    study_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    frame INTEGER NOT NULL,
    label TEXT NOT NULL,
    given REAL,
    proposed REAL,
    reason TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
"""

_POINTS = """
CREATE TABLE operating_versions (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('card', 'changed', 'site')),
    reason TEXT NOT NULL,
    labels TEXT NOT NULL,
    evidence TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX operating_versions_by_model ON operating_versions (model_id, model_sha256);
CREATE TABLE site_samples (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    model_id TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    seed INTEGER NOT NULL,
    plan TEXT NOT NULL,
    studies TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
"""


@schema(name="0008_research")
def research(db: Database) -> None:
    """Make what the researcher's tab keeps, append-only, and keep more of what headers say of a study.

    Studies that were taken in before have the new columns empty until their folder is opened again.
    """
    db.executescript(_STUDIES)
    logs = ("reference_labels", "error_tags", "label_corrections", "operating_versions", "site_samples")
    db.executescript(_REFERENCE + _ERRORS + _POINTS + "".join(map(append_only, logs)))
