"""Parts of the page of a training run that tell what the model stands up to: stress, shortcut cues, the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from xraydesk.inference.card import ModelCard, PointName
from xraydesk.training import page
from xraydesk.training.charts import row_chart, spanning
from xraydesk.training.page import number, with_interval

_CHARTED = (PointName.RULE_OUT, PointName.DEFAULT)
_CLEAN = "clean"


def stress(rows: Mapping[str, Mapping[str, float | None]]) -> str:
    """Return charts and table of the figures under each stress, thresholds left as they are."""
    columns = list(next(iter(rows.values())))
    cells = [[escape(name), *(number(row[column]) for column in columns)] for name, row in rows.items()]
    head = ["stress", *(stress_column(column) for column in columns)]
    about = "The same films changed as scanners, archives and tired hands change them; thresholds left as they are."
    return f"<p>{about} {_worst(rows)}</p>{page.charts(_stress_charts(rows))}{page.table(head, cells)}"


def stress_column(name: str) -> str:
    """Return the name of a stress figure as people read it: "sensitivity, rule-out"."""
    measure, _, point = name.partition("_")
    if name == "quadratic_kappa":
        return "quadratic kappa"
    return f"{measure}, {point}" if point else measure.upper()


def _worst(rows: Mapping[str, Mapping[str, float | None]]) -> str:
    areas = {name: area for name, row in rows.items() if name != _CLEAN and (area := row["auroc"]) is not None}
    if not areas:
        return ""
    name = min(areas, key=lambda one: areas[one])
    return (
        f"The AUROC falls lowest under {escape(name)}: {number(areas[name])}, {number(rows[_CLEAN]['auroc'])} without."
    )


def _stress_charts(rows: Mapping[str, Mapping[str, float | None]]) -> dict[str, str]:
    def of(column: str) -> list[float]:
        return [float("nan") if (value := row[column]) is None else value for row in rows.values()]

    names, areas = list(rows), of("auroc")
    drawn = {"AUROC under each stress": row_chart(names, [("a", areas)], spanning("AUROC", areas, most=1))}
    for point in _CHARTED:
        pair = [of(f"{measure}_{point}") for measure in ("sensitivity", "specificity")]
        words = f"At {point}: sensitivity blue rings, specificity orange squares"
        drawn[words] = row_chart(names, list(zip("ab", pair, strict=True)), spanning("share", *pair, most=1))
    return drawn


def cues(results: Mapping[str, Any]) -> str:
    """Return what separates the classes without anatomy, and the AUROC within groups of like sharpness."""
    area = results["auroc"]
    alone = [[escape(name), number(value)] for name, value in results["cues_alone"].items()]
    alone.append(["<strong>the model</strong>", with_interval(area["value"], area["low"], area["high"])])
    return (
        "<p>What separates the classes without looking at anatomy, each alone, beside the model (AUROC).</p>"
        f"{page.table(['', 'AUROC'], alone)}<h3>Within groups of like sharpness</h3>"
        f"{_sharpness(results['auroc_by_sharpness'])}"
    )


def _sharpness(groups: Sequence[Mapping[str, Any]]) -> str:
    rows = [
        [
            f"{group['sharpness_from']:.1f} to {group['sharpness_to']:.1f}",
            str(group["films"]),
            str(group["abnormal"]),
            with_interval(group["auroc"], group["low"], group["high"]),
            number(group["sharpness_alone"]),
        ]
        for group in groups
    ]
    return page.table(["sharpness", "films", "abnormal", "AUROC of the model", "of sharpness alone"], rows)


def gate(figures: Mapping[str, Mapping[str, Any]], card: ModelCard) -> str:
    """Return which share of each kind of films the gate refuses."""
    rows = [[escape(name), str(row["films"]), f"{row['refused']:.1%}"] for name, row in figures.items()]
    chosen = card.gate.words[:1].upper() + card.gate.words[1:]
    words = f"{chosen}. Films of other kinds kept aside were not used in training the gate."
    return f"<p>{escape(words)}</p>{page.table(['films of', 'films', 'refused'], rows)}"
