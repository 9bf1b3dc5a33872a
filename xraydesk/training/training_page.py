"""A training run as one HTML file that needs nothing beside it: what was trained, how it went, what came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import inf, nan
from typing import Any

from xraydesk.evaluation.classification import Confusion, confusion
from xraydesk.inference.card import ModelCard, PointName, Rate
from xraydesk.inference.preprocess import seen
from xraydesk.training import page
from xraydesk.training.charts import line_chart, spanning
from xraydesk.training.curve_charts import curve_charts
from xraydesk.training.judged import Judged, judge, map_of, surest
from xraydesk.training.page import number, with_interval
from xraydesk.training.pictures import film_beside_map, in_logits, judged_part
from xraydesk.training.prepare import Sources
from xraydesk.training.report import points_words
from xraydesk.training.robustness_page import cues, gate, stress
from xraydesk.training.run import TrainedRun
from xraydesk.training.run_facts import run_facts

_EACH = 4  # films of each truth and answer
_NOTICE = "This page shows films that the model was made with. If they are patients' films, it must not leave the site."
_COURSES = (  # words, solid and dashed line, where the axis ends
    ("Loss: training solid blue, validation dashed orange", "loss", "validation_loss", inf),
    ("AUROC on validation: plain solid blue, mean with stress dashed orange", "auroc_clean", "robust_auroc", 1.0),
    ("Quadratic kappa of grades on validation", "kappa", "", 1.0),
)
_MEASURES = ("sensitivity", "specificity")


@dataclass(frozen=True, slots=True)
class Warned:
    """A watchdog's sentence, and the epoch, from 0, it was said in; None for before and after them."""

    words: str
    epoch: int | None = None


def training_page(run: TrainedRun, card: ModelCard, sources: Sources, warned: Sequence[Warned]) -> str:
    """Return the page of a finished run; its figures are those of the card, all of validation films."""
    judged = judge(run, card)
    results = card.results
    return page.document(
        f"{card.title} {card.version}: how it was trained",
        [
            f'<p class="notice">{escape(_NOTICE)}</p>',
            f"<p>{escape(card.intended_use)}</p>",
            _key(card),
            f"<h2>Warnings</h2>{_warnings(warned, results)}",
            f"<h2>What was trained</h2>{page.facts(run_facts(run, card, sources))}",
            f"<h2>Course</h2>{_course(run.facts['history'], run.facts['best_epoch'])}",
            f"<h2>Validation films</h2>{_figures(card, judged)}",
            f"<h2>Operating points</h2>{_points(card)}",
            f"<h2>Under stress</h2>{stress(results['stress'])}",
            f"<h2>Beyond the shortcut cues</h2>{cues(results)}",
            f"<h2>The gate</h2>{gate(results['gate'], card)}",
            f"<h2>Answers the model was surest of</h2>{_films(run, card, judged)}",
            f'<footer class="soft">Research use. Not a diagnosis. {escape(card.not_for)}</footer>',
        ],
    )


def _key(card: ModelCard) -> str:
    """Return the figures that people look for first."""
    area, low = card.results["auroc"], card.abnormal.point(PointName.RULE_OUT)
    shown = {
        f"AUROC ({number(area['low'])} to {number(area['high'])})": number(area["value"]),
        "sensitivity at rule-out": number(low.sensitivity.value),
        "specificity at rule-out": number(low.specificity.value),
        "calibration error": number(card.results["ece"]),
    }
    if "quadratic_kappa" in card.results:
        shown["quadratic kappa of grades"] = number(card.results["quadratic_kappa"])
    boxes = (f"<div><strong>{value}</strong>{escape(name)}</div>" for name, value in shown.items())
    return f'<div class="key">{"".join(boxes)}</div>'


def _warnings(warned: Sequence[Warned], results: dict[str, Any]) -> str:
    last = dict.fromkeys([one.words for one in warned if one.epoch is None] + results["warnings"])
    way = [f"Epoch {one.epoch + 1}: {one.words}" for one in warned if one.epoch is not None]
    if not last and not way:
        return "<p>None.</p>"
    parts = (_list(last), f"<h3>On the way</h3>{_list(way)}" if way else "")
    return "".join(parts)


def _list(sentences: Sequence[str] | dict[str, None]) -> str:
    items = "".join(f"<li>{escape(words)}</li>" for words in sentences)
    return f'<ul class="warnings">{items}</ul>' if items else "<p>None of the finished model.</p>"


def _course(history: Sequence[dict[str, Any]], best: int) -> str:
    epochs = [row["epoch"] + 1 for row in history]
    across = spanning("epoch", epochs, least=1)
    drawn = {}
    for words, solid, dashed, most in _COURSES:
        lines = [(kind, [row.get(name, nan) for row in history]) for kind, name in zip("ab", (solid, dashed),
                 strict=True) if any(name in row for row in history)]  # fmt: skip
        if lines:
            name = words.partition(":")[0]
            marks = [("best epoch", best + 1, lines[-1][1][best])]
            drawn[words] = line_chart(
                [(kind, epochs, values) for kind, values in lines],
                across, spanning(name, *(values for _, values in lines), most=most), marks=marks, dots=True,
            )  # fmt: skip
    return page.charts(drawn)


def _figures(card: ModelCard, judged: Judged) -> str:
    results, area = card.results, card.results["auroc"]
    about = f"{results['films']} films, {results['abnormal']} of them abnormal: {results['measured_on']}."
    captions = (
        f"ROC with the card's points; AUROC {with_interval(area['value'], area['low'], area['high'])}, DeLong",
        "Precision against recall",
        f"Reliability in bins of equal mass; calibration error {number(results['ece'])}, Brier score "
        f"{number(results['brier'])}; calibrated for {results['calibrated_for']}",
        "Probabilities: abnormal orange, others blue",
    )
    marks = [(p.name, (at := _at(judged, p.threshold)).recall, at.specificity) for p in card.abnormal.operating_points]
    charts = curve_charts({"a": (judged.truth, judged.probability)}, marks, captions) | _confusion(card, judged)
    return f"<p>{escape(about)}</p>{page.charts(charts)}{_grades(results)}"


def _confusion(card: ModelCard, judged: Judged) -> dict[str, str]:
    found = _at(judged, card.abnormal.point(PointName.DEFAULT).threshold)
    rows = [
        ("abnormal", (found.true_positive, found.false_negative)),
        ("not abnormal", (found.false_positive, found.true_negative)),
    ]
    right = f"{found.true_positive + found.true_negative} of {found.n} right, accuracy {number(found.accuracy)}"
    counts = page.counts(rows, ("called abnormal", "called not"))
    return {f"Confusion at the default point: {right}": counts}


def _at(judged: Judged, threshold: float) -> Confusion:
    return confusion(judged.truth, judged.probability >= threshold)


def _grades(results: dict[str, Any]) -> str:
    """Return the confusion of grades, for a model that gives them."""
    if "grades_confusion" not in results:
        return ""
    matrix = results["grades_confusion"]
    rows = [(f"grade {grade}", row) for grade, row in enumerate(matrix)]
    gross = ", ".join(f"{band} {count}" for band, count in results["gross_errors"].items())
    steps = ", ".join(f"{escape(name)}: {number(area)}" for name, area in results["auroc_of_steps"].items())
    return (
        f"<h3>Grades</h3>{page.counts(rows, [f'called {grade}' for grade in range(len(matrix))])}"
        f"<p>Quadratic kappa {number(results['quadratic_kappa'])}. Errors of two grades or more, by where the film "
        f"stands in the list: {gross}. AUROC of the steps: {steps}.</p>"
    )


def _points(card: ModelCard) -> str:
    rows = [
        [escape(point.name), number(point.threshold), *(_rate(getattr(point, name)) for name in _MEASURES)]
        for point in card.abnormal.operating_points
    ]
    return f"<p>{escape(points_words(card))}</p>{page.table(['point', 'threshold', *_MEASURES], rows)}"


def _rate(rate: Rate) -> str:
    return with_interval(rate.value, rate.low, rate.high)


def _films(run: TrainedRun, card: ModelCard, judged: Judged) -> str:
    """Show the surest wrong and right answers of each class at the default point, with what drew the model's eye."""
    threshold = card.abnormal.point(PointName.DEFAULT).threshold
    parts = ["<p>At the default point. Left the film as the network sees it, right the places that speak for "
             f"{escape(card.abnormal.name)}; full colour stands for 4 logits or more.</p>"]  # fmt: skip
    for words, abnormal, called in (
        ("Wrong: abnormal, called not abnormal", True, False),
        ("Wrong: not abnormal, called abnormal", False, True),
        ("Right: abnormal, called abnormal", True, True),
        ("Right: not abnormal, called not abnormal", False, False),
    ):
        rows = surest(judged, threshold, abnormal=abnormal, called=called)
        parts.append(f"<h3>{words}: {len(rows) or 'none'}</h3>")
        parts.append(page.films(_film(run, judged, int(row)) for row in rows[:_EACH]))
    return "".join(parts)


def _film(run: TrainedRun, judged: Judged, row: int) -> tuple[str, str]:
    raw = map_of(run.net, judged.films[row], run.recipe.input)
    words = [f"probability {judged.probability[row]:.3f}", judged.images[row].path.name, in_logits(float(raw.max()))]
    if judged.grades is not None and judged.given is not None:
        words.insert(1, f"grade {judged.grades[row]}, called {judged.given[row]}")
    return film_beside_map(judged_part(judged.films[row], seen(run.recipe.input)), raw), ", ".join(words)
