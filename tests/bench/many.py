"""2,000 studies: headers scanned, scored, opened again; 200 viewed in the real window; the memory it took."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from tests import films
from tests.bench.rows import Row, emit, memory_megabytes
from tests.bench.window import Reader
from tests.bench.work import arguments, data_dir, timed_run, write_deep
from xraydesk.imaging.scan import scan
from xraydesk.triage.desk import Desk

STUDIES = 2_000
LARGE = 40  # of them 2500 x 2048, the rest small, so that the folder fits on any disk
VIEWED = 200


def main() -> None:
    """Measure in the order in which a day goes."""
    _, work = arguments()
    folder = work / "many"
    films.write_many(folder, STUDIES - LARGE, rows=320, columns=288)
    write_deep(folder, LARGE, 2500, 2048)
    _scan(folder)
    desk = Desk(data_dir())
    try:
        summary, seconds = timed_run(desk, folder)
    finally:
        desk.close()
    emit(Row(f"{STUDIES:,} DICOM studies scored, model loaded in between", summary.images / seconds, "images/s"))
    _again(folder)
    _view(folder)


def _scan(folder: Path) -> None:
    scan(folder)
    started = time.perf_counter()
    found = scan(folder).instance_count
    emit(Row("DICOM headers scanned", found / (time.perf_counter() - started), "files/s", 2000))


def _again(folder: Path) -> None:
    desk = Desk(data_dir())
    try:
        summary, seconds = timed_run(desk, folder)
    finally:
        desk.close()
    emit(Row(f"{STUDIES:,} studies opened again", summary.studies / seconds, "studies/s", 1500))
    emit(Row("forward passes when opened again", float(summary.scored), "", 0, at_most=True))


def _view(folder: Path) -> None:
    """Look at studies in list order, the large ones among them wherever the model puts them."""
    reader = Reader(folder)
    try:
        places = reader.places_of("deep") + reader.places_of("IM")
        for place in places[:VIEWED]:
            reader.show(place)
        gc.collect()
        emit(Row(f"memory: {STUDIES:,} studies scored, {VIEWED} viewed", memory_megabytes(), "MB", 1200, at_most=True))
        emit(Row("its peak on the way", memory_megabytes(peak=True), "MB"))
    finally:
        reader.close()


if __name__ == "__main__":
    main()
