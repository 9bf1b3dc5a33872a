"""Which models are in use, and where their files lie. Imports no torch."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from xraydesk.errors import UnknownModel, XraydeskError
from xraydesk.inference import catalogue
from xraydesk.inference.card import ModelCard
from xraydesk.inference.catalogue import Catalogue, InstalledModel
from xraydesk.resources import resource_dir
from xraydesk.settings import AUTOMATIC
from xraydesk.triage.assessment import Assessment, ImageAssessment
from xraydesk.triage.loaded import ScorerFactory, ScorerLike


def model_folders(data_dir: Path) -> list[Path]:
    """Return the folders that hold models: those that ship with the program, then the site's own."""
    folders = [data_dir / "models"]
    with suppress(XraydeskError):  # an installation without models can still use the site's own
        folders.insert(0, resource_dir("models"))
    return folders


def scan_models(data_dir: Path) -> Catalogue:
    """Return the models that can be used and the folders that cannot, each with its reason."""
    return catalogue.scan(model_folders(data_dir))


def in_use(data_dir: Path, wanted: str = "") -> tuple[InstalledModel, ...]:
    """Return the model asked for, by "id" or "id@version"; for "" or "automatic" the newest version of each model.

    Raises
    ------
    UnknownModel
        There is none, or not that one.
    """
    folders = model_folders(data_dir)
    if wanted not in ("", AUTOMATIC):
        return (catalogue.find(folders, wanted),)
    models = catalogue.newest(catalogue.installed(folders))
    if not models:
        raise UnknownModel(
            "No model is installed", subject=data_dir / "models", remedy="Put a model's folder there and start again"
        )
    return tuple(models)


def choose(data_dir: Path, wanted: str = "") -> InstalledModel:
    """Return one model: the one asked for, else the first installed. Raises `UnknownModel` as `in_use` does."""
    return in_use(data_dir, wanted)[0]


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
