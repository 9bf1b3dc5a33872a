"""Keys can be changed: at once, for good, without two actions on one key, and never so that an action has none."""

import logging

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from xraydesk.gui.key_words import exchanged
from xraydesk.gui.keymap import readable
from xraydesk.gui.keys_dialog import KeysDialog
from xraydesk.gui.shortcuts import CheatSheet
from xraydesk.settings import FILE_NAME, Settings, change_settings

CTRL = Qt.KeyboardModifier.ControlModifier


def place(window, own):
    return next(n for n, key in enumerate(window.keymap.own) if key.key == own)


@pytest.fixture
def dialog(reading):
    """Return the page of keys, opened from the menu."""
    reading.help.change_keys()
    page = reading.findChild(KeysDialog)
    yield page
    for left in reading.findChildren(KeysDialog):
        left.close()


def record(qtbot, page, window, own, key, modifier=Qt.KeyboardModifier.NoModifier):
    page.table.setCurrentCell(place(window, own), 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.record.isEnabled()
    qtbot.keyClick(page.record, key, modifier)


def test_each_action_is_known_by_a_key_of_its_own_that_qt_can_read(window):
    own = [key.key for key in window.keymap.own]
    assert len(set(own)) == len(own)
    assert [readable(key) for key in own] == own
    assert not any(window.keymap.refusal(n, key) for n, key in enumerate(own))


def test_a_recorded_key_works_at_once_and_is_kept(qtbot, reading, dialog, tmp_path, make_window, desk):
    record(qtbot, dialog, reading, "J", Qt.Key.Key_F, CTRL)
    assert dialog.state.text() == "“Next study” now has the key Ctrl+F."
    assert dialog.table.item(place(reading, "J"), 1).text() == "Ctrl+F"
    dialog.close()
    assert Settings.read(tmp_path).keys == ("J to Ctrl+F",)
    table = reading.read.worklist.table
    reading.activateWindow()
    qtbot.waitUntil(reading.isActiveWindow)
    table.setFocus()
    for key, modifier, study in ((Qt.Key.Key_F, CTRL, 1), (Qt.Key.Key_F, CTRL, 2), (Qt.Key.Key_J, CTRL, 2)):
        qtbot.keyClick(table, key, modifier)
        assert table.place() == study
    assert "Ctrl+F" in CheatSheet(reading.keymap.keys, reading).text()
    assert make_window(desk).keymap.keys[place(reading, "J")].key == "Ctrl+F"


def test_a_key_that_is_taken_is_refused_with_the_action_that_has_it(qtbot, reading, dialog):
    record(qtbot, dialog, reading, "J", Qt.Key.Key_K)
    assert dialog.state.text().startswith('K already means "Previous study".')
    assert reading.keymap.stored() == ()
    assert "Tab moves" in reading.keymap.refusal(0, "Shift+Tab")
    assert "is no key" in reading.keymap.refusal(0, "nonsense")


def test_tab_leaves_the_key_as_it_is(qtbot, reading, dialog):
    record(qtbot, dialog, reading, "J", Qt.Key.Key_Tab)
    assert not dialog.record.isEnabled()
    assert reading.keymap.stored() == ()
    assert QApplication.focusWidget() in (dialog.table, None)


def test_one_action_and_all_go_back_to_the_programs_own(qtbot, reading, dialog, tmp_path):
    record(qtbot, dialog, reading, "J", Qt.Key.Key_F14)
    record(qtbot, dialog, reading, "K", Qt.Key.Key_F15)
    dialog.table.setCurrentCell(place(reading, "J"), 0)
    dialog.own.click()
    assert reading.keymap.stored() == ("K to F15",)
    dialog.all_own.click()
    assert reading.keymap.stored() == ()
    assert Settings.read(tmp_path).keys == ()


def test_keys_that_cannot_be_written_work_until_the_end_and_it_is_said(qtbot, reading, dialog, tmp_path):
    (tmp_path / FILE_NAME).write_text("reader = ", "utf-8")
    record(qtbot, dialog, reading, "J", Qt.Key.Key_F14)
    assert dialog.state.text().startswith("The keys work now, but are not kept for the next start.")
    assert reading.keymap.stored() == ("J to F14",)


def test_tips_name_the_key_as_it_is_now(reading):
    comment = reading.read.verdict.comment
    assert "(C)" in comment.placeholderText()
    reading.keymap.change(place(reading, "C"), "Ctrl+F13")
    assert "(Ctrl+F13)" in comment.placeholderText()
    reading.keymap.reset()
    assert "(C)" in comment.placeholderText()
    assert exchanged("Rotate (R), to the left (Shift+R)", "R", "T") == "Rotate (T), to the left (Shift+R)"
    assert exchanged("(W for the next, Alt+1 to Alt+9)", "Alt+1", "\\") == "(W for the next, \\ to Alt+9)"
    assert exchanged("/films (R)", "R", "T") == "/films (R)"


def test_what_cannot_be_used_falls_back_with_a_sentence_in_the_log(qtbot, tmp_path, make_window, desk, caplog):
    lines = ("J to nonsense", "Q9 to F14", "M", "N to K", "F to Ctrl+F", "W to R", "R to W")
    change_settings(tmp_path, keys=lines)
    with caplog.at_level(logging.WARNING):
        window = make_window(desk)
    assert window.keymap.stored() == ("F to Ctrl+F", "W to R", "R to W")
    said = [record.getMessage() for record in caplog.records if record.name == "xraydesk.gui.keymap"]
    assert len(said) == 4
    assert all("the default serves" in sentence for sentence in said)


@pytest.mark.qt_log_ignore(
    "propagateSizeHints", "raise", "grabbing the keyboard", extend=True
)  # the offscreen platform has no menus
def test_help_is_reached_by_key_and_shows_the_keys_as_they_are(qtbot, reading):
    reading.keymap.change(place(reading, "?"), "F13")
    reading.activateWindow()
    qtbot.keyClick(reading.read.worklist.table, Qt.Key.Key_F1)
    menu = reading.help.menu
    qtbot.waitUntil(menu.isVisible)
    assert menu.activeAction().text() == "User guide\tShift+F1"
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().text() == "Show the keys\tF13"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    sheet = reading.findChild(CheatSheet)
    assert sheet.isVisible()
    assert not menu.isVisible()
    sheet.close()
    assert reading.top.help.accessibleName() or reading.top.help.text() == "Help"
    assert reading.top.help.mapTo(reading, QPoint(0, 0)).x() > 0


def test_a_window_begins_hidden_only_where_the_settings_say_so(tmp_path, make_window, desk):
    first = make_window(desk)
    first.read.identity.toggle()
    first.close()
    assert not make_window(desk).read.identity.hidden
    first.help.remember.trigger()
    assert Settings.read(tmp_path).identity == "as left"
    second = make_window(desk)
    second.read.identity.set_hidden(True)
    second.close()
    third = make_window(desk)
    assert third.read.identity.hidden
    assert third.top.hidden.isVisible()


def test_a_window_that_is_to_begin_hidden_does_so_however_the_last_one_ended(tmp_path, make_window, desk):
    first = make_window(desk)
    first.help.begin.trigger()
    assert Settings.read(tmp_path).identity == "hidden"
    first.help.menu.aboutToShow.emit()
    assert (first.help.begin.isChecked(), first.help.remember.isChecked()) == (True, False)
    first.close()
    second = make_window(desk)
    assert second.read.identity.hidden
    second.read.identity.toggle()
    second.help.remember.trigger()
    second.help.menu.aboutToShow.emit()
    assert (second.help.begin.isChecked(), second.help.remember.isChecked()) == (False, True), "one of the two"
    second.help.remember.trigger()
    assert Settings.read(tmp_path).identity == "shown"


def test_no_two_rows_of_the_page_are_called_the_same(reading):
    reading.help.change_keys()
    page = reading.findChild(KeysDialog)
    names = [page.table.item(row, 0).text() for row in range(page.table.rowCount())]
    assert len(names) == len(set(names))
    assert {"Next study (1 of 2)", "Next study (2 of 2)", "Confidence 1 to 5 (3 of 5)", "Invert"} <= set(names)
    page.close()
