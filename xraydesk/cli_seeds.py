"""``xraydesk seeds``: the recipes of published reports, trained for minutes each, beside the bundled models."""

from __future__ import annotations

import argparse
import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraydesk.cli_settings import add_own_device, own_device_of
from xraydesk.cli_train import count, words
from xraydesk.errors import TrainingError, XraydeskError
from xraydesk.setting_kinds import TRAINING_DEVICES

if TYPE_CHECKING:
    from xraydesk.training.seeds.films import SeedFilms
    from xraydesk.training.seeds.pace import Limits
    from xraydesk.training.seeds.rows import Row, Work

OK, FAILED, INTERRUPTED = 0, 1, 130
WORDS = "Train the recipes of published reports for minutes each and set them beside the bundled models."
_QUICK = ("s1-cp-64", "s2")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("--limbs", type=Path, metavar="DIR", help="labelled films for S1 and S4")
    parser.add_argument("--chest", type=Path, metavar="DIR", help="labelled films for S2, S3 and S5")
    parser.add_argument("--limbs-layout", default="", metavar="NAME", help="how they lie; else found by itself")
    parser.add_argument("--chest-layout", default="", metavar="NAME", help="how they lie; else found by itself")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="for runs and rows; a stopped table in "
                        "it is taken up")  # fmt: skip
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the table as Markdown")
    parser.add_argument("--recipes", nargs="+", default=[], metavar="NAME", help="only these")
    parser.add_argument("--films", type=count, metavar="N", help="at most so many of each class (600)")
    parser.add_argument("--judge", type=count, default=150, metavar="N", help="judge on so many of each class (150)")
    parser.add_argument("--epochs", type=count, metavar="N", help="at most (3)")
    parser.add_argument("--minutes", type=float, metavar="M", help="about so many for each recipe: a slow network gets "
                        "fewer epochs and films (2)")  # fmt: skip
    parser.add_argument("--size", type=count, metavar="N", help="at most so many pixels a side, for networks that "
                        "take any number (128)")  # fmt: skip
    parser.add_argument("--start", type=Path, metavar="DIR", help='holds densenet169.safetensors and the like; or '
                        '"imagenet" for those of torchvision, which are downloaded; else from scratch')  # fmt: skip
    add_own_device(parser, TRAINING_DEVICES, "where to compute")
    parser.add_argument("--quick", action="store_true", help=f"only {' and '.join(_QUICK)}, on 24 films of each class")


def run_seeds(options: argparse.Namespace) -> int:
    """Make the rows one after the other, print the table, write the page; Ctrl-C keeps what was done."""
    folders = {name: folder for name in ("limbs", "chest") if (folder := getattr(options, name))}
    if not folders:
        raise TrainingError("seeds needs films", remedy="Give --limbs, --chest or both")
    from xraydesk.training.seeds.films import KINDS, set_aside
    from xraydesk.training.seeds.page import page, text_table

    _refuse_unknown(options.recipes)
    work = _work(options)
    try:
        films = [
            set_aside(kind, folders[kind.name], options.out, lambda said: print(said, flush=True),
                      layout=getattr(options, f"{kind.name}_layout"), most=options.judge)
            for kind in KINDS if kind.name in folders
        ]  # fmt: skip
        rows = _rows(films, work, options)
    except KeyboardInterrupt:
        print(f"Stopped. What was done is kept in {options.out}; the same command goes on.", file=sys.stderr)
        return INTERRUPTED
    print(f"\n{text_table(rows)}")
    if options.page:
        from xraydesk.triage.export import write_text

        write_text(options.page, page(rows, films, work.limits, _command()))
    return OK if any(row.figures and not row.ours for row in rows) else FAILED


def _rows(films: list[SeedFilms], work: Work, options: argparse.Namespace) -> list[Row]:
    from xraydesk.training.seeds.rows import recipe_row

    wanted = _QUICK if options.quick else options.recipes
    rows = []
    for one in films:
        for name in one.kind.recipes:
            if not wanted or name in wanted:
                print(f"{name}, on {one.kind.name}", flush=True)
                rows.append(recipe_row(name, one, work))
    return rows + [_ours(one, work, options.data_dir) for one in films]


def _ours(films: SeedFilms, work: Work, data_dir: Path) -> Row:
    from xraydesk.inference.bundle import load_bundle
    from xraydesk.training.seeds.rows import Row, model_row
    from xraydesk.triage.models import choose
    from xraydesk.triage.population import refusal

    try:
        bundle = load_bundle(choose(data_dir, films.kind.model).folder)
    except XraydeskError as error:
        return Row(films.kind.model, films.kind.name, ours=True, problem=str(error))
    population = bundle.card.population
    return model_row(bundle, films, replace(work, check_header=lambda header: refusal(header, population)))


def _work(options: argparse.Namespace) -> Work:
    from xraydesk.training.seeds.rows import Work

    return Work(options.out, _limits(options), options.start, own_device_of(options), lambda _header: "", _print)


def _limits(options: argparse.Namespace) -> Limits:
    from xraydesk.training.seeds.pace import Limits

    usual = Limits(films=24, epochs=1, minutes=1, size=64, batch=8) if options.quick else Limits()
    said = {name: getattr(options, name) for name in ("films", "epochs", "minutes", "size")}
    return replace(usual, **{name: value for name, value in said.items() if value is not None})


def _refuse_unknown(names: list[str]) -> None:
    from xraydesk.training.seeds.films import KINDS

    known = [name for kind in KINDS for name in kind.recipes]
    if unknown := [name for name in names if name not in known]:
        raise TrainingError(
            f"No such recipe is compared: {', '.join(unknown)}", remedy=f"There are: {', '.join(known)}"
        )


def _command() -> str:
    return shlex.join(["xraydesk", *sys.argv[1:]])


def _print(row: dict[str, Any]) -> None:
    """Print what is worth a line: epochs and warnings, not every step."""
    if {"warning", "note"} & row.keys() or "accuracy" in row:
        print(f"  {words(row)}", flush=True)
