"""The command line: each sub-command parses, calls one function below, prints."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk import (
    __version__,
    cli_audit,
    cli_data,
    cli_evaluate,
    cli_models,
    cli_people,
    cli_reviews,
    cli_seeds,
    cli_selftest,
    cli_settings,
    cli_train,
)
from xraydesk.errors import MachineSettingsError, SetForThisMachine, XraydeskError
from xraydesk.log_file import stop_log
from xraydesk.resources import resource_dir
from xraydesk.settings import LOG_NAME, log_dir

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk
    from xraydesk.triage.headless import HeadlessResult
    from xraydesk.triage.progress import Progress
    from xraydesk.triage.worklist import WorklistRow

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
EPILOG = """\
exit codes:
  0    done; files that could not be assessed are in the list, with the reason
  1    an error, or no study of the folder could be assessed
  2    the command line makes no sense, or asks for what is locked on this machine
  78   an administrator's settings file for this machine cannot be used
  130  stopped with Ctrl-C; what was done is kept and the next run goes on from there

A folder that has the name of a command: write ./triage. Where xraydesk's own files live: --data-dir, else
the environment variable XRAYDESK_DATA_DIR, else as set for this machine, else the platform's place for a
program's data; see "xraydesk settings show".
Research use. Not a diagnosis."""
_COMMANDS = ("triage", "demo", "models", "evaluate", "reviews", "data", "audit", "people", "train", "seeds", "selftest",
             "settings", "open")  # fmt: skip
_VALUED = ("--data-dir", "--model", "--device", "--json", "--csv", "--maps", "--out")
_log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code; every failure is one sentence on standard error."""
    arguments = _with_command(list(sys.argv[1:] if argv is None else argv))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a file name may hold bytes that no terminal can show
    options = build_parser().parse_args(arguments)
    try:
        cli_settings.settle(options)
        return int(options.run(options))
    except (MachineSettingsError, SetForThisMachine) as error:
        return cli_settings.refuse(error, window=options.run in (run_open, run_demo) and has_screen())
    except XraydeskError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - closed by the interpreter's end
        return OK
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        _log.exception("Unforeseen failure")
        return _fail(f"xraydesk failed: {type(error).__name__}. Details are in {log_dir(options.data_dir) / LOG_NAME}.")
    finally:
        stop_log()


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="xraydesk's own files")
    parser = argparse.ArgumentParser(
        prog="xraydesk",
        usage=f"xraydesk [FOLDER] | xraydesk {{{','.join(_COMMANDS[:-1])}}} ...",
        description="Reads a folder of radiographs and puts the studies most likely to be abnormal first.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"xraydesk {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="xraydesk's own files")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, parents=[common], help=words, description=words, epilog=EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
        )  # fmt: skip
        made.set_defaults(run=run)
        return made

    _add_model(window := add("open", run_open, "Open the reading window (the same as no command at all)."))
    window.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    _add_triage(add("triage", run_triage, "Score a folder and print its studies, most likely abnormal first."))
    demo = add("demo", run_demo, "Try it on made-up studies: in the window, or as a list where there is no screen.")
    demo.add_argument(
        "--out", type=Path, metavar="DIR", default=Path("build/demo"), help="for results without a screen"
    )
    _add_model(demo)
    cli_models.add_arguments(add("models", cli_models.run_models, cli_models.WORDS))
    cli_evaluate.add_arguments(add("evaluate", cli_evaluate.run_evaluate, cli_evaluate.WORDS))
    cli_reviews.add_arguments(add("reviews", cli_reviews.run_reviews, cli_reviews.WORDS))
    cli_audit.add_arguments(add("audit", cli_audit.run_audit, cli_audit.WORDS))
    cli_people.add_arguments(add("people", cli_people.run_people, cli_people.WORDS))
    cli_data.add_arguments(add("data", cli_data.run_data, cli_data.WORDS))
    cli_train.add_arguments(add("train", cli_train.run_train, cli_train.WORDS))
    cli_seeds.add_arguments(add("seeds", cli_seeds.run_seeds, cli_seeds.WORDS))
    cli_selftest.add_arguments(add("selftest", cli_selftest.run_selftest, cli_selftest.WORDS))
    cli_settings.add_arguments(add("settings", cli_settings.run_settings, cli_settings.WORDS))
    return parser


def run_open(options: argparse.Namespace) -> int:
    """Open the window."""
    return _window(options.folder, options)


def run_triage(options: argparse.Namespace) -> int:
    """Score a folder, print the list, write what was asked for."""
    with _desk(options) as desk:
        result = _triage(desk, options.folder, quiet=options.quiet)
        _write(desk, result, options)
        if not options.quiet and options.json != "-":
            _print_list(desk, result)
        if options.watch and result.scanned and not result.interrupted:
            _watch(desk, result, options)
    return _exit_code(result)


def run_demo(options: argparse.Namespace) -> int:
    """Open the window on the demo studies, or score them where there is no screen."""
    folder = resource_dir("demo")
    if has_screen():
        return _window(folder, options)
    options.json, options.csv, options.maps = options.out / "worklist.json", options.out / "worklist.csv", None
    with _desk(options) as desk:
        result = _triage(desk, folder, quiet=False)
        _print_list(desk, result)
        _write(desk, result, options)
    picture = options.out / "screenshot.png"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from xraydesk.gui.app import save_screenshot

    device = cli_settings.device_of(options)
    save_screenshot(folder, options.data_dir, picture, model_id=options.model, device=device)
    print(f"Written: {options.json}, {options.csv}, {picture}")
    return _exit_code(result)


def has_screen() -> bool:
    """Tell whether a window can be seen here."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _add_model(parser: argparse.ArgumentParser) -> None:
    cli_settings.add_model(parser)
    cli_settings.add_device(parser)


def _add_triage(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    _add_model(parser)
    parser.add_argument("--json", metavar="FILE", help="write all results as JSON; - for standard output, alone there")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the list as a table")
    parser.add_argument("--maps", type=Path, metavar="DIR", help="write each film with its activation map as PNG")
    parser.add_argument("--watch", action="store_true", help="go on with what comes into the folder, until Ctrl-C")
    parser.add_argument("--quiet", action="store_true", help="print no list and no progress")


def _with_command(arguments: list[str]) -> list[str]:
    """Put "open" in front where no command is named, so that ``xraydesk FOLDER`` opens the window."""
    if any(argument in ("-h", "--help", "--version") for argument in arguments[:1]):
        return arguments
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in _VALUED:
            skip = True
        elif not argument.startswith("-"):
            return arguments if argument in _COMMANDS else ["open", *arguments]
    return ["open", *arguments]


def _desk(options: argparse.Namespace) -> Desk:
    """Open the desk the command works at; usable in a with statement."""
    from xraydesk.triage.desk import Desk
    from xraydesk.triage.reading import Choices

    device = cli_settings.device_of(options)
    return Desk(options.data_dir, model_id=options.model, device=device, choices=Choices())  # nothing is hidden here


def _window(folder: Path | None, options: argparse.Namespace) -> int:
    if sys.platform == "win32":
        import torch  # noqa: F401 - on Windows it must load before Qt (WinError 1114)
    from xraydesk.gui.app import run_window

    device = cli_settings.device_of(options)
    return run_window(folder, options.data_dir, options.model, device)


def _triage(desk: Desk, folder: Path, *, quiet: bool) -> HeadlessResult:
    from xraydesk.triage.headless import triage_folder
    from xraydesk.triage.table import progress_line

    live = sys.stderr.isatty() and not quiet

    def show(progress: Progress) -> None:
        if live:
            print(f"\r\033[K{progress_line(progress)}", end="", file=sys.stderr, flush=True)

    result = triage_folder(desk, folder, show)
    if live:
        print("\r\033[K", end="", file=sys.stderr)
    for words in [*(str(error) for error in result.errors), *result.summary.notices]:
        print(words, file=sys.stderr)
    return result


def _watch(desk: Desk, result: HeadlessResult, options: argparse.Namespace) -> None:
    from xraydesk.triage import headless, table

    def show(rows: list[WorklistRow]) -> None:
        _write(desk, result, options)
        if not options.quiet and options.json != "-":
            print(*table.table(rows, shutil.get_terminal_size((110, 24)).columns)[1:], sep="\n", flush=True)

    headless.watch_folder(desk, result, show, lambda problem: print(problem or "It is back.", file=sys.stderr))


def _write(desk: Desk, result: HeadlessResult, options: argparse.Namespace) -> None:
    from xraydesk.triage import export
    from xraydesk.triage.pictures import write_maps

    if options.json:
        text = export.json_text(export.to_json(desk.cards, result.assessments, result.skipped, result.summary))
        if options.json == "-":
            sys.stdout.write(text)
        else:
            export.write_text(Path(options.json), text)
    if options.csv:
        export.write_csv(desk.cards, result.rows, result.assessments, options.csv)
    if options.maps:
        for error in write_maps(desk, options.maps):
            print(error, file=sys.stderr)


def _print_list(desk: Desk, result: HeadlessResult) -> None:
    from xraydesk.triage import table

    if result.rows:
        print("\n".join(table.table(result.rows, shutil.get_terminal_size((110, 24)).columns)))
    elif result.scanned:
        print("No radiographs in this folder.")
    if result.scanned:
        print(table.totals(result.rows, result.summary, len(result.skipped)))
    print(table.caution(desk.cards))


def _exit_code(result: HeadlessResult) -> int:
    if result.interrupted:
        return INTERRUPTED
    return OK if any(row.score is not None for row in result.rows) else FAILED


def _fail(sentence: str) -> int:
    print(f"xraydesk: {sentence}", file=sys.stderr)
    return FAILED
