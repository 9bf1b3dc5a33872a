"""Splits by patient and by group of near-duplicates, stratified by label and source, seeded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
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


def _strata(
    table: ImageTable, duplicates: Sequence[int] | NDArray[np.int64]
) -> dict[tuple[object, ...], list[list[int]]]:
    """Return the linked groups by the labels and the source of their first film."""
    strata: dict[tuple[object, ...], list[list[int]]] = defaultdict(list)
    for group in linked_groups(table, duplicates):
        first = table.images[group[0]]
        strata[(*sorted(first.labels.items()), first.source)].append(group)
    return strata


def split_by_patient(
    table: ImageTable, duplicates: Sequence[int] | NDArray[np.int64], validation_share: float, seed: int
) -> Split:
    """Draw whole groups into validation until each (label, source) stratum has its share."""
    strata = _strata(table, duplicates)
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


def k_folds(table: ImageTable, duplicates: Sequence[int] | NDArray[np.int64], k: int, seed: int) -> list[Split]:
    """Return k splits whose validation parts together are the table, each stratified, no group in two of them.

    Raises
    ------
    TrainingError
        Where there are fewer groups of linked films than folds.
    """
    strata = _strata(table, duplicates)
    if k < 2 or sum(map(len, strata.values())) < k:
        raise TrainingError(f"{k} folds cannot be made of these films", remedy="Choose 2 folds or more, or add films")
    rng = np.random.default_rng(seed)
    fold_of = np.empty(len(table), np.int64)
    filled = np.zeros(k, np.int64)
    for key in sorted(strata, key=str):
        taken = np.zeros(k, np.int64)  # of this stratum: the fold that has the least of it is next
        for index in rng.permutation(len(strata[key])):
            group = strata[key][index]
            fold = int(np.lexsort((filled, taken))[0])
            fold_of[group] = fold
            taken[fold] += len(group)
            filled[fold] += len(group)
    return [Split(np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)) for fold in range(k)]


def hold_out_sources(
    table: ImageTable, duplicates: Sequence[int] | NDArray[np.int64], sources: Collection[str]
) -> Split:
    """Return a split whose validation part is all films of the named sources, as of a hospital never seen.

    Films of other sources that are linked to one of these, through a patient or a duplicate, stand in neither part.

    Raises
    ------
    TrainingError
        Where a source has no film, or none is left to train on.
    """
    there = {image.source for image in table.images}
    if missing := sorted(set(sources) - there):
        raise TrainingError(f"No film comes from {', '.join(missing)}", remedy=f"Sources: {', '.join(sorted(there))}")
    train: list[int] = []
    held: list[int] = []
    for group in linked_groups(table, duplicates):
        of_these = [row for row in group if table.images[row].source in sources]
        held += of_these
        train += [] if of_these else group
    if not train or not held:
        raise TrainingError("Nothing is left to train on when these sources are held out", remedy="Hold out fewer")
    return Split(np.sort(np.array(train, np.int64)), np.sort(np.array(held, np.int64)))


def shared_patients(table: ImageTable, split: Split) -> list[str]:
    """Return the keys of patients who stand on both sides, sorted."""
    patients = {table.images[i].patient for i in split.train}
    return sorted(patients & {table.images[i].patient for i in split.validation})


def refuse_leak(table: ImageTable, split: Split) -> None:
    """Stop the run where a patient stands on both sides.

    Raises
    ------
    TrainingError
        With the patients' keys.
    """
    shared = shared_patients(table, split)
    if shared:
        names = ", ".join(shared[:5]) + (" ..." if len(shared) > 5 else "")
        raise TrainingError(
            f"{len(shared)} patients stand in both training and validation: {names}", remedy="Split by patient"
        )
