"""An evaluation as one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np

from xraydesk.training import page
from xraydesk.training.cases import Case, probability_of
from xraydesk.training.compare import comparison_lines
from xraydesk.training.curve_charts import Answered, curve_charts
from xraydesk.training.evaluate import Evaluation
from xraydesk.training.figures import GROUPS, NAMES
from xraydesk.training.page import number, table
from xraydesk.training.pictures import film_with_map, peak_words
from xraydesk.training.scoring import ScoredImage

_WORST = 6
_LEVELS = (("image", "Images"), ("study", "Studies"))


def evaluation_page(evaluation: Evaluation) -> str:
    """Return the page: figures, curves, points, groups, refusals, and the worst errors with their maps."""
    card, data = evaluation.card, evaluation.figures["data"]
    return page.document(
        f"{card.title} {card.version} on {evaluation.question.folder.name}",
        [
            f"<p>{_about(evaluation)}</p>",
            f"<h2>Figures</h2>{_figures(evaluation)}{_charts(evaluation)}",
            *(f"<p>{escape(line)}</p>" for line in comparison_lines(evaluation.figures)),
            f"<h2>The card's operating points on these films</h2>{_points(evaluation)}",
            f"<h2>Where the studies stand in the list</h2>{_bands(evaluation)}",
            _groups(evaluation),
            f"<h2>Not assessed</h2>{_refused(evaluation)}",
            f"<h2>Errors the model was surest of</h2>{_worst(evaluation)}",
            f'<footer class="soft">Research use. Not a diagnosis. {escape(card.not_for)} Truth: the label '
            f"{escape(repr(data['label']))} of these films.</footer>",
        ],
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
    return table(["", *(words for _, words in _LEVELS)], rows)


def _counts(counts: dict[str, int]) -> str:
    return f"{counts['tp']} / {counts['fp']}, {counts['fn']} / {counts['tn']}"


def _with_interval(figures: dict[str, Any], key: str) -> str:
    return page.with_interval(figures[key], *(figures.get(f"{key}_ci") or (None, None)))


def _charts(evaluation: Evaluation) -> str:
    points = evaluation.figures["study"]["operating_points"]
    marks = [
        (name, p["sensitivity"], p["specificity"])
        for name, p in points.items()
        if p["specificity"] is not None and p["sensitivity"] is not None
    ]
    captions = (
        "ROC; points of the card at study level",
        "Precision against recall",
        "Reliability, bins of equal mass",
        "Probabilities of images: abnormal orange, others blue",
    )
    levels = {"a": _arrays(evaluation.images), "b": _arrays(evaluation.studies)}
    charts = page.charts(curve_charts(levels, marks, captions))
    return charts + '<p class="soft">Curves: images solid blue, studies dashed orange.</p>'


def _arrays(cases: Sequence[Case]) -> Answered:
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
    return table(head, rows) if rows else "<p>The card has none.</p>"


def _bands(evaluation: Evaluation) -> str:
    bands = evaluation.figures["study"]["bands"]
    rows = [[band, *(str(count) for count in row.values())] for band, row in bands.items()]
    extra = ["grades two or more off"] if any("gross_errors" in row for row in bands.values()) else []
    return table(["", "studies", "abnormal", *extra], rows) if rows else "<p>The card has no such points.</p>"


def _groups(evaluation: Evaluation) -> str:
    keys = ("n", "positives", "not_assessed", "auroc", "sensitivity", "specificity")
    parts = []
    for name, values in evaluation.figures["image"]["groups"].items():
        rows = [
            [escape(value), *(_with_interval(one, key) for key in keys), "few" if one["few"] else ""]
            for value, one in values.items()
        ]
        words = GROUPS.get(name, name)
        head = [words, "assessed", "abnormal", "not assessed", "AUROC", "sensitivity", "specificity", ""]
        parts.append(f"<h2>Images by {escape(words)}</h2>{table(head, rows)}")
    return "".join(parts)


def _refused(evaluation: Evaluation) -> str:
    rows = [
        [words, escape(reason), str(count)]
        for level, words in _LEVELS
        for reason, count in evaluation.figures[level]["not_assessed_reasons"].items()
    ]
    rows += [["Files left out", escape(why), str(n)] for why, n in evaluation.figures["left_out"]["reasons"].items()]
    return table(["", "reason", "count"], rows) if rows else "<p>None.</p>"


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
    shown = page.films(_film(p, one, evaluation) for p, one in found[:_WORST])
    return f"<h3>{escape(words)}: {len(found)}, the first {len(found[:_WORST])}</h3>{shown}"


def _film(p: float, one: ScoredImage, evaluation: Evaluation) -> tuple[str, str]:
    picture = film_with_map(one, evaluation.output.name, evaluation.card.input)
    parts = (f"{p:.3f}", one.image.path.name, peak_words(one, evaluation.output.name) if picture else "")
    return picture, ", ".join(part for part in parts if part)
