"""What an administrator has set for the machine, in the window: locked is shut and says so, the rest is a default."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from tests.gui.conftest import FOLDER, open_folder
from tests.gui.test_access import nameless
from tests.gui.test_sign_in import Desks
from xraydesk.errors import MachineSettingsError, SettingsError
from xraydesk.gui.machine_lock import WORDS
from xraydesk.gui.refusal import refusal_box
from xraydesk.gui.text_sheet import TextSheet
from xraydesk.settings import FILE_NAME, Settings, change_settings
from xraydesk.triage.reading import Place


def lines(menu):
    return {action.text(): action.isEnabled() for action in menu.actions()}


def opened(window):
    """Return the lines of the Help menu as they are when it is opened."""
    window.help.menu.aboutToShow.emit()
    return window.help


@pytest.fixture
def locked(set_for_machine):
    return set_for_machine(
        'identity = "hidden"\nlanguage = "en"\ntheme = "light"\ndefault_model = "knee"\ndevice = "cpu"\n'
        'watched_folders = ["/films"]\n'
        'locked = ["identity", "language", "theme", "default_model", "device", "watched_folders"]\n'
    )


def test_locked_lines_of_the_help_menu_are_shut_and_say_why(locked, window):
    help_desk = opened(window)
    assert window.read.identity.hidden
    assert not help_desk.begin.isEnabled()
    assert not help_desk.remember.isEnabled()
    assert help_desk.begin.isChecked()
    assert help_desk.begin.toolTip() == WORDS
    assert help_desk.hide.isEnabled(), "names may be shown for a while; only the start is locked"
    for group, chosen in ((help_desk.languages, "en"), (help_desk.themes, "light")):
        assert [action.data() for action in group.actions() if action.isChecked()] == [chosen]
        assert not any(action.isEnabled() for action in group.actions())
        assert lines(group.parent())[WORDS], "the reason can be reached by the arrow keys"
        assert next(iter(lines(group.parent()))) == WORDS


def test_without_a_machine_file_nothing_is_shut(window):
    help_desk = opened(window)
    assert help_desk.begin.isEnabled()
    assert all(action.isEnabled() for action in (*help_desk.languages.actions(), *help_desk.themes.actions()))
    assert WORDS not in {action.text() for action in window.findChildren(QAction)}


def test_a_locked_model_cannot_be_changed_and_the_choices_of_reading_can(locked, window):
    menu = window.top.model.menu()
    menu.aboutToShow.emit()
    said = lines(menu)
    assert said.pop(WORDS)
    assert not said["chest-pneumonia 1.0"]
    assert not said["Automatic: each film to the model for it"]
    assert said["Go on to the next study after a verdict"]


def test_a_locked_watch_goes_on_by_itself(qtbot, locked, reading, desk):
    desk.watching.folders.add(FOLDER)
    open_folder(qtbot, reading, desk)
    desk.run_all()
    qtbot.waitUntil(lambda: desk.watching.listener is not None)
    switch = reading.top.watch
    assert switch.isChecked()
    assert not switch.isEnabled()
    assert switch.toolTip() == switch.accessibleDescription() == WORDS
    reading.watching.toggle()
    assert switch.isChecked()


def test_locked_settings_of_the_site_are_shut(qtbot, locked, make_window, tmp_path):
    window = make_window(Desks(tmp_path)("chest-pneumonia"))
    window.rooms.show_site()
    page = window.rooms.site.page("settings")
    form = page.form
    for name in ("identity", "language", "theme", "default_model", "device"):
        control = form.controls[name]
        assert not control.isEnabled()
        assert control.toolTip() == control.accessibleDescription() == WORDS
        assert name not in form.locks
    assert form.controls["theme"].currentData() == "light"
    assert form.controls["two_readers"].isEnabled()
    assert [label.text() for label in form.findChildren(QLabel)].count(WORDS) == 5
    assert not nameless(window.rooms.site)
    form.controls["two_readers"].setChecked(True)
    page.save.click()
    qtbot.waitUntil(lambda: "Saved" in page.state.text())
    assert (tmp_path / FILE_NAME).read_text("utf-8") == "two_readers = true\n"


def test_a_default_of_the_machine_is_used_until_the_reader_chooses(set_for_machine, make_window, desk, tmp_path):
    set_for_machine('identity = "hidden"\ntheme = "light"\n')
    window = make_window(desk)
    assert window.read.identity.hidden
    help_desk = opened(window)
    assert help_desk.begin.isEnabled()
    assert help_desk.begin.isChecked()
    help_desk.begin.trigger()
    dark = next(action for action in help_desk.themes.actions() if action.data() == "dark")
    dark.trigger()
    assert (tmp_path / FILE_NAME).read_text("utf-8").splitlines() == ['identity = "shown"', 'theme = "dark"']
    again = make_window(desk)
    assert not again.read.identity.hidden, "the reader's own choice is stronger"
    assert Settings.read(tmp_path).theme == "dark"


def test_what_is_locked_is_not_written(locked, tmp_path):
    with pytest.raises(SettingsError, match='"theme" is set for this machine by the administrator'):
        change_settings(tmp_path, theme="dark")
    assert not (tmp_path / FILE_NAME).exists()
    change_settings(tmp_path, theme="light", two_readers=True)
    assert (tmp_path / FILE_NAME).read_text("utf-8") == "two_readers = true\n"


def test_the_machine_s_folder_opens_by_itself(qtbot, set_for_machine, make_window, desk, tmp_path):
    set_for_machine(f'start_folder = "{tmp_path}"\nopen_on_start = true\n')
    window = make_window(desk)
    window.folders.go_on()
    qtbot.waitUntil(lambda: desk.listener is not None)
    assert desk.folder == tmp_path


def test_where_the_program_broke_off_comes_before_the_machine_s_folder(
    qtbot, set_for_machine, make_window, desk, tmp_path
):
    set_for_machine(f'start_folder = "{tmp_path}"\nopen_on_start = true\n')
    (tmp_path / "before").mkdir()
    desk.reading.places.kept = Place(str(tmp_path / "before"), closed=False)
    window = make_window(desk)
    window.folders.go_on()
    qtbot.waitUntil(lambda: desk.listener is not None)
    assert desk.folder == tmp_path / "before"


def test_without_a_word_of_the_machine_nothing_opens(set_for_machine, make_window, desk, tmp_path):
    set_for_machine(f'start_folder = "{tmp_path}"\n')
    window = make_window(desk)
    window.folders.go_on()
    assert window.link.folder is None


def test_a_folder_is_looked_for_where_the_machine_says(set_for_machine, make_window, desk, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: asked.append(args[2]) or "")
    make_window(desk).folders.ask()
    set_for_machine(f'start_folder = "{tmp_path}"\n')
    make_window(desk).folders.ask()
    assert asked == ["", str(tmp_path)]


def test_about_names_the_file_in_force(locked, reading):
    reading.help.show_about()
    sheet = next(sheet for sheet in reading.findChildren(TextSheet) if sheet.isVisible())
    assert f"Set for this machine: {locked}" in sheet.text.toPlainText()
    assert "Locked: default_model, device, identity, language, theme, watched_folders" in sheet.text.toPlainText()
    sheet.close()


def test_the_report_says_what_is_set_and_no_folder(locked, reading):
    said = reading.help.report()
    assert "file: named by XRAYDESK_MACHINE_SETTINGS" in said
    assert "theme: light, locked" in said
    assert "watched_folders: 1 folders, locked" in said
    assert str(locked) not in said


def test_a_refusal_is_a_window_too(qtbot):
    faults = ('line 3: "theme" must be one of dark, light, system',)
    error = MachineSettingsError("It cannot be used", subject=Path("/etc/m.toml"), remedy="Mend it", faults=faults)
    box = refusal_box(error)
    qtbot.addWidget(box)
    assert box.icon() == QMessageBox.Icon.Critical
    assert box.informativeText() == "It cannot be used (/etc/m.toml). Mend it."
