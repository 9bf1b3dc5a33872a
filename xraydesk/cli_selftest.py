"""``xraydesk selftest``: tries every part of this installation."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from xraydesk.cli_settings import add_own_device, own_device_of
from xraydesk.setting_kinds import DEVICES

if TYPE_CHECKING:
    from xraydesk.selftest.outcome import Outcome

OK, FAILED = 0, 1
WORDS = "Try every part of this installation once: formats, models, maps, database, window."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--files",
        action="store_true",
        help="only hold each file of the installed program against the list of the build",
    )
    add_own_device(parser, DEVICES, "where the models are tried beside the CPU")


def run_selftest(options: argparse.Namespace) -> int:
    """Print each check as it ends, then whether all is well."""
    from xraydesk.selftest import files
    from xraydesk.selftest.outcome import lines, passed, to_json
    from xraydesk.selftest.run import run

    outcomes: list[Outcome] = files.check() if options.files else list(run(own_device_of(options)))
    if options.json:
        print(json.dumps(to_json(outcomes), indent=2, ensure_ascii=False))
    else:
        print("\n".join(lines(outcomes)))
    return OK if passed(outcomes) else FAILED
