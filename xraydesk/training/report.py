"""The card as a page to read: what the model is for, what it was measured at, what it stands up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from xraydesk.inference.card import ModelCard, Rate
from xraydesk.training.robustness_page import stress_column


def card_page(card: ModelCard) -> str:
    """Return the card as Markdown."""
    parts = [
        f"# {card.title} {card.version} (`{card.id}`)",
        f"**For:** {card.intended_use}",
        f"**Not for:** {card.not_for}",
        f"Network `{card.architecture}`, weights sha256 `{card.weights_sha256}`. Licence of the weights: "
        f"{card.licence}. {card.attribution}",
        "## Operating points",
        points_words(card),
        _points(card),
        *_results(card.results),
        "## How it was made",
        _training(card.training),
    ]
    return "\n\n".join(parts) + "\n"


def points_words(card: ModelCard) -> str:
    """Say what the thresholds are, and which films the figures beside them are of."""
    films = card.results.get("points_chosen_on", "validation films")
    return f"Thresholds on the calibrated probability, with what they gave on {films} (95 % Wilson intervals)."


def _points(card: ModelCard) -> str:
    rows = [
        (point.name, f"{point.threshold:.3f}", _rate(point.sensitivity), _rate(point.specificity))
        for point in card.abnormal.operating_points
    ]
    return _table(("point", "threshold", "sensitivity", "specificity"), rows)


def _results(results: dict[str, Any]) -> list[str]:
    area = results["auroc"]
    figures = [
        ("AUROC (DeLong)", f"{area['value']:.4f} ({area['low']:.4f} to {area['high']:.4f})"),
        ("expected calibration error", f"{results['ece']:.3f}"),
        ("Brier score", f"{results['brier']:.3f}"),
    ]
    return [
        "## Figures",
        f"On {results['films']} films, {results['abnormal']} of them abnormal: {results['measured_on']}.",
        _table(("figure", "value"), figures),
        "## Beyond the shortcut cues",
        "What separates the classes without looking at anatomy, each alone: "
        + ", ".join(f"{name} {value:.3f}" for name, value in results["cues_alone"].items())
        + " (AUROC). Within groups of like sharpness the model keeps:",
        _sharpness(results["auroc_by_sharpness"]),
        *_grades(results),
        "## Under stress",
        "The same films changed as scanners, archives and tired hands change them; thresholds left as they are.",
        _stress(results["stress"]),
        "## The gate",
        "Share of films that it refuses. Films of other kinds kept aside were not used in training the gate.",
        _table(
            ("films of", "n", "refused"),
            [(name, str(row["films"]), f"{row['refused']:.1%}") for name, row in results["gate"].items()],
        ),
    ]


def _grades(results: dict[str, Any]) -> list[str]:
    """Return what a model for grades gives of them; nothing for one of yes and no."""
    if "grades_confusion" not in results:
        return []
    matrix = results["grades_confusion"]
    gross = ", ".join(f"{band} {count}" for band, count in results["gross_errors"].items())
    steps = ", ".join(f"{name}: {_figure(area)}" for name, area in results["auroc_of_steps"].items())
    return [
        "## Grades",
        f"Quadratic kappa {_figure(results['quadratic_kappa'])}. Errors of two grades or more, by where the film "
        f"stands in the list: {gross}. AUROC of the steps: {steps}. Rows are the truth, columns the answers:",
        _table(
            ("grade", *map(str, range(len(matrix)))),
            [(str(grade), *map(str, row)) for grade, row in enumerate(matrix)],
        ),
    ]


def _sharpness(groups: Sequence[dict[str, Any]]) -> str:
    rows = [
        (
            f"{g['sharpness_from']:.1f} to {g['sharpness_to']:.1f}",
            str(g["films"]),
            str(g["abnormal"]),
            _figure(g["auroc"]),
            f"{_figure(g['low'])} to {_figure(g['high'])}",
            _figure(g["sharpness_alone"]),
        )
        for g in groups
    ]
    return _table(("sharpness", "films", "abnormal", "AUROC of the model", "95 %", "of sharpness alone"), rows)


def _stress(stress: dict[str, dict[str, Any]]) -> str:
    names = list(next(iter(stress.values())))
    rows = [(name, *(_figure(row[column]) for column in names)) for name, row in stress.items()]
    return _table(("stress", *(stress_column(column) for column in names)), rows)


def _training(training: dict[str, Any]) -> str:
    films = training["films"]
    others = training.get("joined", 1) - 1
    beside = (
        f"; beside it the best epochs of {others} more {'runs of other seeds' if others > 1 else 'run of another seed'}"
        if others
        else ""
    )
    return (
        f"{films['training']} films for training and {films['validation']} for validation, no patient in both; "
        f"started from {training['started_from']}; kept: {training['chosen']['weights']} (best epoch "
        f"{training['best_epoch'] + 1} of {training['recipe']['epochs']}), chosen by AUROC under stress{beside}; "
        f"torch {training['torch']}; "
        f"{training['date']}. The recipe is `xraydesk/training/recipes/`; `card.json` holds every setting."
    )


def _rate(rate: Rate) -> str:
    return f"{rate.value:.3f} ({rate.low:.3f} to {rate.high:.3f})"


def _figure(value: float | None) -> str:
    return "not measurable" if value is None else f"{value:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
