"""What a desk begins with: who sits there, the database, the models."""

from __future__ import annotations

import getpass
from pathlib import Path

from xraydesk.errors import DiskFull, XraydeskError
from xraydesk.inference.catalogue import InstalledModel
from xraydesk.store.database import FILE_NAME, Database
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


def is_outdated(data_dir: Path) -> bool:
    """Whether opening the database of a data folder brings it to a newer version first, which may take its time.

    Raises `NewerDatabase` where it is of a newer version already. Nothing is written.
    """
    path = data_dir / FILE_NAME
    if not path.is_file():
        return False
    from xraydesk.store.migrations import outdated, refuse_newer

    refuse_newer(path)
    return outdated(path)


def upgrade_database(data_dir: Path) -> Path | None:
    """Bring the database of a data folder to the present version.

    Returns where the copy of the old one lies; None where another program has brought it up meanwhile. Raises as
    `Database.open`.
    """
    database = Database.open(data_dir)
    database.close()
    return None if database.upgrade is None else database.upgrade.copy


def open_models(data_dir: Path, wanted: str, database: Database) -> tuple[InstalledModel, ...]:
    """Return the models that are asked for; where there is none `UnknownModel` is raised and the database closed."""
    try:
        return in_use(data_dir, wanted, promoted_in(database))
    except XraydeskError:
        database.close()
        raise
