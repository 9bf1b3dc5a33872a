"""Training runs that take seconds, on made-up films, as processes of their own."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.patience import PATIENCE_S
from tests.training.blobs import write_films
from xraydesk.admin.room import AdminRoom
from xraydesk.admin.run import Run, RunState
from xraydesk.admin.run_request import RunRequest
from xraydesk.admin.runs import Runs
from xraydesk.store.database import Database

RECIPE = "s1-cp-64"
SMALL = {"input.size": "32", "batch_size": "4", "epochs": "2", "validation_share": "0.4"}
_PLAIN = "import os, sys; os.nice = int; from xraydesk.__main__ import main; sys.exit(main())"
PROGRAM = [sys.executable, "-c", _PLAIN]  # at the usual priority


def a_room(data_dir: Path) -> AdminRoom:
    data_dir.mkdir(exist_ok=True)
    return AdminRoom(data_dir, Database.open(data_dir), "physicist")


def films(folder: Path, each: int = 16) -> Path:
    return write_films(folder, each).data


def request(data: Path, **changes: str) -> RunRequest:
    return RunRequest(RECIPE, "made up", ("--data", str(data)), device="cpu", changes={**SMALL, **changes})


def wait(runs: Runs, name: str, wanted: Callable[[Run], bool] = lambda run: run.state is not RunState.RUNNING) -> Run:
    """Return the run once it is as wanted."""
    ends = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends:
        run = runs.get(name)
        if wanted(run) or run.state is not RunState.RUNNING:
            return run
        time.sleep(0.05)
    raise AssertionError(f"{run}\n{run.log()}")
