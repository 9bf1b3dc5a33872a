"""How well readers agree with each other and with the model, from a scene."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from math import isnan

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.agreement import Weights
from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.multi_rater import Level, alpha_interval, category_counts, fleiss_interval
from xraydesk.evaluation.pairs import PairAgreement, agreement_intervals, pair_agreement
from xraydesk.evaluation.predictive import SMALL
from xraydesk.research.answers import Answers
from xraydesk.research.archive import name_of
from xraydesk.research.cases import Cases
from xraydesk.research.readings import NONE, SCALE, UNSURE, Codes
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import calls_of
from xraydesk.research.why import Why
from xraydesk.triage.assessment import Band

FEWEST = 30  # studies in common; with fewer a kappa is marked as resting on few
_NO_KAPPA = Interval(float("nan"), float("nan"), float("nan"))
_AS_BAND = {Band.LIKELY: 1, Band.LOW: 0, Band.UNCERTAIN: UNSURE, Band.NOT_ASSESSED: NONE}


class Scale(StrEnum):
    """What counts as the same answer."""

    YES_NO = "yes or no"  # an "unsure" is no answer
    THREE = "unsure as its own"  # the model's middle band is "unsure"
    RATING = "rating"  # answer and confidence in 11 steps, quadratic weights; readers only


CLASSES = {Scale.YES_NO: (0, 1), Scale.THREE: (0, 1, 2), Scale.RATING: tuple(range(1, SCALE + 1))}
REPEATS = {Scale.YES_NO: 1000, Scale.THREE: 1000, Scale.RATING: 500}  # of the bootstrap: 121 cells a pair take time
WEIGHTS: dict[Scale, Weights] = {Scale.YES_NO: "none", Scale.THREE: "none", Scale.RATING: "quadratic"}
LEVELS: dict[Scale, Level] = {Scale.YES_NO: "nominal", Scale.THREE: "nominal", Scale.RATING: "interval"}


@dataclass(frozen=True, slots=True)
class Rater:
    """A reader, or the model."""

    name: str
    model: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two raters on the cases both answered; where ``why`` says something there is no kappa."""

    first: Rater
    second: Rater
    figures: PairAgreement
    kappa: Interval
    why: Why

    @property
    def small(self) -> bool:
        """True where kappa rests on few studies, or on few of one answer."""
        counts = (self.figures.first_counts[:2], self.figures.second_counts[:2])
        rare = len(self.figures.classes) < SCALE and min(int(c.min()) for c in counts) < SMALL
        return self.figures.n < FEWEST or rare

    @property
    def always_the_same(self) -> Rater | None:
        """Who gave one and the same answer throughout, so that kappa is 0 whatever the other said; None: nobody."""
        if self.why is not Why.NOTHING:
            return None
        given = ((self.first, self.figures.first_counts), (self.second, self.figures.second_counts))
        return next((rater for rater, counts in given if np.count_nonzero(counts) == 1), None)


@dataclass(frozen=True, slots=True)
class Together:
    """One figure of all readers at once; where ``why`` says something there is none."""

    readers: int
    studies: int
    value: Interval
    why: Why


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """All that is said of agreement on one scale."""

    scale: Scale
    raters: tuple[Rater, ...]
    pairs: tuple[Pair, ...]
    fleiss: Together  # on the studies that all chosen readers read
    alpha: Together  # Krippendorff's: readers may have skipped some
    unsure: int  # answers left out because they were "unsure"
    seen: int  # answers given with the model's in sight: these readers are not independent of it
    by_patient: bool  # studies of one patient were drawn together
    why: Why

    def pair(self, one: str, other: str) -> Pair | None:
        """Return the pair of two names in either order."""
        return next((pair for pair in self.pairs if {pair.first.name, pair.second.name} == {one, other}), None)


def agreement_of(
    scene: Scene,
    scale: Scale = Scale.YES_NO,
    readers: tuple[str, ...] = (),
    *,
    blind: bool = False,
    repeats: int | None = None,
) -> Agreement:
    """Return the agreement of every pair of readers and of each reader with the model, and of all readers together.

    Parameters
    ----------
    scene
        What is looked at; what is true does not matter here.
    scale
        What counts as the same answer.
    readers
        Whose answers count; () takes all.
    blind
        Take what was said while the model's answer was hidden, not what is said now.
    repeats
        Bootstrap samples of studies, those of one patient together; None takes what the scale has time for.
    """
    repeats = repeats or REPEATS[scale]
    raters, ratings, unsure = ratings_of(scene, scale, readers, blind=blind)
    own = ratings[[not rater.model for rater in raters]]
    groups = patients_of(scene.cases)
    intervals = agreement_intervals(ratings, CLASSES[scale], WEIGHTS[scale], groups=groups, repeats=repeats)
    pairs = tuple(
        _pair(scale, (raters[i], raters[j]), (ratings[i], ratings[j]), interval.kappa)
        for (i, j), interval in zip(combinations(range(len(raters)), 2), intervals, strict=True)
    )
    return Agreement(
        scale,
        raters,
        pairs,
        _fleiss(own, scale, groups, repeats),
        _alpha(own, scale, groups, repeats),
        unsure,
        0 if blind else _seen(scene, readers),
        groups is not None,
        _why_none(raters, ratings),
    )


def ratings_of(
    scene: Scene, scale: Scale, readers: tuple[str, ...] = (), *, blind: bool = False
) -> tuple[tuple[Rater, ...], Codes, int]:
    """Return raters, their answers of shape (raters, cases), -1 for none, and how many "unsure" were left out."""
    chosen = [n for n, name in enumerate(scene.readings.readers) if not readers or name in readers]
    raters = [Rater(scene.readings.readers[n]) for n in chosen]
    verdicts = scene.readings.before if blind else scene.readings.last
    given = (verdicts.rating if scale is Scale.RATING else verdicts.answer)[chosen]
    left_out = given == UNSURE if scale is Scale.YES_NO else np.zeros(given.shape, bool)
    rows = [np.where(left_out, NONE, given)]
    if scene.answers is not None and scale is not Scale.RATING and scene.answers.judged.any():
        raters.append(Rater(name_of(scene.answers.card), model=True))
        rows.append(_of_model(scene.answers, scale)[None])
    return tuple(raters), np.concatenate(rows).astype(np.int8), int(left_out.sum())


@lru_cache(maxsize=1)  # names are slow to sort, and it is asked for every reader
def patients_of(cases: Cases) -> NDArray[np.int64] | None:
    """Return a number for each case's patient; None where each has one study: none are to be kept together."""
    kinds, numbers = np.unique(cases.patients, return_inverse=True)
    return None if len(kinds) == len(cases) else numbers.astype(np.int64)


def _seen(scene: Scene, readers: tuple[str, ...]) -> int:
    chosen = [not readers or name in readers for name in scene.readings.readers]
    return int(scene.readings.shown[chosen].sum())


def _of_model(answers: Answers, scale: Scale) -> Codes:
    if scale is Scale.THREE:
        return np.array([_AS_BAND[band] for band in answers.bands()], np.int8)
    return calls_of(answers)


def _pair(scale: Scale, raters: tuple[Rater, Rater], given: tuple[Codes, Codes], kappa: Interval) -> Pair:
    figures = pair_agreement(*given, WEIGHTS[scale], CLASSES[scale])
    why = Why.NOTHING
    if isnan(kappa.value):
        kappa, why = _NO_KAPPA, Why.ONE_ANSWER if figures.n else Why.NONE_IN_COMMON
    return Pair(*raters, figures, kappa, why)


def _fleiss(own: Codes, scale: Scale, groups: NDArray[np.int64] | None, repeats: int) -> Together:
    if len(own) < 2:
        return Together(len(own), 0, _NO_KAPPA, Why.ONE_READER if len(own) else Why.NO_READERS)
    if scale is Scale.RATING:
        return Together(len(own), 0, _NO_KAPPA, Why.HAS_ORDER)
    full = (own != NONE).all(0)
    count = int(full.sum())
    if not count:
        return Together(len(own), 0, _NO_KAPPA, Why.NOT_ALL_READ)
    counts = category_counts(own[:, full], CLASSES[scale])
    value = fleiss_interval(counts, groups=None if groups is None else groups[full], repeats=repeats)
    return _together(len(own), count, value)


def _alpha(own: Codes, scale: Scale, groups: NDArray[np.int64] | None, repeats: int) -> Together:
    if len(own) < 2:
        return Together(len(own), 0, _NO_KAPPA, Why.ONE_READER if len(own) else Why.NO_READERS)
    paired = (own != NONE).sum(0) > 1
    count = int(paired.sum())
    if not count:
        return Together(len(own), 0, _NO_KAPPA, Why.NO_PAIR)
    kept = None if groups is None else groups[paired]
    return _together(len(own), count, alpha_interval(own[:, paired], LEVELS[scale], groups=kept, repeats=repeats))


def _together(readers: int, studies: int, value: Interval) -> Together:
    nothing = isnan(value.value)
    return Together(readers, studies, _NO_KAPPA if nothing else value, Why.ONE_ANSWER if nothing else Why.NOTHING)


def _why_none(raters: tuple[Rater, ...], ratings: Codes) -> Why:
    if all(rater.model for rater in raters):
        return Why.NO_READERS
    if len(raters) < 2:
        return Why.ONE_READER
    return Why.NOTHING if (ratings != NONE).any() else Why.ALL_UNSURE
