"""How good the model and the readers are against what is true, from a scene."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.calibration import Reliability, brier, expected_calibration_error, reliability_curve
from xraydesk.evaluation.checks import ratio
from xraydesk.evaluation.curves import average_precision_interval, pr_curve, roc_curve
from xraydesk.evaluation.discrimination import Interval, auroc_interval
from xraydesk.evaluation.predictive import Performance, PredictiveValues, performance
from xraydesk.research.agreement import patients_of
from xraydesk.research.readings import ABNORMAL
from xraydesk.research.scene import Scene
from xraydesk.research.subjects import Judged, Kind, LeftOut, Said, Subject, judged, said_by, subjects_of
from xraydesk.research.truth import TruthRule, whose
from xraydesk.research.why import Why

REPEATS = 1000
BETA = 3.0
_MOST_POINTS = 500  # of a curve: more than a screen shows
_NONE = Interval(nan, nan, nan)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person sets."""

    beta: float = BETA  # how many times as much recall weighs as precision
    prevalence: float | None = None  # of the site, for PPV and NPV; None: that of the data alone
    repeats: int = REPEATS  # bootstrap samples of F1 and F-beta


@dataclass(frozen=True, slots=True)
class Ranking:
    """How well a score separates; readers by their rating in 11 steps. Calibration is of probabilities only."""

    auroc: Interval = _NONE  # DeLong's interval
    average_precision: Interval = _NONE
    brier: float = nan
    ece: float = nan  # bins of equal mass
    n: int = 0  # cases with a score: an "unsure" has one


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The figures of one subject. Where ``why`` says something a figure is missing, or there is none at all."""

    subject: Subject
    threshold: float | None
    figures: Performance | None  # PPV and NPV at the prevalence of these cases
    at_site: PredictiveValues | None  # at the stated prevalence
    ranking: Ranking
    left_out: LeftOut
    why: Why


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A line on a chart; shapes (k,)."""

    subject: Subject
    x: NDArray[np.float64]
    y: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PerformanceFigures:
    """All of it, for one scene and choice."""

    choice: Choice
    lines: tuple[Line, ...]
    baseline: Performance | None  # calling every case of known truth abnormal
    roc: tuple[Curve, ...]  # false positive rate, sensitivity
    precision_recall: tuple[Curve, ...]  # recall, precision
    reliability: Reliability | None  # of the model
    known: int  # cases of known truth
    abnormal: int
    by_patient: bool  # some patients have more than one study: the intervals keep these together
    circular: tuple[str, ...]  # readers whose own answers are part of what is true
    why: Why

    @property
    def prevalence(self) -> float:
        """Share of the abnormal among the cases of known truth; NaN without any."""
        return ratio(self.abnormal, self.known)


def performance_of(scene: Scene, choice: Choice | None = None) -> PerformanceFigures:
    """Return the figures of the model at each operating point and of each reader, last, before and after.

    Raises
    ------
    ValueError
        The prevalence is not between 0 and 1.
    """
    choice = choice or Choice()
    truth = scene.truth
    known, abnormal = int(truth.known.sum()), int((truth.value == ABNORMAL).sum())
    subjects = subjects_of(scene) if known else []
    said = {subject: said_by(scene, subject) for subject in subjects}
    rankings = {key: ranking(scene, said[key], probability=key.kind is Kind.MODEL) for key in _scored(subjects)}
    lines = tuple(line(scene, key, said[key], rankings[_scorer(key, subjects)], choice) for key in subjects)
    curves = [
        (key, *_scores(scene, said[key])) for key in _scored(subjects) if key.detail in {"default", "last verdict"}
    ]
    curves = [curve for curve in curves if 0 < curve[1].sum() < len(curve[1])]
    return PerformanceFigures(
        choice,
        lines,
        _everything_abnormal(scene, choice) if known else None,
        tuple(_roc(*curve) for curve in curves),
        tuple(_precision_recall(*curve) for curve in curves),
        _reliability(scene, subjects, said),
        known,
        abnormal,
        patients_of(scene.cases) is not None,
        readers_in(truth.rule, scene.readings.readers),
        _why(scene, known, abnormal),
    )


def line(scene: Scene, subject: Subject, said: Said, ranked: Ranking, choice: Choice) -> Line:
    """Return one subject's figures on the cases that have a truth and its yes or no."""
    kept = judged(scene, said)
    if not kept.rows.any():
        return Line(subject, said.threshold, None, None, ranked, kept.left_out, Why.NOTHING_SAID)
    figures, site = counted(scene, said, kept, choice), None
    if choice.prevalence is not None:
        there = counted(scene, said, kept, choice, choice.prevalence)
        site = PredictiveValues(there.ppv, there.npv)
    return Line(subject, said.threshold, figures, site, ranked, kept.left_out, one_class(figures))


def counted(scene: Scene, said: Said, kept: Judged, choice: Choice, prevalence: float | None = None) -> Performance:
    """Return the figures of yes and no on some cases; patients with several studies are kept together."""
    truth, answer = scene.truth.value[kept.rows], said.answer[kept.rows]
    groups = _groups(scene, kept.rows)
    return performance(truth, answer, prevalence, choice.beta, groups=groups, repeats=choice.repeats)


def ranking(scene: Scene, said: Said, rows: NDArray[np.bool_] | None = None, *, probability: bool) -> Ranking:
    """Return how well a score separates, of some of the cases or of all."""
    kept = _kept(scene, said, rows)
    truth, score, groups = scene.truth.value[kept], said.score[kept], _groups(scene, kept)
    if not len(truth):
        return Ranking()
    calibrated = (brier(truth, score), expected_calibration_error(truth, score)) if probability else (nan, nan)
    area = auroc_interval(truth, score, groups=groups)
    precision = average_precision_interval(truth, score, groups=groups) if truth.any() else _NONE
    return Ranking(area, precision, *calibrated, len(truth))


def readers_in(rule: TruthRule, readers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the readers whose answers make up what is true, for whom every figure is too good."""
    return tuple(readers[place] for place in whose(rule, readers))


def one_class(figures: Performance) -> Why:
    """Return the sentence for cases of one class only."""
    if not figures.positives:
        return Why.NO_ABNORMAL
    return Why.NOTHING if figures.negatives else Why.NO_NORMAL


def _why(scene: Scene, known: int, abnormal: int) -> Why:
    if not known:
        return Why.CONTRADICTED if scene.truth.contradicted.any() else Why.NO_TRUTH
    if abnormal in {0, known}:
        return Why.NO_NORMAL if abnormal else Why.NO_ABNORMAL
    return Why.NOTHING


def _scored(subjects: list[Subject]) -> list[Subject]:
    """Return one subject for each score: a model's is the same at all its points."""
    return [key for key in subjects if key == _scorer(key, subjects)]


def _scorer(subject: Subject, subjects: list[Subject]) -> Subject:
    same = (key for key in subjects if key.kind is Kind.MODEL and key.name == subject.name)
    return next(same) if subject.kind is Kind.MODEL else subject


def _kept(scene: Scene, said: Said, rows: NDArray[np.bool_] | None = None) -> NDArray[np.bool_]:
    kept = scene.truth.known & ~np.isnan(said.score)
    return kept if rows is None else kept & rows


def _scores(scene: Scene, said: Said) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    kept = _kept(scene, said)
    return scene.truth.value[kept], said.score[kept]


def _groups(scene: Scene, rows: NDArray[np.bool_]) -> NDArray[np.int64] | None:
    """Return the patients of some cases, None where each has one study."""
    patients = patients_of(scene.cases)
    if patients is None:
        return None
    groups = patients[rows]
    return None if np.bincount(groups, minlength=1).max() < 2 else groups


def _everything_abnormal(scene: Scene, choice: Choice) -> Performance:
    rows = scene.truth.known
    said = Said(np.full(len(rows), ABNORMAL, np.int8), np.ones(len(rows)), np.zeros(len(rows), bool))
    return counted(scene, said, Judged(rows), choice)


def _roc(subject: Subject, truth: NDArray[np.float64], score: NDArray[np.float64]) -> Curve:
    curve = roc_curve(truth, score)
    kept = _thin(len(curve.threshold))
    return Curve(subject, curve.false_positive_rate[kept], curve.true_positive_rate[kept])


def _precision_recall(subject: Subject, truth: NDArray[np.float64], score: NDArray[np.float64]) -> Curve:
    curve = pr_curve(truth, score)
    kept = _thin(len(curve.threshold))
    return Curve(subject, curve.recall[kept], curve.precision[kept])


def _thin(points: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, points - 1, min(points, _MOST_POINTS)).round().astype(np.int64))


def _reliability(scene: Scene, subjects: list[Subject], said: dict[Subject, Said]) -> Reliability | None:
    model = next((key for key in subjects if key.kind is Kind.MODEL), None)
    if model is None:
        return None
    truth, score = _scores(scene, said[model])
    return reliability_curve(truth, score) if len(truth) else None
