"""The charts of the researcher's report, as SVG made without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import numpy as np

from xraydesk.research.drift import SHARES, Drift, Series
from xraydesk.research.drift_words import week
from xraydesk.research.performance import Curve, PerformanceFigures
from xraydesk.research.points import PointsStudy
from xraydesk.research.subjects import Kind
from xraydesk.research.summary import Summary
from xraydesk.research.why import Why
from xraydesk.training.charts import Axis, line_chart, spanning
from xraydesk.training.page import charts

_MOST_NAMED = 6  # weeks outside the limits, newest first: more names would cover each other


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart: the name of its file, what is seen on it, and the SVG."""

    name: str
    words: str
    svg: str


def figures(summary: Summary) -> list[Figure]:
    """Return all charts of the report."""
    found = summary.performance
    return [*(_curves(found, summary.points) if found.lines else ()), *_weeks(summary.drift)]


def curves(found: PerformanceFigures, study: PointsStudy | Why) -> str:
    """Return ROC, precision against recall, reliability, and what every threshold would miss and spare."""
    drawn = {figure.words: figure.svg for figure in _curves(found, study)}
    return charts(drawn) if drawn else "<p>There is no curve to draw.</p>"


def drift(found: Drift) -> str:
    """Return a chart for each measure that has values."""
    drawn = {figure.words: figure.svg for figure in _weeks(found)}
    missing = [f"{series.measure}: {series.why}." for series in found.series if series.chart is None]
    return (charts(drawn) if drawn else "") + "".join(f"<p>{escape(sentence)}</p>" for sentence in missing)


def _curves(found: PerformanceFigures, study: PointsStudy | Why) -> Iterator[Figure]:
    if found.roc:
        yield Figure(
            "roc",
            "ROC. Model solid blue, readers' ratings dashed orange; points: the model's operating points",
            line_chart([_line(c) for c in found.roc], Axis("1 - specificity"), Axis("sensitivity"), diagonal=True,
                       marks=_points(found)),
        )  # fmt: skip
        lines = [_line(c) for c in found.precision_recall]
        yield Figure(
            "precision-recall", "Precision against recall", line_chart(lines, Axis("recall"), Axis("precision"))
        )
    if found.reliability is not None:
        bins = found.reliability
        chart = line_chart([("a", bins.probability, bins.frequency)], Axis("probability said"),
                           Axis("frequency found"), diagonal=True, dots=True)  # fmt: skip
        yield Figure("reliability", "Reliability of the model, bins of equal mass", chart)
    if isinstance(study, PointsStudy):
        words = "Below each threshold: normal studies solid blue, abnormal ones dashed orange"
        yield Figure("thresholds", words, _below(study))


def _below(study: PointsStudy) -> str:
    sweep = study.sweep
    top = spanning("studies", sweep.true_negative, sweep.false_negative, [0], least=1)
    lines = [("a", sweep.threshold, sweep.true_negative), ("b", sweep.threshold, sweep.false_negative)]
    return line_chart(lines, Axis("threshold"), top)


def _weeks(found: Drift) -> Iterator[Figure]:
    for series in found.series:
        if series.chart is not None:
            name = "weeks-" + str(series.measure).replace(" ", "-")
            yield Figure(name, _caption(series), _drift(series, found))


def _line(curve: Curve) -> tuple[str, np.ndarray, np.ndarray]:
    return "a" if curve.subject.kind is Kind.MODEL else "b", curve.x, curve.y


def _points(found: PerformanceFigures) -> list[tuple[str, float, float]]:
    return [
        (one.subject.detail, 1 - one.figures.specificity.value, one.figures.sensitivity.value)
        for one in found.lines if one.subject.kind is Kind.MODEL and one.figures is not None
    ]  # fmt: skip


def _caption(series: Series) -> str:
    words = str(series.measure)
    if not series.judged:
        return f"{words[:1].upper()}{words[1:]}. {series.why}."
    return f"{words[:1].upper()}{words[1:]}: solid blue; limits: dashed orange; weeks outside by their date"


def _drift(series: Series, found: Drift) -> str:
    chart = series.chart
    assert chart is not None
    number = np.arange(len(found.weeks), dtype=np.float64)
    value = np.where(chart.known, chart.value, np.nan)
    lines = [("a", number, value)]
    if chart.enough:
        lines += [("b", number, np.where(chart.known, edge, np.nan)) for edge in (chart.lower, chart.upper)]
    most = 1.0 if series.measure in SHARES else np.inf
    y = spanning(str(series.measure), *(line for _, _, line in lines), most=most)
    x = spanning(f"weeks from {week(found.weeks[0])}", number, least=1)
    out = np.flatnonzero(chart.out)[::-1][:_MOST_NAMED]
    return line_chart(lines, x, y, marks=[(week(found.weeks[n]), number[n], value[n]) for n in out])
