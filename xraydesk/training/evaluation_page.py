"""An evaluation as one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from string import Template
from typing import Any

import numpy as np

from xraydesk.evaluation.calibration import reliability_curve
from xraydesk.evaluation.curves import pr_curve, roc_curve
from xraydesk.training.cases import Case, probability_of
from xraydesk.training.charts import histogram, line_chart
from xraydesk.training.evaluate import Evaluation
from xraydesk.training.figures import NAMES
from xraydesk.training.pictures import film_with_map, peak_words
from xraydesk.training.scoring import ScoredImage

_WORST = 6
_PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>$title</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; --ink: #1c2126; --soft: #68727c; --grid: #dde2e6; --page: #fff; --a: #1668b8;
  --b: #c4561a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ea; --soft: #98a2ab; --grid: #343b42; --page: #15181b;
  --a: #63b0f4; --b: #f0965a; } }
body { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 1080px;
  margin: 2rem auto; padding: 0 1rem; font-variant-numeric: tabular-nums; }
h1 { font-size: 22px; } h2 { font-size: 17px; margin-top: 2rem; } .soft { color: var(--soft); }
table { border-collapse: collapse; margin: .5rem 0; } th { text-align: left; font-weight: 600; }
td, th { border-bottom: 1px solid var(--grid); padding: 3px 16px 3px 0; vertical-align: top; }
.charts { display: flex; flex-wrap: wrap; gap: 24px; } figure { margin: 0; } .charts figure { width: 316px; }
svg text { font-size: 11px; fill: var(--soft); } .grid { stroke: var(--grid); fill: none; }
.line { fill: none; stroke-width: 2; } .line.a, .dot.a { stroke: var(--a); } .line.b, .dot.b { stroke: var(--b); }
.line.b { stroke-dasharray: 5 3; } .dot { fill: var(--page); stroke-width: 2; } .mark { fill: var(--ink); }
.faint { stroke: var(--soft); stroke-dasharray: 3 3; fill: none; } .bar.a { fill: var(--a); } .bar.b { fill: var(--b); }
.films { display: flex; flex-wrap: wrap; gap: 16px; } .films figure { width: 330px; } .films img { width: 100%; }
figcaption { color: var(--soft); overflow-wrap: anywhere; }
</style></head><body>
<h1>$title</h1>
<p>$about</p>
<h2>Figures</h2>$figures
<div class="charts">$charts</div>
<h2>The card's operating points on these films</h2>$points
<h2>Where the studies stand in the list</h2>$bands
$groups
<h2>Not assessed</h2>$refused
<h2>Errors the model was surest of</h2>$worst
<p class="soft">Research use. Not a diagnosis. $caution</p>
</body></html>
""")
_LEVELS = (("image", "Images"), ("study", "Studies"))


def evaluation_page(evaluation: Evaluation) -> str:
    """Return the page: figures, curves, points, groups, refusals, and the worst errors with their maps."""
    card, data = evaluation.card, evaluation.figures["data"]
    return _PAGE.substitute(
        title=escape(f"{card.title} {card.version} on {evaluation.question.folder.name}"),
        about=_about(evaluation),
        figures=_figures(evaluation),
        charts=_charts(evaluation),
        points=_points(evaluation),
        bands=_bands(evaluation),
        groups=_groups(evaluation),
        refused=_refused(evaluation),
        worst=_worst(evaluation),
        caution=escape(f"{card.not_for} Truth: the label {data['label']!r} of these films."),
    )


def _about(evaluation: Evaluation) -> str:
    data = evaluation.figures["data"]
    split = f", split {data['split']}" if data["split"] else ""
    gate = "What the gate refuses is not assessed." if evaluation.question.gate else "The gate was switched off."
    return escape(
        f"Model {evaluation.card.id} {evaluation.card.version}, output {evaluation.output.name}, weights "
        f"{evaluation.card.weights_sha256[:16]}. Layout {data['layout']}{split}, label {data['label']}. {gate} "
        f"{evaluation.figures['left_out']['files']} files left out."
    )


def _figures(evaluation: Evaluation) -> str:
    levels = [evaluation.figures[name] for name, _ in _LEVELS]
    rows = [[escape(words), *(_with_interval(one, key) for one in levels)] for key, words in NAMES]
    rows.append(["true / false positive, false / true negative", *(_counts(one["confusion"]) for one in levels)])
    return _table(["", *(words for _, words in _LEVELS)], rows)


def _counts(counts: dict[str, int]) -> str:
    return f"{counts['tp']} / {counts['fp']}, {counts['fn']} / {counts['tn']}"


def _with_interval(figures: dict[str, Any], key: str) -> str:
    text = number(figures[key])
    low, high = figures.get(f"{key}_ci") or (None, None)
    return text if low is None or high is None else f"{text} ({number(low)} to {number(high)})"


def number(value: float | None) -> str:
    """Return a figure as text; what these films do not tell is a dash."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _charts(evaluation: Evaluation) -> str:
    levels = [_arrays(cases) for cases in (evaluation.images, evaluation.studies)]
    kinds = ("a", "b")
    rocs = [roc_curve(*one) for one in levels]
    prs = [pr_curve(*one) for one in levels]
    calibrations = [reliability_curve(*one) for one in levels]
    points = evaluation.figures["study"]["operating_points"]
    marks = [
        (name, 1 - p["specificity"], p["sensitivity"])
        for name, p in points.items()
        if p["specificity"] is not None and p["sensitivity"] is not None
    ]
    truth, p = levels[0]
    charts = {
        "ROC; points of the card at study level": line_chart(
            [(k, c.false_positive_rate, c.true_positive_rate) for k, c in zip(kinds, rocs, strict=True)],
            "1 - specificity", "sensitivity", diagonal=True, marks=marks),
        "Precision against recall": line_chart(
            [(k, c.recall, c.precision) for k, c in zip(kinds, prs, strict=True)], "recall", "precision"),
        "Reliability, bins of equal mass": line_chart(
            [(k, c.probability, c.frequency) for k, c in zip(kinds, calibrations, strict=True)],
            "probability said", "frequency found", diagonal=True, dots=True),
        "Probabilities of images: abnormal orange, others blue": histogram(
            [("a", p[~truth]), ("b", p[truth])], "probability"),
    }  # fmt: skip
    drawn = (f"<figure>{svg}<figcaption>{escape(words)}</figcaption></figure>" for words, svg in charts.items())
    return "".join(drawn) + '<p class="soft">Curves: images solid blue, studies dashed orange.</p>'


def _arrays(cases: Sequence[Case]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    known = [case for case in cases if case.probability is not None]
    return np.array([c.truth for c in known], dtype=bool), np.array([c.probability for c in known], dtype=float)


def _points(evaluation: Evaluation) -> str:
    rows = []
    for level, words in _LEVELS:
        for name, point in evaluation.figures[level]["operating_points"].items():
            keys = ("sensitivity", "specificity", "precision", "negative_predictive_value", "share_below")
            rows.append(
                [words, escape(name), number(point["threshold"]), *(_with_interval(point, key) for key in keys)]
            )
    head = ["", "point", "threshold", "sensitivity", "specificity", "precision", "negative pred. value", "share below"]
    return _table(head, rows) if rows else "<p>The card has none.</p>"


def _bands(evaluation: Evaluation) -> str:
    bands = evaluation.figures["study"]["bands"]
    rows = [[band, *(str(count) for count in row.values())] for band, row in bands.items()]
    extra = ["grades two or more off"] if any("gross_errors" in row for row in bands.values()) else []
    return _table(["", "studies", "abnormal", *extra], rows) if rows else "<p>The card has no such points.</p>"


def _groups(evaluation: Evaluation) -> str:
    keys = ("n", "positives", "not_assessed", "auroc", "sensitivity", "specificity")
    parts = []
    for name, values in evaluation.figures["image"]["groups"].items():
        rows = [[escape(value), *(_with_interval(one, key) for key in keys)] for value, one in values.items()]
        head = [name, "assessed", "abnormal", "not assessed", "AUROC", "sensitivity", "specificity"]
        parts.append(f"<h2>Images by {escape(name)}</h2>{_table(head, rows)}")
    return "".join(parts)


def _refused(evaluation: Evaluation) -> str:
    rows = [
        [words, escape(reason), str(count)]
        for level, words in _LEVELS
        for reason, count in evaluation.figures[level]["not_assessed_reasons"].items()
    ]
    rows += [["Files left out", escape(why), str(n)] for why, n in evaluation.figures["left_out"]["reasons"].items()]
    return _table(["", "reason", "count"], rows) if rows else "<p>None.</p>"


def _worst(evaluation: Evaluation) -> str:
    """Show the films whose answer was furthest from the truth, both ways, with what drew the model's eye."""
    known: list[tuple[float, ScoredImage]] = []
    for one in evaluation.scored:
        refused = one.refusal and evaluation.question.gate
        if one.prediction is not None and evaluation.label in one.image.labels and not refused:
            known.append((probability_of(one.prediction, evaluation.output.name), one))
    threshold = evaluation.figures["model"]["threshold"]
    missed = sorted((k for k in known if k[1].image.labels[evaluation.label] and k[0] < threshold), key=lambda k: k[0])
    alarms = sorted((k for k in known if not k[1].image.labels[evaluation.label] and k[0] >= threshold),
                    key=lambda k: -k[0])  # fmt: skip
    return _films("Abnormal, called otherwise", missed, evaluation) + _films("Called abnormal", alarms, evaluation)


def _films(words: str, found: Sequence[tuple[float, ScoredImage]], evaluation: Evaluation) -> str:
    if not found:
        return f"<p>{escape(words)}: none.</p>"
    shown = "".join(_film(p, one, evaluation) for p, one in found[:_WORST])
    return f'<h3>{escape(words)}: {len(found)}, the first {len(found[:_WORST])}</h3><div class="films">{shown}</div>'


def _film(p: float, one: ScoredImage, evaluation: Evaluation) -> str:
    picture = film_with_map(one, evaluation.output.name)
    parts = (f"{p:.3f}", one.image.path.name, peak_words(one, evaluation.output.name) if picture else "")
    caption = ", ".join(part for part in parts if part)
    image = f'<img alt="" src="{picture}">' if picture else ""
    return f"<figure>{image}<figcaption>{escape(caption)}</figcaption></figure>"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are escaped already."""
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>{body}</table>"
