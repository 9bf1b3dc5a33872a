"""The page of the misclassified, by its real widgets on a made-up log: cells, films, tags, proposals, lists."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.research.conftest import ResearchWindow
from tests.gui.test_access import nameless
from tests.research.made_up import Room, make_room, opened
from xraydesk.gui.research.misclassified_page import MisclassifiedPage
from xraydesk.research import error_marks
from xraydesk.research.archive import Archive
from xraydesk.research.confusion import Judge, Kind
from xraydesk.research.scene import first_question, look
from xraydesk.training.corrections import read_corrections

ROOM = Room(studies=60, overlap=0.6, shift=-1.2, films=True)
MISSES = (0, 1)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    make_room(tmp_path, tmp_path / "films", ROOM)
    with opened(tmp_path) as archive:
        yield archive


@pytest.fixture
def page(qtbot: QtBot, archive: Archive) -> Iterator[MisclassifiedPage]:
    made = MisclassifiedPage()
    qtbot.addWidget(made)
    made.resize(1140, 700)
    made.show()
    snapshot = archive.load()
    made.show_scene(archive, look(snapshot, first_question(snapshot)))
    qtbot.waitUntil(lambda: made.worked is not None)
    yield made
    made.close_tasks()
    made.close()


def turn(qtbot: QtBot, page: MisclassifiedPage, cell: tuple[int, int] = MISSES) -> None:
    """Press a cell and wait for its films."""
    page.cell.matrix.button(*cell).click()
    qtbot.waitUntil(lambda: page.worked is not None and page.worked.cell == cell and page.chosen is not None)


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel)]


def test_a_cell_opens_its_films_and_the_worst_is_chosen(qtbot: QtBot, page: MisclassifiedPage) -> None:
    turn(qtbot, page)
    assert page.worked is not None
    assert page.gallery.count == int(page.worked.matrix.counts[MISSES]) > 1
    assert page.chosen is page.worked.cases[0]
    chosen, other = page.cell.matrix.button(*MISSES), page.cell.matrix.button(0, 0)
    assert chosen.isChecked()
    assert not other.isChecked()
    assert chosen.text().startswith("▸ ")  # told by a sign and bold letters, too
    assert not other.text().startswith("▸ ")
    assert "This is an error." in chosen.accessibleName()
    qtbot.waitUntil(lambda: page.case.canvas.picture is not None)
    assert page.case.heading.text().endswith("truly abnormal, answered normal")
    assert "✗ chest-pneumonia" in page.case.answers.text()


def test_the_matrix_is_walked_by_keys_and_keeps_the_keyboard(qtbot: QtBot, page: MisclassifiedPage) -> None:
    turn(qtbot, page)
    button = page.cell.matrix.button(*MISSES)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    now = page.cell.matrix.button(0, 2)
    assert QApplication.focusWidget() is now
    QTest.keyClick(now, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.worked is not None and page.worked.cell == (0, 2))
    assert QApplication.focusWidget() is now


def test_another_judge_has_another_matrix(qtbot: QtBot, page: MisclassifiedPage) -> None:
    place = page.cell.box.findText("reader Brandt")
    page.cell.box.setCurrentIndex(place)
    page.cell.box.activated.emit(place)
    qtbot.waitUntil(lambda: page.worked is not None and page.worked.matrix.judge == Judge(Kind.READER, "Brandt"))
    assert page.worked is not None
    assert page.worked.matrix.answers[2:] == ("unsure", "not read")
    assert page.worked.matrix.right[page.worked.cell] == 0


def test_tags_are_put_on_by_keys_kept_and_filtered(qtbot: QtBot, page: MisclassifiedPage, archive: Archive) -> None:
    turn(qtbot, page)
    case = page.chosen
    assert case is not None
    page.gallery.setFocus()
    QTest.keyClick(page.gallery, Qt.Key.Key_T)
    button = page.case.tags.buttons["subtle"]
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: error_marks.marks(archive).tags_of(case.marked) == ("subtle",))
    page.case.tags.free.setText("behind the heart")
    QTest.keyClick(page.case.tags.free, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "behind the heart" in page.case.tags.buttons)
    assert page.case.tags.buttons["behind the heart"].isChecked()
    assert page.gallery.item is not None
    assert page.gallery.item.badge == "subtle, behind the heart"
    place = page.cell.tags.findData("subtle")
    assert page.cell.tags.itemText(place) == "subtle (1)"
    page.cell.tags.setCurrentIndex(place)
    page.cell.tags.activated.emit(place)
    assert page.gallery.count == 1
    page.case.tags.buttons["subtle"].click()
    qtbot.waitUntil(lambda: error_marks.marks(archive).tags_of(case.marked) == ("behind the heart",))


def test_a_label_is_proposed_with_a_reason_listed_and_taken_back(
    qtbot: QtBot, page: MisclassifiedPage, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn(qtbot, page)
    case = page.chosen
    assert case is not None
    box = page.case.label
    assert box.value.currentText() == "normal"  # the other than what is taken as true
    assert not box.send.isEnabled()
    box.reason.setText("the biopsy was of the other side")
    box.send.click()
    qtbot.waitUntil(lambda: any("proposed by Tester" in text for text in texts(box)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "list.csv"), ""))
    with qtbot.waitSignal(page.said):
        page.cell.export_labels.click()
    (row,) = read_corrections(tmp_path / "list.csv")
    assert (row.content_hash, row.new, row.author) == (case.image.content_hash, 0, "Tester")
    back = next(button for button in box.findChildren(QPushButton) if button.text() == "Take back")
    back.click()
    qtbot.waitUntil(lambda: error_marks.marks(archive).proposals_of(case.marked) == [])


def test_the_films_shown_are_saved_as_a_list(
    qtbot: QtBot, page: MisclassifiedPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn(qtbot, page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "cases.csv"), ""))
    with qtbot.waitSignal(page.said):
        page.cell.export.click()
    lines = list(csv.DictReader((tmp_path / "cases.csv").read_text("utf-8-sig").splitlines()))
    assert [line["study_id"] for line in lines] == [item.study_id for item in page.gallery.films.items]
    assert {"Adler", "Brandt", "Conti"} <= lines[0].keys()


def test_maps_are_drawn_over_the_films_only_when_asked_for(qtbot: QtBot, page: MisclassifiedPage) -> None:
    assert not page.cell.map.isChecked()
    assert not page.case.map.isChecked()
    turn(qtbot, page)
    item = page.gallery.item
    assert item is not None
    qtbot.waitUntil(lambda: page.gallery.pictures.picture(item.key) is not None)
    plain = page.gallery.pictures.picture(item.key)
    page.cell.map.setChecked(True)
    qtbot.waitUntil(lambda: page.gallery.pictures.picture(item.key) is not None)
    mapped = page.gallery.pictures.picture(item.key)
    assert plain is not None
    assert mapped is not None
    assert plain.isGrayscale()
    assert mapped.format() != plain.format()
    qtbot.waitUntil(lambda: page.case.canvas.picture is not None)
    page.gallery.setFocus()
    QTest.keyClick(page.gallery, Qt.Key.Key_M)
    assert page.case.canvas.shows_map


def test_a_film_that_is_gone_says_so_quietly(qtbot: QtBot, page: MisclassifiedPage) -> None:
    turn(qtbot, page)
    assert page.worked is not None
    second = page.worked.cases[1]
    second.image.path.unlink()
    page.gallery.choose(1)
    qtbot.waitUntil(lambda: page.case.canvas.message not in {"", "Loading …"})
    assert page.case.tags.isEnabled()  # it can be tagged all the same


def test_every_control_has_a_name(qtbot: QtBot, page: MisclassifiedPage) -> None:
    turn(qtbot, page)
    assert nameless(page) == []


def test_enter_opens_the_study_at_the_reading_desk(research_window: ResearchWindow, qtbot: QtBot) -> None:
    rooms = research_window(ROOM).rooms
    page = rooms.research.page("misclassified")
    assert isinstance(page, MisclassifiedPage)
    qtbot.waitUntil(lambda: page.chosen is not None)
    case = page.chosen
    assert case is not None
    with qtbot.waitSignal(page.open_wanted) as wanted:
        page.open_wanted.disconnect(rooms.research.open_wanted)
        QTest.keyClick(page.gallery, Qt.Key.Key_Return)
    assert wanted.args == [case.marked.study_id, case.folder]


def test_nobody_to_judge_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    make_room(tmp_path, tmp_path / "films", Room(studies=6, readers={}))
    with opened(tmp_path) as archive:
        archive.database.write(lambda db: db.executescript("DELETE FROM predictions"))
        snapshot = archive.load()
        page = MisclassifiedPage()
        qtbot.addWidget(page)
        page.show()
        page.show_scene(archive, look(snapshot, first_question(snapshot)))
        assert page.cell.words.text().startswith("No model and no reader")
        assert page.gallery.count == 0
        page.close_tasks()
        page.close()
