"""Which models are installed. Imports no torch, so the window can list them before torch is loaded."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from xraydesk.errors import BundleError, UnknownModel
from xraydesk.inference.card import ModelCard
from xraydesk.inference.card_json import read_card

log = logging.getLogger(__name__)
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A card and the folder that holds it and its weights."""

    card: ModelCard
    folder: Path


@dataclass(frozen=True, slots=True)
class ModelProblem:
    """A model folder that cannot be used, and the sentence that says why."""

    folder: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The usable models in the order of their folders, and the folders that are none."""

    models: tuple[InstalledModel, ...]
    problems: tuple[ModelProblem, ...]


def scan(folders: Iterable[Path]) -> Catalogue:
    """Read the card of every model folder inside the given folders; the weights are not touched.

    Of two models with the same id and version the first found is kept. Missing folders hold no models; names that
    begin with a dot are leftovers of an interrupted installation.
    """
    models: dict[tuple[str, str], InstalledModel] = {}
    problems: list[ModelProblem] = []
    for folder in _model_folders(folders, problems):
        try:
            card = read_card(folder)
        except BundleError as error:
            problems.append(ModelProblem(folder, str(error)))
            continue
        first = models.setdefault((card.id, card.version), InstalledModel(card, folder))
        if first.folder != folder:
            problems.append(ModelProblem(folder, f"{card.id} {card.version} is already installed ({first.folder})."))
    for problem in problems:
        log.warning("model folder left out: %s", problem.reason)
    return Catalogue(tuple(models.values()), tuple(problems))


def _model_folders(folders: Iterable[Path], problems: list[ModelProblem]) -> Iterator[Path]:
    for parent in folders:
        try:
            inside = sorted(parent.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            problems.append(ModelProblem(parent, f"The folder cannot be read: {error.strerror} ({parent})."))
            continue
        yield from (f for f in inside if f.is_dir() and not f.name.startswith("."))


def installed(folders: Iterable[Path]) -> list[InstalledModel]:
    """Return the usable models inside the given folders; see `scan`."""
    return list(scan(folders).models)


def newest(models: Iterable[InstalledModel], chosen: Mapping[str, str] = _NONE) -> list[InstalledModel]:
    """Return one model of each id, in the order in which the ids come: the chosen version, else the newest.

    Parameters
    ----------
    models
        All versions.
    chosen
        Versions that stand before newer ones, by the model's id; one that is not there does not count.
    """
    best: dict[str, InstalledModel] = {}
    for model in models:
        before = best.setdefault(model.card.id, model)
        if _standing(model, chosen) > _standing(before, chosen):
            best[model.card.id] = model
    return list(best.values())


def _standing(model: InstalledModel, chosen: Mapping[str, str]) -> tuple[bool, list[tuple[int, int, str]]]:
    return chosen.get(model.card.id) == model.card.version, age_key(model.card.version)


def age_key(version: str) -> list[tuple[int, int, str]]:
    """Return a sort key: 1.9 < 1.10-rc1 < 1.10 < 1.10+site < 1.10.1."""
    parts = re.findall(r"\d+|[A-Za-z]+|\+", version)
    key = [(3, int(p), "") if p.isdigit() else (2, 0, "") if p == "+" else (0, 0, p.lower()) for p in parts]
    return [*key, (1, 0, "")]


def find(folders: Iterable[Path], model_id: str, chosen: Mapping[str, str] = _NONE) -> InstalledModel:
    """Return the model of that id, of several versions as `newest` does, or of that "id@version".

    Raises
    ------
    UnknownModel
        No usable model has the id; the message says which there are, or why the one asked for is left out.
    """
    catalogue = scan(folders)
    name, _, version = model_id.partition("@")
    for model in catalogue.models if version else newest(catalogue.models, chosen):
        if model.card.id == name and version in ("", model.card.version):
            return model
    for problem in catalogue.problems:
        if problem.folder.name == name:
            raise UnknownModel(f"The model cannot be used: {problem.reason.rstrip('.')}", subject=model_id)
    names = {f"{m.card.id}@{m.card.version}" if version else m.card.id for m in catalogue.models}
    there = ", ".join(sorted(names)) or "none"
    raise UnknownModel("No installed model has this name", subject=model_id, remedy=f"Installed: {there}")
