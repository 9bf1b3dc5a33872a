"""From labelled folders to a trained network: read, decode once, split by patient, train."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from lightning_fabric import Fabric
from numpy.typing import NDArray

from xraydesk.errors import TrainingError
from xraydesk.inference.networks import ClassifierNet, PooledLinearNet, build, fold_batch_norm, set_head_start
from xraydesk.training import watchdogs
from xraydesk.training.batch_norm import put_back
from xraydesk.training.batches import FilmRows, Films, TrainingData, positives, refuse_empty_classes
from xraydesk.training.beside import joined, refuse_unlike
from xraydesk.training.brake import Brake
from xraydesk.training.cache import cached_films
from xraydesk.training.checkpoint import is_there
from xraydesk.training.devices import Choice, Report, Workplace, make_fabric, words
from xraydesk.training.duplicates import duplicate_groups
from xraydesk.training.head import train_head
from xraydesk.training.importers.folders import read_folder
from xraydesk.training.loop import train
from xraydesk.training.prepare import Sources, draw_split, facts_of, labelled_films
from xraydesk.training.recipe import Recipe
from xraydesk.training.run_files import LAST
from xraydesk.training.run_record import keep_record
from xraydesk.training.split import Split, split_by_patient
from xraydesk.training.start import start_from
from xraydesk.training.table import ImageTable
from xraydesk.training.varied import first_films

__all__ = ["Sources", "TrainedRun", "run"]

_BATCHES_MEASURED = 8


@dataclass(frozen=True, slots=True, eq=False)
class TrainedRun:
    """What training leaves for calibration, gate, card and report."""

    recipe: Recipe
    net: ClassifierNet
    table: ImageTable
    films: Films
    split: Split
    others: ImageTable
    other_films: Films
    other_split: Split
    facts: dict[str, Any]
    main: bool = True  # of several processes, the one that writes

    def patients(self, rows: NDArray[np.int64]) -> NDArray[np.float32] | None:
        """Return age, sex and view of films, shape (n, patient.FACTS), for a network that takes them, else None."""
        return facts_of(self.table)[rows] if self.net.facts else None


def run(recipe: Recipe, sources: Sources, out: Path, report: Report, brake: Brake | None = None) -> TrainedRun:
    """Train a recipe; taken up from the last checkpoint where ``out`` holds one.

    Started by torchrun, all its processes train together and the first one reports and writes; ``brake`` is for a run
    of one process.

    Raises
    ------
    Cancelled
        The brake was pulled; what was done is kept.
    XraydeskError
        Where data are missing, a split leaks, the run diverges, or ``out`` holds a run of other settings.
    """
    fabric = make_fabric(cast(Choice, sources.device))
    if brake is not None and fabric.world_size > 1:
        raise TrainingError("Several processes cannot be stopped by time or by a file", remedy="Train in one process")
    report = report if fabric.is_global_zero else _silent
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    table, recipe = labelled_films(sources, recipe)
    for sentence in (*table.corrections.get("words", ()), *table.exclusions.get("words", ())):
        report({"note": sentence})
    with fabric.rank_zero_first():
        table, films = cached_films(table, recipe.input.size, out, _say(report))
        others, other_films, other_split = _others(recipe, sources, out, report)
    split = draw_split(table, duplicate_groups(list(films)), sources, recipe)
    net = _network(recipe)
    started_from = start_from(net, recipe, sources.start)
    own = FilmRows(films, np.arange(len(films)), facts_of(table) if net.facts else None)
    data = _data(recipe, table, split, own, FilmRows(other_films, other_split.train))
    if fabric.is_global_zero:
        keep_record(out, recipe, table, split, sources.data, begun=is_there(out / LAST))
    report({"films": len(table), **_counts(data, recipe), "device": words(fabric)})
    refuse_empty_classes(data, recipe)
    if sources.beside:
        fabric.barrier()  # the record that is compared with is written by the first process
        refuse_unlike(sources.beside, recipe, out)
    _warn(table, split, data, recipe, report)
    if sources.start is not None and sources.start.is_dir():
        report({"warning": watchdogs.started_from_a_model(started_from)[0]})
    place = Workplace(out, report, fabric, brake or Brake())
    _head_first(net, data, recipe, place)
    if recipe.batch_norm:
        put_back(net, (films.cpu() for films in first_films(data, recipe, fabric, _BATCHES_MEASURED)))
    trained, course = train(net, data, recipe, place)
    if recipe.batch_norm:
        fold_batch_norm(trained)
    if sources.beside:
        trained, recipe = joined(trained, sources.beside, recipe)
        course["joined"] = len(sources.beside) + 1
    facts = _facts(course, started_from, table, fabric)
    main = fabric.is_global_zero
    return TrainedRun(recipe, trained, table, films, split, others, other_films, other_split, facts, main)


def _facts(course: dict[str, Any], started_from: str, table: ImageTable, fabric: Fabric) -> dict[str, Any]:
    return {
        **course,
        "started_from": started_from,
        "torch": torch.__version__,
        "left_out": len(table.left_out),
        "device": words(fabric),
        **({"corrections": dict(table.corrections)} if table.corrections else {}),
        **({"exclusions": dict(table.exclusions)} if table.exclusions else {}),
    }


def _network(recipe: Recipe) -> ClassifierNet:
    net = build(recipe.architecture, recipe.outputs, recipe.architecture_options)
    if recipe.outputs > len(recipe.ends) and not isinstance(net, PooledLinearNet):
        raise TrainingError(
            f"{recipe.architecture} has no single linear layer that could tell kinds of films apart",
            remedy="Set others_share of the recipe to 0; the gate then learns the kinds from its features",
        )
    if recipe.head_start:
        set_head_start(net, recipe.head_start)
    return net


def _data(recipe: Recipe, table: ImageTable, split: Split, films: FilmRows, others: FilmRows) -> TrainingData:
    labels = np.array([image.labels[recipe.label] for image in table.images], dtype=np.int64)
    return TrainingData(
        films=FilmRows(films.films, split.train, films.facts),
        labels=labels[split.train],
        others=others,
        validation_films=FilmRows(films.films, split.validation, films.facts),
        validation_labels=labels[split.validation],
    )


def _counts(data: TrainingData, recipe: Recipe) -> dict[str, int]:
    parts = {"train": data.labels, "validation": data.validation_labels}
    found = {f"{part}_with_finding": int(positives(labels, recipe).sum()) for part, labels in parts.items()}
    return {**{part: len(labels) for part, labels in parts.items()}, **found}


def _warn(table: ImageTable, split: Split, data: TrainingData, recipe: Recipe, report: Report) -> None:
    found = positives(data.validation_labels, recipe)
    for warning in [*watchdogs.leaking(table, split), *watchdogs.small_validation(found)]:
        report({"warning": warning})


def _head_first(net: ClassifierNet, data: TrainingData, recipe: Recipe, place: Workplace) -> None:
    """Run the first stage in one process; the others get its weights when the second one begins."""
    if recipe.head_first is None or (place.folder / "last.safetensors").exists():
        return
    if place.fabric.is_global_zero:
        train_head(net, data, recipe, place)
    place.fabric.barrier()


def _others(recipe: Recipe, sources: Sources, out: Path, report: Report) -> tuple[ImageTable, Films, Split]:
    """Films of other kinds, a third of each kind kept aside to measure the gate."""
    table = ImageTable(())
    for folder in sources.others:
        table = table + read_folder(
            folder, {}, source=f"{folder.parent.name}/{folder.name}", limit=sources.others_limit
        )
    if not len(table):
        none = np.empty(0, np.int64)
        return table, np.empty((0, recipe.input.size, recipe.input.size), np.uint8), Split(none, none)
    table, films = cached_films(table, recipe.input.size, out, _say(report))
    return table, films, split_by_patient(table, np.arange(len(table)), 1 / 3, recipe.seed_of_split)


def _say(report: Report) -> Callable[[str], None]:
    return lambda words: report({"note": words})


def _silent(row: dict[str, Any]) -> None:
    """Leave the report to the first process."""
