"""Two people at one real desk: each signs in, reads under the own name, and comes back to the own place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui import people
from tests.gui.people import Clock
from tests.gui.test_sign_in import sign_in
from xraydesk.gui import app
from xraydesk.gui.window import MainWindow
from xraydesk.store.accounts import Role


@pytest.fixture
def window(qtbot, installed: Path, monkeypatch):
    people.quick(monkeypatch)
    people.accounts(installed, Bo=Role.READER)
    made = MainWindow(app.desk_factory(installed, "cpu"), installed)
    made.session.set_greeted()
    made.entrance.idle.clock = Clock()
    made.resize(1400, 900)
    made.show()
    made.entrance.enter(lambda: made.connect_desk() and made.folders.go_on())
    assert made.link.desk is None, "nobody has signed in"
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def study_of(window: MainWindow, patient: str) -> str:
    return next(row.study_id for row in window.link.desk.rows() if row.patient_id == patient)


def test_each_reads_under_the_own_name_and_comes_back_to_the_own_place(qtbot, window, film_folder):
    sign_in(qtbot, window, "Bo")
    with qtbot.waitSignal(window.link.finished):
        window.open_folder(film_folder)
    read, table = window.read, window.read.worklist.table
    study, other = study_of(window, "C1"), study_of(window, "C2")
    table.select(study)
    read.verdict.choose(0)
    read.verdict.submit()
    qtbot.waitUntil(lambda: "saved" in window.footer.log.text())
    table.select(other)
    qtbot.waitUntil(lambda: read.viewer.canvas.picture is not None)
    read.verdict.choose(1)
    QTest.keyClicks(read.verdict.comment, "not given yet")
    desk = window.link.desk
    assert {verdict.reader for verdict in desk.verdicts(study)} == {"Bo"}
    window.entrance.sign_out()
    assert window.link.desk is None
    sign_in(qtbot, window, "Ada")
    assert window.link.desk.reader == "Ada"
    assert window.link.folder is None, "nobody else's place"
    window.entrance.sign_out()
    with qtbot.waitSignal(window.link.finished):
        sign_in(qtbot, window, "Bo")
    qtbot.waitUntil(lambda: table.selected == other)
    assert window.link.folder == film_folder
    assert read.verdict.comment.text() == "not given yet"


def test_a_picture_of_the_window_shows_no_film_of_a_guarded_desk(qtbot, installed, film_folder, tmp_path, monkeypatch):
    people.quick(monkeypatch)
    people.accounts(installed)
    app.save_screenshot(film_folder, installed, tmp_path / "picture.png", size=(800, 600), device="cpu")
    assert (tmp_path / "picture.png").is_file()
