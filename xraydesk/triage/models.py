"""Which models are in use, and where their files lie. Imports no torch."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from xraydesk import machine
from xraydesk.errors import StoreError, UnknownModel, XraydeskError
from xraydesk.inference import catalogue
from xraydesk.inference.card import ModelCard
from xraydesk.inference.catalogue import Catalogue, InstalledModel
from xraydesk.machine_file import MachineSettings
from xraydesk.resources import resource_dir
from xraydesk.settings import AUTOMATIC
from xraydesk.store.database import FILE_NAME, Database
from xraydesk.store.promotions import PromotionLog
from xraydesk.triage.assessment import Assessment, ImageAssessment
from xraydesk.triage.loaded import ScorerFactory, ScorerLike

NOTHING: Mapping[str, str] = MappingProxyType({})
_log = logging.getLogger(__name__)


def model_folders(data_dir: Path, here: MachineSettings | None = None) -> list[Path]:
    """Return the folders that hold models: those that ship with the program, the machine's, then the site's own.

    ``here`` are other settings of a machine than those in force.
    """
    folders = [*(here or machine.in_force()).folders("model_dirs"), data_dir / "models"]
    with suppress(XraydeskError):  # an installation without models can still use the site's own
        folders.insert(0, resource_dir("models"))
    return folders


def scan_models(data_dir: Path) -> Catalogue:
    """Return the models that can be used and the folders that cannot, each with its reason."""
    return catalogue.scan(model_folders(data_dir))


def in_use(data_dir: Path, wanted: str = "", promoted: Mapping[str, str] = NOTHING) -> tuple[InstalledModel, ...]:
    """Return the model asked for, by "id" or "id@version"; for "" or "automatic" one version of each model.

    Of several versions of a model the one that was put in use counts, else the newest.

    Parameters
    ----------
    data_dir
        Where the site's own models lie.
    wanted
        What is asked for.
    promoted
        The versions that this site put in use, by the model's id; see `promoted_in`.

    Raises
    ------
    UnknownModel
        There is none, or not that one.
    """
    folders = model_folders(data_dir)
    if wanted not in ("", AUTOMATIC):
        return (catalogue.find(folders, wanted, promoted),)
    models = catalogue.newest(catalogue.installed(folders), promoted)
    if not models:
        raise UnknownModel(
            "No model is installed", subject=data_dir / "models", remedy="Put a model's folder there and start again"
        )
    return tuple(models)


def installed_as(wanted: str, data_dir: Path, here: MachineSettings) -> InstalledModel:
    """Return the model of a name where these settings of a machine were in force; raises `UnknownModel`."""
    return catalogue.find(model_folders(data_dir, here), wanted)


def choose(data_dir: Path, wanted: str = "") -> InstalledModel:
    """Return one model: the one asked for, else the first installed. Raises `UnknownModel` as `in_use` does."""
    return in_use(data_dir, wanted, promoted_here(data_dir))[0]


def promoted_in(database: Database) -> dict[str, str]:
    """Return the versions that this site put in use, by the model's id; none where the log cannot be read."""
    try:
        return PromotionLog(database).in_use()
    except StoreError as error:
        _log.warning("The promotions of models cannot be read: %s", type(error).__name__)
        return {}


def gone(wanted: str, used: Sequence[InstalledModel], promoted: Mapping[str, str]) -> tuple[str, ...]:
    """Say which versions this site has put in use and another version of the program came without.

    ``wanted``, ``used`` and ``promoted`` are what `in_use` was asked for, what it returned, and what it was told.
    """
    if "@" in wanted:
        return ()
    cards = [model.card for model in used]
    instead = [
        f"{card.id} {promoted[card.id]}, which was put in use here, is not installed any more: {card.version} is used"
        for card in cards
        if promoted.get(card.id, card.version) != card.version
    ]
    missing = promoted.keys() - {card.id for card in cards} if wanted in ("", AUTOMATIC) else ()
    without = [f"{name} {promoted[name]}, which was put in use here, is not installed any more" for name in missing]
    return (*instead, *sorted(without))


def promoted_here(data_dir: Path) -> dict[str, str]:
    """Return `promoted_in` of a data folder, nothing where nothing was kept there yet."""
    if not (data_dir / FILE_NAME).is_file():
        return {}
    database = Database.open(data_dir)
    try:
        return promoted_in(database)
    finally:
        database.close()


def scorer_factory(model: InstalledModel, device: str) -> ScorerFactory:
    """Return what makes the real scorer; calling it imports torch and checks the weights' hash."""

    def make() -> ScorerLike:
        from xraydesk.inference.bundle import load_bundle
        from xraydesk.inference.scorer import Scorer

        return Scorer(load_bundle(model.folder), device)

    return make


def speaker(said: Assessment | ImageAssessment, in_use: Sequence[ModelCard]) -> ModelCard | None:
    """Return the card of the model that answered or refused a study or an image; None where none of several did.

    The only model in use speaks about everything, a refusal by the header too.
    """
    if len(in_use) == 1:
        return in_use[0]
    return next((card for card in in_use if card.id == said.model_id), None)


def cards(data_dir: Path) -> list[ModelCard]:
    """Return the cards of all installed models."""
    return [model.card for model in catalogue.installed(model_folders(data_dir))]
