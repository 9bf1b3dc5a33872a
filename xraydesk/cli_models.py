"""``xraydesk models``: what is installed, what a card says, and which operating points hold at this site."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from xraydesk import cli_promote
from xraydesk.cli_room import add_person

OK, FAILED = 0, 1
WORDS = (
    "List, show or verify the installed models and their operating points; compare two versions, put one in use or the "
    "one before it again, bring a model in as a file or send it out."
)
_LOOK = ("list", "show", "verify", "points")
_NEED_ID = ("show", "points")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("action", choices=(*_LOOK, *cli_promote.ACTIONS))
    parser.add_argument("id", nargs="*", metavar="MODEL", help="an id or id@version; for import a file or the folder "
                        "of a run, for compare champion and challenger, for trust a fingerprint")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print JSON")
    cli_promote.add_arguments(parser)
    add_person(parser)
    parser.set_defaults(refuse=parser.error)


def run_models(options: argparse.Namespace) -> int:
    """List, show or verify models, or do what an administrator may."""
    from xraydesk.triage import model_report

    if options.action in cli_promote.ACTIONS:
        return cli_promote.run_action(options)
    if len(options.id) > 1:
        options.refuse(f"models {options.action} takes one ID")
    options.id = options.id[0] if options.id else ""
    if options.action in _NEED_ID:
        if not options.id:
            options.refuse(f"models {options.action} needs the ID of a model")
        return _show(options) if options.action == "show" else _points(options)
    make = model_report.listing if options.action == "list" else model_report.verification
    entries = make(options.data_dir, options.id)
    if options.json:
        print(json.dumps([asdict(entry) for entry in entries], indent=2, ensure_ascii=False))
    else:
        print("\n".join(model_report.lines(entries)) or f"No model is installed ({options.data_dir / 'models'}).")
    return FAILED if any(entry.problem for entry in entries) or not entries else OK


def _show(options: argparse.Namespace) -> int:
    """Print the card as its file has it, then which version of the operating points holds."""
    from xraydesk.triage import model_report, points_report

    card = model_report.card(options.data_dir, options.id)
    found = points_report.history(options.data_dir, options.id)
    if options.json:
        held = {"points_that_hold": found.card.points_words}  # no key of the file's own: `models points` has them whole
        print(json.dumps(card | held, indent=2, ensure_ascii=False))
    else:
        print(model_report.card_text(card))
        print("\n".join(points_report.lines(found)))
    return OK


def _points(options: argparse.Namespace) -> int:
    from xraydesk.triage import points_report

    found = points_report.history(options.data_dir, options.id)
    if options.json:
        print(json.dumps(points_report.to_json(found), indent=2, ensure_ascii=False))
    else:
        print("\n".join(points_report.lines(found)))
    return OK
