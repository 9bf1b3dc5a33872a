"""Splits by patient and by group of near-duplicates, stratified by label and source, seeded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xraydesk.errors import TrainingError
from xraydesk.training.table import ImageTable


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Row numbers of an `ImageTable`."""

    train: NDArray[np.int64]
    validation: NDArray[np.int64]


def linked_groups(table: ImageTable, duplicates: Sequence[int] | NDArray[np.int64]) -> list[list[int]]:
    """Return rows that must stay together: same patient, or same group of near-duplicates, through any chain."""
    parent = list(range(len(table)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first_of: dict[object, int] = {}
    for row, image in enumerate(table.images):
        for key in (("patient", image.patient), ("duplicate", int(duplicates[row]))):
            parent[root(row)] = root(first_of.setdefault(key, row))
    groups: dict[int, list[int]] = defaultdict(list)
    for row in range(len(table)):
        groups[root(row)].append(row)
    return list(groups.values())


def split_by_patient(
    table: ImageTable, duplicates: Sequence[int] | NDArray[np.int64], validation_share: float, seed: int
) -> Split:
    """Draw whole groups into validation until each (label, source) stratum has its share."""
    strata: dict[tuple[object, ...], list[list[int]]] = defaultdict(list)
    for group in linked_groups(table, duplicates):
        first = table.images[group[0]]
        strata[(*sorted(first.labels.items()), first.source)].append(group)
    rng = np.random.default_rng(seed)
    validation: list[int] = []
    for key in sorted(strata, key=str):
        groups = strata[key]
        wanted = validation_share * sum(map(len, groups))
        taken = 0
        for index in rng.permutation(len(groups)):
            if taken >= wanted:
                break
            validation += groups[index]
            taken += len(groups[index])
    chosen = np.zeros(len(table), dtype=bool)
    chosen[validation] = True
    split = Split(np.flatnonzero(~chosen), np.flatnonzero(chosen))
    refuse_leak(table, split)
    return split


def refuse_leak(table: ImageTable, split: Split) -> None:
    """Stop the run where a patient stands on both sides.

    Raises
    ------
    TrainingError
        With the patients' keys.
    """
    patients = {table.images[i].patient for i in split.train}
    shared = sorted(patients & {table.images[i].patient for i in split.validation})
    if shared:
        names = ", ".join(shared[:5]) + (" ..." if len(shared) > 5 else "")
        raise TrainingError(
            f"{len(shared)} patients stand in both training and validation: {names}", remedy="Split by patient"
        )
