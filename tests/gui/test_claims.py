"""Several readers on one list: who reads what is in the list and beside the film, and nobody is kept out."""

from datetime import datetime

from tests.gui.conftest import choose
from xraydesk.gui.claim_desk import held_words
from xraydesk.gui.ordering import Column
from xraydesk.gui.worklist_cells import cell_text
from xraydesk.triage.reading import Claim


def held(desk, number, reader="Dr A"):
    """Let another reader have a study on screen."""
    desk.reading.claims.others[f"1.2.{number}"] = Claim(reader, "/films", f"1.2.{number}", 1000.0)


def test_what_is_on_screen_is_claimed_and_given_up_at_the_end(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    qtbot.waitUntil(lambda: desk.reading.claims.mine == "1.2.2")
    choose(qtbot, reading, 5)
    qtbot.waitUntil(lambda: desk.reading.claims.mine == "1.2.5")
    reading.close()
    assert desk.reading.claims.mine == ""


def test_the_second_reader_is_told_and_may_read(qtbot, reading, desk):
    held(desk, 2)
    choose(qtbot, reading, 2)
    note = reading.read.verdict.held
    qtbot.waitUntil(note.isVisible)
    assert note.text() == held_words("Dr A", 1000.0)
    assert note.text().endswith("you may read it too.")
    model = reading.read.worklist.model
    row = model.row_at(reading.read.worklist.table.place())
    assert cell_text(row, Column.STATUS) == "Read by Dr A now"
    assert "Read by Dr A now" in cell_text(row, Column.NOTE)
    reading.read.verdict.choose(0)
    reading.read.verdict.submit()
    qtbot.waitUntil(lambda: bool(desk.log))
    qtbot.waitUntil(lambda: not note.isVisible())


def test_a_claim_that_cannot_be_written_stops_nobody(qtbot, reading, desk):
    desk.full_disk = True
    choose(qtbot, reading, 2)
    choose(qtbot, reading, 1)
    assert not reading.banner.isVisible()
    assert not reading.read.verdict.held.isVisible()


def test_the_hour_says_today_and_the_date_says_another_day():
    today = datetime.now().replace(hour=10, minute=4)
    assert held_words("Dr A", today.timestamp()) == "Dr A has had this open since 10:04; you may read it too."
    assert "since 1970-01-0" in held_words("Dr A", 90000.0)
