"""What other readers say while the folder is open stands in the list, and takes nothing from the reader's hand."""

from __future__ import annotations

from datetime import datetime

from tests.gui.conftest import choose
from xraydesk.gui.ordering import Column
from xraydesk.gui.worklist_cells import cell_text
from xraydesk.store.verdicts import Verdict


def said(number: int, reader: str = "Bob") -> Verdict:
    study = f"1.2.{number}"
    now = datetime.fromisoformat("2026-03-04T08:00:00+00:00")
    return Verdict(reader, study, "normal", 4, "", 3.0, True, "", "", "", None, (), 900 + number, now)


def test_rows_change_in_place_and_what_was_entered_stays(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    read = reading.read
    read.verdict.choose(0)
    read.verdict.comment.setText("half a thought")
    shown, place = read.worklist.model.shown(), read.worklist.table.place()
    desk.reading.news.unheard = [said(1), said(2)]
    read.news.look()
    qtbot.waitUntil(lambda: "Bob" in read.verdict.earlier.text())
    assert (read.worklist.model.shown(), read.worklist.table.place()) == (shown, place)
    assert read.verdict.answers.checkedId() == 0
    assert read.verdict.comment.text() == "half a thought"
    row = read.worklist.model.row_at(read.worklist.model.place_of("1.2.1"))
    assert "Bob: normal" in cell_text(row, Column.NOTE)


def test_looks_go_on_by_themselves_also_after_one_that_failed(qtbot, reading, desk):
    news = reading.read.news
    news._pause.setInterval(5)
    desk.full_disk = True
    news.look()
    qtbot.waitUntil(lambda: desk.reading.news.looks > 2)
    assert not reading.banner.isVisible()
    desk.full_disk = False
    desk.reading.news.unheard = [said(1)]
    qtbot.waitUntil(lambda: desk.worklist.rows([desk.worklist.number("1.2.1")])[0].verdict is not None)
    reading.close()
    assert not news._pause.isActive()
