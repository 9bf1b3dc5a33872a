"""From labelled folders to a trained network: read, decode once, split by patient, train."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file

from xraydesk.errors import TrainingError
from xraydesk.inference.networks import PooledLinearNet, build, load_imagenet_mobilenet_v2
from xraydesk.training.cache import cached_films
from xraydesk.training.duplicates import duplicate_groups
from xraydesk.training.importers.folders import read_folder
from xraydesk.training.importers.kermany import read_kermany
from xraydesk.training.loop import OUTPUTS, Films, Report, TrainingData, train
from xraydesk.training.recipe import Recipe
from xraydesk.training.split import Split, split_by_patient
from xraydesk.training.table import ImageTable


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a run takes its films and its first weights from."""

    data: Path
    others: tuple[Path, ...] = ()
    others_limit: int = 900
    start: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrainedRun:
    """What training leaves for calibration, gate, card and report."""

    recipe: Recipe
    net: PooledLinearNet
    table: ImageTable
    films: Films
    split: Split
    others: ImageTable
    other_films: Films
    other_split: Split
    facts: dict[str, Any]


def run(recipe: Recipe, sources: Sources, out: Path, report: Report) -> TrainedRun:
    """Train a recipe; taken up from the last checkpoint where ``out`` holds one.

    Raises
    ------
    TrainingError
        Where data are missing, a split leaks, or the run diverges.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    table, films = cached_films(read_kermany(sources.data), recipe.input.size, out, _say(report))
    split = split_by_patient(table, duplicate_groups(list(films)), recipe.validation_share, recipe.seed)
    others, other_films, other_split = _others(recipe, sources, out, report)
    net = build(recipe.architecture, OUTPUTS)
    started_from = _start(net, sources.start)
    labels = np.array([image.labels[recipe.label] for image in table.images], dtype=np.int64)
    data = TrainingData(
        films=np.asarray(films[split.train]),
        labels=labels[split.train],
        others=np.asarray(other_films[other_split.train]),
        validation_films=np.asarray(films[split.validation]),
        validation_labels=labels[split.validation],
    )
    _store_split(out, recipe, table, split)
    report({"films": len(table), "train": len(split.train), "validation": len(split.validation)})
    trained, course = train(net, data, recipe, out, report)
    facts = {**course, "started_from": started_from, "torch": torch.__version__, "left_out": len(table.left_out)}
    return TrainedRun(recipe, trained, table, films, split, others, other_films, other_split, facts)


def _others(recipe: Recipe, sources: Sources, out: Path, report: Report) -> tuple[ImageTable, Films, Split]:
    """Films of other kinds, a third of each kind kept aside to measure the gate."""
    table = ImageTable(())
    for folder in sources.others:
        table = table + read_folder(folder, {}, source=folder.name, limit=sources.others_limit)
    if not len(table):
        none = np.empty(0, np.int64)
        return table, np.empty((0, recipe.input.size, recipe.input.size), np.uint8), Split(none, none)
    table, films = cached_films(table, recipe.input.size, out, _say(report))
    return table, films, split_by_patient(table, np.arange(len(table)), 1 / 3, recipe.seed)


def _start(net: PooledLinearNet, start: Path | None) -> str:
    if start is None:
        return "scratch"
    try:
        load_imagenet_mobilenet_v2(net, load_file(start))
    except Exception as error:
        raise TrainingError(
            "The starting weights do not fit this network", subject=start, remedy="Choose weights of the same network"
        ) from error
    return start.name


def _store_split(out: Path, recipe: Recipe, table: ImageTable, split: Split) -> None:
    def names(rows: Sequence[int]) -> list[str]:
        return [table.images[i].path.name for i in rows]

    kept = {
        "recipe": asdict(recipe),
        "train": names([int(i) for i in split.train]),
        "validation": names([int(i) for i in split.validation]),
    }
    (out / "run.json").write_text(json.dumps(kept, indent=1))


def _say(report: Report) -> Any:  # noqa: ANN401 - a one-line adapter
    return lambda words: report({"note": words})
