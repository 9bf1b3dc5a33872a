"""Runs every measurement in a process of its own, one after the other, and prints the table.

python -m tests.bench [--data FOLDER] [--only NAME ...] [--models FOLDER]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.rows import Row, machine, parse, table

NAMES = (
    "starting",
    "scoring",
    "many",
    "listing",
    "watching",
    "reading",
    "dragging",
    "training",
    "beside",
    "agreement",
    "research",
    "mapping",
)


def main() -> int:
    """Return 1 where a target was missed or a measurement failed."""
    options = _options()
    rows: list[Row] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="xraydesk-bench-") as work:
        for name in options.only or NAMES:
            print(f"{name} ...", end=" ", file=sys.stderr, flush=True)
            started = time.monotonic()
            found, code = _measure(name, Path(work), options)
            print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
            rows += found
            failed += [name] if code else []
    print(f"{table(rows)}\n\n{machine()}")
    for name in failed:
        print(f"{name}: the measurement failed, see above", file=sys.stderr)
    return int(bool(failed) or not all(row.reached for row in rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the figures of the README.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the real films")
    parser.add_argument("--models", type=Path, help="folder of models to use in place of those that ship")
    parser.add_argument("--only", nargs="+", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    return parser.parse_args()


def _measure(name: str, work: Path, options: argparse.Namespace) -> tuple[list[Row], int]:
    """Run ``tests.bench.<name>`` with its own data folder; its rows come on standard output."""
    data_dir = work / f"data-{name}"
    (data_dir / "models").mkdir(parents=True)
    if options.models:
        for model in options.models.iterdir():
            (data_dir / "models" / model.name).symlink_to(model.resolve())
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XRAYDESK_DATA_DIR": str(data_dir)}
    command = [sys.executable, "-m", f"tests.bench.{name}", str(options.data.resolve()), str(work)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    return [row for row in map(parse, done.stdout.splitlines()) if row], done.returncode


if __name__ == "__main__":
    sys.exit(main())
