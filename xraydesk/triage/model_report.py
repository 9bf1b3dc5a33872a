"""What is installed, what a card says, and whether the weights are the ones the card was written for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from xraydesk.errors import UnknownModel
from xraydesk.inference import catalogue
from xraydesk.inference.card_json import card_to_json
from xraydesk.inference.catalogue import InstalledModel
from xraydesk.settings import Settings
from xraydesk.triage.models import in_use, model_folders, promoted_here, scan_models
from xraydesk.triage.population import population_words


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model folder in a listing."""

    id: str
    version: str = ""
    title: str = ""
    population: str = ""
    sha256: str = ""
    folder: str = ""
    default: bool = False  # takes part where no model is asked for
    problem: str = ""


def listing(data_dir: Path, model_id: str = "") -> list[ModelEntry]:
    """Return all model folders, or those of one model; those that cannot be used with the reason.

    Raises
    ------
    UnknownModel
        ``model_id`` names none.
    """
    found = scan_models(data_dir)
    default = _default(data_dir)
    entries = [_entry(model, default=model.folder in default) for model in found.models]
    entries += [ModelEntry(p.folder.name, folder=str(p.folder), problem=p.reason) for p in found.problems]
    return _only(entries, model_id)


def verification(data_dir: Path, model_id: str = "") -> list[ModelEntry]:
    """Like `listing`, after loading every model as for use: hash, names, shapes and types of its weights."""
    from xraydesk.inference.bundle import verify

    return [
        entry if entry.problem else replace(entry, problem=" ".join(verify(Path(entry.folder))))
        for entry in listing(data_dir, model_id)
    ]


def card(data_dir: Path, model_id: str) -> dict[str, Any]:
    """Return the whole card of a model as it stands in its file. Raises `UnknownModel`."""
    return card_to_json(catalogue.find(model_folders(data_dir), model_id).card)


def card_text(content: dict[str, Any], indent: str = "") -> str:
    """Return a card as indented lines."""
    lines: list[str] = []
    for key, value in content.items():
        lines += _lines(str(key).replace("_", " "), value, indent)
    return "\n".join(lines)


def lines(entries: list[ModelEntry]) -> list[str]:
    """Return a listing as lines for a terminal."""
    return [_line(entry) for entry in entries]


def _line(entry: ModelEntry) -> str:
    if entry.problem:
        return f"! {entry.id} {entry.version}: {entry.problem}".replace(" :", ":")
    mark = "*" if entry.default else " "
    return f"{mark} {entry.id} {entry.version}: {entry.title}. For {entry.population}. sha256 {entry.sha256[:16]}"


def _lines(key: str, value: object, indent: str) -> list[str]:
    if isinstance(value, dict):
        return [f"{indent}{key}:", card_text(value, indent + "  ")]
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [line for number, item in enumerate(value, 1) for line in _lines(f"{key} {number}", item, indent)]
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    return [f"{indent}{key}: {value}"]


def _entry(model: InstalledModel, *, default: bool) -> ModelEntry:
    made = model.card
    return ModelEntry(
        id=made.id,
        version=made.version,
        title=made.title,
        population=population_words(made.population),
        sha256=made.weights_sha256,
        folder=str(model.folder),
        default=default,
    )


def _default(data_dir: Path) -> list[Path]:
    """Return the folders of the models that take part where none is asked for."""
    wanted = Settings.load(data_dir).default_model
    try:
        return [model.folder for model in in_use(data_dir, wanted, promoted_here(data_dir))]
    except UnknownModel:
        return []


def _only(entries: list[ModelEntry], model_id: str) -> list[ModelEntry]:
    if not model_id:
        return entries
    some = [entry for entry in entries if entry.id == model_id]
    if not some:
        raise UnknownModel("No installed model has this name", subject=model_id, remedy='See "xraydesk models list"')
    return some
