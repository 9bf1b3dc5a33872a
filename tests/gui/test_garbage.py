"""Widgets die on the window's thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QWidget

from xraydesk.gui.garbage import GarbageCollector


class Cycle:
    """Refers to itself, so that only the collector ends it; tells which thread that was."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.me = self
        weakref.finalize(self, lambda: ended.append(threading.current_thread()))


@pytest.fixture
def collector(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    gc.enable()
    made = GarbageCollector(parent)
    yield made
    made.stop()
    assert gc.isenabled()


def test_another_thread_does_not_collect(qtbot, collector: GarbageCollector) -> None:
    ended: list[threading.Thread] = []
    Cycle(ended)

    def allocate() -> None:
        kept = [[n] for n in range(gc.get_threshold()[0] * 200)]
        assert kept

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert not ended
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.main_thread()]


def test_nothing_is_done_while_little_was_made(collector: GarbageCollector) -> None:
    gc.collect()
    before = [stats["collections"] for stats in gc.get_stats()]
    collector.collect()
    assert [stats["collections"] for stats in gc.get_stats()] == before
