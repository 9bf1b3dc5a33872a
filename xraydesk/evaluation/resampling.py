"""Many bootstrap samples at once: each is a row of weights, and sums over a sample are a product of matrices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.checks import Floats

Ints = NDArray[np.int64]
Weights = NDArray[np.float32]  # whole numbers, exact up to 16 million cases
Features = Callable[[slice], NDArray[np.float32]]  # what each of these rows adds to the sums, shape (rows, columns)

_CELLS = 2**23  # of one matrix at a time: 32 MB


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Rows to draw from: equal cases are one row with a count, for a draw cannot tell them apart.

    ``owner`` names for each row the unit that is drawn (a patient), ``count`` how many equal units there are, and
    ``stratum`` within what each unit is drawn. Shapes (rows,), (units,), (units,).
    """

    owner: Ints
    count: Ints
    stratum: Ints

    @property
    def alone(self) -> bool:
        """True where each row is the unit of its place."""
        return len(self.owner) == len(self.count) and bool((self.owner == np.arange(len(self.owner))).all())


def distinct(rows: Ints, groups: ArrayLike | None = None) -> tuple[Ints, Sample]:
    """Return the distinct rows and how they are drawn; with groups (patients) every row, drawn with its group.

    Raises
    ------
    ValueError
        Where there are not as many groups as rows.
    """
    if groups is not None:
        return rows, by_group(groups, len(rows))
    _, first, counts = np.unique(_keys(rows), axis=0, return_index=True, return_counts=True)
    return rows[first], Sample(np.arange(len(first)), counts.astype(np.int64), np.zeros(len(first), np.int64))


def by_group(groups: ArrayLike | None, size: int, stratum: ArrayLike | None = None) -> Sample:
    """Return each case as a row, drawn with its group; a group is of the highest stratum among its cases.

    ValueError where there are not as many groups as cases.
    """
    keys = np.arange(size) if groups is None else np.asarray(groups)
    if keys.shape != (size,):
        raise ValueError(f"there are {size} cases and groups have shape {keys.shape}")
    _, owner = np.unique(keys, return_inverse=True)
    owner = owner.astype(np.int64)
    units = int(owner.max()) + 1 if size else 0
    strata = np.zeros(units, np.int64)
    if stratum is not None:
        np.maximum.at(strata, owner, np.asarray(stratum).astype(np.int64))
    return Sample(owner, np.ones(units, np.int64), strata)


def draws(sample: Sample, repeats: int, seed: int) -> Iterator[Weights]:
    """Give blocks of draws, shape (draws, rows): how often each row is in a sample (Efron and Tibshirani 1993).

    As many units are drawn with replacement from each stratum as it has. One seed gives the same samples each time,
    so that figures of the same rows differ by what they are, not by chance.
    """
    rng = np.random.default_rng(seed)
    block = max(1, _CELLS // max(1, len(sample.owner)))
    alone = sample.alone
    for start in range(0, repeats, block):
        weights = _units(sample, min(block, repeats - start), rng)
        yield weights if alone else np.take(weights, sample.owner, axis=1)


def resampled_sums(sample: Sample, features: Features, repeats: int, seed: int) -> Floats:
    """Return what the features sum up to in each of many samples, shape (repeats, columns).

    The features are asked for in slices of the rows, so that memory is bounded whatever the number of cases.
    """
    rows = len(sample.owner)
    columns = features(slice(0, min(1, rows))).shape[1]
    step = max(1, _CELLS // max(1, columns))
    blocks = []
    for weights in draws(sample, repeats, seed):
        total = np.zeros((len(weights), columns))
        for start in range(0, rows, step):
            part = slice(start, min(start + step, rows))
            total += weights[:, part] @ features(part)
        blocks.append(total)
    return np.concatenate(blocks) if blocks else np.zeros((0, columns))


def plain_sums(sample: Sample, features: Features) -> Floats:
    """Return what the features of the cases as they are sum up to, shape (columns,)."""
    weight = sample.count[sample.owner].astype(np.float64)
    rows = len(weight)
    columns = features(slice(0, min(1, rows))).shape[1]
    step = max(1, _CELLS // max(1, columns))
    total = np.zeros(columns)
    for start in range(0, rows, step):
        part = slice(start, min(start + step, rows))
        total += weight[part] @ features(part)
    return total


def _keys(rows: Ints) -> Ints:
    """Return one number for each row where it fits, which sorts many times as fast as a row does."""
    if not rows.size:
        return np.zeros(len(rows), dtype=np.int64)
    low = rows.min(0)
    span = (rows.max(0) - low + 1).tolist()
    return np.ravel_multi_index(tuple((rows - low).T), span).astype(np.int64) if prod(span) < 2**62 else rows


def _units(sample: Sample, size: int, rng: np.random.Generator) -> Weights:
    weights = np.zeros((size, len(sample.count)), dtype=np.float32)
    for stratum in np.unique(sample.stratum):
        member = np.flatnonzero(sample.stratum == stratum)
        count = sample.count[member]
        whole, into = int(count.sum()), slice(None) if len(member) == len(sample.count) else member
        if not whole:
            continue
        if len(member) * 8 < whole:
            weights[:, into] = rng.multinomial(whole, count / whole, size=size)
            continue
        which = np.repeat(np.arange(len(member)), count)  # few are equal: to draw case by case is faster
        single = (count == 1).all()
        for row in weights:
            case = rng.integers(whole, size=whole)
            row[into] = np.bincount(case if single else which[case], minlength=len(member))
    return weights
