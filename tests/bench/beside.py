"""Scoring with and without a training run beside it: the reading desk stays usable while a model learns."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import time
from pathlib import Path

from tests.bench.rows import Row, emit
from tests.bench.work import arguments, data_dir, timed_run, warm, write_deep
from xraydesk.admin.run_progress import ProgressReader
from xraydesk.admin.runs import program
from xraydesk.training.run_files import STOP_FILE
from xraydesk.triage.desk import Desk

ROUNDS, FILMS = 5, 8
LEARNT_FROM = 200  # films of each class
PATIENCE_S = 300.0


def main() -> None:
    """Take the rounds alone before and after those beside the run, so that a change of the machine's speed is seen."""
    data, work = arguments()
    desk = Desk(data_dir())
    try:
        warm(desk, work)
        alone = _seconds(desk, work)
        run = _start(data, work / "run")
        try:
            beside = _seconds(desk, work)
            assert run.poll() is None, "the run ended before it was measured"
        finally:
            (work / "run" / STOP_FILE).touch()
            run.wait()
        alone += _seconds(desk, work)
    finally:
        desk.close()
    once, shared = statistics.median(alone), statistics.median(beside)
    emit(Row("a film scored with nothing beside it", once * 1000, "ms"))
    emit(Row("a film scored beside a training run", shared * 1000, "ms"))
    emit(Row("the second against the first", shared / once, "x", 2, at_most=True))


def _seconds(desk: Desk, work: Path) -> list[float]:
    """Return seconds for a film, of each round; films that were scored before are not scored again, so all are new."""
    found = []
    for number in range(ROUNDS):
        folder = work / "films"
        shutil.rmtree(folder, ignore_errors=True)
        write_deep(folder, FILMS, 1000 + int(time.monotonic() * 10) % 400, 1000 + number)
        summary, seconds = timed_run(desk, folder)
        assert summary.scored == FILMS, "films were known already"
        found.append(seconds / FILMS)
    return found


def _start(data: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start a run as the window does, and return it once it takes steps."""
    out.mkdir()
    command = [*program(), "train", "chest-pneumonia", "--data", str(data / "chest-paediatric" / "train"), "--out",
               str(out), "--limit", str(LEARNT_FROM), "--device", "cpu", "--background", "--progress", "json",
               "--set", "epochs=100"]  # fmt: skip
    with (out / "progress.jsonl").open("wb") as said:
        run = subprocess.Popen(command, stdout=said, start_new_session=True)
    reader, ends = ProgressReader(out), time.monotonic() + PATIENCE_S
    while not reader.read().losses:
        if run.poll() is not None or time.monotonic() > ends:
            run.kill()
            raise RuntimeError("the run takes no steps")
        time.sleep(0.2)
    return run


if __name__ == "__main__":
    main()
