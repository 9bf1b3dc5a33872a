"""The tables of all pairs of readers in many samples at once."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np

from xraydesk.evaluation.checks import Floats
from xraydesk.evaluation.resampling import Ints, Weights

Pair = tuple[int, int]

_CODES = 1500  # answers of a few readers together; with more of them, adding up takes longer than counting


def pair_tables(rows: Ints, size: int, weights: Weights) -> Floats:
    """Return how often every pair of readers gave every pair of answers, shape (draws, pairs, size, size).

    Counted for a few readers together, whose tables then give those of each two among them: so a sample of 50,000
    studies by 10 readers is gone through 6 to 10 times, not 45 times. Without products of matrices, whose threads
    would wait for each other on a machine that is busy scoring.

    Parameters
    ----------
    rows
        Place of each answer among the classes, -1 for none, shape (rows, readers).
    size
        How many classes there are.
    weights
        How often each row is in each sample, shape (draws, rows).

    Returns
    -------
    Pairs in the order of `itertools.combinations`; the first reader's answers are the rows of a table.
    """
    readers = rows.shape[1]
    place = {pair: index for index, pair in enumerate(combinations(range(readers), 2))}
    together = _together(readers, size)
    codes = [np.ravel_multi_index(tuple(rows[:, some].T + 1), (size + 1,) * len(some)) for some in together]
    counts = [np.empty((len(weights), (size + 1) ** len(some))) for some in together]
    for draw, row in enumerate(weights):
        weight = row.astype(np.float64)
        for code, count in zip(codes, counts, strict=True):
            count[draw] = np.bincount(code, weight, minlength=count.shape[1])
    tables = np.empty((len(weights), len(place), size, size))
    for some, count in zip(together, counts, strict=True):
        joint = count.reshape(len(weights), *(size + 1,) * len(some))
        for pair in set(combinations(some, 2)) & place.keys():
            others = tuple(1 + axis for axis, reader in enumerate(some) if reader not in pair)
            tables[:, place.pop(pair)] = joint.sum(axis=others)[:, 1:, 1:]
    return tables


def _together(readers: int, size: int) -> list[list[int]]:
    """Return sets of readers, in order, so that every two are in one: each two blocks of as many as codes allow."""
    width = max(b for b in range(1, readers + 1) if b == 1 or (size + 1) ** (2 * b) <= _CODES)
    edges = [*range(0, readers, width), readers]
    blocks = [list(range(start, end)) for start, end in pairwise(edges)]
    return [one + other for one, other in combinations(blocks, 2)] or blocks
