"""``xraydesk audit``: who did what, and whether the logs are as they were written."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from xraydesk.errors import StoreError

if TYPE_CHECKING:
    from xraydesk.store.database import Database

OK, FAILED = 0, 1
WORDS = "List the audit log, or find every row of the logs that was changed, removed or moved."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("action", choices=("list", "verify"), help="verify: exit code 1 where a row was touched")
    parser.add_argument("search", nargs="*", metavar="WORD", help="list: only entries with all these words")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run_audit(options: argparse.Namespace) -> int:
    """Print the log, or what was done to it."""
    from xraydesk.store.database import FILE_NAME, Database

    if not (options.data_dir / FILE_NAME).is_file():
        raise StoreError("Nothing was kept here yet", subject=options.data_dir)
    database = Database.open(options.data_dir)
    try:
        return _list(database, options) if options.action == "list" else _verify(database, options)
    finally:
        database.close()


def _list(database: Database, options: argparse.Namespace) -> int:
    from xraydesk.admin.audit import entries

    found = entries(database, " ".join(options.search))
    if options.json:
        rows = [{**asdict(entry), "at": entry.at.isoformat()} for entry in found]
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return OK
    for entry in found:
        who = f"{entry.number:>6}  {entry.at.astimezone():%Y-%m-%d %H:%M:%S}  {entry.who}"
        print("  ".join(part for part in (who, entry.action, entry.subject, entry.words) if part))
    return OK


def _verify(database: Database, options: argparse.Namespace) -> int:
    from xraydesk.admin.audit import to_json, verify

    found = verify(database, options.data_dir)
    if options.json:
        print(json.dumps(to_json(found), indent=2, ensure_ascii=False))
    elif found.whole:
        print(f"All is as it was written. {found.entries} entries, the newest sealed {found.newest or 'nothing'}.")
    else:
        print("\n".join(f"{sentence}." for sentence in found.sentences))
        print("Keep the file as it is and tell whoever is responsible for this installation.", file=sys.stderr)
    return OK if found.whole else FAILED
