"""Starts xraydesk: the window, or a command."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the program and return its exit code."""
    multiprocessing.freeze_support()  # first: a frozen program starts itself anew for every helper process
    from xraydesk.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
