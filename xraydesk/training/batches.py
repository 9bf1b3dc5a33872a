"""The films of a run, and the order in which they are shown.

Chance comes from (seed, epoch) alone, never from the process's state: every process draws the whole batch and takes
its own part, so that one process and many see the same films.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from xraydesk.errors import TrainingError
from xraydesk.training.recipe import Recipe

Films = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class FilmRows:
    """Rows of the cache, shape (n, size, size); read from disk when they are asked for.

    ``facts`` are numbers on the patients of all films of the cache, shape (all, patient.FACTS), or None.
    """

    films: Films
    rows: NDArray[np.int64]
    facts: NDArray[np.float32] | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, wanted: slice | NDArray[np.int64]) -> Films:
        return np.asarray(self.films[self.rows[wanted]])

    def part(self, wanted: slice) -> FilmRows:
        """Return some of the rows."""
        return FilmRows(self.films, self.rows[wanted], self.facts)

    @property
    def own_facts(self) -> NDArray[np.float32] | None:
        """The facts of these rows, shape (n, FACTS)."""
        return None if self.facts is None else self.facts[self.rows]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingData:
    """Films of the model's own kind with labels (0 and 1, or grades), and films of other kinds."""

    films: FilmRows
    labels: NDArray[np.int64]
    others: FilmRows
    validation_films: FilmRows
    validation_labels: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Mixed:
    """What was mixed into films: the label (n,) of the other film, and the share (n,) that is the film's own."""

    labels: Tensor
    kept: Tensor

    def part(self, mine: slice | Tensor) -> Mixed:
        """Return those of some films."""
        return Mixed(self.labels[mine], self.kept[mine])


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Films (n, size, size) uint8, labels (n,), whether each is of the own kind (n,), facts (n, FACTS) or None.

    The last ``misframed`` films are of the own kind and count as another once their frame is wrong. ``seed`` is for
    all chance in the step that uses it. ``mixed`` is None where no film has another mixed in.
    """

    films: Tensor
    labels: Tensor
    own: Tensor
    facts: Tensor | None
    seed: int
    misframed: int = 0
    mixed: Mixed | None = None

    def part(self, rank: int, world: int) -> Batch:
        """Return every ``world``-th film from ``rank`` on."""
        if world == 1:
            return self
        mine = slice(rank, None, world)
        facts = None if self.facts is None else self.facts[mine]
        mixed = None if self.mixed is None else self.mixed.part(mine)
        return Batch(self.films[mine], self.labels[mine], self.own[mine], facts, self.seed + rank, mixed=mixed)

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device."""
        facts = None if self.facts is None else self.facts.to(device)
        return replace(
            self, films=self.films.to(device), labels=self.labels.to(device), own=self.own.to(device), facts=facts
        )


def positives(labels: NDArray[np.int64], recipe: Recipe) -> NDArray[np.int64]:
    """Return 1 where the label is abnormal, 0 elsewhere: what the first output answers."""
    return (labels >= recipe.ends[0]).astype(np.int64)


def refuse_empty_classes(data: TrainingData, recipe: Recipe) -> None:
    """Raise TrainingError where an output has films of one answer only in training or validation."""
    for name, labels in (("training", data.labels), ("validation", data.validation_labels)):
        for end, output in zip(recipe.ends, recipe.output_names, strict=True):
            if len(np.unique(labels >= end)) < 2:
                of = f' of "{output}"' if len(recipe.ends) > 1 else ""
                raise TrainingError(
                    f"The {name} part needs films of both classes{of}", remedy="Add films of the class that is missing"
                )


def steps_per_epoch(data: TrainingData, recipe: Recipe) -> int:
    """Return the steps after which as many films of the own kind were shown as there are."""
    return max(1, len(data.films) // (recipe.batch_size - _others(data, recipe)))


def _others(data: TrainingData, recipe: Recipe) -> int:
    return round(recipe.batch_size * recipe.others_share) * bool(len(data.others))


def batches(data: TrainingData, recipe: Recipe, epoch: int, first: int = 0) -> Iterator[Batch]:
    """Yield the whole batches of an epoch from a step on; they are the same whatever the first."""
    rng = np.random.default_rng((recipe.seed, epoch))
    steps, others = steps_per_epoch(data, recipe), _others(data, recipe)
    own_rows = _own_rows(data, recipe, rng, steps, recipe.batch_size - others)
    misframed = round(others * recipe.misframed_share)
    of_kinds = others - misframed
    draw_other = endless(np.arange(len(data.others)), rng, steps * of_kinds) if of_kinds else np.empty(0, np.int64)
    draw_misframed = rng.integers(len(data.films), size=(steps, misframed)) if misframed else None
    for step in range(steps):
        seed = int(rng.integers(2**62))
        if step < first:
            continue
        rows = own_rows[step]
        other = data.others[draw_other[step * of_kinds : (step + 1) * of_kinds]]
        if draw_misframed is not None:
            other = np.concatenate([other, data.films[draw_misframed[step]]])
        films = torch.from_numpy(np.concatenate([data.films[rows], other]))
        labels = torch.from_numpy(np.concatenate([data.labels[rows], np.zeros(len(other), np.int64)]))
        own = torch.arange(len(films)) < len(rows)
        yield Batch(films, labels, own, _facts(data, recipe, rows, len(films), seed), seed, misframed)


def _own_rows(
    data: TrainingData, recipe: Recipe, rng: np.random.Generator, steps: int, count: int
) -> list[NDArray[np.int64]]:
    """Return the rows of each step: both classes equally often whatever their share, or as they come."""
    if recipe.sampling == "as they come":
        drawn = endless(np.arange(len(data.labels)), rng, steps * count)
        return [drawn[step * count : (step + 1) * count] for step in range(steps)]
    half = count // 2
    abnormal = positives(data.labels, recipe)
    sick, well = (endless(np.flatnonzero(abnormal == y), rng, steps * half) for y in (1, 0))
    parts = [slice(step * half, (step + 1) * half) for step in range(steps)]
    return [np.concatenate([sick[part], well[part]]) for part in parts]


def _facts(data: TrainingData, recipe: Recipe, rows: NDArray[np.int64], films: int, seed: int) -> Tensor | None:
    """Return the patients' facts, some withheld, so that the network can also answer without them."""
    known = data.films.facts
    if known is None:
        return None
    facts = np.zeros((films, known.shape[1]), np.float32)
    told = np.random.default_rng(seed).random(len(rows)) >= recipe.facts_dropout
    facts[: len(rows)] = known[data.films.rows[rows]] * told[:, None]
    return torch.from_numpy(facts)


def endless(rows: NDArray[np.int64], rng: np.random.Generator, count: int) -> NDArray[np.int64]:
    """Shuffle again and again until there are ``count`` rows."""
    rounds = -(-count // len(rows))
    return np.concatenate([rng.permutation(rows) for _ in range(rounds)])[:count]
