"""``xraydesk models`` with an act of an administrator: put in use, taken back, brought in, sent out, compared."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from xraydesk.cli_room import room_of
from xraydesk.cli_settings import add_device, device_of
from xraydesk.errors import XraydeskError

if TYPE_CHECKING:
    from xraydesk.admin.held_log import LogAsked
    from xraydesk.admin.held_out import FilmsAsked
    from xraydesk.admin.room import AdminRoom

OK = 0
_NEED = {
    "promote": 1,
    "rollback": 1,
    "import": 1,
    "export": 1,
    "trust": 1,
    "compare": 2,
    "history": 0,
}
ACTIONS = tuple(_NEED)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what these actions take."""
    parser.add_argument("--reason", default="", metavar="TEXT", help="promote, rollback: why; kept for good")
    parser.add_argument("--comparison", type=Path, metavar="FILE", help="promote: what compare --out FILE wrote")
    parser.add_argument("--override", default="", metavar="TEXT", help="promote: why all the same, where the "
                        "comparison does not speak for it")  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="PATH", help="export, compare: the file to write, or its folder")
    parser.add_argument("--name", default="", metavar="TEXT", help="trust: the name of the other site")
    parser.add_argument("--on", type=Path, metavar="DIR", help="compare: labelled films; without it this desk's log")
    parser.add_argument("--run", dest="of_run", type=Path, metavar="DIR", help="compare: of these films only those "
                        "that the run in this folder kept aside")  # fmt: skip
    parser.add_argument("--layout", default="", metavar="NAME", help="compare: how the films lie")
    parser.add_argument("--split", default="", metavar="NAME", help="compare: only this part of the films")
    parser.add_argument("--label", default="", metavar="NAME", help="compare: which label is the truth")
    parser.add_argument("--truth", default="", metavar="RULE", help="compare: what is true of the log's studies: "
                        "reference, majority, two, unanimous, reader:NAME, source:NAME")  # fmt: skip
    add_device(parser)


def run_action(options: argparse.Namespace) -> int:
    """Do what was asked for as who asked for it."""
    if len(options.id) < _NEED[options.action]:
        wanted = "two models: the champion and the challenger" if options.action == "compare" else "a name or file"
        options.refuse(f"models {options.action} needs {wanted}")
    with room_of(options) as room:
        acts = {
            "promote": _promote,
            "rollback": _roll_back,
            "import": _import,
            "export": _export,
            "trust": _trust,
            "compare": _compare,
            "history": _history,
        }
        acts[options.action](room, options)
    return OK


def _promote(room: AdminRoom, options: argparse.Namespace) -> None:
    from xraydesk.admin.evidence import read_evidence
    from xraydesk.admin.promotion import promote

    comparison = None if options.comparison is None else read_evidence(options.comparison)
    row = promote(room, options.id[0], comparison, options.reason, options.override)
    print(f"{row.model_id} {row.version} is in use from now on. Windows that are open take it when they start again.")


def _roll_back(room: AdminRoom, options: argparse.Namespace) -> None:
    from xraydesk.admin.promotion import roll_back

    row = roll_back(room, options.id[0].partition("@")[0], options.reason)
    print(f"{row.model_id} {row.version} is in use again.")


def _import(room: AdminRoom, options: argparse.Namespace) -> None:
    from xraydesk.admin.installing import install_file, install_run
    from xraydesk.admin.promotion import champion

    path = Path(options.id[0])
    card = install_run(room, path) if path.is_dir() else install_file(room, path)
    used = champion(room, card.id).card.version
    print(f"{card.id} {card.version} is installed. In use is {card.id} {used}.")


def _export(room: AdminRoom, options: argparse.Namespace) -> None:
    from xraydesk.admin.installing import export_file

    parcel = export_file(room, options.id[0], options.out or Path.cwd())
    print(f"Written: {parcel.path}")
    print(f"Signed with the key of this site: {parcel.fingerprint}")


def _trust(room: AdminRoom, options: argparse.Namespace) -> None:
    from xraydesk.admin.installing import own_fingerprint, trust_key

    given = " ".join(options.id)
    trust_key(room, given, options.name or given)
    print(f"Models signed with {given} are taken from now on. The key of this site is {own_fingerprint(room)}.")


def _compare(room: AdminRoom, options: argparse.Namespace) -> None:
    from xraydesk.admin.contest import contest
    from xraydesk.admin.contest_text import lines
    from xraydesk.triage.export import write_text

    champion, challenger = options.id[:2]
    found = contest(room, champion, challenger, _asked(options), device_of(options), _progress)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    text = json.dumps(found.evidence.to_json(), indent=2, ensure_ascii=False, allow_nan=False)
    if options.out is not None:
        write_text(options.out, text + "\n")
    print(text if options.json else "\n".join(lines(found)))


def _history(room: AdminRoom, options: argparse.Namespace) -> None:
    from xraydesk.admin.promotion import history

    rows = history(room, options.id[0] if options.id else "")
    if options.json:
        told = [{"at": r.at.isoformat(), "author": r.author, "model": r.model_id, "version": r.version,
                 "kind": str(r.kind), "reason": r.reason, "evidence": dict(r.evidence)} for r in rows]  # fmt: skip
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for row in rows:
        when = f"{row.at.astimezone():%Y-%m-%d %H:%M}"
        print(f"{when}  {row.model_id} {row.version}  {row.kind} by {row.author}: {row.reason}")
    if not rows:
        print("Nobody has put a version in use here: the newest of each model is.")


def _asked(options: argparse.Namespace) -> FilmsAsked | LogAsked:
    from xraydesk.admin.held_log import LogAsked
    from xraydesk.admin.held_out import FilmsAsked
    from xraydesk.training.questions import Question

    if options.on is None:
        if options.of_run is not None or options.split or options.layout or options.label:
            raise XraydeskError("These options need a folder of labelled films", remedy="Name it with --on")
        return LogAsked(options.truth)
    return FilmsAsked(Question(options.on, options.layout, options.split, options.label), options.of_run)


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{done:,} of {of:,} images", end="", file=sys.stderr, flush=True)
