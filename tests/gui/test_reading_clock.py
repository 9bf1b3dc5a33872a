"""The seconds of a verdict: only those in which the study can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.gui.people import Clock
from xraydesk.gui.reading_clock import ReadingClock


@pytest.fixture
def went() -> Clock:
    return Clock()


@pytest.fixture
def clock(went: Clock) -> ReadingClock:
    return ReadingClock(went)


def test_it_counts_what_is_in_sight(clock: ReadingClock, went: Clock) -> None:
    went.now += 7
    clock.rest()
    clock.rest()
    went.now += 100
    assert clock.seconds == 7
    clock.go_on()
    clock.go_on()
    went.now += 2
    assert clock.seconds == 9
    clock.begin()
    assert clock.seconds == 0


def test_a_study_that_comes_while_nobody_looks_begins_when_somebody_does(clock: ReadingClock, went: Clock) -> None:
    clock.rest()
    clock.begin()
    went.now += 60
    assert clock.seconds == 0
    clock.go_on()
    went.now += 3
    assert clock.seconds == 3


def test_what_is_forgotten_is_never_less_than_nothing(clock: ReadingClock, went: Clock) -> None:
    went.now += 30
    clock.forget(20)
    assert clock.seconds == 10
    went.now += 1
    clock.forget(600)
    assert clock.seconds == 0


def test_other_rooms_and_the_window_put_away_do_not_count(window, went: Clock) -> None:
    clock = window.read.verdict.clock
    clock.clock = went
    window.pages.setCurrentWidget(window.read)
    clock.rest()
    clock.go_on()
    clock.begin()
    went.now += 4
    window.pages.setCurrentWidget(window.start)
    went.now += 50
    window.pages.setCurrentWidget(window.read)
    went.now += 4
    assert clock.seconds == 8
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowStateChange))
    went.now += 50
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowStateChange))
    went.now += 1
    assert clock.seconds == 9
