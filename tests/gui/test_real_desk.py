"""The window on the real desk: real files, a tiny real model, a real database."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer

from tests.triage.fakes import Ears
from xraydesk.errors import XraydeskError
from xraydesk.gui import app, theme
from xraydesk.gui.ordering import Column
from xraydesk.gui.window import MainWindow
from xraydesk.gui.worklist_cells import cell_text
from xraydesk.gui.worklist_model import COLUMNS
from xraydesk.settings import change_settings
from xraydesk.triage.assessment import Band
from xraydesk.triage.desk import Desk


@pytest.fixture
def window(qtbot, installed: Path):
    made = MainWindow(app.desk_factory(installed, "cpu"), installed)
    made.session.set_greeted()
    made.resize(1400, 900)
    made.show()
    assert made.connect_desk()
    yield made
    made.close()
    made.deleteLater()


def scored(qtbot, window: MainWindow, folder: Path) -> None:
    with qtbot.waitSignal(window.link.finished):
        window.open_folder(folder)


def study_of(window: MainWindow, patient: str) -> str:
    return next(r.study_id for r in window.link.desk.rows() if r.patient_id == patient)


def test_from_folder_to_verdict_on_disk(qtbot, window, installed, film_folder):
    scored(qtbot, window, film_folder)
    read = window.read
    rows = window.link.desk.rows()
    assert {r.patient_id for r in rows} >= {"C0", "C1", "C2", "A0"}
    adult = next(r for r in rows if r.patient_id == "A0")
    assert adult.band is Band.NOT_ASSESSED
    study = study_of(window, "C1")
    read.worklist.table.select(study)
    qtbot.waitUntil(lambda: read.viewer.canvas.picture is not None and read.viewer.canvas.map is not None)
    read.verdict.choose(1)
    read.verdict.set_confidence(4)
    read.verdict.submit()
    qtbot.waitUntil(lambda: "saved" in window.footer.log.text())
    window.close()
    with Desk(installed, device="cpu") as again:
        window.link.desk = None
        assert again.verify_logs() == []
        assert again.recent_folders()[0] == film_folder


def test_the_same_folder_again_keeps_verdicts_and_scores(qtbot, window, film_folder):
    scored(qtbot, window, film_folder)
    study = study_of(window, "C0")
    window.read.worklist.table.select(study)
    window.read.verdict.choose(0)
    window.read.verdict.submit()
    qtbot.waitUntil(lambda: "saved" in window.footer.log.text())
    scored(qtbot, window, film_folder)
    row = next(r for r in window.link.desk.rows() if r.study_id == study)
    assert row.status == "read"
    model = window.read.worklist.model
    note = model.index(model.place_of(study), COLUMNS.index(Column.NOTE)).data()
    assert "You: abnormal, 3/5" in note


def test_a_film_that_cannot_be_read_shows_its_reason(qtbot, window, film_folder):
    scored(qtbot, window, film_folder)
    broken = next(r for r in window.link.desk.rows() if r.reason and r.patient_id in ("B0", ""))
    window.read.worklist.table.select(broken.study_id)
    canvas = window.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.message not in ("", "Loading …"))
    assert "Traceback" not in canvas.message


def test_closing_at_once_while_it_runs(qtbot, window, film_folder):
    window.open_folder(film_folder)
    window.close()
    assert window.link.desk is None


def test_a_folder_that_does_not_exist(qtbot, window, tmp_path):
    scored(qtbot, window, tmp_path / "nowhere")
    assert window.start.heading.text() == "This did not work"
    assert str(tmp_path) in window.start.words.text()


@pytest.mark.parametrize("dark", [True, False])
def test_a_picture_of_the_window(qapp, installed, film_folder, tmp_path, dark):
    out = tmp_path / "window.png"
    app.save_screenshot(film_folder, installed, out, size=(1366, 768), device="cpu", dark=dark)
    with Image.open(out) as image:
        assert image.size == (1366, 768)
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == []


def test_a_picture_of_a_folder_that_is_gone_is_an_error(qapp, installed, tmp_path):
    with pytest.raises(XraydeskError):
        app.save_screenshot(tmp_path / "gone", installed, tmp_path / "x.png", device="cpu")


def test_run_window_shows_scores_and_ends_with_the_window(qapp, installed, film_folder, monkeypatch):
    seen = []

    def look() -> None:
        [window] = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        if window.link.running or not window.read.worklist.model.rowCount():
            QTimer.singleShot(20, look)
            return
        seen.append(window.read.worklist.model.rowCount())
        window.close()

    QTimer.singleShot(0, look)
    assert app.run_window(film_folder, installed, None, "cpu") == 0
    assert seen == [6]


def test_run_window_wears_the_colours_that_were_chosen(qapp, installed, monkeypatch):
    change_settings(installed, theme="light")
    worn = []

    def look() -> None:
        [window] = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        if window.link.desk is None:
            QTimer.singleShot(20, look)
            return
        worn.append(theme.current().name)
        window.close()

    QTimer.singleShot(0, look)
    try:
        assert app.run_window(None, installed, None, "cpu") == 0
    finally:
        theme.put_on(qapp, "dark")
    assert worn == ["light"]


def test_what_is_said_at_a_second_desk_comes_into_the_window(qtbot, window, installed, film_folder):
    scored(qtbot, window, film_folder)
    name = study_of(window, "C1")
    window.read.news._pause.setInterval(50)
    window.read.news.look()
    with Desk(installed, reader="Bob", device="cpu") as other:
        other.start(film_folder, Ears())
        assert other.wait(60)
        other.record_verdict(name, "abnormal", 5, "", 2.0, True)
    model = window.read.worklist.model
    qtbot.waitUntil(lambda: "Bob: abnormal" in cell_text(model.row_at(model.place_of(name)), Column.NOTE))
