"""The window's place is kept in the data folder and nowhere else; unforeseen errors become one line."""

import sys
import threading

from tests.gui.fake_desk import FakeDesk
from xraydesk.errors import BundleError
from xraydesk.gui.failures import FailureGuard
from xraydesk.gui.session import FILE
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
    assert window.footer.use.text().startswith("Research use. Not a diagnosis.")
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
