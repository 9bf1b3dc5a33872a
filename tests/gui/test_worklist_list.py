"""The worklist beyond triage and arrival order: other orders, columns, windows of a long list."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import TRIAGE, numbers, open_folder
from tests.gui.fake_desk import LABEL, FakeDesk
from xraydesk.gui import words
from xraydesk.gui.column_room import LEAST_NOTE
from xraydesk.gui.filter_words import WAITING
from xraydesk.gui.ordering import Column, Sorting
from xraydesk.gui.window import MainWindow
from xraydesk.gui.worklist_cells import cell_text, waiting
from xraydesk.gui.worklist_model import COLUMNS, PAGE, WorklistModel


def orders(window):
    """Return the actions of the menu of orders, by their words."""
    menu = window.read.worklist.orders.more.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_by_waiting_time_with_what_is_likely_above_all(reading):
    orders(reading)["Longest waiting first"].trigger()
    assert numbers(reading) == [1, 2, 3, 4, 5, 6, 7]
    orders(reading)["Longest waiting first, likely and uncertain above all"].trigger()
    assert numbers(reading) == [1, 2, 5, 3, 6, 4, 7], "what was not assessed stands above the low ones"
    assert [words for words, action in orders(reading).items() if action.isChecked()] == [WAITING[2][0]]
    assert not reading.read.worklist.orders.triage.isChecked()
    reading.read.worklist.orders.triage.click()
    assert numbers(reading) == TRIAGE


def test_by_the_probability_of_one_label(qtbot, make_window):
    desk = FakeDesk({1: 0.2, 2: 0.9, 3: None})
    desk.knees = {1}  # whose model gives more labels
    window = make_window(desk)
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    assert set(orders(window)) >= {f"Probability of {LABEL}", "Probability of KL >= 3"}
    orders(window)["Probability of KL >= 3"].trigger()
    model = window.read.worklist.model
    assert numbers(window) == [1, 2, 3]
    assert [model.probability(model.row_at(n)) for n in range(3)] == [0.61, None, None]
    assert model.index(0, COLUMNS.index(Column.SCORE)).data() == "0.61"


def test_columns_are_chosen_and_kept(qtbot, tmp_path):
    first = MainWindow(lambda _m: FakeDesk({}), tmp_path)
    qtbot.addWidget(first)
    menu = first.read.worklist.columns
    ticks = {action.data(): action for action in menu.actions()}
    assert ticks["AGE"].isChecked()
    assert not ticks["MODEL"].isChecked()
    assert not {"BAND", "NOTE", "SCORE", "PATIENT"} & ticks.keys(), "the promises stand on these"
    ticks["MODEL"].setChecked(True)
    ticks["AGE"].setChecked(False)
    assert first.read.worklist.table.isColumnHidden(COLUMNS.index(Column.AGE))
    first.close()
    second = MainWindow(lambda _m: FakeDesk({}), tmp_path)
    qtbot.addWidget(second)
    assert Column.MODEL in second.read.worklist.table.columns
    assert Column.AGE not in second.read.worklist.table.columns
    second.close()


def test_columns_without_room_are_scrolled_to_and_stay_in_sight(qtbot, reading):
    panel = reading.read.worklist
    table, note = panel.table, COLUMNS.index(Column.NOTE)
    assert not table.horizontalScrollBar().maximum()
    more = panel.orders.more.menu()
    more.aboutToShow.emit()
    assert panel.columns in [action.menu() for action in more.actions()], "without a mouse too"
    ticks = {action.data(): action for action in panel.columns.actions()}
    for name in ("WAITING", "STATUS", "VERDICT", "AGREEMENT"):
        ticks[name].setChecked(True)
        assert not table.isColumnHidden(COLUMNS.index(Column[name]))
    assert table.columnWidth(note) >= LEAST_NOTE
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    table.select_place(0)
    for _ in range(table.model().columnCount()):
        QTest.keyClick(table, Qt.Key.Key_Right)
    right = table.horizontalScrollBar().value()
    assert right > 0
    panel.step(1)
    assert table.place() == 1
    assert table.horizontalScrollBar().value() == right
    panel.model.resort()
    assert table.horizontalScrollBar().value() == right
    for name in ("WAITING", "STATUS", "VERDICT", "AGREEMENT"):
        ticks[name].setChecked(False)
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().maximum())


def test_the_largest_rank_fits_its_column_also_where_few_are_shown(reading, monkeypatch):
    table = reading.read.worklist.table
    rank = COLUMNS.index(Column.RANK)
    before = table.columnWidth(rank)
    counts = replace(table.model().counts(), total=123_456)
    monkeypatch.setattr(table.model(), "counts", lambda: counts)
    table.model().modelReset.emit()
    assert table.columnWidth(rank) >= before + 8


def test_what_the_new_columns_say(reading, desk):
    desk.record_verdict("1.2.2", "abnormal", 4, "", 3.0, True)
    reading.read.refresh_rows()
    read, unread = desk.row("1.2.2"), desk.row("1.2.1")
    assert [cell_text(read, c) for c in (Column.STATUS, Column.VERDICT, Column.MODEL)] == [
        "Read",
        "abnormal, 4/5",
        "chest-pneumonia",
    ]
    assert [cell_text(read, c) for c in (Column.VIEW, Column.DATE, Column.SEX)] == ["AP", "2026-03-04", "F"]
    assert cell_text(replace(read, taken=None), Column.DATE) == ""
    assert waiting(read) == ""
    assert waiting(unread, unread.arrived + timedelta(minutes=200)) == "3 h 20 min"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(-5, ""), (0, "0 min"), (59, "59 min"), (60, "1 h 0 min"), (2879, "47 h 59 min"), (2880, "2 d")],
)
def test_waiting_times(minutes, said):
    assert words.waiting(timedelta(minutes=minutes)) == said


def test_only_what_is_looked_at_becomes_rows(qtmodeltester):
    desk = FakeDesk(dict.fromkeys(range(1, 501), 0.5))
    desk.listener = type("Quiet", (), {"__getattr__": lambda *_: lambda *_: None})()
    desk.scan()
    asked: list[int] = []
    plain = desk.worklist.rows
    desk.worklist.rows = lambda some: asked.append(len(some)) or plain(some)
    model = WorklistModel()
    model.open(desk.worklist)
    model.refresh()
    assert (model.rowCount(), asked) == (500, [])
    assert model.row_at(300).study_id == "1.2.301"
    assert model.row_at(301).study_id == "1.2.302"
    assert asked == [PAGE]
    assert model.next_unread(499) == 0
    model.set_sorting(Sorting(Column.ARRIVED, descending=True))
    assert model.place_of("1.2.500") == 0
    qtmodeltester.check(model)


def test_rows_of_a_folder_that_was_left_are_blank_and_no_error(reading, desk):
    model = reading.read.worklist.model
    desk.ledger.open([], [])
    model._pages.clear()
    assert model.index(0, 1).data() is None
    assert not reading.grab().isNull()
    reading.read.refresh_rows()
    assert model.rowCount() == 0
