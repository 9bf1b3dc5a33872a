"""Verdicts taken back, the before-and-after protocol, and going on by itself."""

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import TRIAGE, choose, numbers
from tests.gui.test_reading import key
from xraydesk.gui.ordering import TRIAGE as BY_TRIAGE
from xraydesk.gui.ordering import Column
from xraydesk.gui.verdict_desk import NOTHING_TO_TAKE_BACK
from xraydesk.gui.verdict_panel import HEADING, KEEP, SECOND
from xraydesk.gui.worklist_cells import cell_text
from xraydesk.triage.assessment import Band


def answer(qtbot, window, desk, number, which=Qt.Key.Key_1):
    """Answer the study on screen and wait until that is written."""
    before = len(desk.log.get(f"1.2.{number}", ()))
    key(window, which)
    key(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.log.get(f"1.2.{number}", ())) > before)
    qtbot.waitUntil(lambda: "saved" in window.footer.log.text())


def tick(qtbot, window, desk, name):
    """Choose in the model's menu how to read."""
    menu = window.top.model.menu()
    menu.aboutToShow.emit()
    before = desk.reading.choices
    action = window.read.choices.actions[name]
    assert action in menu.actions()
    action.trigger()
    qtbot.waitUntil(lambda: desk.reading.choices != before)
    qtbot.wait(20)


@pytest.fixture
def blind(qtbot, reading, desk):
    """Return a window in which the model's answer is hidden at first."""
    tick(qtbot, reading, desk, "blind_first")
    return reading


def test_u_takes_the_last_verdict_back_and_returns_to_its_study(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    answer(qtbot, reading, desk, 2)
    table = reading.read.worklist.table
    qtbot.waitUntil(lambda: table.selected == "1.2.5")
    key(reading, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: table.selected == "1.2.2")
    assert "A-0002 taken back" in reading.footer.log.text()
    assert [verdict.withdrawn is None for verdict in desk.log["1.2.2"]] == [False], "the row stays"
    assert reading.read.worklist.filters.chip("unread").text() == "Unread 7"
    assert reading.read.verdict.earlier.text() == ""
    key(reading, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: reading.read.verdict.state.text() == NOTHING_TO_TAKE_BACK)


def test_a_verdict_that_cannot_be_taken_back_stands(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    answer(qtbot, reading, desk, 2)
    desk.full_disk = True
    key(reading, Qt.Key.Key_U)
    qtbot.waitUntil(reading.banner.isVisible)
    assert "NOT taken back" in reading.footer.log.text()
    assert desk.row("1.2.2").status == "read"


def test_what_was_taken_back_is_found_behind_a_filter(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    answer(qtbot, reading, desk, 2)
    reading.read.worklist.filters.chip(Band.LOW).click()
    key(reading, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: reading.read.worklist.table.selected == "1.2.2")


def test_a_correction_is_one_more_row(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    answer(qtbot, reading, desk, 2)
    choose(qtbot, reading, 2)
    answer(qtbot, reading, desk, 2, Qt.Key.Key_2)
    assert [verdict.answer for verdict in desk.log["1.2.2"]] == ["abnormal", "normal"]
    assert desk.row("1.2.2").verdict.answer == "normal"


def test_without_going_on_the_study_stays(qtbot, reading, desk):
    tick(qtbot, reading, desk, "auto_advance")
    choose(qtbot, reading, 2)
    answer(qtbot, reading, desk, 2)
    qtbot.wait(30)
    assert reading.read.worklist.table.selected == "1.2.2"


def test_the_list_gives_nothing_away_before_the_first_verdict(qtbot, blind, desk):
    panel = blind.read.worklist
    assert numbers(blind) == [1, 2, 3, 4, 5, 6, 7], "in order of arrival, by triage order too"
    for column in (Column.SCORE, Column.BAND):
        panel.table.horizontalHeader().sectionClicked.emit(list(Column).index(column))
        assert [n for n in numbers(blind) if n not in (3, 6)] == [1, 2, 4, 5, 7]
    row = desk.row("1.2.2")
    assert [cell_text(row, c) for c in (Column.BAND, Column.SCORE, Column.NOTE)] == ["Hidden", "–", ""]
    assert panel.filters.chip(Band.LIKELY).text() == "Likely 0"
    panel.filters.search.setText("likely")
    assert panel.model.rowCount() == 0
    assert desk.row("1.2.3").reason, "what was not assessed stands there with its reason"


def test_the_list_says_which_order_holds_and_why(qtbot, blind, desk):
    panel = blind.read.worklist
    orders = panel.orders
    assert (orders.triage.isChecked(), orders.arrival.isChecked()) == (False, True)
    assert not orders.triage.isEnabled()
    assert orders.why.isVisible()
    assert orders.why.text() == "In order of arrival: the model's answer is hidden until your first verdict"
    assert panel.table.horizontalHeader().sortIndicatorSection() == list(Column).index(Column.ARRIVED)
    panel.table.horizontalHeader().sectionClicked.emit(list(Column).index(Column.BAND))
    assert "orders nothing" in orders.why.text()
    panel.table.horizontalHeader().sectionClicked.emit(list(Column).index(Column.AGE))
    assert not orders.why.isVisible()
    panel.sort(BY_TRIAGE)
    tick(qtbot, blind, desk, "blind_first")
    assert (orders.triage.isChecked(), orders.arrival.isChecked()) == (True, False), "the order asked for is kept"
    assert orders.triage.isEnabled()
    assert not orders.why.isVisible()


def test_first_the_reader_then_the_model_then_the_reader_again(qtbot, blind, desk):
    choose(qtbot, blind, 2)
    findings, panel = blind.read.findings, blind.read.verdict
    assert "Hidden" in findings.reason.text()
    assert not findings.line.isVisible()
    assert not findings.band.isVisible()
    assert not findings.map_button.isEnabled()
    assert desk.activation_map("1.2.2", 0, "pneumonia") is None
    panel.comment.setText("left base")
    answer(qtbot, blind, desk, 2, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: panel.heading.text() == SECOND)
    assert blind.read.worklist.table.selected == "1.2.2"
    assert findings.line.isVisible()
    assert (panel.state.text(), panel.answers.checkedId(), panel.comment.text()) == (KEEP, 1, "left base")
    assert desk.row("1.2.2").status == "draft"
    key(blind, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: blind.read.worklist.table.selected == "1.2.3")
    first, second = desk.log["1.2.2"]
    assert (first.answer, first.model_shown, second.answer, second.model_shown) == ("normal", False, "normal", True)
    assert desk.row("1.2.2").status == "read"
    assert panel.heading.text() == HEADING


def test_a_first_verdict_left_alone_asks_for_the_second_on_return(qtbot, blind, desk):
    choose(qtbot, blind, 2)
    answer(qtbot, blind, desk, 2)
    choose(qtbot, blind, 1)
    assert blind.read.verdict.heading.text() == HEADING
    choose(qtbot, blind, 2)
    assert blind.read.verdict.heading.text() == SECOND


def test_what_was_seen_once_is_not_called_unseen_again(qtbot, blind, desk):
    choose(qtbot, blind, 2)
    answer(qtbot, blind, desk, 2)
    qtbot.waitUntil(lambda: blind.read.verdict.heading.text() == SECOND)
    key(blind, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: blind.read.verdict.heading.text() == HEADING)
    answer(qtbot, blind, desk, 2)
    assert desk.log["1.2.2"][-1].model_shown


def test_a_map_seen_before_is_gone_while_the_answer_is_hidden(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    canvas = reading.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.map is not None)
    tick(qtbot, reading, desk, "blind_first")
    qtbot.waitUntil(lambda: canvas.map is None)
    tick(qtbot, reading, desk, "blind_first")
    qtbot.waitUntil(lambda: canvas.map is not None)
    assert numbers(reading) == TRIAGE
