"""The figures of a summary as an object that JSON can hold: a figure that is not there is null, with the reason."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from xraydesk.evaluation.discrimination import Interval
from xraydesk.evaluation.predictive import Performance
from xraydesk.evaluation.second_thoughts import Changes
from xraydesk.research.agreement import Agreement, Pair, Together
from xraydesk.research.archive import name_of
from xraydesk.research.drift import Drift, Series
from xraydesk.research.drift_words import sentences, week
from xraydesk.research.groups import Groups
from xraydesk.research.overview import Overview
from xraydesk.research.performance import Line, PerformanceFigures, Ranking
from xraydesk.research.points import NAMES, PointsStudy
from xraydesk.research.second_thoughts import ChangedBy, SecondThoughts
from xraydesk.research.standard import standard_words
from xraydesk.research.subjects import Subject
from xraydesk.research.summary import Summary
from xraydesk.research.why import Why

Json = dict[str, Any]


def to_json(summary: Summary) -> Json:
    """Return a summary as an object. Shares are from 0 to 1; intervals are of 95 %."""
    scene, answers = summary.scene, summary.scene.answers
    model = None
    if answers is not None:
        card = answers.card
        model = {"name": name_of(card), "sha256": card.weights_sha256, "checked_at_this_site": card.checked_here}
    return {
        "question": {
            "model": model,
            "truth": standard_words(scene.question.rule),
            "finding": scene.question.finding or None,
        },
        "overview": _overview(summary.overview),
        "agreement": {str(one.scale): _agreement(one) for one in summary.agreement},
        "before_and_after": _second(summary.second_thoughts),
        "performance": _performance(summary.performance),
        "groups": {str(one.by): _groups(one) for one in summary.groups},
        "operating_points": _points(summary.points),
        "drift": _drift(summary.drift),
    }


def number(value: float | None) -> float | None:
    """Return a figure, None where it is not known: JSON knows no NaN."""
    return float(value) if value is not None and isfinite(value) else None


def interval(found: Interval) -> Json:
    """Return a figure with its bounds; all None where there is no figure."""
    known = isfinite(found.value)
    return {
        "value": number(found.value),
        "low": number(found.low) if known else None,
        "high": number(found.high) if known else None,
    }


def _overview(found: Overview) -> Json:
    counts = ("studies", "patients", "unread", "known", "abnormal", "contradicted", "unmatched")
    readers = [
        {"reader": r.reader, "read": r.read, "abnormal": r.abnormal, "unsure": r.unsure, "corrections": r.corrections,
         "read_twice": r.twice, "median_seconds": r.median_seconds}
        for r in found.readers
    ]  # fmt: skip
    models = [
        {"model": m.model, "judged": m.judged, "refused": m.refused, "never_asked": m.never, "called": m.called}
        for m in found.models
    ]
    return {**{name: getattr(found, name) for name in counts}, "readers": readers, "models": models}


def _agreement(found: Agreement) -> Json:
    return {
        "raters": [rater.name for rater in found.raters],
        "pairs": [_pair(pair) for pair in found.pairs],
        "fleiss_kappa": _together(found.fleiss),
        "krippendorff_alpha": _together(found.alpha),
        "unsure_left_out": found.unsure,
        "why_none": found.why or None,
    }


def _pair(pair: Pair) -> Json:
    figures = pair.figures
    return {
        "first": pair.first.name,
        "second": pair.second.name,
        "n": figures.n,
        "kappa": interval(pair.kappa),
        "observed": number(figures.observed),
        "first_shares": _row(figures.first_shares),
        "second_shares": _row(figures.second_shares),
        "prevalence_index": number(figures.prevalence_index),
        "pabak": number(figures.pabak),
        "few": pair.small,
        "why_none": pair.why or None,
    }


def _together(found: Together) -> Json:
    why = found.why or None
    return {**interval(found.value), "readers": found.readers, "studies": found.studies, "why_none": why}


def _second(found: SecondThoughts) -> Json:
    return {
        "readers": [_changed(line) for line in found.lines],
        "together": None if found.together is None else _changed(found.together),
        "truth_made_of_these_verdicts": found.circular,
        "why_none": found.why or None,
    }


def _changed(line: ChangedBy) -> Json:
    given: Changes = line.changes
    truth = given.against_truth
    better = None if truth is None else {
        "n": truth.n, "better": truth.better, "worse": truth.worse, "neither": truth.neither,
        "right_before": interval(truth.right_before), "right_after": interval(truth.right_after),
        "p_value": number(truth.p_value),
    }  # fmt: skip
    return {
        "reader": line.reader or None,
        "n": given.n,
        "changed": given.changed,
        "share": interval(given.share),
        "towards_the_model": line.towards,
        "away_from_it": line.away,
        "against_truth": better,
    }


def _performance(found: PerformanceFigures) -> Json:
    return {
        "known": found.known,
        "abnormal": found.abnormal,
        "prevalence": number(found.prevalence),
        "beta": found.choice.beta,
        "site_prevalence": found.choice.prevalence,
        "lines": [_line(line) for line in found.lines],
        "everything_called_abnormal": None if found.baseline is None else _figures(found.baseline),
        "part_of_the_truth": list(found.circular),
        "why_none": found.why or None,
    }


def _line(line: Line) -> Json:
    site = line.at_site
    left = line.left_out
    return {
        **subject(line.subject),
        "threshold": line.threshold,
        **({} if line.figures is None else _figures(line.figures)),
        **_ranking(line.ranking),
        **({} if site is None else {"site_ppv": interval(site.positive), "site_npv": interval(site.negative)}),
        "left_out": {"contradicted": left.contradicted, "no_truth": left.no_truth, "not_judged": left.not_judged,
                     "refused": left.refused, "unsure": left.unsure},
        "why_none": line.why or None,
    }  # fmt: skip


def subject(who: Subject) -> Json:
    """Return whose answers are judged."""
    return {"kind": str(who.kind), "name": who.name, "detail": str(who.detail)}


def _figures(found: Performance) -> Json:
    names = ("sensitivity", "specificity", "ppv", "npv", "accuracy", "f1", "f_beta")
    counts = found.counts
    return {
        "n": found.n,
        "abnormal": found.positives,
        "tp": counts.true_positive, "fp": counts.false_positive,
        "fn": counts.false_negative, "tn": counts.true_negative,
        **{name: interval(getattr(found, name)) for name in names},
        "f_beta_everything_abnormal": number(found.f_beta_everything_abnormal),
        "few": found.small,
    }  # fmt: skip


def _ranking(found: Ranking) -> Json:
    return {
        "auroc": interval(found.auroc),
        "average_precision": interval(found.average_precision),
        "brier": number(found.brier),
        "ece": number(found.ece),
        "scored": found.n,
    }


def _groups(found: Groups) -> list[Json]:
    return [
        {"value": group.value or None, "n": group.n, **({} if group.figures is None else _figures(group.figures)),
         **_ranking(group.ranking), "few": group.small, "why_none": group.why or None}
        for group in found.groups
    ]  # fmt: skip


def _points(found: PointsStudy | Why) -> Json:
    if isinstance(found, Why):
        return {"points": [], "why_none": str(found)}
    points = []
    for point in found.card.abnormal.operating_points:
        at, result = found.at(point.threshold), found.result(point.threshold)
        points.append({
            "name": point.name, "threshold": point.threshold, "sensitivity": interval(result.sensitivity),
            "specificity": interval(result.specificity), "read_first": at.waiting, "wait": at.below,
            "abnormal_among_waiting": at.abnormal_below, "at_most": number(at.abnormal_below_at_most),
        })  # fmt: skip
    points.sort(key=lambda point: NAMES.index(point["name"]) if point["name"] in NAMES else len(NAMES))
    return {"studies": len(found.truth), "abnormal": found.abnormal, "points": points, "why_none": None}


def _drift(found: Drift) -> Json:
    weeks = [week(monday) for monday in found.weeks]
    return {
        "weeks": weeks,
        "baseline_weeks": found.baseline,
        "by": str(found.clock),
        "measures": {str(series.measure): _series(series) for series in found.series},
        "sentences": sentences(found),
    }


def _series(series: Series) -> Json:
    chart = series.chart
    if chart is None:
        return {"value": None, "why_none": str(series.why)}
    known, limits = chart.known, chart.known & chart.enough
    columns = {"value": (chart.value, known), "centre": (chart.centre, limits), "low": (chart.lower, limits),
               "high": (chart.upper, limits)}  # fmt: skip
    found: Json = {
        name: [number(v) if there else None for v, there in zip(column, flags, strict=True)]
        for name, (column, flags) in columns.items()
    }
    return {**found, "of": series.of.tolist(), "out": chart.out.tolist(), "why_none": str(series.why) or None}


def _row(values: NDArray[np.float64]) -> list[float | None]:
    return [number(value) for value in values.tolist()]
