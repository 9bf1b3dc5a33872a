"""One recipe becomes a bundle, the bundle figures, the figures a row that is kept beside the run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from xraydesk.errors import TrainingError, XraydeskError
from xraydesk.inference.bundle import Bundle, load_bundle
from xraydesk.inference.card import ModelCard
from xraydesk.inference.networks.backbones import BACKBONES
from xraydesk.training.command import BUNDLE, train_to_bundle
from xraydesk.training.devices import Report
from xraydesk.training.evaluate import Question, evaluate
from xraydesk.training.prepare import Sources
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes import RECIPES
from xraydesk.training.scoring import HeaderCheck
from xraydesk.training.seeds.films import JUDGE, SeedFilms
from xraydesk.training.seeds.pace import Clock, Limits, Plan, limited, measured, planned, stopwatch
from xraydesk.training.start import IMAGENET

_LAYOUT = "csv"
_KEPT = ("n", "positives", "auroc", "auroc_ci", "accuracy", "sensitivity", "specificity", "f1", "f3",
         "f3_everything_abnormal", "kappa", "kappa_weights", "kappa_of_yes_and_no", "threshold")  # fmt: skip
_WORDS = ("words", "texts", "population")
_SPENT = ("*.safetensors", "films-*", "features-*")  # large, and of no use once the bundle is judged


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; with a ``problem`` in place of figures where there are none."""

    name: str
    data: str
    ours: bool = False
    size: int = 0
    start: str = ""
    parameters: int = 0
    films: int = 0  # for training and validation
    epochs: int = 0
    seconds: float = 0.0
    figures: dict[str, Any] = field(default_factory=dict)
    by_study: float | None = None  # AUROC
    made_of_folder: bool | None = None  # ours: whether its card counts the films of this folder
    date: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """Where rows are made, from which weights, on what."""

    folder: Path
    limits: Limits
    start: Path | None
    device: str
    check_header: HeaderCheck
    report: Report


def recipe_row(name: str, films: SeedFilms, work: Work) -> Row:
    """Train a recipe and judge it, or go on where that was interrupted; a row that is there is read.

    Where a recipe comes to no bundle, its row has the reason, and the next call tries again.
    """
    folder = work.folder / name / _key(name, films, work)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "row.json"
    if file.exists():
        return Row(**json.loads(file.read_text("utf-8")))
    try:
        row = _made(name, films, work, folder)
    except XraydeskError as error:
        return Row(name, films.kind.name, problem=str(error), date=_today())
    aside = file.with_suffix(".part")
    aside.write_text(json.dumps(asdict(row), indent=1), "utf-8")
    aside.replace(file)
    for spent in (path for pattern in _SPENT for path in folder.glob(pattern)):
        spent.unlink()
    return row


def model_row(bundle: Bundle, films: SeedFilms, work: Work) -> Row:
    """Judge the bundled model on the same films."""
    training = bundle.card.training
    of = training.get("films", {})
    epochs = training.get("history", [])
    made_of_folder = (of.get("training"), of.get("validation")) == films.drawn
    seconds = sum(epoch["seconds"] for epoch in epochs)
    return _judged(bundle, films, work, ours=True, epochs=len(epochs), seconds=seconds, made_of_folder=made_of_folder)


def _key(name: str, films: SeedFilms, work: Work) -> str:
    """Return what tells runs apart: the same recipe, films and limits go on in the same folder.

    What a recipe leaves as usual, or empty, is left out: else a setting that is new to all recipes would make new runs.
    """
    recipe, usual = asdict(RECIPES[name]), {setting.name: setting.default for setting in fields(Recipe)}
    settings = {key: _said(value) for key, value in recipe.items() if key not in _WORDS and value != usual[key]}
    parts = (settings, films.digest, str(films.folder.resolve()), asdict(work.limits), str(work.start))
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def _said(value: Any) -> Any:  # noqa: ANN401 - what a recipe holds
    """Return a setting without the empty ones inside it."""
    return {key: one for key, one in value.items() if one not in (None, "")} if isinstance(value, dict) else value


def _made(name: str, films: SeedFilms, work: Work, folder: Path) -> Row:
    plan = _plan(name, films, work, folder / "plan.json")
    recipe = limited(RECIPES[name], work.limits, plan.epochs)
    sources = Sources(
        films.folder, start=_start(recipe.architecture, work.start), layout=_LAYOUT, label=films.label,
        limit=plan.films, device=work.device, options=films.options,
    )  # fmt: skip
    with _timed(folder / "seconds.txt", stopwatch(work.device)):
        card = train_to_bundle(recipe, sources, folder, work.report)
    if card is None:
        raise TrainingError("The table is made by one process", remedy="Start it without torchrun")
    seconds = float((folder / "seconds.txt").read_text())
    return _judged(load_bundle(folder / BUNDLE), films, work, epochs=len(card.training["history"]), seconds=seconds)


def _plan(name: str, films: SeedFilms, work: Work, file: Path) -> Plan:
    """Return the plan of a run that was begun, else measure and write one: the pace differs from day to day."""
    if file.exists():
        return Plan(**json.loads(file.read_text()))
    recipe = limited(RECIPES[name], work.limits, work.limits.epochs)
    plan = planned(recipe, work.limits, films.judged, measured(recipe, work.device))
    file.write_text(json.dumps(asdict(plan)))
    return plan


def _start(architecture: str, start: Path | None) -> Path | None:
    """Return the weights for a network, None where there are none: a file of its name, or torchvision's own."""
    if start is None or architecture not in BACKBONES:
        return None
    if str(start) == IMAGENET and not start.exists():
        return start if BACKBONES[architecture].weights else None
    file = start / f"{architecture}.safetensors"
    return file if file.exists() else None


def _judged(bundle: Bundle, films: SeedFilms, work: Work, **facts: Any) -> Row:  # noqa: ANN401 - fields of Row
    """Score the judged films without the gate, so that all rows are judged on the same ones."""
    question = Question(films.folder, _LAYOUT, JUDGE, films.label, gate=False, options=films.options)
    figures = evaluate(bundle, question, work.device, work.check_header, lambda _done, _of: None).figures
    training: dict[str, Any] = bundle.card.training
    return Row(
        bundle.card.id,
        films.kind.name,
        size=bundle.card.input.size,
        start=training.get("started_from", ""),
        parameters=sum(p.numel() for p in bundle.network.parameters()),
        films=_films(bundle.card),
        figures={name: figures["image"][name] for name in _KEPT if name in figures["image"]},
        by_study=figures["study"]["auroc"],
        date=_today(),
        **facts,
    )


def _films(card: ModelCard) -> int:
    return sum(card.training.get("films", {}).values())


@contextmanager
def _timed(file: Path, clock: Clock) -> Iterator[None]:
    """Add the time spent to what the file holds, also where the work is interrupted."""
    before, started = float(file.read_text()) if file.exists() else 0.0, clock()
    try:
        yield
    finally:
        file.write_text(f"{before + clock() - started:.1f}")


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
