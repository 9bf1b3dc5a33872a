"""A filter kept under a name comes back as it was, at the next start too, and tells no patient that was not typed."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.conftest import TRIAGE, numbers, open_folder
from tests.gui.fake_desk import LABEL
from xraydesk.gui.filter_dialogs import SEARCH_IS_KEPT, FiltersDialog, SaveDialog
from xraydesk.gui.filter_words import description, order_words
from xraydesk.gui.ordering import ARRIVAL, Column, Sorting
from xraydesk.gui.saved_filters import SavedFilter, find, read, read_all, renamed, with_saved, written
from xraydesk.settings import FILE_NAME, Settings
from xraydesk.triage.assessment import Band
from xraydesk.triage.listing import Filter

LIKELY = SavedFilter("Likely, oldest", Filter(Band.LIKELY), ARRIVAL)
bands = st.sampled_from([None, *Band])
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip).map(str.strip)
filters = st.builds(Filter, bands, st.booleans(), names | st.just(""))
sortings = st.builds(Sorting, st.sampled_from(Column), st.booleans(), st.sampled_from(["", "KL >= 2"]), bands)


@given(st.builds(SavedFilter, names, filters, sortings))
def test_what_is_written_is_read_back(saved):
    assert read(written(saved)) == saved
    assert all((order_words(saved.sorting), description(saved)))


@pytest.mark.parametrize("line", ["", "band=likely", "name=a&band=all", "name=a&order=luck", "name=%20"])
def test_a_line_that_makes_no_sense_is_left_out_and_not_told(line, caplog):
    with caplog.at_level(logging.WARNING, "xraydesk"):
        assert read_all([line, written(LIKELY)]) == (LIKELY,)
    assert "Saved filter 1 of the settings" in caplog.text
    assert line not in caplog.text or not line


def test_a_name_stands_for_one_filter():
    other = SavedFilter("LIKELY, OLDEST", Filter(unread=True))
    assert with_saved((LIKELY,), other) == (other,)
    assert find((LIKELY,), " likely, oldest ") is LIKELY
    assert renamed((LIKELY,), LIKELY.name, "b")[0].filter == LIKELY.filter


def save_as(qtbot, window, name):
    """Save what is on screen by keyboard, as a reader would."""
    window.filters.save()
    dialog = window.findChildren(SaveDialog)[-1]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.name.hasFocus)
    qtbot.keyClicks(dialog.name, name)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    return dialog


def lines(window):
    window.filters.menu.aboutToShow.emit()
    return {action.text(): action for action in window.filters.menu.actions() if action.text()}


def test_a_filter_comes_back_as_it_was_and_at_the_next_start(qtbot, reading, tmp_path, make_window, desk):
    worklist = reading.read.worklist
    worklist.filters.chip(Band.LIKELY).click()
    worklist.sort(Sorting(Column.SCORE, True, LABEL))
    save_as(qtbot, reading, "Likely ones")
    worklist.filters.show_all()
    worklist.sort(ARRIVAL)
    assert not lines(reading)["&1  Likely ones"].isChecked()
    lines(reading)["&1  Likely ones"].trigger()
    assert numbers(reading) == [2, 5]
    assert worklist.model.sorting.label == LABEL
    assert lines(reading)["&1  Likely ones"].isChecked()
    assert Settings.read(tmp_path).filters == (f"name=Likely+ones&band=likely&order=score&down=yes&label={LABEL}",)
    again = make_window(desk)
    open_folder(qtbot, again, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: not again.link.running)
    assert numbers(again) == TRIAGE
    lines(again)["&1  Likely ones"].trigger()
    assert numbers(again) == [2, 5]


@pytest.mark.qt_log_ignore(
    "propagateSizeHints", "raise", "grabbing the keyboard", extend=True
)  # the offscreen platform has no menus
def test_the_menu_is_opened_walked_and_chosen_from_by_keys(qtbot, reading):
    reading.filters._keep((LIKELY,))
    reading.activateWindow()
    qtbot.waitUntil(reading.isActiveWindow)
    reading.read.worklist.table.setFocus()
    qtbot.keyClick(reading.read.worklist.table, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(reading.filters.menu.isVisible)
    qtbot.keyClick(reading.filters.menu, Qt.Key.Key_1)
    assert numbers(reading) == [2, 5]
    assert reading.read.worklist.table.hasFocus()


def test_a_search_text_is_kept_only_with_plain_words(qtbot, reading, tmp_path):
    reading.filters.save()
    first = reading.findChild(SaveDialog)
    assert not first.warning.text()
    assert not first.save.isEnabled(), "no filter without a name"
    first.reject()
    reading.read.worklist.filters.search.setText("A-0003")
    dialog = save_as(qtbot, reading, "Mine")
    assert dialog.warning.text() == SEARCH_IS_KEPT
    assert "A-0003" in dialog.what.text()
    assert "search=A-0003" in Settings.read(tmp_path).filters[0]


def test_the_window_that_asks_for_a_name_has_room_for_all_it_says(qtbot, reading):
    reading.filters._keep((LIKELY,))
    reading.read.worklist.filters.search.setText("chest")
    reading.filters.save()
    dialog = reading.findChild(SaveDialog)
    dialog.name.setText(LIKELY.name)
    assert "will be replaced" in dialog.state.text()
    QApplication.processEvents()
    assert all(label.height() >= label.heightForWidth(label.width()) for label in (dialog.what, dialog.warning))
    dialog.close()


def test_hidden_identity_hides_what_was_searched_for(qtbot, reading):
    reading.read.worklist.filters.search.setText("A-0003")
    save_as(qtbot, reading, "Patient A-0003")
    reading.read.worklist.filters.show_all()
    reading.read.identity.set_hidden(True)
    told = [text for action in lines(reading).values() for text in (action.text(), action.toolTip())]
    lines(reading)["&1  Filter 1, with a search text"].trigger()
    assert numbers(reading) == [3]
    assert reading.read.worklist.filters.search.echoMode() is QLineEdit.EchoMode.Password
    reading.filters.save()
    reading.filters.manage()
    save, manage = reading.findChildren(SaveDialog)[-1], reading.findChild(FiltersDialog)
    item = manage.list.item(0)
    told += [save.what.text(), item.text(), item.toolTip()]
    assert not any("A-0003" in text for text in told)
    assert not item.flags() & Qt.ItemFlag.ItemIsEditable
    save.close()
    manage.close()


def test_filters_are_renamed_and_deleted(qtbot, reading, tmp_path):
    reading.filters._keep((LIKELY, SavedFilter("Unread", Filter(unread=True))))
    reading.filters.manage()
    dialog = reading.findChild(FiltersDialog)
    dialog.list.item(1).setText("likely, OLDEST")
    assert "Another filter" in dialog.state.text()
    assert dialog.list.item(1).text() == "Unread"
    dialog.list.item(1).setText("To read")
    assert [saved.name for saved in reading.filters.known] == ["Likely, oldest", "To read"]
    dialog.list.setCurrentRow(0)
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert not dialog.delete.isEnabled()
    assert Settings.read(tmp_path).filters == ()
    dialog.close()


def test_settings_that_cannot_be_written_are_told_and_the_filter_works(reading, tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"[")
    reading.filters._keep((LIKELY,))
    assert "not kept for the next start" in reading.banner.text.text()
    lines(reading)["&1  Likely, oldest"].trigger()
    assert numbers(reading) == [2, 5]
