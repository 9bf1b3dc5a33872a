"""The training loop against the bare network, forward and backward; and a head trained on kept features."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody uses

from tests.bench.rows import Row, emit
from tests.bench.work import arguments
from xraydesk.inference.allocator import keep_freed_memory
from xraydesk.inference.networks import ClassifierNet, build
from xraydesk.inference.preprocess import normalise
from xraydesk.training.batches import Batch, FilmRows, TrainingData, batches
from xraydesk.training.cache import cached_films
from xraydesk.training.devices import Workplace, make_fabric
from xraydesk.training.head import train_head
from xraydesk.training.loop import Course, one_epoch, set_up
from xraydesk.training.prepare import Sources, labelled_films
from xraydesk.training.recipe import Recipe
from xraydesk.training.recipes import RECIPES

ROUNDS = 3
STEPS = 6  # of a round
HEAD_FILMS, HEAD_SEEN = 5_000, 435  # as the recipe splits them
HEAD_EPOCHS = 10
HEAD_SIDE = 32  # the features are computed once and have one size whatever the films have


def main() -> None:
    """Measure both on the CPU, with the threads that torch takes by itself."""
    data, work = arguments()
    _loop(data, work)
    _head(work)


def _loop(data: Path, work: Path) -> None:
    """Alternate the two so that a change of the machine's speed hits both."""
    recipe = replace(RECIPES["chest-pneumonia"], frozen_stages=0)
    films = _cached(data, recipe, work)
    place = _workplace(work)
    course = set_up(build(recipe.architecture, recipe.outputs), recipe, place.fabric)
    given_back = [_train(course, films, recipe, number, place) for number in range(ROUNDS + 1)]
    kept = keep_freed_memory()  # as every run begins; there is no way back
    loops, bares = [], []
    for number in range(ROUNDS + 1):
        loops.append(_train(course, films, recipe, number, place))
        bares.append(_bare(course.net, films, recipe))
    loop, bare = statistics.median(loops[1:]), statistics.median(bares[1:])  # the first round finds the caches cold
    emit(Row(f"MobileNetV2 at {recipe.input.size} trained in full: cache, augment, step", loop, "images/s"))
    if kept:
        emit(Row("the same, freed memory given back at once", statistics.median(given_back[1:]), "images/s"))
    emit(Row("its bare forward and backward, same batch", bare, "images/s"))
    ratios = [b / a for a, b in zip(loops[1:], bares[1:], strict=True)]
    emit(Row("time of the loop against the bare one", statistics.median(ratios), "x", 1.3, at_most=True))


def _cached(data: Path, recipe: Recipe, work: Path) -> TrainingData:
    """Decode as many films as a round takes steps, and those of another kind beside them."""
    each = STEPS * recipe.batch_size // 2
    table, recipe = labelled_films(Sources(data / "chest-paediatric" / "train", limit=each), recipe)
    table, films = cached_films(table, recipe.input.size, work / "cache", print)
    labels = np.array([image.labels[recipe.label] for image in table.images], dtype=np.int64)
    own = FilmRows(films, np.arange(round(STEPS * recipe.batch_size * (1 - recipe.others_share))))
    return TrainingData(own, labels[own.rows], FilmRows(films, np.arange(len(films))), own, labels[own.rows])


def _train(course: Course, data: TrainingData, recipe: Recipe, epoch: int, place: Workplace) -> float:
    """Run an epoch of the loop as it is; return images a second."""
    started = time.perf_counter()
    one_epoch(course, data, recipe, epoch, place)
    return STEPS * recipe.batch_size / (time.perf_counter() - started)


def _bare(net: ClassifierNet, data: TrainingData, recipe: Recipe) -> float:
    """Run one batch forward and backward again and again, and nothing else; return images a second."""
    batch: Batch = next(batches(data, recipe, 0))
    films, target = normalise(batch.films, recipe.input), torch.zeros(len(batch.films), recipe.outputs)
    started = time.perf_counter()
    for _ in range(STEPS):
        net.zero_grad(set_to_none=True)
        F.binary_cross_entropy_with_logits(net(films), target).backward()  # type: ignore[no-untyped-call]
    return STEPS * len(films) / (time.perf_counter() - started)


def _head(work: Path) -> None:
    """Train S5's head: features of ResNet50 computed and kept by the recipe's own means, epochs as it reports them."""
    recipe = RECIPES["s5"]
    phase = recipe.head_first
    assert phase is not None
    recipe = replace(recipe, input=replace(recipe.input, size=HEAD_SIDE), head_first=replace(phase, epochs=HEAD_EPOCHS))
    films = np.random.default_rng(0).integers(0, 256, (HEAD_FILMS + HEAD_SEEN, HEAD_SIDE, HEAD_SIDE), dtype=np.uint8)
    rows = np.arange(len(films))
    own, seen = FilmRows(films, rows[:HEAD_FILMS]), FilmRows(films, rows[HEAD_FILMS:])
    none = FilmRows(films, rows[:0])
    net = build(recipe.architecture, recipe.outputs, recipe.architecture_options)
    reports: list[dict[str, Any]] = []
    train_head(net, TrainingData(own, own.rows % 2, none, seen, seen.rows % 2), recipe, _workplace(work, reports))
    seconds = [row["seconds"] for row in reports if row.get("stage") == "head"]
    what = f"an epoch of S5's head on {HEAD_FILMS:,} kept features, judged on {HEAD_SEEN}"
    emit(Row(what, statistics.median(seconds), "s", 1.0, at_most=True))


def _workplace(work: Path, reports: list[dict[str, Any]] | None = None) -> Workplace:
    kept = [] if reports is None else reports
    return Workplace(work, kept.append, make_fabric("cpu"))


if __name__ == "__main__":
    main()
