"""Work in a thread, its outcome on the main thread."""

import threading

import pytest

from xraydesk.errors import FolderError, XraydeskError
from xraydesk.gui.tasks import BACKGROUND, TaskRunner


@pytest.fixture
def runner(qtbot):
    made = TaskRunner(1)
    yield made
    made.close()


def test_the_result_comes_back_on_the_main_thread(qtbot, runner):
    got = []
    runner.run(threading.get_ident, lambda ident: got.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    worker, callback = got[0]
    assert worker != threading.get_ident()
    assert callback == threading.get_ident()


def test_an_error_with_a_sentence_comes_as_it_is(qtbot, runner):
    got = []
    error = FolderError("The folder is gone")

    def fail():
        raise error

    runner.run(fail, None, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [error]


def test_an_unforeseen_error_becomes_a_sentence_and_goes_to_the_log(qtbot, runner, caplog):
    got = []
    runner.run(lambda: 1 / 0, None, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert type(got[0]) is XraydeskError
    assert "division" not in str(got[0])
    assert "ZeroDivisionError" in caplog.text


def test_what_waits_can_be_cancelled(qtbot, runner):
    gate, got = threading.Event(), []
    runner.run(lambda: gate.wait(10), lambda _: got.append("first"))
    runner.run(lambda: None, lambda _: got.append("second")).cancel()
    runner.run(lambda: None, lambda _: got.append("third"))
    gate.set()
    qtbot.waitUntil(lambda: "third" in got)
    assert got == ["first", "third"]


def test_what_the_reader_waits_for_goes_first(qtbot, runner):
    gate, got = threading.Event(), []
    runner.run(lambda: gate.wait(10))
    runner.run(lambda: got.append("later"), priority=BACKGROUND)
    runner.run(lambda: got.append("now"))
    gate.set()
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == ["now", "later"]


def test_nothing_is_called_after_close(qtbot, runner):
    got, started, gate = [], threading.Event(), threading.Event()

    def slow():
        started.set()
        return gate.wait(10)

    runner.run(slow, got.append)
    started.wait(10)
    threading.Timer(0.05, gate.set).start()
    runner.close()
    assert runner.run(lambda: None, got.append).cancelled
    qtbot.wait(20)
    assert got == []
