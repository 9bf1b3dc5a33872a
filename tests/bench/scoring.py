"""Full-size JPEG films: read, scored, mapped and stored, against a plain loop of DenseNet-121; then opened again."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.rows import Row, emit
from tests.bench.work import arguments, data_dir, timed_run, warm
from xraydesk.triage.desk import Desk

ROUNDS = 3
LOOP_FILMS = 24


def main() -> None:
    """Alternate the two so that a change of the machine's speed hits both."""
    data, work = arguments()
    folder = data / "chest-paediatric-fullsize"
    ours, plain, again = [], [], []
    for _ in range(ROUNDS):
        rate, reopened = _triage(folder, work)
        ours.append(rate)
        again.append(reopened)
        plain.append(_plain_loop(folder))
    rate, loop_rate = statistics.median(ours), statistics.median(plain)
    emit(Row("full-size JPEG: read, scored, mapped, stored", rate, "images/s", 40))
    emit(Row("plain loop, DenseNet-121 with skimage", loop_rate, "images/s"))
    emit(Row("ratio of the two in the same run", rate / loop_rate, "x", 6))
    emit(
        Row(f"the same {len(list(folder.rglob('*.jp*g')))} studies opened again", statistics.median(again), "studies/s")
    )


def _triage(folder: Path, work: Path) -> tuple[float, float]:
    """Return images a second with an empty database, the model being loaded, and studies a second opened again."""
    for old in data_dir().glob("*.db*"):
        old.unlink()
    desk = Desk(data_dir())
    try:
        warm(desk, work)
        summary, seconds = timed_run(desk, folder)
        assert summary.scored, "nothing was scored"
        rate = (summary.scored + summary.cached) / seconds
    finally:
        desk.close()
    desk = Desk(data_dir())
    try:
        summary, seconds = timed_run(desk, folder)
    finally:
        desk.close()
    assert summary.scored == 0, "opened again, films were scored twice"
    shutil.rmtree(work / "warm", ignore_errors=True)
    return rate, summary.studies / seconds


def _plain_loop(folder: Path) -> float:
    """Run the comparison in a process of its own: ours has set torch's threads for itself."""
    command = [sys.executable, "-m", "tests.bench.plain_loop", str(folder), str(LOOP_FILMS)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
