"""A site's sample at the reading desk: it is the list, in the order drawn, with the model's answer hidden for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import FOLDER, TRIAGE, numbers
from tests.gui.test_access import nameless
from xraydesk.gui.blind_dialog import BlindDialog
from xraydesk.gui.ordering import ARRIVAL
from xraydesk.research.sampling import Progress
from xraydesk.triage.assessment import Band
from xraydesk.triage.listing import Filter

DRAWN = (4, 9, 2, 6, 1)  # the ninth lies in another folder
ELSEWHERE = Path("/others")


def progress(*read: int) -> Progress:
    places = tuple((f"1.2.{n}", ELSEWHERE if n == 9 else FOLDER) for n in DRAWN)
    waiting = tuple(place for place in places if int(place[0].rsplit(".", 1)[1]) not in read)
    return Progress(len(DRAWN), len(read), 0, 0, 0, 0, 0, places, waiting)


@pytest.fixture
def begin(qtbot, reading, desk):
    """Return what begins a sample with the model's answer hidden; studies asked for are kept in a list."""
    wanted = []
    reading.read.samples.study_wanted.disconnect()
    reading.read.samples.study_wanted.connect(lambda study, folder: wanted.append((study, folder)))

    def make(*read):
        reading.read.samples.begin(progress(*read))
        dialog = reading.findChild(BlindDialog)
        assert nameless(dialog) == []
        qtbot.mouseClick(dialog.hidden, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(wanted))
        return wanted

    return make


def test_the_sample_is_the_list_in_the_order_drawn_and_blind(qtbot, reading, desk, begin):
    worklist, said = reading.read.worklist, []
    worklist.filters.chip(Band.LIKELY).click()
    worklist.sort(ARRIVAL)
    reading.read.log_said.connect(said.append)
    assert begin(2) == [("1.2.4", FOLDER)]  # the first that is to be read, here before elsewhere
    assert numbers(reading) == [4, 2, 6, 1]
    assert desk.reading.choices.blind_first
    assert worklist.sample.chip.text() == "Site sample: 1 of 5 read"
    assert worklist.sample.elsewhere.text() == "3 to read here; 1 more in other folders."
    assert not worklist.filters.isVisible()
    worklist.table.horizontalHeader().sectionClicked.emit(2)
    desk.run_all()
    reading.read.refresh_rows()
    assert numbers(reading) == [4, 2, 6, 1]  # no score and no click moves it
    worklist.table.select("1.2.4")
    reading.read.next_unread()
    assert worklist.table.selected == "1.2.6"  # the second is known already
    worklist.sample.leave.click()
    qtbot.waitUntil(lambda: not desk.reading.choices.blind_first)  # it was hidden for the sample only
    assert worklist.filters.isVisible()
    assert worklist.filters.filter() == Filter(Band.LIKELY)
    assert worklist.model.sorting == ARRIVAL
    worklist.filters.show_all()
    assert numbers(reading) == sorted(TRIAGE)


def test_verdicts_lead_through_the_sample_and_on_to_other_folders(qtbot, reading, desk, begin):
    worklist, bar = reading.read.worklist, reading.read.worklist.sample
    wanted = begin(2)
    for number in (4, 6, 1):
        worklist.table.select(f"1.2.{number}")
        for shown in (False, True):
            desk.record_verdict(f"1.2.{number}", "normal", 4, "", 2.0, shown)
    reading.read.refresh_rows()
    assert bar.chip.text() == "Site sample: 4 of 5 read"
    assert bar.elsewhere.text() == "This folder is read; 1 more to read in other folders."
    assert not worklist.next_unread()
    bar.on.click()
    assert wanted[-1] == ("1.2.9", ELSEWHERE)
    reading.read.places.open(ELSEWHERE)
    assert reading.read.samples.active
    reading.read.places.open(Path("/neither"))
    assert not reading.read.samples.active


def test_whoever_declines_is_told_what_that_means(qtbot, reading, desk):
    said = []
    reading.read.said.connect(said.append)
    reading.read.samples.study_wanted.disconnect()
    reading.read.samples.begin(progress())
    reading.findChild(BlindDialog).cancel.click()
    assert not reading.read.samples.active
    reading.read.samples.begin(progress())
    reading.findChildren(BlindDialog)[-1].seen.click()
    assert reading.read.samples.active
    assert not desk.reading.choices.blind_first
    assert "not blind" in said[-1]
    reading.read.set_desk(desk)
    assert not reading.read.samples.active
