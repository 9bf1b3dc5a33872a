"""The researcher's room: reached by the rail, filled from the log, asked by four choices."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.research.conftest import ResearchWindow, drawn
from tests.research.made_up import Habits, Room
from xraydesk.gui.research.page import ResearchPage
from xraydesk.gui.rooms import READING, RESEARCH
from xraydesk.gui.window import MainWindow
from xraydesk.store.verdicts import VerdictLog


def texts(page: ResearchPage) -> list[str]:
    return [label.text() for label in page.pages.current.findChildren(QLabel)]


def choose(qtbot: QtBot, page: ResearchPage, name: str, words: str) -> None:
    """Choose in one of the boxes as a person does, by the keyboard."""
    box = getattr(page.bar, name)
    place = box.findText(words)
    assert place >= 0, [box.itemText(n) for n in range(box.count())]
    before = page._scene
    box.setFocus()
    while box.currentIndex() != place:
        qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < place else Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: page._scene is not before and page._task is not None)


def test_the_room_says_what_the_log_holds(research_window: ResearchWindow) -> None:
    window = research_window()
    page, made = window.rooms.research, window.made
    said = texts(page)
    assert f"{len(made.study_ids):,}" in said
    assert str(int(made.ill.sum())) in said
    assert {"Adler", "Brandt", "Conti"} <= set(said)
    assert page.line.text().startswith("Studies: 240, readers: 3")


def test_rail_and_keys_lead_there_and_back(research_window: ResearchWindow, qtbot: QtBot) -> None:
    window = research_window()
    rooms = window.rooms
    assert rooms.rail.button(RESEARCH).isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert rooms.stack.currentIndex() == READING
    qtbot.mouseClick(rooms.rail.button(RESEARCH), Qt.MouseButton.LeftButton)
    assert rooms.stack.currentIndex() == RESEARCH
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert rooms.rail.button(RESEARCH).isChecked()
    qtbot.waitUntil(lambda: drawn(rooms.research))


def test_an_empty_log_says_so(research_window: ResearchWindow) -> None:
    page = research_window(empty=True).rooms.research
    assert page.pages.words.isVisible()
    assert page.pages.words.text().startswith("The log is empty.")


def test_another_standard_is_another_scene(research_window: ResearchWindow, qtbot: QtBot) -> None:
    page = research_window().rooms.research
    choose(qtbot, page, "truth", "reader: Conti")
    assert page._scene is not None
    assert page._scene.question.rule.readers == ("Conti",)
    assert "what is true is known of" in page.line.text()
    read = int((page._scene.readings.last.answer[2] >= 0).sum())
    assert int(page._scene.truth.known.sum()) < read + 1


def test_without_reference_the_readers_decide(research_window: ResearchWindow) -> None:
    page = research_window(Room(reference=False, readers={"Solo": Habits()})).rooms.research
    assert page.bar.truth.currentText() == "majority of readers"
    assert any("One reader alone" in text for text in texts(page))


def test_the_log_is_read_again(research_window: ResearchWindow, qtbot: QtBot) -> None:
    window = research_window()
    page = window.rooms.research
    first = page._snapshot
    assert first is not None
    said = replace(first.verdicts[0], reader="Dorn", withdrawn=None)
    assert window.link.desk is not None
    VerdictLog(window.link.desk.database).record(said)
    qtbot.mouseClick(page.bar.reload, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Dorn" in texts(page))
    assert page.bar.truth.findText("reader: Dorn") >= 0


def test_a_study_is_shown_at_the_desk(research_window: ResearchWindow, qtbot: QtBot, films: Path) -> None:
    window: MainWindow = research_window(Room(studies=4, films=True))
    wanted = window.made.study_ids[2]
    window.rooms.research.open_wanted.emit(wanted, films)
    assert window.rooms.stack.currentIndex() == READING
    qtbot.waitUntil(lambda: window.read.worklist.table.selected == wanted)
    qtbot.waitUntil(lambda: not window.link.running)


def test_a_folder_that_is_gone_is_said(research_window: ResearchWindow, tmp_path: Path) -> None:
    window = research_window(Room(studies=4))
    window.rooms.research.open_wanted.emit("x", tmp_path / "gone")
    assert window.rooms.stack.currentIndex() == RESEARCH
    assert "not there any more" in window.banner.text.text()
