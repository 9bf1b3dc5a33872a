"""After a crash the window stands where the reader was: folder, study, image, order, filter, what was entered."""

from dataclasses import replace

from PySide6.QtTest import QTest

from tests.gui.conftest import choose, numbers
from tests.gui.fake_desk import FakeDesk
from xraydesk.errors import StoreError
from xraydesk.gui.ordering import Column
from xraydesk.triage.assessment import Band
from xraydesk.triage.reading import Draft, Place


def opened(qtbot, window, desk, folder):
    """Open a folder, have it scored, wait for the list."""
    before = desk.listener
    window.open_folder(folder)
    qtbot.waitUntil(lambda: desk.listener is not before)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)


def crashed(desk, **changes):
    """Return a desk as the next start finds it: nothing of the window is left, what was kept is."""
    after = FakeDesk(dict(desk.scores), images=dict(desk.images))
    after.reading.places.kept = replace(desk.reading.places.kept, **changes)
    after.reading.places.drafts = dict(desk.reading.places.drafts)
    return after


def test_a_start_after_a_crash_goes_on_exactly_there(qtbot, make_window, desk, tmp_path):
    window = make_window(desk)
    opened(qtbot, window, desk, tmp_path)
    panel = window.read.worklist
    panel.filters.chip(Band.LIKELY).click()
    panel.table.horizontalHeader().sectionClicked.emit(list(Column).index(Column.PATIENT))
    choose(qtbot, window, 5)
    assert window.read.films.image == 1
    window.read.step_image(-1)
    window.read.verdict.choose(2)
    window.read.verdict.set_confidence(5)
    QTest.keyClicks(window.read.verdict.comment, "left base")
    kept = desk.reading.places
    qtbot.waitUntil(lambda: kept.drafts.get("1.2.5") == Draft("unsure", 5, "left base"))
    qtbot.waitUntil(lambda: kept.kept == Place(str(tmp_path), "1.2.5", 0, "PATIENT", band="likely abnormal"))
    assert desk.row("1.2.5").status == "draft"

    after = crashed(desk)
    again = make_window(after)
    before = after.listener
    again.folders.go_on()
    qtbot.waitUntil(lambda: after.listener is not before)
    after.run_all()
    qtbot.waitUntil(lambda: not again.link.running)
    assert numbers(again) == [2, 5]
    assert again.read.worklist.table.selected == "1.2.5"
    assert again.read.worklist.model.sorting.column is Column.PATIENT
    assert again.read.films.image == 0
    panel = again.read.verdict
    assert (panel.answers.checkedId(), panel.confidence.checkedId(), panel.comment.text()) == (2, 5, "left base")
    qtbot.waitUntil(lambda: again.read.viewer.canvas.picture is not None)


def test_what_was_entered_is_there_when_the_reader_comes_back_and_gone_once_given(qtbot, make_window, desk, tmp_path):
    window = make_window(desk)
    opened(qtbot, window, desk, tmp_path)
    choose(qtbot, window, 2)
    window.read.verdict.choose(0)
    choose(qtbot, window, 1)
    assert window.read.verdict.answers.checkedId() == -1
    qtbot.waitUntil(lambda: "1.2.2" in desk.reading.places.drafts)
    choose(qtbot, window, 2)
    assert window.read.verdict.answers.checkedId() == 0
    window.read.verdict.submit()
    qtbot.waitUntil(lambda: bool(desk.log))
    qtbot.waitUntil(lambda: not desk.reading.places.drafts)
    assert desk.row("1.2.2").status == "read"


def test_after_a_proper_end_going_on_is_offered(qtbot, make_window, desk, tmp_path):
    window = make_window(desk)
    opened(qtbot, window, desk, tmp_path)
    choose(qtbot, window, 2)
    window.close()
    assert desk.reading.places.kept == Place(str(tmp_path), "1.2.2", 0, "RANK", closed=True)
    after = crashed(desk)
    again = make_window(after)
    again.folders.go_on()
    assert not again.link.running
    assert again.start.resume.isVisible()
    again.start.resume.click()
    qtbot.waitUntil(lambda: after.listener is not None)
    after.run_all()
    qtbot.waitUntil(lambda: not again.link.running)
    assert again.read.worklist.table.selected == "1.2.2"
    qtbot.waitUntil(lambda: again.read.viewer.canvas.picture is not None)


def test_a_folder_that_is_gone_is_not_offered(make_window, desk, tmp_path):
    desk.reading.places.kept = Place(str(tmp_path / "gone"), "1.2.2")
    window = make_window(desk)
    window.folders.go_on()
    assert not window.link.running
    assert not window.start.resume.isVisible()


def test_a_place_that_cannot_be_kept_is_told_once(qtbot, make_window, desk, tmp_path, monkeypatch):
    def full(*_):
        raise StoreError("No space is left on the disk")

    monkeypatch.setattr(desk.reading.places, "keep", full)
    window = make_window(desk)
    said = []
    window.read.places.said.connect(said.append)
    opened(qtbot, window, desk, tmp_path)
    choose(qtbot, window, 2)
    choose(qtbot, window, 1)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "No space is left" in said[0]
