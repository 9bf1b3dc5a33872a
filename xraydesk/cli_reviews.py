"""``xraydesk reviews``: what the log of verdicts says, taken out of it, and told what is true."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.cli_room import account_of, add_person
from xraydesk.errors import XraydeskError

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.performance import Choice
    from xraydesk.research.scene import Scene

OK, FAILED = 0, 1
WORDS = "Agreement, recall and drift from the log of verdicts; tables and a report of it; import of what is true."
_TABLES = "studies, images, predictions, answers, verdicts, findings, reference, tags, corrections"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="xraydesk's own files")
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, parents=[common], help=words, description=words, allow_abbrev=False)

    stats = add("stats", "Print all figures.")
    _add_question(stats)
    stats.add_argument("--json", action="store_true", help="print JSON; a figure that is not there is null, with why")
    stats.set_defaults(act=_stats)
    out = add("export", "Write tables and a report into a new folder.")
    out.add_argument("out", type=Path, metavar="OUT", help="a new or empty folder")
    _add_question(out)
    out.add_argument("--format", choices=("csv", "parquet"), default="csv")
    out.add_argument("--tables", nargs="+", metavar="NAME", help=f"only some of {_TABLES}")
    out.add_argument("--mrmc", choices=("imrmc", "mrmcaov"), action="append", default=[],
                     help="also the table that this program for multi-reader studies reads")  # fmt: skip
    out.add_argument("--report", action="store_true", help="also a page that stands alone")
    out.add_argument("--figures", action="store_true", help="also the page's charts, each an SVG file")
    out.add_argument("--identified", action="store_true", help="with the names of patients and readers")
    out.add_argument("--reason", default="", metavar="WORDS", help="why; it stands in the audit log")
    out.set_defaults(act=_export)
    take = add("import", "Take a table of what is true into the log.")
    take.add_argument("table", type=Path, metavar="CSV")
    take.add_argument("--study", default="", metavar="COLUMN", help="which column names the study: by its UID, "
                      "accession number or file")  # fmt: skip
    take.add_argument("--label", default="", metavar="COLUMN", help="which column says what is true")
    take.add_argument("--finding", default="", metavar="NAME", help="the finding it speaks about; else the whole study")
    take.add_argument("--source", default="", metavar="NAME", help="the name it is kept under; else the file's")
    take.add_argument("--words", nargs="+", default=[], metavar="WORD=VALUE", help="what words of the table mean: 1, 0 "
                      "or a grade")  # fmt: skip
    take.add_argument("--dry-run", action="store_true", help="say what would be taken, and take nothing")
    add_person(take)
    take.set_defaults(act=_import)


def _add_question(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", default="", metavar="ID[@VERSION]", help="else the one that judged most studies")
    parser.add_argument("--truth", default="", metavar="STANDARD", help="reference, majority, two, unanimous, "
                        "reader:NAME, or the name of an imported table")  # fmt: skip
    parser.add_argument("--finding", default="", metavar="NAME", help="readers' answer to this; else the whole study")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="only the studies last seen in this folder")
    parser.add_argument("--beta", type=_above_zero, default=3.0, metavar="N", help="how many times as much recall "
                        "weighs as precision; 3 by default")  # fmt: skip
    parser.add_argument("--prevalence", type=_share, metavar="P", help="share of the abnormal at the site, for PPV and "
                        "NPV; else that of the data")  # fmt: skip


def run_reviews(options: argparse.Namespace) -> int:
    """Open the log and do what was asked."""
    from xraydesk.research.archive import Archive
    from xraydesk.store.database import FILE_NAME
    from xraydesk.triage.opening import login_name

    if not (options.data_dir / FILE_NAME).is_file():
        raise XraydeskError("There is no log yet", subject=options.data_dir, remedy="Read some studies first")
    with Archive.open(options.data_dir, author=login_name()) as archive:
        return int(options.act(options, archive))


def _stats(options: argparse.Namespace, archive: Archive) -> int:
    from xraydesk.research.summary import summary_of
    from xraydesk.research.summary_json import to_json
    from xraydesk.research.summary_text import lines
    from xraydesk.triage.export import json_text

    scene = _scene(options, archive)
    summary = summary_of(scene, _choice(options))
    if options.json:
        sys.stdout.write(json_text(to_json(summary)))
    elif len(scene.cases):
        print("\n".join(lines(summary)))
    else:
        print("The log holds no study.")
    return OK if len(scene.cases) else FAILED


def _export(options: argparse.Namespace, archive: Archive) -> int:
    from xraydesk.research.export import Wanted, export
    from xraydesk.research.export_tables import TABLES

    wanted = Wanted(
        tuple(TABLES) if options.tables is None else tuple(options.tables), options.format,
        tuple(dict.fromkeys(options.mrmc)), options.report, options.figures, options.identified,
        options.reason, _choice(options),
    )  # fmt: skip
    done = export(archive, _scene(options, archive), options.out, wanted, _progress)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if done is not None:
        for notice in done.notices:
            print(notice, file=sys.stderr)
        rows = ", ".join(f"{name} {number:,}" for name, number in done.rows.items())
        print(f"Written: {len(done.files)} files in {done.folder}" + (f"; rows: {rows}" if rows else ""))
    return OK


def _import(options: argparse.Namespace, archive: Archive) -> int:
    from dataclasses import replace

    from xraydesk.research import reference_import as taking

    snapshot, table = archive.load(), taking.read_table(options.table)
    reading = taking.guess(table, options.finding)
    reading = replace(reading, key=options.study or reading.key, value=options.label or reading.value,
                      words=_words(options.words))  # fmt: skip
    shown = taking.preview(snapshot.cases, table, reading, snapshot.reference, options.source)
    abnormal = sum(value >= 1 for _, value in shown.matched)
    print(f'Column "{reading.key}" for the study, "{reading.value}" for what is true.')
    for why, numbers in shown.left_out.items():
        print(f"Lines left out: {len(numbers)}, {why} (first: line {numbers[0]}).")
    if shown.replaces:
        print(f"Of {shown.replaces} studies this source said something else before; that stays in the log.")
    if not options.dry_run:
        archive.account = account_of(options, archive.database)
        taking.write(archive, shown)
    verb = "Would be taken" if options.dry_run else "Taken"
    print(f"{verb} from {shown.source}: {len(shown.matched)} studies, {abnormal} of them abnormal.")
    return OK if shown.matched or not shown.lines else FAILED


def _scene(options: argparse.Namespace, archive: Archive) -> Scene:
    from xraydesk.research.asked import question_of
    from xraydesk.research.scene import look

    snapshot = archive.load()
    return look(snapshot, question_of(snapshot, options.model, options.truth, options.finding, options.folder))


def _choice(options: argparse.Namespace) -> Choice:
    from xraydesk.research.performance import Choice

    return Choice(beta=options.beta, prevalence=options.prevalence)


def _words(pairs: list[str]) -> dict[str, float | None]:
    """Return what words mean; one without a number after "=" is left out."""
    found: dict[str, float | None] = {}
    for pair in pairs:
        word, _, value = pair.rpartition("=")
        try:
            found[" ".join(word.lower().split())] = float(value) if value else None
        except ValueError:
            raise XraydeskError(f'"{pair}" gives no number', remedy="Write it as unclear=0 or unclear=") from None
    return found


def _progress(name: str, number: int, of: int) -> bool:
    if sys.stderr.isatty():
        print(f"\r\033[K{number} of {of}: {name}", end="", file=sys.stderr, flush=True)
    return True


def _above_zero(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("a number above 0 is wanted")
    return value


def _share(text: str) -> float:
    value = float(text)
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError("a share between 0 and 1 is wanted")
    return value
