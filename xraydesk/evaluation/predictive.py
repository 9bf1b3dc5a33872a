"""All figures of yes/no answers with their intervals, and what an answer means at the prevalence of a site."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, nan, sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from xraydesk.evaluation.bootstrap import percentile_interval
from xraydesk.evaluation.checks import truth_and_answer
from xraydesk.evaluation.classification import Confusion, confusion, f_beta_everything_abnormal
from xraydesk.evaluation.clustered import Tables, tables
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.proportions import wilson
from xraydesk.evaluation.resampling import Sample, resampled_sums

SMALL = 10  # abnormal or other cases: with ten, the Wilson interval of a share of one half spans 0.24 to 0.76


@dataclass(frozen=True, slots=True)
class PredictiveValues:
    """How often "abnormal" and "normal" are right at a prevalence."""

    positive: Interval
    negative: Interval


@dataclass(frozen=True, slots=True)
class Performance:
    """Yes/no answers against a reference standard.

    Shares have Wilson intervals, PPV and NPV at a given prevalence those of `predictive_values`, F1 and F-beta
    bootstrap intervals; where cases come in groups all take that into account, see `clustered`. A share of nothing is
    NaN between 0 and 1: sensitivity without abnormal cases, specificity without others, PPV where nothing is called
    abnormal, NPV where everything is.
    """

    counts: Confusion
    prevalence: float | None  # the one PPV and NPV are for; None: that of the cases themselves
    beta: float
    sensitivity: Interval
    specificity: Interval
    ppv: Interval
    npv: Interval
    accuracy: Interval
    f1: Interval  # NaN where nothing is abnormal and nothing is called so
    f_beta: Interval  # likewise
    f_beta_everything_abnormal: float  # the baseline; NaN where nothing is abnormal

    @property
    def n(self) -> int:
        """All cases."""
        return self.counts.n

    @property
    def positives(self) -> int:
        """Abnormal cases."""
        return self.counts.true_positive + self.counts.false_negative

    @property
    def negatives(self) -> int:
        """The other cases."""
        return self.counts.true_negative + self.counts.false_positive

    @property
    def small(self) -> bool:
        """True with fewer than `SMALL` abnormal or fewer than `SMALL` other cases."""
        return min(self.positives, self.negatives) < SMALL


class _Shares(NamedTuple):
    """The shares of `Performance`, in its order."""

    sensitivity: Interval
    specificity: Interval
    ppv: Interval
    npv: Interval
    accuracy: Interval


def performance(
    truth: ArrayLike,
    answer: ArrayLike,
    prevalence: float | None = None,
    beta: float = 3.0,
    *,
    groups: ArrayLike | None = None,
    repeats: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Performance:
    """Return every figure of yes/no answers.

    Parameters
    ----------
    truth, answer
        0 or 1, shape (n,).
    prevalence
        Share of the abnormal where PPV and NPV shall hold, between 0 and 1; by default that of the cases.
    beta
        How many times as much recall weighs as precision in F-beta.
    groups
        Cases of one group (the studies of one patient) are kept together; by default cases are independent.
    repeats, confidence, seed
        Of the bootstrap, and which part of the samples the intervals hold.

    Raises
    ------
    ValueError
        Where shapes differ, a value is not 0 or 1, or the prevalence is not between 0 and 1.
    """
    labels, called = truth_and_answer(truth, answer)
    counts, baseline = confusion(labels, called), f_beta_everything_abnormal(labels, beta)
    if groups is None:
        f1, f_beta = (_f_interval(counts, b, repeats, confidence, seed) for b in (1.0, beta))
        shares = _independent(counts, prevalence, confidence)
    else:
        drawn = tables(labels, called, groups, repeats, seed)
        f1, f_beta = (drawn.f_beta(counts.f_beta(b), b, confidence) for b in (1.0, beta))
        shares = _clustered(drawn, counts, prevalence, confidence)
    return Performance(counts, prevalence, beta, *shares, f1, f_beta, baseline)


def _independent(counts: Confusion, prevalence: float | None, confidence: float) -> _Shares:
    tp, fp, fn, tn = counts.true_positive, counts.false_positive, counts.false_negative, counts.true_negative
    values = (
        PredictiveValues(wilson(tp, tp + fp, confidence), wilson(tn, tn + fn, confidence))
        if prevalence is None
        else predictive_values(counts, prevalence, confidence)
    )
    return _Shares(
        sensitivity=wilson(tp, tp + fn, confidence),
        specificity=wilson(tn, tn + fp, confidence),
        ppv=values.positive,
        npv=values.negative,
        accuracy=wilson(tp + tn, counts.n, confidence),
    )


def _clustered(drawn: Tables, counts: Confusion, prevalence: float | None, confidence: float) -> _Shares:
    tp, fn, fp, tn = range(4)  # the columns of the tables
    values = PredictiveValues(drawn.share((tp,), (tp, fp), confidence), drawn.share((tn,), (tn, fn), confidence))
    if prevalence is not None:
        values = _at_prevalence(
            counts, prevalence, confidence, (drawn.worth((tp,), (tp, fn)), drawn.worth((tn,), (tn, fp)))
        )
    return _Shares(
        sensitivity=drawn.share((tp,), (tp, fn), confidence),
        specificity=drawn.share((tn,), (tn, fp), confidence),
        ppv=values.positive,
        npv=values.negative,
        accuracy=drawn.share((tp, tn), (tp, fn, fp, tn), confidence),
    )


def predictive_values(counts: Confusion, prevalence: float, confidence: float = 0.95) -> PredictiveValues:
    """Return PPV and NPV at a prevalence by Bayes' rule, with logit intervals (Mercaldo, Lau and Zhou 2007).

    Where one of the four counts is 0 the logit has no variance; the interval is then made from counts each larger by
    half the square of the normal quantile, their adjustment. NaN between 0 and 1 where a class is absent; the value
    alone is NaN where nothing was called so.

    Raises
    ------
    ValueError
        Where the prevalence is not between 0 and 1, both excluded.
    """
    positives, negatives = counts.true_positive + counts.false_negative, counts.true_negative + counts.false_positive
    return _at_prevalence(counts, prevalence, confidence, (positives, negatives))


def _at_prevalence(
    counts: Confusion, prevalence: float, confidence: float, worth: tuple[float, float]
) -> PredictiveValues:
    """Return both values; ``worth`` says how many independent cases of each class, abnormal first, these are."""
    if not 0 < prevalence < 1:
        raise ValueError(f"a prevalence is between 0 and 1, both excluded, not {prevalence}")
    tp, fp, fn, tn = counts.true_positive, counts.false_positive, counts.false_negative, counts.true_negative
    abnormal, normal = worth[0] / max(tp + fn, 1), worth[1] / max(tn + fp, 1)
    hit, missed, wrong, spared = tp * abnormal, fn * abnormal, fp * normal, tn * normal
    odds = prevalence / (1 - prevalence)
    return PredictiveValues(
        _bayes(hit, missed, wrong, spared, odds, confidence),
        _bayes(spared, wrong, missed, hit, 1 / odds, confidence),
    )


def _bayes(  # noqa: PLR0917 - four counts of one table
    hit: float, missed: float, wrong: float, spared: float, odds: float, confidence: float
) -> Interval:
    """Return the share of hits among hits and wrong ones; hit and missed are of one class, the others of the other."""
    if not hit + missed or not wrong + spared:
        return Interval(nan, 0.0, 1.0)
    called, mistaken = odds * hit / (hit + missed), wrong / (wrong + spared)
    value = called / (called + mistaken) if called + mistaken else nan
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    if not min(hit, missed, wrong, spared):
        hit, missed, wrong, spared = (count + z * z / 2 for count in (hit, missed, wrong, spared))
    centre = log(odds * hit / (hit + missed)) - log(wrong / (wrong + spared))
    half = z * sqrt(missed / hit / (hit + missed) + spared / wrong / (wrong + spared))
    low, high = (1 / (1 + exp(-x)) for x in (centre - half, centre + half))
    return Interval(value, min(low, value), max(high, value)) if called + mistaken else Interval(nan, low, high)


def _f_interval(counts: Confusion, beta: float, repeats: int, confidence: float, seed: int) -> Interval:
    """Return F-beta with its percentile interval, cases drawn anew within each class as in `stratified_bootstrap`."""
    each = np.array([counts.true_positive, counts.false_negative, counts.false_positive])
    rows = np.diag([1, 1, 1, 0])[:, :3].astype(np.float32)
    sample = Sample(np.arange(4), np.append(each, counts.true_negative), np.array([1, 1, 0, 0]))
    drawn = resampled_sums(sample, lambda part: rows[part], repeats, seed)
    hits = (1 + beta**2) * drawn[:, 0]
    whole = hits + beta**2 * drawn[:, 1] + drawn[:, 2]
    figures = np.divide(hits, whole, out=np.full(len(hits), nan), where=whole > 0)
    return percentile_interval(counts.f_beta(beta), figures, confidence)
