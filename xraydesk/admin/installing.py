"""Models come in and go out: by hand of an administrator, and each time the audit log says so.

A version that is installed does not come into use by itself: the one in use now is recorded first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.admin import parcels, site_key
from xraydesk.admin.outcome import RUN
from xraydesk.admin.parcels import Parcel
from xraydesk.admin.people import require
from xraydesk.admin.promotion import pin
from xraydesk.inference.card import ModelCard
from xraydesk.inference.card_json import read_card
from xraydesk.store import audit
from xraydesk.store.accounts import Role
from xraydesk.store.audit import AuditLog
from xraydesk.training.run_files import BUNDLE
from xraydesk.triage.model_report import ModelEntry, verification
from xraydesk.triage.models import in_use

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom

_PROBE = 12  # figures of a hash that a person compares


def install_run(room: AdminRoom, folder: Path) -> ModelCard:
    """Install a model that was trained here, from the folder of its run or bundle; another version stays in use.

    Raises
    ------
    SignInRefused
        Who sits here is no administrator.
    BundleError
        As `parcels.install_folder`.
    """
    require(room.account, Role.ADMINISTRATOR)
    folder = folder / BUNDLE if (folder / BUNDLE).is_dir() else folder
    pin(room, read_card(folder))
    card = parcels.install_folder(folder, room.data_dir)
    _note(room, "installed", card, **({RUN: folder.parent.name} if folder.name == BUNDLE else {}))
    return card


def install_file(room: AdminRoom, path: Path) -> ModelCard:
    """Install the model of a file whose key is trusted here; raises as `install_run` and `parcels.import_model`."""
    require(room.account, Role.ADMINISTRATOR)
    parcel = parcels.open_parcel(path, room.data_dir)
    if parcel.site:
        pin(room, parcel.card)
    card = parcels.import_model(path, room.data_dir)
    _note(room, "imported", card, key=parcel.fingerprint)
    return card


def export_file(room: AdminRoom, name: str, out: Path) -> Parcel:
    """Write an installed model, by "id" or "id@version", as a file signed with the site's key.

    Raises
    ------
    SignInRefused
        Who sits here is no administrator.
    UnknownModel
        It is not installed.
    BundleError, SettingsError
        As `parcels.export_model`.
    """
    require(room.account, Role.ADMINISTRATOR)
    parcel = parcels.export_model(in_use(room.data_dir, name)[0].folder, out, room.data_dir)
    _note(room, "exported", parcel.card)
    return parcel


def trust_key(room: AdminRoom, fingerprint: str, name: str) -> None:
    """Take models signed with a key from now on; raises as `install_run` and `site_key.trust`."""
    require(room.account, Role.ADMINISTRATOR)
    site_key.trust(room.data_dir, fingerprint, name)
    AuditLog(room.database).record(room.author, audit.MODEL, name, what="key trusted", key=fingerprint)


def own_fingerprint(room: AdminRoom) -> str:
    """Return the fingerprint of the site's own key, for other sites to compare."""
    return site_key.fingerprint(site_key.public_key(room.data_dir))


def problems(room: AdminRoom) -> list[ModelEntry]:
    """Load every installed model as for use and return those that cannot be used, with the reason."""
    return [entry for entry in verification(room.data_dir) if entry.problem]


def _note(room: AdminRoom, what: str, card: ModelCard, **more: str) -> None:
    subject = f"{card.id}@{card.version}"
    sha = card.weights_sha256[:_PROBE]
    AuditLog(room.database).record(room.author, audit.MODEL, subject, what=what, sha256=sha, **more)
