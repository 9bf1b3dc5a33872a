"""What needs a second read has a chip of its own, where the site wants two readers or two have disagreed."""

import pytest

from tests.gui.conftest import numbers
from tests.gui.test_news import said
from xraydesk.gui.filter_words import description
from xraydesk.gui.saved_filters import SavedFilter, read, written
from xraydesk.triage.listing import Filter
from xraydesk.triage.standing import Status

SECOND = Filter(unread=True, status=str(Status.SECOND))


def tick(qtbot, window, desk):
    before = desk.reading.choices
    window.read.choices.actions["two_readers"].trigger()
    qtbot.waitUntil(lambda: desk.reading.choices != before)


def test_the_chip_is_there_where_two_are_to_read(qtbot, reading, desk):
    chip = reading.read.worklist.filters.chip("second")
    assert chip.isHidden()
    tick(qtbot, reading, desk)
    qtbot.waitUntil(lambda: not chip.isHidden())
    assert chip.text() == "Second read 0"
    tick(qtbot, reading, desk)
    qtbot.waitUntil(chip.isHidden)


def test_it_shows_what_another_has_read_and_waits_for_this_reader(qtbot, reading, desk):
    tick(qtbot, reading, desk)
    desk.reading.news.unheard = [said(2)]
    desk.record_verdict("1.2.3", "normal", 3, "", 1.0, True)  # Ada's own: another is wanted
    reading.read.news.look()
    filters = reading.read.worklist.filters
    qtbot.waitUntil(lambda: filters.chip("second").text() == "Second read 1")
    filters.chip("second").click()
    assert filters.filter() == SECOND
    assert numbers(reading) == [2]


@pytest.mark.parametrize("saved", [SavedFilter("Mine", SECOND)])
def test_it_is_kept_under_a_name_and_brought_back(reading, saved):
    assert read(written(saved)) == saved
    assert description(saved).startswith("Studies that need your second read")
    reading.read.worklist.filters.set_filter(SECOND)
    assert reading.read.worklist.filters.filter() == SECOND
    with pytest.raises(ValueError, match="nothing is called"):
        read("name=a&status=lost")
