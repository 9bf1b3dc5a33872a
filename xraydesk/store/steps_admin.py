"""The schema of the administrator's tab: people, models in use, films left out of training. Steps are never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xraydesk.store.schema import append_only, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

_PEOPLE = """
CREATE TABLE accounts (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reader', 'researcher', 'administrator')),
    verifier TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE TABLE attempts (
    name TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    until REAL NOT NULL
) WITHOUT ROWID;
"""

_MODELS = """
CREATE TABLE promotions (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    model_id TEXT NOT NULL,
    version TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('promotion', 'roll back')),
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX promotions_by_model ON promotions (model_id);
CREATE TABLE exclusions (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    reason TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
"""


@schema(name="0011_admin")
def admin(db: Database) -> None:
    """Make what the administrator's tab keeps, append-only; failed attempts to sign in are only counted."""
    db.executescript(_PEOPLE + _MODELS + "".join(map(append_only, ("accounts", "promotions", "exclusions"))))
