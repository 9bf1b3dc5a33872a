"""A worklist of 100,000 made-up studies: into the table, on screen, sorted, filtered, scrolled; the memory it took.

The headers are made up, as a scan of so many files would measure the disk.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QTableView

from tests.bench.rows import Row, emit, memory_megabytes
from xraydesk.gui.app import application
from xraydesk.gui.ordering import ARRIVAL, TRIAGE, Column, Sorting
from xraydesk.gui.worklist_panel import WorklistPanel
from xraydesk.imaging.radiograph import Header
from xraydesk.imaging.study import Instance, Study
from xraydesk.triage.assessment import Assessment, Band
from xraydesk.triage.ledger import Ledger
from xraydesk.triage.listing import Filter, Listing

STUDIES = 100_000
FRAMES = 100
_DAY = datetime.fromisoformat("2026-03-04")


def main() -> None:
    """Measure in the order in which a day goes."""
    app = application("dark")
    random.seed(0)
    studies = [_study(number) for number in range(STUDIES)]
    blank = [Assessment(study.study_id, None, "", None, {}, None, ()) for study in studies]
    known = [_assessment(study) for study in studies]
    ledger, panel = Ledger(), WorklistPanel()
    panel.resize(900, 1000)
    panel.show()
    app.processEvents()
    _emit("opened: taken in and on screen", lambda: _open(ledger, panel, studies, blank), 1000)
    _emit("all assessed", lambda: ledger.assess(known), None)
    _emit("on screen again", lambda: _painted(panel), 1000)
    for words, sorting in (
        ("label", Sorting(Column.SCORE, True, "mass")),
        ("arrival", ARRIVAL),
        ("waiting, floor", Sorting(Column.WAITING, True, floor=Band.LIKELY)),
        ("triage", TRIAGE),
    ):
        _emit(f"sorted by {words}, first time", lambda to=sorting: panel.sort(to), 150)
        ledger.assess(known[:1])
        _emit(f"sorted by {words}, after a change", lambda to=sorting: panel.sort(to), 150)
    for words, wanted in (("band", Filter(Band.LIKELY)), ("search", Filter(text="a-0042")), ("none", Filter())):
        _emit(f"filtered: {words}", lambda to=wanted: panel.filters.changed.emit(to), 150)
    _scroll(panel.table)
    emit(Row(f"memory: {STUDIES:,} studies in the list", memory_megabytes(), "MB", 600, at_most=True))
    panel.close()


def _emit(what: str, work: Callable[[], object], most_ms: float | None) -> None:
    """Time some work; where others keep the machine busy, the processor's own time says more than the clock."""
    began, spent = time.perf_counter(), time.process_time()
    work()
    clock, processor = (
        (now - then) * 1000 for now, then in ((time.perf_counter(), began), (time.process_time(), spent))
    )
    emit(Row(f"{STUDIES:,} studies {what}", clock, "ms", most_ms, at_most=True))
    emit(Row("of it on the processor", processor, "ms"))


def _open(ledger: Ledger, panel: WorklistPanel, studies: list[Study], blank: list[Assessment]) -> None:
    ledger.open(studies, blank)
    panel.open(Listing(ledger))
    _painted(panel)


def _painted(panel: WorklistPanel) -> None:
    panel.refresh()
    panel.grab()


def _scroll(table: QTableView) -> None:
    bar = table.verticalScrollBar()
    began, spent = time.perf_counter(), time.process_time()
    for frame in range(FRAMES):
        bar.setValue(bar.maximum() * (frame * 37 % FRAMES) // FRAMES + frame)
        assert not table.viewport().grab().isNull()  # a window that is not exposed would not repaint
    emit(Row("jumps in the list, painted", FRAMES / (time.perf_counter() - began), "frames/s", 50))
    emit(Row("by the processor's time", FRAMES / (time.process_time() - spent), "frames/s"))


def _study(number: int) -> Study:
    uid = f"1.2.840.99999.{number}"
    header = Header(
        patient_id=f"A-{number:06}",
        patient_name=f"Made^Up {number}",
        age_years=random.random() * 90,
        sex=random.choice("FM"),
        body_part="CHEST",
        view="AP",
        study_uid=uid,
        study_time=_DAY + timedelta(seconds=number),
    )
    return Study(uid, (Instance(Path(f"/films/{number}.dcm"), 0, header, 2048, 2048, 1, 0, "dicom"),))


def _assessment(study: Study) -> Assessment:
    p = random.random()
    if p < 0.03:
        return Assessment(study.study_id, Band.NOT_ASSESSED, "the patient is too old", None, {}, None, ())
    band = Band.LIKELY if p > 0.9 else Band.UNCERTAIN if p > 0.8 else Band.LOW
    labels = {"abnormal": p, "mass": random.random(), "effusion": random.random()}
    return Assessment(study.study_id, band, "", p, labels, 0, (), "chest")


if __name__ == "__main__":
    main()
