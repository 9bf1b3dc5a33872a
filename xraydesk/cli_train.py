"""``xraydesk train``: a recipe and labelled films become a model bundle."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xraydesk.cli_settings import add_own_device, own_device_of
from xraydesk.errors import Cancelled, TrainingError, XraydeskError
from xraydesk.setting_kinds import TRAINING_DEVICES

if TYPE_CHECKING:
    from xraydesk.training.brake import Brake
    from xraydesk.training.recipe import Recipe
    from xraydesk.training.run import Sources

OK, INTERRUPTED = 0, 130
WORDS = "Train a model by a recipe, or list the recipes."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("recipe", nargs="?", default="", metavar="RECIPE", help="its name; --list shows all")
    parser.add_argument("--list", action="store_true", help="list the recipes, one line each")
    parser.add_argument("--data", type=Path, metavar="DIR", help="labelled films")
    parser.add_argument("--others", type=Path, nargs="+", action="extend", default=[], metavar="DIR",
                        help="films of other kinds, which the model shall learn to refuse")  # fmt: skip
    parser.add_argument("--start", type=Path, metavar="FILE", help='weights to start from, or "imagenet" for those of '
                        "torchvision, which are downloaded; else from scratch")  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="DIR", help="for checkpoints, bundle, card and report; a stopped "
                        "run in it is taken up")  # fmt: skip
    parser.add_argument("--layout", default="", metavar="NAME", help="how the labelled films lie; else found by itself")
    parser.add_argument("--label", default="", metavar="NAME", help="what to learn; else as the recipe says")
    parser.add_argument("--table", type=Path, metavar="CSV", help="the table of labels, where it lies elsewhere")
    parser.add_argument("--columns", nargs="+", default=[], metavar="WHAT=COLUMN", help="which columns of the table to "
                        "take, as for evaluate")  # fmt: skip
    parser.add_argument("--exclude", type=Path, metavar="FILE", help="CSV of films to leave out, by content_hash or "
                        "path, with a reason")  # fmt: skip
    parser.add_argument("--corrections", type=Path, metavar="FILE", help="CSV of labels to take in place of those of "
                        "the data, as the researcher's tab writes it; without it the original ones")  # fmt: skip
    parser.add_argument("--limit", type=count, metavar="N", help="at most so many films of each class")
    parser.add_argument("--epochs", type=count, metavar="N", help="in place of the recipe's, for a first look")
    parser.add_argument("--set", nargs="+", action="extend", default=[], metavar="NAME=VALUE", help="values of the "
                        "recipe to change, as learning_rate=1e-4 or augment.zoom=0.9,1.1")  # fmt: skip
    parser.add_argument("--time-limit", type=_minutes, metavar="MINUTES", help="then the epochs end, and the model is "
                        "made of what was learnt")  # fmt: skip
    parser.add_argument("--background", action="store_true", help="half of the cores, at low priority")
    parser.add_argument("--hold-out", nargs="+", default=[], metavar="SOURCE",
                        help="validate on films of these sources, as on a hospital never seen")  # fmt: skip
    parser.add_argument("--points-from", type=Path, nargs="+", action="extend", default=[], metavar="DIR",
                        help="finished runs that held out sources: calibration and thresholds come from what they "
                        "answered to those")  # fmt: skip
    parser.add_argument("--beside", type=Path, nargs="+", action="extend", default=[], metavar="DIR",
                        help="finished runs of the recipe with other seeds and the same split_seed: the model answers "
                        "with the mean of all")  # fmt: skip
    parser.add_argument("--fold", type=_fold, metavar="K/N", help="validate on part K of N")
    add_own_device(
        parser, TRAINING_DEVICES, "where to compute, on several GPUs or machines by torchrun -m xraydesk train"
    )
    parser.add_argument("--progress", choices=("words", "json"), default="words", help="json prints one object a line")
    parser.set_defaults(keeps_apart=True)  # its --data-dir holds a log and nothing of the desk


def run_train(options: argparse.Namespace) -> int:
    """List recipes, or train one; Ctrl-C keeps the checkpoint."""
    if options.list:
        return _list(options)
    for name in ("recipe", "data", "out"):
        if not getattr(options, name):
            what = "a recipe" if name == "recipe" else f"--{name}"
            raise TrainingError(f"train needs {what}", remedy="See xraydesk train --help")
    if not options.data.is_dir():
        raise TrainingError("This is not a folder", subject=options.data, remedy="Give --data the labelled films")
    from xraydesk.training.run_lock import at_work

    with at_work(options.out):
        return _train(options, _print_json if options.progress == "json" else _print_words)


def _train(options: argparse.Namespace, report: Callable[[dict[str, Any]], None]) -> int:
    """Train, and say how it ended: the last line tells, also to who reads the lines later."""
    from xraydesk.inference.allocator import keep_freed_memory
    from xraydesk.training.background import step_back
    from xraydesk.training.command import BUNDLE, PAGE, REPORT, train_to_bundle
    from xraydesk.training.run_files import STOP_FILE

    stop = options.out / STOP_FILE
    try:
        recipe, sources = _recipe(options), _sources(options)
        keep_freed_memory()
        if options.background:
            report({"threads": step_back()})
        card = train_to_bundle(recipe, sources, options.out, report, _brake(options, stop))
    except (KeyboardInterrupt, Cancelled):
        stop.unlink(missing_ok=True)
        kept = "; the same command goes on from the last checkpoint" if _has_checkpoint(options.out) else ""
        said = f"Stopped. What was done is kept in {options.out}{kept}."
        _print_end(options, {"stopped": said})
        print(said, file=sys.stderr)
        return INTERRUPTED
    except XraydeskError as error:
        _print_end(options, {"failed": str(error)})
        raise
    if card is None:
        return OK  # one of several processes: the first one finishes and says so
    files = {"bundle": BUNDLE, "card": PAGE, "report": REPORT}
    report({"done": f"{card.id} {card.version}", **{name: str(options.out / file) for name, file in files.items()}})
    return OK


def _recipe(options: argparse.Namespace) -> Recipe:
    """Return the recipe with what was changed of it."""
    from xraydesk.training.command import recipe_named
    from xraydesk.training.recipe import shortened
    from xraydesk.training.recipe_fields import changed

    recipe = recipe_named(options.recipe)
    if options.epochs is not None:
        recipe = shortened(recipe, options.epochs)
    for pair in options.set:
        if "=" not in pair:
            raise TrainingError(f'"{pair}" changes nothing', remedy="Write it as learning_rate=1e-4")
    return changed(recipe, {name: value for name, _, value in (pair.partition("=") for pair in options.set)})


def _sources(options: argparse.Namespace) -> Sources:
    from xraydesk.cli_evaluate import columns_named
    from xraydesk.training.importers.layouts import Options
    from xraydesk.training.run import Sources

    return Sources(
        options.data,
        tuple(options.others),
        start=options.start,
        layout=options.layout,
        label=options.label,
        limit=options.limit,
        hold_out=tuple(options.hold_out),
        fold=options.fold,
        points_from=tuple(options.points_from),
        beside=tuple(options.beside),
        device=own_device_of(options),
        corrections=options.corrections,
        exclude=options.exclude,
        options=Options(columns_named(options.columns), options.table),
    )


def _brake(options: argparse.Namespace, stop: Path) -> Brake | None:
    """Return what may stop the run; torchrun's processes cannot be stopped one by one, so they have none."""
    from xraydesk.training.brake import Brake

    if "WORLD_SIZE" in os.environ and options.time_limit is None:
        return None
    return Brake(stop, None if options.time_limit is None else options.time_limit * 60)


def count(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("give a whole number from 1")
    return int(text)


def _minutes(text: str) -> float:
    """Read a time in minutes."""
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes < 1e6:
        raise argparse.ArgumentTypeError("give minutes, as 90 or 0.5")
    return minutes


def _fold(text: str) -> tuple[int, int]:
    """Read "2/5", counted from one, as (1, 5), counted from zero."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError("give it as 2/5")
    return int(number) - 1, int(of)


def words(row: dict[str, Any]) -> str:
    """Return a progress report as a line for people."""
    if set(row) == {"note"}:
        return str(row["note"])
    return ", ".join(f"{name.replace('_', ' ')} {_value(name, value)}" for name, value in row.items())


def _list(options: argparse.Namespace) -> int:
    from xraydesk.training.recipes import RECIPES

    if options.progress == "json":
        print(json.dumps({name: recipe.words for name, recipe in RECIPES.items()}, ensure_ascii=False))
        return OK
    width = max(map(len, RECIPES), default=0)
    for name, recipe in RECIPES.items():
        print(f"{name:{width}}  {recipe.words}")
    return OK


def _has_checkpoint(out: Path) -> bool:
    return (out / "last.safetensors").is_file()


def _print_words(row: dict[str, Any]) -> None:
    print(words(row), flush=True)


def _print_json(row: dict[str, Any]) -> None:
    print(json.dumps(row, default=float, ensure_ascii=False), flush=True)


def _print_end(options: argparse.Namespace, row: dict[str, Any]) -> None:
    """Tell who reads the lines how it ended; people read it on standard error."""
    if options.progress == "json":
        with suppress(OSError):  # no space: standard error may still take it
            _print_json(row)


def _value(name: str, value: Any) -> str:  # noqa: ANN401 - a report holds what JSON holds
    if name == "epoch" and isinstance(value, int):
        return str(value + 1)  # people count from one
    if isinstance(value, int | str):
        return str(value)
    try:
        return f"{float(value):.4g}"
    except (TypeError, ValueError):
        return str(value)
