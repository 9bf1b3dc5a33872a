"""``xraydesk evaluate``: what a model is worth on labelled films."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraydesk.cli_settings import add_device, device_of

if TYPE_CHECKING:
    from xraydesk.inference.bundle import Bundle
    from xraydesk.training.evaluate import Evaluation, Question

OK, FAILED = 0, 1
WORDS = "Measure a model on labelled films, image by image and study by study."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("model", metavar="MODEL_OR_BUNDLE", help="an installed model's id, or a folder with card.json")
    parser.add_argument("folder", type=Path, metavar="DIR", help="labelled films")
    parser.add_argument("--layout", default="", metavar="NAME", help="mura, nih, listed, kermany, graded, dicom, csv, "
                        "folders; told by the folder where it is clear")  # fmt: skip
    parser.add_argument("--split", default="", metavar="NAME", help="only this part of the set")
    parser.add_argument("--label", default="", metavar="NAME", help="which label of the set is the truth")
    parser.add_argument("--table", type=Path, metavar="CSV", help="the table of labels, where it lies elsewhere")
    parser.add_argument("--columns", nargs="+", default=[], metavar="WHAT=COLUMN", help="which columns of the table to "
                        "take: key, findings, labels (joined with +), patient, study, age, sex, view, split, group, "
                        "source, maker")  # fmt: skip
    parser.add_argument("--corrections", type=Path, metavar="FILE", help="CSV of labels to take in place of those of "
                        "the films, as the researcher's tab writes it")  # fmt: skip
    parser.add_argument("--compare", metavar="MODEL_OR_BUNDLE", help="score the same films with another model and "
                        "tell whether the difference is more than chance")  # fmt: skip
    parser.add_argument("--json", metavar="FILE", help="write all figures as JSON; - for standard output, alone there")
    parser.add_argument("--per-image", type=Path, metavar="FILE", help="write one line an image as CSV")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write a page with curves and the worst errors")
    parser.add_argument("--no-gate", action="store_true", help="score what the model's gate would refuse")
    add_device(parser)


def run_evaluate(options: argparse.Namespace) -> int:
    """Score, measure, write what was asked for."""
    from xraydesk.training.compare import compared
    from xraydesk.training.evaluate import unassessed_words

    bundle, other = _bundle(options.model, options), _bundle(options.compare, options) if options.compare else None
    found = _evaluated(bundle, _question(options), options)
    if other is not None:  # against the same truth, whatever the other model's own label is
        found = compared(found, _evaluated(other, replace(found.question, label=found.label), options))
    _write(found, options)
    if options.json != "-":
        print("\n".join(summary(found.figures)))
    words = unassessed_words(found)
    if words:
        print(f"xraydesk: {words}", file=sys.stderr)
    return FAILED if words else OK


def _bundle(model: str, options: argparse.Namespace) -> Bundle:
    from xraydesk.inference.bundle import load_bundle
    from xraydesk.training.evaluate import model_folder
    from xraydesk.triage.models import choose
    from xraydesk.triage.operating import held_in

    folder = model_folder(model, lambda name: choose(options.data_dir, name).folder)
    bundle = load_bundle(folder)
    if folder == Path(model):  # a folder is measured as it is
        return bundle
    return replace(bundle, card=held_in(options.data_dir, bundle.card))


def _evaluated(bundle: Bundle, question: Question, options: argparse.Namespace) -> Evaluation:
    """Measure one model; what it fell back on is told on standard error."""
    from xraydesk.training.evaluate import evaluate
    from xraydesk.triage.population import refusal

    population = bundle.card.population
    found = evaluate(bundle, question, device_of(options), lambda header: refusal(header, population), _progress)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    for notice in found.figures["notices"]:
        print(notice, file=sys.stderr)
    return found


def summary(figures: dict[str, Any]) -> list[str]:
    """Return the figures as lines for a terminal."""
    from xraydesk.training.compare import comparison_lines
    from xraydesk.training.figures import NAMES

    model, data = figures["model"], figures["data"]
    lines = [
        f"{model['id']} {model['version']}, output {model['output']}, against {data['label']} ({data['layout']})",
        f"operating points: {model['operating_points']}",
        f"{'':32}{'images':>26}{'studies':>26}",
    ]
    for key, words in NAMES:
        lines.append(f"{words:32}" + "".join(f"{_figure(figures[level], key):>26}" for level in ("image", "study")))
    for name, point in figures["study"]["operating_points"].items():
        lines.append(
            f"{name} at {point['threshold']:.3f}: sensitivity {_figure(point, 'sensitivity')}, "
            f"specificity {_figure(point, 'specificity')}, below it {_number(point['share_below'])} of the studies"
        )
    for band, row in figures["study"]["bands"].items():
        lines.append(f"studies {band}: {row['n']}, of them abnormal {row['positives']}")
    lines += _groups(figures["image"]["groups"])
    lines += comparison_lines(figures)
    lines += data.get("corrections", {}).get("words", [])
    for reason, count in figures["image"]["not_assessed_reasons"].items():
        lines.append(f"not assessed: {count} x {reason}")
    for reason, count in figures["left_out"]["reasons"].items():
        lines.append(f"left out: {count} x {reason}")
    return lines


def _groups(groups: dict[str, Any]) -> list[str]:
    """Return what the images of each maker, view, age... give; of few a figure can be far off."""
    from xraydesk.training.figures import GROUPS

    lines = []
    for name, values in groups.items():
        words = GROUPS.get(name, name)
        lines += [
            f"images, {words} {value}: {one['n']}, abnormal {one['positives']}, AUROC {_figure(one, 'auroc')}, "
            f"sensitivity {_figure(one, 'sensitivity')}, specificity {_figure(one, 'specificity')}"
            f"{', few' if one['few'] else ''}"
            for value, one in values.items()
        ]
    return lines


def _figure(figures: dict[str, Any], key: str) -> str:
    low, high = figures.get(f"{key}_ci") or (None, None)
    text = _number(figures[key])
    return text if low is None or high is None else f"{text} ({_number(low)}-{_number(high)})"


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def _question(options: argparse.Namespace) -> Question:
    from xraydesk.training.evaluate import Question
    from xraydesk.training.importers.layouts import Options

    table = Options(columns_named(options.columns), options.table)
    return Question(
        options.folder,
        options.layout,
        options.split,
        options.label,
        gate=not options.no_gate,
        options=table,
        corrections=options.corrections,
    )


def columns_named(pairs: list[str]) -> dict[str, str]:
    """Read ["key=File", "labels=Mass+Nodule"]; TrainingError where one names no column."""
    from xraydesk.errors import TrainingError

    for pair in pairs:
        if "=" not in pair:
            raise TrainingError(f'"{pair}" names no column', remedy="Write it as key=File or labels=Mass+Nodule")
    return {what: column for what, _, column in (pair.partition("=") for pair in pairs)}


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{done:,} of {of:,} images", end="", file=sys.stderr, flush=True)


def _write(found: Evaluation, options: argparse.Namespace) -> None:
    from xraydesk.training.evaluate import per_image_csv
    from xraydesk.training.evaluation_page import evaluation_page
    from xraydesk.triage.export import write_text

    if options.json:
        text = json.dumps(found.figures, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
        if options.json == "-":
            sys.stdout.write(text)
        else:
            write_text(Path(options.json), text)
    if options.per_image:
        write_text(options.per_image, per_image_csv(found))
    if options.report:
        write_text(options.report, evaluation_page(found))
