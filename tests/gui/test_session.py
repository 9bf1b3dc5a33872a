"""The window's place is kept in the data folder and nowhere else; unforeseen errors become one line."""

import sys
import threading

from PySide6.QtWidgets import QMainWindow, QSplitter

from tests.gui.conftest import choose, open_folder
from tests.gui.fake_desk import FakeDesk
from xraydesk.errors import BundleError
from xraydesk.gui.failures import FailureGuard
from xraydesk.gui.film_plan import Layout
from xraydesk.gui.map_layer import MapMode
from xraydesk.gui.reading_look import ReadingLook
from xraydesk.gui.session import FILE, Session
from xraydesk.gui.window import MainWindow


def test_the_window_comes_back_as_it_was(qtbot, tmp_path):
    first = MainWindow(lambda _m: FakeDesk({}), tmp_path)
    qtbot.addWidget(first)
    first.resize(1111, 640)  # the offscreen screen is 800 high and narrower than the window
    first.show()
    first.close()
    assert (tmp_path / FILE).exists()
    second = MainWindow(lambda _m: FakeDesk({}), tmp_path)
    qtbot.addWidget(second)
    assert second.height() == 640
    second.close()


def test_a_broken_session_file_does_no_harm(qtbot, tmp_path):
    (tmp_path / FILE).write_bytes(b"\x00\xff[nonsense\n=geometry")
    window = MainWindow(lambda _m: FakeDesk({}), tmp_path)
    qtbot.addWidget(window)
    window.close()


def test_no_model_is_a_sentence_and_no_crash(qtbot, tmp_path):
    def refuse(_model):
        raise BundleError("The weights do not match their card", remedy="Install the model again")

    window = MainWindow(refuse, tmp_path)
    qtbot.addWidget(window)
    window.show()
    assert not window.connect_desk()
    assert "do not match" in window.start.words.text()
    assert window.footer.use.whole.startswith("Research use. Not a diagnosis.")
    window.close()


def test_unforeseen_errors_are_logged_and_told_in_one_line(qtbot, caplog):
    said = []
    guard = FailureGuard(said.append)
    try:
        sys.excepthook(ValueError, ValueError("secret"), None)
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(said) == 2)
    finally:
        guard.remove()
    assert "secret" not in said[0]
    assert "secret" in caplog.text
    assert "ZeroDivisionError" in said[1]


def test_films_and_map_are_laid_out_as_they_were(qtbot, tmp_path):
    first = MainWindow(lambda _m: FakeDesk({}), tmp_path)
    qtbot.addWidget(first)
    bar, findings = first.read.viewer.layouts, first.read.findings
    bar.choices[Layout.FOUR].trigger()
    bar.link.click()
    findings.modes.setCurrentIndex(findings.modes.findData(MapMode.CONTOURS.value))
    findings.scale.setCurrentText("Viridis")
    findings.opacity.setValue(70)
    findings.map_button.setChecked(True)
    first.close()
    second = MainWindow(lambda _m: FakeDesk({}), tmp_path)
    qtbot.addWidget(second)
    style = second.read.findings.style_of_map()
    assert (style.mode, style.scale, round(style.opacity * 100)) == (MapMode.CONTOURS, "Viridis", 70)
    assert not style.shown  # the map is off until asked for
    assert second.read.viewer.layouts.chosen is Layout.FOUR
    assert second.read.viewer.layouts.link.isChecked()
    assert second.read.films.fill.link.on
    second.close()


def test_a_layout_kept_reaches_the_films(qtbot, make_window, desk, tmp_path):
    desk.images = {5: 2}
    Session(tmp_path).keep(QMainWindow(), QSplitter(), splitter_chosen=False, look=ReadingLook(layout=Layout.TWO))
    window = make_window(desk)
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    choose(qtbot, window, 5)
    assert len(window.read.viewer.grid.cells) == 2


def test_values_that_nobody_knows_leave_the_defaults():
    values = {"layout": "seven", "linked": 3, "map_mode": None, "map_scale": "Jet", "map_opacity": "-4"}
    assert ReadingLook.read(values) == ReadingLook()
    assert ReadingLook.read({"map_opacity": "900"}).opacity == 100
