"""Brings a database to the present schema. A step that has shipped is never edited: add the next one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.errors import NewerDatabase
from xraydesk.store import steps_admin, steps_confidence, steps_features, steps_reading, steps_research
from xraydesk.store.schema import schema

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["STEPS", "migrate", "schema"]

STEPS = (
    steps_reading,
    steps_research,
    steps_confidence,
    steps_features,
    steps_admin,
)  # loaded for what they put on the list
schema._migrations.sort(key=lambda step: step.name)  # modules load by the alphabet, steps go by their numbers


def migrate(db: Database, path: Path) -> None:
    """Bring the database to the present schema, all or nothing.

    Raises
    ------
    NewerDatabase
        It has steps this program does not know.
    """
    _refuse_newer(db, path)
    if not schema.pending(db):
        return
    db.conn.execute("BEGIN IMMEDIATE")  # two programs that start together migrate one after the other
    try:
        _refuse_newer(db, path)
        schema.apply(db)
    except BaseException:
        db.rollback()
        raise
    db.commit()


def _refuse_newer(db: Database, path: Path) -> None:
    known = {step.name for step in schema._migrations}  # sqlite-utils 4 has no public list of all steps
    unknown = [step.name for step in schema.applied(db) if step.name not in known]
    if unknown:
        raise NewerDatabase(
            "The database was written by a newer xraydesk",
            subject=path,
            remedy="Install the newer version, or choose another folder with --data-dir",
        )
