"""A watched folder of 20,000 files into which ten films come in every second: from a film's last byte to its row.

The old files are no films, so that only the watch is measured; the new ones are scored by the model that ships.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests import films
from tests.bench.rows import Row, emit, p95
from tests.bench.work import arguments, data_dir, deep_film, warm
from tests.triage.fakes import Ears
from xraydesk.triage.assessment import Assessment
from xraydesk.triage.desk import Desk

FILES, FILMS, A_SECOND = 20_000, 200, 10
_PATIENCE_S = 60.0


class Clock(Ears):
    """Notes when each study was first told of, and when it was scored."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: dict[str, float] = {}
        self.judged: dict[str, float] = {}

    def assessed(self, assessments: Sequence[Assessment]) -> None:
        now = time.perf_counter()
        for assessment in assessments:
            self.listed.setdefault(assessment.study_id, now)
            if assessment.band is not None:
                self.judged.setdefault(assessment.study_id, now)


def main() -> None:
    """Let films come in and compare when they were written with when they were told of."""
    _, work = arguments()
    folder = work / "watched"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"old{number:05}.txt").write_bytes(b"x")
    ready = [_film(work / "ready", number) for number in range(FILMS)]
    with Desk(data_dir()) as desk:
        warm(desk, work)
        clock = Clock()
        desk.start(folder, clock)
        desk.wait()
        desk.watching.start(lambda state: None)
        time.sleep(3)
        spent, began = time.process_time(), time.perf_counter()
        time.sleep(5)
        idle = (time.process_time() - spent) / (time.perf_counter() - began)
        written = _come_in(ready, folder)
        _wait(lambda: len(clock.judged) == FILMS and desk.wait(0))
    for what, when, most in (("its row", clock.listed, 2000), ("its answer", clock.judged, None)):
        late = [when[study] - written[study] for study in written]
        emit(
            Row(f"watch, {A_SECOND} films/s into {FILES:,} files: to {what}, p95", p95(late), "ms", most, at_most=True)
        )
    emit(Row("watch at rest, share of one processor", 100 * idle, "%"))


def _film(folder: Path, number: int) -> Path:
    path = folder / f"film{number:03}.dcm"
    return films.write_dicom(path, deep_film(512, 512, number % 8), bits=16, StudyInstanceUID=f"1.2.{number}")


def _come_in(ready: list[Path], folder: Path) -> dict[str, float]:
    """Write each film in two pieces with a pause between; return when its last byte was written, by study."""
    written: dict[str, float] = {}
    began = time.perf_counter()
    for number, path in enumerate(ready):
        time.sleep(max(0.0, began + number / A_SECOND - time.perf_counter()))
        content = path.read_bytes()
        with (folder / path.name).open("wb") as file:
            file.write(content[: len(content) // 2])
            file.flush()
            time.sleep(0.03)
            file.write(content[len(content) // 2 :])
            file.flush()
            os.fsync(file.fileno())
        written[f"1.2.{number}"] = time.perf_counter()
    return written


def _wait(reached: Callable[[], bool]) -> None:
    end = time.perf_counter() + _PATIENCE_S
    while not reached():
        if time.perf_counter() > end:
            raise TimeoutError("the films did not arrive")
        time.sleep(0.05)


if __name__ == "__main__":
    main()
