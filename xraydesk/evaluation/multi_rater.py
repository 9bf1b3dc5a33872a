"""Agreement of many readers at once: all have read everything (Fleiss), or some skipped cases (Krippendorff)."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.bootstrap import percentile_interval
from xraydesk.evaluation.checks import Floats, answers, whole_numbers
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.pairs import rating_rows
from xraydesk.evaluation.resampling import Ints, distinct, plain_sums, resampled_sums

Level = Literal["nominal", "ordinal", "interval"]


def category_counts(ratings: ArrayLike, classes: ArrayLike) -> Ints:
    """Return how many readers gave each class to each study, shape (readers, studies) to (studies, classes).

    What `fleiss_kappa` takes. ValueError for an answer that is not among the classes.
    """
    names = whole_numbers(classes)
    rows = rating_rows(ratings, names.tolist())
    counts = [(rows == place).sum(1) for place in range(len(names))]
    return np.stack(counts, axis=1) if counts else np.zeros((len(rows), 0), np.int64)


def fleiss_kappa(counts: ArrayLike) -> float:
    """Return Fleiss' kappa (Fleiss 1971).

    Parameters
    ----------
    counts
        How many raters gave each class to each study, shape (studies, classes); see `category_counts`.

    Returns
    -------
    1 for full agreement, 0 for what chance gives. NaN without studies, or where all ratings are of one class.

    Raises
    ------
    ValueError
        Where studies have unequal numbers of ratings (`krippendorff_alpha` takes them), fewer than two, or a count is
        no whole number from 0 on.
    """
    rows, raters = _checked(counts)
    kept, sample = distinct(rows)
    return float(_fleiss(plain_sums(sample, lambda part: _fleiss_sums(kept[part])), raters))


def fleiss_interval(
    counts: ArrayLike,
    *,
    groups: ArrayLike | None = None,
    repeats: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """Return Fleiss' kappa with its percentile interval, studies (or groups of them) drawn anew.

    Parameters and errors as in `fleiss_kappa` and `agreement_intervals`; bounds are NaN where no sample has a kappa.
    """
    rows, raters = _checked(counts)
    kept, sample = distinct(rows, groups)

    def sums(part: slice) -> NDArray[np.float32]:
        return _fleiss_sums(kept[part])

    drawn = _fleiss(resampled_sums(sample, sums, repeats, seed), raters)
    return percentile_interval(float(_fleiss(plain_sums(sample, sums), raters)), drawn, confidence)


def krippendorff_alpha(ratings: ArrayLike, level: Level = "nominal") -> float:
    """Return Krippendorff's alpha (Krippendorff 2011); readers may have skipped studies.

    Parameters
    ----------
    ratings
        Classes or grades from 0, shape (readers, studies); NaN or -1 where a reader gave no answer.
    level
        What a difference means: none of two classes is nearer ("nominal"), only the order counts ("ordinal"), or the
        distance does ("interval").

    Returns
    -------
    1 for full agreement, 0 for what chance gives. NaN where no study has two answers, or all of these are the same.

    Raises
    ------
    ValueError
        Where ratings are not (readers, studies), an answer is no whole number from 0 on, or the level has another
        name.
    """
    names, rows = _named(ratings)
    kept, sample = distinct(rows)
    return float(_alpha(plain_sums(sample, lambda part: _coincidences(kept[part])), names, level))


def alpha_interval(
    ratings: ArrayLike,
    level: Level = "nominal",
    *,
    groups: ArrayLike | None = None,
    repeats: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """Return Krippendorff's alpha with its percentile interval, studies (or groups of them) drawn anew.

    Whole studies are drawn, as Zapf et al. 2016 advise, not pairs of answers. Parameters and errors as in
    `krippendorff_alpha` and `agreement_intervals`; bounds are NaN where no sample has an alpha.
    """
    names, rows = _named(ratings)
    kept, sample = distinct(rows, groups)

    def sums(part: slice) -> NDArray[np.float32]:
        return _coincidences(kept[part])

    drawn = _alpha(resampled_sums(sample, sums, repeats, seed), names, level)
    return percentile_interval(float(_alpha(plain_sums(sample, sums), names, level)), drawn, confidence)


def _checked(counts: ArrayLike) -> tuple[Ints, int]:
    rows = whole_numbers(counts)
    if rows.ndim != 2 or (rows.size and rows.min() < 0):
        raise ValueError(f"counts of ratings are studies by classes and not below 0; these have shape {rows.shape}")
    raters = np.unique(rows.sum(1))
    if len(raters) > 1:
        raise ValueError(f"studies have from {raters[0]} to {raters[-1]} ratings; Fleiss' kappa wants as many of each")
    if len(raters) and raters[0] < 2:
        raise ValueError(f"studies have {raters[0]} ratings; agreement wants two or more")
    return rows, int(raters[0]) if len(raters) else 0


def _fleiss_sums(rows: Ints) -> NDArray[np.float32]:
    """Return agreeing pairs (ordered) and the counts of each class, shape (rows, 1 + classes)."""
    pairs = (rows * (rows - 1)).sum(1, keepdims=True)
    return np.concatenate([pairs, rows], axis=1).astype(np.float32)


def _fleiss(sums: Floats, raters: int) -> Floats:
    total = sums[..., 1:].sum(-1)
    whole = np.where(total > 0, total, np.nan)
    observed = sums[..., 0] / (whole * (raters - 1)) if raters else whole
    expected = ((sums[..., 1:] / whole[..., None]) ** 2).sum(-1)
    rest = 1 - expected
    return np.asarray(np.divide(observed - expected, rest, out=np.full(rest.shape, np.nan), where=rest > 1e-12))


def _named(ratings: ArrayLike) -> tuple[Ints, Ints]:
    """Return the classes that occur and how many readers gave each, which is all that alpha knows of a study."""
    given = answers(ratings)
    names = np.unique(given[given >= 0])
    return names, category_counts(given, names)


def _coincidences(counts: Ints) -> NDArray[np.float32]:
    """Return what each study adds to the coincidence matrix, shape (rows, k * k); nothing below two answers."""
    size, answered = counts.shape[1], counts.sum(1)
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(size)
    share = np.where(answered > 1, 1 / np.maximum(answered - 1, 1), 0.0)
    return np.asarray(pairs * share[:, None, None], dtype=np.float32).reshape(len(counts), size * size)


def _alpha(sums: Floats, names: Ints, level: Level) -> Floats:
    size = len(names)
    matrix = sums.reshape(*sums.shape[:-1], size, size)
    margin = matrix.sum(-1)
    apart = _distance(margin, names, level)
    observed = (matrix * apart).sum((-2, -1)) * (margin.sum(-1) - 1)
    expected = np.einsum("...i,...ij,...j->...", margin, np.broadcast_to(apart, matrix.shape), margin)
    return np.asarray(1 - np.divide(observed, expected, out=np.full(expected.shape, np.nan), where=expected > 0))


def _distance(margin: Floats, names: Ints, level: Level) -> Floats:
    """Return the squared distance of classes, shape (..., k, k)."""
    if level == "nominal":
        return 1 - np.eye(len(names))
    if level == "interval":
        place = names.astype(np.float64)
    elif level == "ordinal":  # the ranks between the middles of two classes
        place = np.cumsum(margin, axis=-1) - margin / 2
    else:
        raise ValueError(f'a level is "nominal", "ordinal" or "interval", not "{level}"')
    return np.asarray((place[..., :, None] - place[..., None, :]) ** 2)
