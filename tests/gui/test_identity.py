"""One key takes everything off the screen that tells who the patients are, and puts it back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QTableView, QWidget

from tests.gui.conftest import choose
from tests.gui.fake_desk import FakeDesk, study
from xraydesk.errors import FolderError
from xraydesk.gui.identity import HIDDEN, Identity, telling_words
from xraydesk.gui.ordering import Column
from xraydesk.gui.worklist_model import COLUMNS
from xraydesk.imaging.study import SkippedFile

FOLDER = Path("/films/Doe Jane 1950-02-03")
SECRETS = ("Made up", "A-000", "Doe", "1950", "/films", "notes.txt")


def texts(window: QWidget) -> list[str]:
    """Return every text that a person can see, hear or hover over, with the class of its widget in front."""
    found = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        said = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.statusTip()]
        said += [widget.whatsThis(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        elif isinstance(widget, QLineEdit):
            said += [widget.displayText(), widget.placeholderText()]
        elif isinstance(widget, QMenu):
            said += [text for action in widget.actions() for text in (action.text(), action.toolTip())]
        elif isinstance(widget, QTableView):
            said += cells(widget)
        found += [f"{type(widget).__name__}: {text}" for text in said if text]
    return found


def cells(table: QTableView) -> list[str]:
    """Return what every role of every cell says."""
    model = table.model()
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    roles = range(16)
    return [str(model.index(*place).data(role)) for place in places for role in roles]


def told(window: QWidget) -> list[str]:
    return [text for text in texts(window) if any(secret in text for secret in (*SECRETS, "1.2."))]


@pytest.fixture
def named(qtbot, make_window):
    """Return a window on a folder that bears a patient's name, the first study read and on screen."""
    desk = FakeDesk({1: 0.3, 2: 0.97, 3: None, 4: "broken"}, images={2: 2})
    desk.skipped = (SkippedFile(FOLDER / "Doe notes.txt", "no image"),)
    desk.recent_folders = lambda: [FOLDER]
    window = make_window(desk)
    window.open_folder(FOLDER)
    qtbot.waitUntil(lambda: desk.listener is not None)
    desk.run_all()
    qtbot.waitUntil(lambda: not window.link.running)
    choose(qtbot, window, 2)
    window.read.verdict.comment.setText("as with A-0002 before")
    window.read.verdict.choose(0)
    window.read.verdict.submit()
    qtbot.waitUntil(lambda: "saved" in window.footer.log.text())
    choose(qtbot, window, 2)
    window.read.worklist.table.choose_columns(COLUMNS)
    window.start.set_resume(str(FOLDER))
    return window


def test_nothing_that_tells_who_it_is_stays_on_screen(qtbot, named):
    before = sorted(texts(named))
    assert {secret for secret in SECRETS if any(secret in text for text in before)} == set(SECRETS)
    named.read.worklist.table.setFocus()
    qtbot.keyClick(named.read.worklist.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert told(named) == []
    assert named.top.hidden.isVisible()
    assert named.top.hidden.text() == HIDDEN
    assert named.windowTitle() == f"{HIDDEN} - xraydesk"
    qtbot.keyClick(named.read.worklist.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert sorted(texts(named)) == before
    assert not named.top.hidden.isVisible()


def test_studies_go_by_their_place_in_order_of_arrival(qtbot, named):
    model, canvas = named.read.worklist.model, named.read.viewer.canvas
    named.read.identity.toggle()
    patient = COLUMNS.index(Column.PATIENT)
    assert [model.index(n, patient).data() for n in range(4)] == ["Study 2", "Study 1", "Study 3", "Study 4"]
    assert canvas.accessibleDescription().startswith("Study 2, 3 y F")
    assert named.footer.log.text().startswith("Log: Study 2 saved")
    assert "as with Study 2 before" in named.read.verdict.earlier.text()
    assert model.row_at(0).study_id == "1.2.2"  # what the program works with is whole


def test_what_comes_while_it_is_hidden_stays_hidden(qtbot, named):
    named.read.identity.toggle()
    choose(qtbot, named, 1)
    named.read.verdict.choose(1)
    named.read.verdict.submit()
    qtbot.waitUntil(lambda: "Study 1 saved" in named.footer.log.text())
    named.link.failed.emit(FolderError("The folder is gone", subject=FOLDER / "Doe", remedy="Look for it"))
    assert named.banner.text.text() == "The folder is gone (the open folder). Look for it."
    named.link.desk.scan()
    qtbot.waitUntil(lambda: named.read.worklist.model.rowCount() == 4)
    assert told(named) == []


def test_the_picture_says_the_neutral_name(qtbot, named):
    canvas = named.read.viewer.canvas
    whole = canvas.grab().toImage()
    named.read.identity.toggle()
    assert canvas.grab().toImage() != whole
    named.read.identity.toggle()
    assert canvas.grab().toImage() == whole


def test_every_film_side_by_side_says_the_neutral_name(qtbot, named):
    named.read.identity.toggle()
    next(key.call for key in named.keymap.keys if key.key == "F8")()  # all images of the study
    qtbot.waitUntil(lambda: not named.read.loading)
    cells = named.read.viewer.grid.cells
    assert len(cells) == 2
    qtbot.waitUntil(lambda: all(cell.canvas.picture is not None for cell in cells))
    assert [cell.canvas.accessibleDescription()[:14] for cell in cells] == ["Study 2, 3 y F"] * 2
    assert told(named) == []


def test_a_search_typed_before_is_dots_until_it_is_cleared(qtbot, named):
    search = named.read.worklist.filters.search
    search.setText("Made up")
    named.read.identity.toggle()
    assert "Made" not in search.displayText()
    search.clear()
    search.setText("chest")
    assert search.displayText() == "chest"


def test_the_word_in_the_bar_brings_it_back(named):
    named.read.identity.toggle()
    named.top.hidden.click()
    assert not named.read.identity.hidden


def test_names_are_known_by_their_parts_and_numbers_not_within_others(qapp):
    header = replace(study(1).header, patient_id="17", patient_name="Doe^Jane=X^Y", accession="ACC9")
    one = study(1)
    one = replace(one, instances=(replace(one.instances[0], header=header),))
    assert {"17", "Doe", "Jane", "Doe, Jane", "ACC9", "1.2.1"} <= telling_words(one)
    identity = Identity()
    identity.meet(one, 12)
    assert identity.veil("jane (17) at 10:175, acc9") == "jane (17) at 10:175, acc9"
    identity.toggle()
    assert identity.veil("jane (17) at 10:175, acc9") == "Study 12 (Study 12) at 10:175, Study 12"
