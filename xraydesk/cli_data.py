"""``xraydesk data``: what labelled films are, before anything is learnt from them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xraydesk.admin.inspection import Inspection, Share

OK, FAILED = 0, 1
WORDS = "Look into labelled films before training: counts, problems, cues that give the class away."
_MOST = 12  # values of a division


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("verb", choices=("inspect",), help="inspect: count the films and say what may mislead a model")
    parser.add_argument("folder", type=Path, metavar="DIR", help="labelled films")
    parser.add_argument("--layout", default="", metavar="NAME", help="how the films lie; else found by itself")
    parser.add_argument("--label", default="", metavar="NAME", help="what a model would learn")
    parser.add_argument("--table", type=Path, metavar="CSV", help="the table of labels, where it lies elsewhere")
    parser.add_argument("--columns", nargs="+", default=[], metavar="WHAT=COLUMN", help="which columns of the table to "
                        "take, as for evaluate")  # fmt: skip
    parser.add_argument("--json", metavar="FILE", help="write all figures as JSON; - for standard output, alone there")


def run_data(options: argparse.Namespace) -> int:
    """Look at every film and say what was found; fails where a run could not start with these films."""
    from xraydesk.admin.data import FOLDER, DataSource, SourceKind
    from xraydesk.admin.inspection import inspect, look_into
    from xraydesk.admin.inspection_json import to_json
    from xraydesk.admin.problems import Severity
    from xraydesk.cli_evaluate import columns_named
    from xraydesk.triage.export import json_text, write_text

    source = DataSource(options.folder.name, SourceKind.FOLDER, options.folder, options.layout, options.label,
                        options.table, columns_named(options.columns))  # fmt: skip
    looked, label = look_into(source, options.data_dir / FOLDER, _progress)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    found = inspect(looked, label)
    if options.json == "-":
        sys.stdout.write(json_text(to_json(found)))
    elif options.json:
        write_text(Path(options.json), json_text(to_json(found)))
    if options.json != "-":
        print("\n".join(lines(found)))
    return FAILED if any(problem.severity is Severity.STOP for problem in found.problems) else OK


def lines(found: Inspection) -> list[str]:
    """Return what was found as lines for a terminal."""
    from xraydesk.admin import problem_words

    told = [problem_words.summary(found), ""]
    for problem in found.problems:
        told.append(f"{problem.severity:8} {problem_words.sentence(problem)}")
        told += [f"{'':8} {reason}" for reason in problem_words.reasons(problem)]
    told += ["", "What separates the classes without any anatomy (AUROC):"] if found.cues else []
    told += [f"  {problem_words.cue_sentence(cue)}" for cue in found.cues]
    for by, shares in found.divisions.items():
        if any(share.value for share in shares):
            told += ["", f"{by:28}{'films':>10}{'patients':>10}{'abnormal':>10}", *map(_share, shares[:_MOST])]
            told += [f"  and {len(shares) - _MOST} more"] if len(shares) > _MOST else []
    return told


def _share(share: Share) -> str:
    return f"  {share.value or 'not known':26}{share.films:>10}{share.patients:>10}{share.abnormal:>10}"


def _progress(done: int, of: int) -> bool:
    if sys.stderr.isatty():
        print(f"\r\033[K{done} of {of} films looked at", end="", file=sys.stderr, flush=True)
    return True
