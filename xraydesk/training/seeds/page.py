"""The rows as a table: for a terminal and as a page in Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from typing import Any

import torch

from xraydesk.training.recipes import RECIPES
from xraydesk.training.run_facts import duration
from xraydesk.training.seeds.films import SeedFilms
from xraydesk.training.seeds.pace import Limits
from xraydesk.training.seeds.rows import Row

_HEAD = ("recipe", "data", "pixels", "started from", "weights", "films", "epochs", "time", "AUROC (95 %)",
         "AUROC by study", "accuracy", "F1", "F3", "F3, all called abnormal", "kappa")  # fmt: skip
_NOTHING = "-"


def text_table(rows: Sequence[Row]) -> str:
    """Return the table with aligned columns; what came to nothing stands below it with its reason."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    made = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([*made, *(f"{row.name}: {row.problem}" for row in rows if row.problem)])


def page(rows: Sequence[Row], films: Sequence[SeedFilms], limits: Limits, command: str) -> str:
    """Return the table as a page in Markdown with what must be known to read it."""
    parts = [
        "# Recipes of published reports beside the bundled models",
        _brevity(rows, limits),
        _markdown(rows),
        *(f"`{row.name}` has no figures: {row.problem}" for row in rows if row.problem),
        "## The films",
        *(_judged_on(one, rows) for one in films),
        "## How to read it",
        _HOW,
        "## The recipes",
        "\n".join(f"* `{row.name}`: {RECIPES[row.name].words}" for row in rows if row.name in RECIPES),
        "## How it was made",
        f"{_dates(rows)}, {machine()}. The same command goes on where it was stopped:",
        f"    {command}",
    ]
    return "\n\n".join(parts) + "\n"


def machine() -> str:
    """Return in words what the rows were computed on."""
    device = torch.cuda.get_device_name() if torch.cuda.is_available() else platform.machine()
    threads = torch.get_num_threads()
    return (
        f"{platform.system()}, {device}, {os.cpu_count()} cores of which a run uses {threads}, "
        f"Python {platform.python_version()}, torch {torch.__version__}"
    )


_HOW = """\
* **time**: of a recipe, from reading the films to the finished bundle, without the time that other programs took (on a
  CPU: what each thread computed); of a bundled model, its training alone by the clock on the wall, as its card has it.
* **weights**: numbers in the network. **started from**: "scratch" or a file with weights of another task; networks that
  the reports started from ImageNet weights do worse from scratch.
* **accuracy, F1, F3, kappa**: at each model's own default threshold, chosen on its validation films. AUROC by study:
  the films of a patient are judged together, by the highest probability.
* **F3** weighs a missed illness more than a false alarm. An F3 that is not above that of calling every film abnormal
  says nothing for a network.
* **kappa**: Cohen's on yes and no; where a model gives grades, the quadratic one on grades is added.
* The gate is off: every film is scored in every row."""


def _brevity(rows: Sequence[Row], limits: Limits) -> str:
    few = min((row.films * row.epochs for row in rows if row.figures and not row.ours), default=0)
    return (
        f"Each recipe was given at most {limits.films} films of each class, {limits.epochs} epochs, {limits.size} "
        f"pixels a side where its network takes any size, and about {limits.minutes:g} minutes; the slow networks saw "
        f"as few as {few:,} films in all. The reports had tens of thousands of films and hours, and most started from "
        "ImageNet weights. So a row shows that its recipe works from a folder to figures, and by no means what its "
        "network can reach; the rows of the bundled models are of full runs."
    )


def _judged_on(films: SeedFilms, rows: Sequence[Row]) -> str:
    model = films.kind.model
    ours = next((row for row in rows if row.name == model and row.ours), None)
    said = (
        f"**{films.kind.name}**: all rows are judged on the same {films.judged} films, {films.abnormal} of them with "
        f'"{films.label}", of patients that no recipe saw.'
    )
    if ours is None or ours.made_of_folder is None:
        return f"{said} `{model}` is not in the table."
    if ours.made_of_folder:
        return (
            f"{said} They are validation films of `{model}`: it was not trained on them, but its epoch, calibration "
            "and thresholds were chosen on them, which the other rows did on other films. On films of another hospital "
            "it must be expected to lose more than they show."
        )
    return (
        f"{said} `{model}` was not made of just these films, as their number tells; whether it was trained on some of "
        "them is not known here."
    )


def _markdown(rows: Sequence[Row]) -> str:
    lines = [_HEAD, ["---"] * len(_HEAD), *map(_cells, rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    found = row.figures
    if not found:
        return (row.name, row.data, *[_NOTHING] * (len(_HEAD) - 2))
    return (
        row.name, row.data, str(row.size), row.start or _NOTHING, f"{row.parameters / 1e6:.2f} M", f"{row.films:,}",
        str(row.epochs), duration(row.seconds), _with_interval(found), _figure(row.by_study),
        _figure(found["accuracy"]), _figure(found["f1"]), _figure(found["f3"]),
        _figure(found["f3_everything_abnormal"]), _kappa(found),
    )  # fmt: skip


def _with_interval(found: dict[str, Any]) -> str:
    low, high = found["auroc_ci"]
    return _figure(found["auroc"]) + ("" if low is None else f" ({_figure(low)}-{_figure(high)})")


def _kappa(found: dict[str, Any]) -> str:
    if found["kappa_weights"] != "quadratic":
        return _figure(found["kappa"])
    return f"{_figure(found['kappa_of_yes_and_no'])}, grades {_figure(found['kappa'])}"


def _figure(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float | int) else _NOTHING


def _dates(rows: Sequence[Row]) -> str:
    dates = sorted({row.date for row in rows if row.date})
    return " to ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else ""
