"""The reading loop in the real window: open, list, choose, look, answer, next."""

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from tests.gui.conftest import TRIAGE, choose, numbers, open_folder
from tests.gui.fake_desk import BROKEN, FakeDesk
from xraydesk.errors import DiskFull
from xraydesk.gui.ordering import ARRIVAL
from xraydesk.gui.ordering import TRIAGE as TRIAGE_SORTING
from xraydesk.gui.picture_loader import ImageKey
from xraydesk.gui.shortcuts import CheatSheet
from xraydesk.gui.worklist_model import COLUMNS
from xraydesk.triage.assessment import Band


def key(window, name):
    """Press a key on the worklist."""
    table = window.read.worklist.table
    table.setFocus()
    QTest.keyClick(table, name)


def test_first_start_says_what_to_do(window):
    assert window.pages.currentWidget() is window.start
    assert "drop a folder" in window.start.words.text()
    assert window.start.open.isVisible()


def test_open_folder_fills_the_list_in_triage_order(reading):
    assert numbers(reading) == TRIAGE
    assert reading.pages.currentWidget() is reading.read
    assert "7 studies" in reading.top.progress.text()


def test_the_list_is_there_before_anything_is_scored(qtbot, window, desk):
    open_folder(qtbot, window, desk)
    desk.scan()
    qtbot.waitUntil(lambda: window.read.worklist.model.rowCount() == 7)
    assert window.read.worklist.filters.chip(Band.LIKELY).text() == "Likely 0"
    desk.finish()
    qtbot.waitUntil(lambda: not window.link.running)


def test_progress_says_rate_and_time_left(qtbot, window, desk):
    open_folder(qtbot, window, desk)
    desk.scan()
    desk.assess(1, 2)
    qtbot.waitUntil(lambda: "38/s" in window.top.progress.text())
    assert window.top.progress.text() == "2 / 7 images, 38/s, 15 s left"
    desk.finish()
    qtbot.waitUntil(lambda: not window.top.bar.isVisible())


def test_the_chosen_row_does_not_jump_when_scores_arrive(qtbot, window, desk):
    open_folder(qtbot, window, desk)
    desk.scan()
    desk.assess(1, 4)
    qtbot.waitUntil(lambda: numbers(window)[:1] == [1])
    choose(qtbot, window, 1)
    before, panel = window.read.worklist.table.place(), window.read.worklist
    desk.assess(2, 5)
    qtbot.waitUntil(panel.news.isVisible)
    assert panel.table.place() == before
    assert panel.table.selected == "1.2.1"
    assert numbers(window)[:3] == [1, 2, 5]
    assert panel.news.text() == "2 new above"
    panel.news.click()
    assert numbers(window)[:3] == [2, 5, 1]
    assert panel.table.selected == "1.2.1"
    assert not panel.news.isVisible()
    desk.finish()
    qtbot.waitUntil(lambda: not window.link.running)


def test_without_a_choice_the_list_is_simply_in_order(qtbot, window, desk):
    open_folder(qtbot, window, desk)
    desk.scan()
    desk.assess(4, 1)
    qtbot.waitUntil(lambda: numbers(window)[:1] == [1])
    desk.assess(2)
    qtbot.waitUntil(lambda: numbers(window)[:1] == [2])
    assert not window.read.worklist.news.isVisible()
    desk.finish()
    qtbot.waitUntil(lambda: not window.link.running)


def test_arrival_order_and_back_in_one_click_each(reading):
    panel = reading.read.worklist
    panel.orders.arrival.click()
    assert numbers(reading) == [1, 2, 3, 4, 5, 6, 7]
    assert panel.model.sorting == ARRIVAL
    panel.orders.triage.click()
    assert numbers(reading) == TRIAGE
    assert panel.model.sorting == TRIAGE_SORTING


def test_a_heading_sorts_by_its_column_and_back(reading):
    panel = reading.read.worklist
    header = panel.table.horizontalHeader()
    section = [str(c) for c in COLUMNS].index("Patient")
    for order in ([1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1]):
        x = header.sectionViewportPosition(section) + 20
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
        assert numbers(reading) == order
    assert not panel.orders.triage.isChecked()
    panel.orders.triage.click()
    assert numbers(reading) == TRIAGE


def test_chips_filter_and_count(reading):
    filters = reading.read.worklist.filters
    texts = {k: filters.chip(k).text() for k in ("all", "unread", *Band)}
    assert texts["all"] == "All 7"
    assert texts[Band.LIKELY] == "Likely 2"
    assert texts[Band.NOT_ASSESSED] == "Not assessed 2"
    filters.chip(Band.NOT_ASSESSED).click()
    assert numbers(reading) == [3, 6]
    filters.chip("all").click()
    assert numbers(reading) == TRIAGE


def test_a_search_without_a_hit_offers_the_way_back(qtbot, reading):
    panel = reading.read.worklist
    panel.filters.search.setText("nobody")
    assert panel.model.rowCount() == 0
    assert panel._stack.currentIndex() == 1
    panel.filters.show_all()
    assert numbers(reading) == TRIAGE


def test_a_click_shows_the_film_and_the_findings(qtbot, reading):
    table = reading.read.worklist.table
    cell = table.visualRect(table.model().index(1, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    canvas = reading.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.picture is not None)
    assert table.selected == "1.2.5"
    assert canvas.picture.radiograph.header.patient_id == "A-0005"
    assert "Made up 5" in canvas.accessibleDescription()
    assert reading.read.findings.driver.text() == "Driven by image 2 / 2"
    assert "0.80" in reading.read.findings.line.accessibleDescription()


def test_all_images_of_a_study_can_be_seen(qtbot, reading, desk):
    choose(qtbot, reading, 5)
    viewer = reading.read.viewer
    assert viewer.strip.isVisible()
    assert viewer.strip.count() == 2
    second = viewer.canvas.picture
    qtbot.waitUntil(lambda: viewer.strip.thumbnail(0)._picture is not None)
    viewer.strip.thumbnail(0).click()
    qtbot.waitUntil(lambda: viewer.canvas.picture is not second)
    key(reading, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: viewer.canvas.picture is second)
    choose(qtbot, reading, 2)
    qtbot.waitUntil(lambda: not viewer.strip.isVisible())


def test_a_late_film_does_not_replace_the_one_the_reader_went_on_to(qtbot, reading, desk):
    desk.hold_images = threading.Event()
    reading.read.worklist.table.select("1.2.2")
    reading.read.worklist.table.select("1.2.1")
    desk.hold_images.set()
    canvas = reading.read.viewer.canvas
    qtbot.waitUntil(lambda: canvas.picture is not None)
    qtbot.wait(50)
    assert canvas.picture.radiograph.header.patient_id == "A-0001"


def test_the_driving_films_of_the_next_three_studies_are_read_beforehand(qtbot, reading):
    choose(qtbot, reading, 2)
    kept = reading.read.loader._kept
    drivers = {ImageKey("1.2.5", 1), ImageKey("1.2.1", 0), ImageKey("1.2.3", 0)}
    qtbot.waitUntil(lambda: drivers <= set(kept))
    qtbot.wait(50)
    assert set(kept) == drivers | {ImageKey("1.2.2", 0), ImageKey("1.2.5", 0)}  # the next one as a whole, no further


def test_a_verdict_by_keyboard_alone(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    key(reading, Qt.Key.Key_1)
    QTest.keyClick(reading.read.worklist.table, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    key(reading, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reading.read.worklist.table.selected == "1.2.5")
    [verdict] = desk.verdicts("1.2.2")
    assert (verdict.answer, verdict.confidence, verdict.model_shown) == ("abnormal", 5, True)
    assert verdict.seconds > 0
    assert "A-0002 saved" in reading.footer.log.text()
    assert reading.read.worklist.filters.chip("unread").text() == "Unread 6"


def test_letters_in_the_comment_are_no_commands(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    key(reading, Qt.Key.Key_2)
    key(reading, Qt.Key.Key_C)
    comment = reading.read.verdict.comment
    qtbot.waitUntil(comment.hasFocus)
    QTest.keyClicks(comment, "jnm 123")
    assert comment.text() == "jnm 123"
    assert reading.read.worklist.table.selected == "1.2.2"
    QTest.keyClick(comment, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.verdicts("1.2.2")))
    assert desk.verdicts("1.2.2")[0].comment == "jnm 123"
    qtbot.waitUntil(lambda: reading.read.worklist.table.selected == "1.2.5")
    qtbot.waitUntil(reading.read.worklist.table.hasFocus)
    QTest.keyClick(reading.focusWidget(), Qt.Key.Key_2)
    assert reading.read.verdict.draft().answer == "normal", "the next study's keys are no comment"
    assert not comment.text()


def test_enter_without_an_answer_saves_nothing(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    key(reading, Qt.Key.Key_Return)
    assert desk.log == {}
    assert "1, 2 or 3" in reading.read.verdict.state.text()


def test_earlier_verdicts_are_listed(qtbot, reading, desk):
    desk.record_verdict("1.2.2", "unsure", 2, "rotated", 4.0, True)
    choose(qtbot, reading, 2)
    assert "Ada: unsure, rather unsure (2/5). rotated" in reading.read.verdict.earlier.text()


def test_j_k_n_move_through_the_list(qtbot, reading):
    table = reading.read.worklist.table
    key(reading, Qt.Key.Key_J)
    key(reading, Qt.Key.Key_J)
    assert table.selected == "1.2.5"
    key(reading, Qt.Key.Key_K)
    assert table.selected == "1.2.2"
    key(reading, Qt.Key.Key_N)
    assert table.selected == "1.2.5"
    qtbot.waitUntil(lambda: reading.read.viewer.canvas.picture is not None)


def test_an_unreadable_film_has_its_reason_in_the_row_and_in_the_image_area(qtbot, reading):
    choose(qtbot, reading, 6, picture=False)
    row = reading.read.worklist.model.row_at(reading.read.worklist.table.place())
    assert row.reason == BROKEN
    assert reading.read.viewer.canvas.message == f"{BROKEN}."
    assert reading.read.findings.reason.text() == BROKEN


def test_files_left_out_are_named(reading):
    skipped = reading.read.worklist.skipped
    assert skipped.text() == "1 file left out"
    assert skipped.menu().actions()[0].text() == "notes.txt: no image"


def test_a_folder_without_images_says_so(qtbot, make_window):
    desk = FakeDesk({})
    window = make_window(desk)
    open_folder(qtbot, window, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: "no radiographs" in window.start.heading.text())
    assert "1 files were left out" in window.start.words.text()


def test_a_folder_that_is_gone_says_so(qtbot, window, desk):
    desk.gone = True
    window.open_folder(Path("/nowhere"))
    qtbot.waitUntil(lambda: "not there any more" in window.start.words.text())
    assert not window.link.running


def test_an_error_while_reading_stands_in_the_banner(qtbot, reading, desk):
    desk.listener.failed(DiskFull("No space is left", remedy="Make room"))
    qtbot.waitUntil(reading.banner.isVisible)
    assert reading.banner.text.text() == "No space is left. Make room."
    assert numbers(reading) == TRIAGE


def test_cancel_stops_the_run_and_keeps_the_list(qtbot, window, desk):
    open_folder(qtbot, window, desk)
    desk.scan()
    desk.assess(2)
    qtbot.waitUntil(window.top.cancel.isVisible)
    window.top.cancel.click()
    assert desk.cancelled
    desk.finish()
    qtbot.waitUntil(lambda: not window.link.running)
    assert window.read.worklist.model.rowCount() == 7
    assert window.top.progress.text().startswith("Stopped")


def test_a_dropped_folder_is_opened(qtbot, window, desk, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    event = QDropEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: desk.listener is not None)
    assert desk.folder == tmp_path


def test_signals_of_a_folder_left_behind_are_dropped(qtbot, reading, desk):
    old = desk.listener
    open_folder(qtbot, reading, desk)
    old.failed(RuntimeError("late"))
    qtbot.wait(20)
    assert not reading.banner.isVisible()
    desk.run_all()
    qtbot.waitUntil(lambda: not reading.link.running)


def test_closing_while_it_runs_stops_the_desk(qtbot, window, desk):
    open_folder(qtbot, window, desk)
    desk.scan()
    qtbot.waitUntil(lambda: window.read.worklist.model.rowCount() == 7)
    window.close()
    assert desk.cancelled
    assert desk.closed


def test_another_model_reads_the_folder_anew(qtbot, reading, desk):
    before = desk.listener
    reading.use_model("knee")
    qtbot.waitUntil(lambda: desk.listener is not before)
    desk.run_all()
    qtbot.waitUntil(lambda: not reading.link.running)
    assert numbers(reading) == TRIAGE


def test_the_cheat_sheet_names_every_key(qtbot, reading):
    reading.help.show_keys()
    [sheet] = reading.findChildren(CheatSheet)
    assert "Map on or off" in sheet.text()
    QTest.keyClick(sheet, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: not reading.findChildren(CheatSheet))
    assert reading.read.worklist.table.selected == ""


def test_while_a_film_loads_the_last_patients_film_is_not_on_screen(qtbot, reading, desk):
    choose(qtbot, reading, 2)
    desk.hold_images = threading.Event()
    reading.read.worklist.table.select("1.2.4")  # the last of the list: not read beforehand
    canvas = reading.read.viewer.canvas
    assert canvas.picture is None
    assert canvas.message == ""
    qtbot.waitUntil(lambda: canvas.message == "Loading …")
    assert reading.read.loading
    desk.hold_images.set()
    qtbot.waitUntil(lambda: canvas.picture is not None)
    assert not reading.read.loading
