"""Two hundred studies read blind on the real desk, one after the other, with keys alone; nothing piles up."""

from __future__ import annotations

import gc
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import films
from tests.bench.rows import memory_megabytes
from xraydesk.gui import app, picture_loader
from xraydesk.gui.verdict_panel import SECOND
from xraydesk.gui.window import MainWindow
from xraydesk.triage import desk
from xraydesk.triage.images import ImageCache
from xraydesk.triage.reading import Choices

STUDIES = 200
KEPT = 8 << 20  # bytes of films kept in memory: full long before the fiftieth study, as real ones would be


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "night"
    folder.mkdir()
    for n in range(STUDIES):
        picture = films.picture(420, 360, seed=n)
        films.write_dicom(folder / f"{n:03}.dcm", picture, PatientID=f"N{n:03}", PatientAge="003Y")
    return folder


@pytest.fixture
def blind(qtbot, installed, folder, monkeypatch):
    monkeypatch.setattr(picture_loader, "KEEP_BYTES", KEPT)
    monkeypatch.setattr(desk, "ImageCache", partial(ImageCache, limit_bytes=KEPT))
    window = MainWindow(app.desk_factory(installed, "cpu"), installed)
    window.session.set_greeted()
    window.resize(1400, 900)
    window.show()
    assert window.connect_desk()
    window.link.desk.reading.choose(Choices(blind_first=True))
    with qtbot.waitSignal(window.link.finished):
        window.open_folder(folder)
    yield window
    window.close()
    window.deleteLater()


def press(window: MainWindow, which: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, which)


def read_one(qtbot, window: MainWindow) -> str:
    """Look, window, answer, see the map, answer again; the next study comes by itself."""
    read = window.read
    study = read.worklist.table.selected
    qtbot.waitUntil(lambda: read.viewer.canvas.picture is not None)
    press(window, Qt.Key.Key_I)
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read.verdict.heading.text() == SECOND)
    qtbot.waitUntil(lambda: read.viewer.canvas.map is not None)
    window.grab()
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read.worklist.table.selected != study or "All studies" in window.footer.log.text())
    return study


def test_two_hundred_studies_leave_nothing_behind(qtbot, blind):
    read = blind.read
    read.next_unread()
    read.findings.toggle_map()
    seen, memory = [], {}
    for done in range(1, STUDIES + 1):
        seen.append(read_one(qtbot, blind))
        if done in (50, STUDIES):
            gc.collect()
            memory[done] = memory_megabytes()
    assert len(set(seen)) == STUDIES
    rows = blind.link.desk.rows()
    assert {row.status for row in rows} == {"read"}
    assert all(len(blind.link.desk.verdicts(row.study_id)) == 2 for row in rows)
    assert memory[STUDIES] <= 1.1 * memory[50], f"MB after 50 and 200 studies: {memory}"
