"""What a desk begins with: who sits there, the database, the models."""

from __future__ import annotations

import getpass
from pathlib import Path

from xraydesk.errors import DiskFull, XraydeskError
from xraydesk.inference.catalogue import InstalledModel
from xraydesk.store.database import Database
from xraydesk.triage.models import in_use, promoted_in


def login_name() -> str:
    """Return the name the person logged in with, or "reader" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reader"


def open_database(data_dir: Path) -> Database:
    """Return the database of a data folder; a full disk leaves one that keeps nothing. Raises as `Database.open`."""
    try:
        return Database.open(data_dir)
    except DiskFull as error:
        return Database.unusable(data_dir, error)


def open_models(data_dir: Path, wanted: str, database: Database) -> tuple[InstalledModel, ...]:
    """Return the models that are asked for; where there is none `UnknownModel` is raised and the database closed."""
    try:
        return in_use(data_dir, wanted, promoted_in(database))
    except XraydeskError:
        database.close()
        raise
