"""Two readers, or a reader and a model, on the same cases: agreement beside all that explains a kappa."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from xraydesk.evaluation.agreement import Weights, cohens_kappa, kappa_of_tables
from xraydesk.evaluation.bootstrap import percentile_interval
from xraydesk.evaluation.checks import Floats, answers, ratio
from xraydesk.evaluation.classification import confusion_matrix, places
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.pair_tables import pair_tables
from xraydesk.evaluation.resampling import Ints, distinct, draws


@dataclass(frozen=True, slots=True, eq=False)
class PairAgreement:
    """What two raters answered on the cases that both answered.

    ``table`` counts them, shape (k, k): rows are the first rater's answers, columns the second's, in the order of
    ``classes``. ``kappa`` is NaN where no case was answered by both, or where both gave one class only; each property
    says when it is NaN.
    """

    classes: tuple[int, ...]
    table: NDArray[np.int64]
    kappa: float

    @property
    def n(self) -> int:
        """Cases that both answered."""
        return int(self.table.sum())

    @property
    def first_counts(self) -> NDArray[np.int64]:
        """How often the first gave each class, shape (k,)."""
        return np.asarray(self.table.sum(1))

    @property
    def second_counts(self) -> NDArray[np.int64]:
        """How often the second gave each class, shape (k,)."""
        return np.asarray(self.table.sum(0))

    @property
    def first_shares(self) -> Floats:
        """Shares of the first's answers, shape (k,); NaN without cases."""
        return np.array([ratio(count, self.n) for count in self.first_counts], dtype=np.float64)

    @property
    def second_shares(self) -> Floats:
        """Shares of the second's answers, shape (k,); NaN without cases."""
        return np.array([ratio(count, self.n) for count in self.second_counts], dtype=np.float64)

    @property
    def observed(self) -> float:
        """Share of the cases with the same answer; NaN without cases."""
        return ratio(np.trace(self.table), self.n)

    @property
    def pabak(self) -> float:
        """Kappa as it were with all classes equally common and no bias (Byrt, Bishop and Carlin 1993).

        With more than two classes it is S of Bennett, Alpert and Goldstein 1954. Never weighted. NaN without cases or
        with fewer than two classes.
        """
        size = len(self.classes)
        return ratio(size * self.observed - 1, size - 1)

    @property
    def prevalence_index(self) -> float:
        """Both-abnormal less both-normal as a share of the cases (Byrt et al. 1993).

        Far from 0, kappa is low however well they agree. The abnormal class is the last. NaN unless there are two
        classes and a case.
        """
        return ratio(self.table[1, 1] - self.table[0, 0], self.n) if len(self.classes) == 2 else float("nan")

    @property
    def bias_index(self) -> float:
        """How much more often the first says abnormal, as a share of the cases (Byrt et al. 1993); NaN as above."""
        return ratio(self.table[1, 0] - self.table[0, 1], self.n) if len(self.classes) == 2 else float("nan")

    @property
    def positive_agreement(self) -> float:
        """Agreement on the abnormal, the last class (Cicchetti and Feinstein 1990).

        NaN unless there are two classes and one of the two raters gave this one.
        """
        return self._specific(1)

    @property
    def negative_agreement(self) -> float:
        """Agreement on the normal, the first class (Cicchetti and Feinstein 1990); NaN likewise."""
        return self._specific(0)

    def _specific(self, place: int) -> float:
        if len(self.classes) != 2:
            return float("nan")
        return ratio(2 * self.table[place, place], self.first_counts[place] + self.second_counts[place])


@dataclass(frozen=True, slots=True)
class PairInterval:
    """Kappa of two of many readers, named by their rows; ``n`` cases both answered.

    Where the two agree on every case the bounds are 1 as well: samples hold no disagreement that was never seen.
    """

    first: int
    second: int
    n: int
    kappa: Interval


def pair_agreement(
    first: ArrayLike, second: ArrayLike, weights: Weights = "none", classes: Sequence[int] | None = None
) -> PairAgreement:
    """Return the agreement of two raters on the cases both answered.

    Parameters
    ----------
    first, second
        Classes or grades from 0, shape (n,); NaN or -1 where there is no answer.
    weights
        Of kappa, as in `cohens_kappa`.
    classes
        All classes in their order; by default those that occur. Name them: with one class left out by chance the
        figures for two classes are NaN.

    Raises
    ------
    ValueError
        Where shapes differ, or an answer is no whole number from 0 on or not among ``classes``.
    """
    one, other = answers(first), answers(second)
    if one.ndim != 1 or one.shape != other.shape:
        raise ValueError(f"the first has shape {one.shape} and the second has shape {other.shape}")
    both = (one >= 0) & (other >= 0)
    one, other = one[both], other[both]
    names = [int(c) for c in np.unique(np.concatenate([one, other]))] if classes is None else list(classes)
    return PairAgreement(tuple(names), confusion_matrix(one, other, names), cohens_kappa(one, other, weights, names))


def agreement_intervals(
    ratings: ArrayLike,
    classes: Sequence[int],
    weights: Weights = "none",
    *,
    groups: ArrayLike | None = None,
    repeats: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> tuple[PairInterval, ...]:
    """Return kappa of every pair of readers with its percentile interval, studies drawn anew.

    Every pair sees the same samples of studies (Efron and Tibshirani 1993; Vanbelle and Albert 2008 for kappa).

    Parameters
    ----------
    ratings
        Classes from 0, shape (readers, studies); NaN or -1 where a reader gave no answer.
    classes, weights
        As in `pair_agreement`.
    groups
        Studies of one group (patient) are drawn together; shape (studies,).
    repeats, confidence, seed
        How many samples, which part of them the interval holds, and where chance begins.

    Returns
    -------
    One for each pair, the first reader's row below the second's. Kappa is NaN as in `pair_agreement`; bounds are NaN
    where no sample has a kappa.

    Raises
    ------
    ValueError
        As in `pair_agreement`, and where ratings are not (readers, studies) or groups have another length.
    """
    rows = rating_rows(ratings, classes)
    kept, sample = distinct(rows, groups)
    pairs = list(combinations(range(rows.shape[1]), 2))
    if not pairs:
        return ()
    tables = pair_tables(kept, len(classes), sample.count[sample.owner].astype(np.float32)[None])
    value = kappa_of_tables(tables, weights)[0]
    drawn = [kappa_of_tables(pair_tables(kept, len(classes), block), weights) for block in draws(sample, repeats, seed)]
    kappas = np.concatenate([np.zeros((0, len(pairs))), *drawn])
    return tuple(
        PairInterval(i, j, round(tables[0, p].sum()), percentile_interval(float(value[p]), kappas[:, p], confidence))
        for p, (i, j) in enumerate(pairs)
    )


def rating_rows(ratings: ArrayLike, classes: Sequence[int]) -> Ints:
    """Return the place of each answer among the classes, -1 for none, shape (studies, readers).

    ValueError where ratings are not (readers, studies) or an answer is not among the classes.
    """
    given = answers(ratings)
    if given.ndim != 2:
        raise ValueError(f"ratings are readers by studies, not of shape {given.shape}")
    rows = np.full(given.shape, -1, dtype=np.int64)
    rows[given >= 0] = places(given[given >= 0], np.asarray(classes, dtype=np.int64))
    return np.ascontiguousarray(rows.T)
