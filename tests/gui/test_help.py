"""What the models are for is read once, before anything else; About, log and report can be copied."""

import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.gui.conftest import FOLDER, choose
from tests.gui.fake_desk import card
from xraydesk.errors import BundleError
from xraydesk.gui.log_sheet import COPIED_REPORT, LogSheet
from xraydesk.gui.text_sheet import TextSheet
from xraydesk.gui.window import MainWindow
from xraydesk.log_file import start_log, stop_log
from xraydesk.parts import parts
from xraydesk.settings import LOG_NAME, THEMES, Settings

SECRETS = ("made up", "a-000", "doe", "films", "notes.txt")


@pytest.fixture
def first(qtbot, tmp_path, desk):
    """Return a window that was never opened before."""
    desk.card = replace(card(), intended_use="orders lists of chests", not_for="adults; diagnosis", licence="CC-BY-4.0")
    window = MainWindow(lambda _model: desk, tmp_path)
    window.show()
    window.connect_desk()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def logged(tmp_path):
    start_log(tmp_path)
    yield logging.getLogger("xraydesk.test")
    stop_log()


def words(page):
    return "\n".join(label.text() for label in page.area.widget().findChildren(QLabel))


def opened(window, kind):
    return next(sheet for sheet in window.findChildren(kind) if sheet.isVisible())


def clipboard():
    return QGuiApplication.clipboard().text()


def test_what_the_models_are_for_is_read_once(qtbot, first, make_window, desk):
    page = first.help.page
    assert first.pages.currentWidget() is page
    said = words(page)
    for text in (
        "research",
        "For: children of 1-5 years, frontal chest.",
        "Orders lists of chests",
        "Adults; diagnosis",
    ):
        assert text in said
    for text in ("CC-BY-4.0", LOG_NAME, "xraydesk.db", "knee 0.2"):
        assert text in said
    assert "The model's card does not say." in said  # the second model's
    qtbot.waitUntil(page.read.hasFocus)
    qtbot.keyClick(page.read, Qt.Key.Key_Return)
    assert first.pages.currentWidget() is first.start
    assert first.session.greeted
    again = make_window(desk)
    assert again.pages.currentWidget() is again.start


def test_a_folder_given_at_the_start_opens_behind_it(qtbot, first, desk):
    first.open_folder(FOLDER)
    qtbot.waitUntil(lambda: desk.listener is not None)
    desk.run_all()
    qtbot.waitUntil(lambda: not first.link.running)
    assert first.pages.currentWidget() is first.help.page, "it is read before the first film"
    assert first.read.worklist.model.rowCount() == len(desk.scores), "and holds nothing up"
    qtbot.keyClick(first.help.page.read, Qt.Key.Key_Return)
    assert first.pages.currentWidget() is first.read
    qtbot.waitUntil(first.read.worklist.table.hasFocus)


def test_a_folder_that_cannot_be_opened_says_so_when_it_was_read(qtbot, first, desk):
    desk.gone = True
    first.open_folder(FOLDER)
    qtbot.waitUntil(lambda: "not there any more" in first.start.words.text())
    first.help.page.read.click()
    assert first.pages.currentWidget() is first.start


def test_it_is_shown_again_until_it_was_read(first, tmp_path, desk):
    first.open_folder(FOLDER)
    assert not first.session.greeted
    first.link.disconnect_desk()
    first.connect_desk()
    assert first.pages.currentWidget() is first.help.page


def test_from_the_menu_it_leads_back_to_the_list(qtbot, reading):
    choose(qtbot, reading, 2)
    reading.help.show_models()
    reading.help.show_models()
    reading.help.page.read.click()
    assert reading.pages.currentWidget() is reading.read
    assert reading.read.worklist.table.selected == "1.2.2"


def test_about_names_all_parts_and_models_and_is_copied(reading, desk):
    reading.help.show_about()
    sheet = opened(reading, TextSheet)
    sheet.copy.click()
    assert clipboard() == sheet.text.toPlainText()
    for part in parts():
        assert f"{part.name} {part.version}: {part.licence}" in clipboard()
    assert desk.card.weights_sha256 in clipboard()
    assert sheet.state.text() == "Copied."
    sheet.close()


def test_the_log_is_shown_by_level(logged, reading, tmp_path):
    logged.info("begun")
    logged.error("Reading failed: %s", "/films/Doe")
    reading.help.show_log()
    sheet = opened(reading, LogSheet)
    assert "begun" in sheet.text.toPlainText()
    assert "ERROR xraydesk.test: Reading failed: [left out]" in sheet.text.toPlainText()
    sheet.level.setCurrentIndex(3)
    assert "begun" not in sheet.text.toPlainText()
    logged.error("once more")
    sheet.refresh.click()
    assert "once more" in sheet.text.toPlainText()
    sheet.close()


def test_the_report_names_no_patient(qtbot, logged, reading, tmp_path):
    choose(qtbot, reading, 2)
    reading.read.verdict.choose(0)
    reading.read.verdict.comment.setText("Made up 2, seen with A-0002")
    reading.read.verdict.submit()
    qtbot.waitUntil(lambda: "saved" in reading.footer.log.text())
    logged.error("Reading failed: %s", "/films/Doe")
    reading.help.show_log()
    sheet = opened(reading, LogSheet)
    sheet.support.click()
    assert clipboard() == sheet.text.toPlainText()
    assert sheet.state.text() == COPIED_REPORT
    assert [secret for secret in SECRETS if secret in clipboard().lower()] == []
    for text in (
        "studies: 7",
        "unread: 6",
        "platform offscreen",
        "Screen 1: ",
        "at scale 1",
        "Reading failed: [left out]",
    ):
        assert text in clipboard()
    sheet.close()


def test_a_hidden_identity_stays_hidden_in_a_log_of_before(reading, tmp_path):
    (tmp_path / LOG_NAME).write_text("2026-03-04 08:00:00,123 ERROR xraydesk.a: Reading failed: /films/Doe\n")
    reading.read.identity.toggle()
    reading.help.show_log()
    sheet = opened(reading, LogSheet)
    assert "Doe" not in sheet.text.toPlainText()
    assert "Reading failed" in sheet.text.toPlainText()
    sheet.close()


def test_help_is_there_without_a_model(qtbot, tmp_path):
    def refuse(_model):
        raise BundleError("The weights do not match their card", remedy="Install the model again")

    window = MainWindow(refuse, tmp_path)
    qtbot.addWidget(window)
    window.show()
    window.connect_desk()
    assert window.pages.currentWidget() is window.start
    assert "studies: 0" in window.help.report()
    assert "Chest pneumonia" in window.help.report()
    window.close()


def test_a_language_is_chosen_for_the_next_start(reading, tmp_path):
    menu = reading.help
    menu.menu.aboutToShow.emit()
    assert [action.text() for action in menu.languages.actions()] == ["As the system", "English", "Deutsch"]
    assert menu.languages.checkedAction().text() == "As the system"
    menu.languages.actions()[2].trigger()
    assert Settings.load(tmp_path).language == "de"
    assert "nächsten Start" in reading.banner.text.text()
    menu.menu.aboutToShow.emit()
    assert menu.languages.checkedAction().text() == "Deutsch"


def test_the_colours_are_chosen_for_the_next_start(reading, tmp_path):
    menu = reading.help
    menu.menu.aboutToShow.emit()
    assert [action.data() for action in menu.themes.actions()] == list(THEMES)
    assert menu.themes.checkedAction().data() == "dark"
    menu.themes.actions()[1].trigger()
    assert Settings.load(tmp_path).theme == "light"
    assert "next start" in reading.banner.text.text()
    menu.menu.aboutToShow.emit()
    assert menu.themes.checkedAction().data() == "light"
