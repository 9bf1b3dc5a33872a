"""A training run as the Train room starts it: a process of its own, on films made up here, that ends with a model."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
from PIL import Image

from xraydesk.admin.room import AdminRoom
from xraydesk.admin.run import Run, RunState
from xraydesk.admin.run_request import RunRequest
from xraydesk.admin.runs import Runs
from xraydesk.errors import TrainingError
from xraydesk.store.database import Database

_NAME, _RECIPE = "selftest", "s1-cp-64"
_SMALL = {"input.size": "32", "batch_size": "4", "epochs": "1", "validation_share": "0.4"}
_FILMS, _SIDE = 16, 96  # of each class; pixels
_PATIENCE_S, _LOOK_S = 600.0, 0.1


def trained(folder: Path) -> str:
    """Train a small network for one epoch; the desk's own data folder stays as it is."""
    _films(folder / "films")
    data_dir = folder / "data"
    data_dir.mkdir()
    database = Database.open(data_dir)
    try:
        runs = Runs(AdminRoom(data_dir, database, _NAME))
        request = RunRequest(_RECIPE, _NAME, ("--data", str(folder / "films")), device="", changes=_SMALL)
        run = _ended(runs, runs.start(request).name)
        if run.model is None or not (run.model / "card.json").is_file():
            raise TrainingError(f"No model came out of a training run: {run.sentence}", remedy="Install xraydesk again")
        return "a model came out of a process of its own"
    finally:
        database.close()


def _films(folder: Path) -> None:
    """Write noise, dark in one class and bright in the other."""
    noise = np.random.default_rng(0).integers(0, 100, (2, _FILMS, _SIDE, _SIDE), np.uint8)
    for name, films in (("normal", noise[0]), ("abnormal", noise[1] + 120)):
        (folder / name).mkdir(parents=True)
        for number, film in enumerate(films):
            Image.fromarray(film).save(folder / name / f"{name}-{number:02d}.png")


def _ended(runs: Runs, name: str) -> Run:
    """Return the run once it is over; one that does not end is ended."""
    ends = time.monotonic() + _PATIENCE_S
    while (run := runs.get(name)).state is RunState.RUNNING:
        if time.monotonic() > ends:
            runs.stop(name, at_once=True)
            raise TrainingError(f"A training run takes longer than {_PATIENCE_S / 60:.0f} minutes", remedy="Try again")
        time.sleep(_LOOK_S)
    return run
