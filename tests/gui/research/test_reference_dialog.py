"""A reference table is looked at, then imported; follow-up is entered by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.gui.test_access import nameless
from tests.research.made_up import Habits, Made, Room, make_room, opened
from xraydesk.gui.research.follow_up_dialog import FollowUpDialog
from xraydesk.gui.research.reference_dialog import ReferenceDialog
from xraydesk.research.archive import Archive
from xraydesk.store.reference import FOLLOW_UP, ReferenceLog


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make_room(tmp_path, tmp_path / "films", Room(studies=8, reference=False, readers={}))


@pytest.fixture
def archive(tmp_path: Path, made: Made) -> Iterator[Archive]:
    with opened(tmp_path) as archive:
        yield archive


@pytest.fixture
def dialog(qtbot: QtBot, archive: Archive) -> Iterator[ReferenceDialog]:
    made = ReferenceDialog(archive, archive.load())
    made.show()
    yield made
    made.close()
    made.deleteLater()


def read(qtbot: QtBot, dialog: ReferenceDialog, file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    dialog.open_table(file)
    settle(qtbot, dialog)


def settle(qtbot: QtBot, dialog: ReferenceDialog | FollowUpDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.busy)


def test_a_table_is_shown_before_it_is_written(qtbot: QtBot, dialog, archive, made, tmp_path) -> None:
    assert not dialog.write.isEnabled()
    text = f"StudyInstanceUID,diagnosis\n{made.study_ids[0]},positive\n{made.study_ids[1]},no finding\nx,positive\n"
    read(qtbot, dialog, tmp_path / "biopsy.csv", text)
    assert dialog.found.text().startswith("Studies to be written: 2, 1 with 1 or more, 1 with 0.")
    assert "One line left out: no study of the log has this id" in dialog.found.text()
    assert ReferenceLog(archive.database).all() == []
    assert not nameless(dialog)
    dialog.write.click()
    settle(qtbot, dialog)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert {row.study_id: row.value for row in archive.load().reference} == {made.study_ids[0]: 1, made.study_ids[1]: 0}


def test_a_person_says_how_a_word_is_read(qtbot: QtBot, dialog, made, tmp_path) -> None:
    text = f"study,truth\n{made.study_ids[0]},TB\n{made.study_ids[1]},clear\n"
    read(qtbot, dialog, tmp_path / "t.csv", text)
    assert dialog.found.text().startswith("Studies to be written: 0")
    assert not dialog.write.isEnabled()
    for word, words in (("tb", "abnormal"), ("clear", "normal")):
        box = dialog.words.boxes[word]
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())
        settle(qtbot, dialog)
    assert dialog.found.text().startswith("Studies to be written: 2, 1 with 1 or more, 1 with 0.")


def test_another_column_is_read_anew(qtbot: QtBot, dialog, made, tmp_path) -> None:
    read(qtbot, dialog, tmp_path / "t.csv", f"study,diagnosis,grade\n{made.study_ids[0]},perhaps,3\n")
    assert not dialog.write.isEnabled()
    dialog.value.setCurrentIndex(2)
    dialog.value.activated.emit(2)
    settle(qtbot, dialog)
    assert dialog.write.isEnabled()
    assert dialog.words.boxes["3"].currentText() == "grade 3"


def test_a_table_that_cannot_be_read_is_a_sentence(qtbot: QtBot, dialog, tmp_path) -> None:
    read(qtbot, dialog, tmp_path / "t.csv", "")
    assert "The table has no rows" in dialog.state.text()
    assert not dialog.write.isEnabled()


def test_follow_up_of_a_study_is_entered_and_taken_back(qtbot: QtBot, archive, made) -> None:
    study = made.study_ids[2]
    for value, kept in ((0, 1.0), (2, None)):
        dialog = FollowUpDialog(archive, archive.load(), study)
        dialog.show()
        assert not nameless(dialog)
        assert dialog.value.currentText() == "abnormal"
        assert dialog.state.text() == (
            "" if kept else "Follow-up was entered before; the new one counts, both stay in the log."
        )
        dialog.value.setCurrentIndex(value)
        dialog.note.setText("biopsy")
        dialog.save.click()
        settle(qtbot, dialog)
        dialog.deleteLater()
        assert [row.value for row in archive.load().reference] == ([kept] if kept else [])


def test_an_unknown_study_is_not_kept(qtbot: QtBot, archive) -> None:
    dialog = FollowUpDialog(archive, archive.load())
    assert not dialog.save.isEnabled()
    dialog.study.setText("nobody")
    assert not dialog.save.isEnabled()
    assert dialog.state.text() == "The log knows no study of this id."
    dialog.reject()
    dialog.deleteLater()


def test_what_is_entered_from_the_page_of_performance_is_in_its_figures(qtbot: QtBot, research_window) -> None:
    room = Room(studies=40, reference=False, readers={"Adler": Habits()})
    page = research_window(room).rooms.research
    tab = page.page("performance")
    qtbot.waitUntil(lambda: not tab.busy)
    before = page._scene
    assert before.truth.known.any()  # by majority, for no reference is there
    dialog = tab.enter_follow_up()
    dialog.study.setText(before.cases.study_ids[0])
    dialog.save.click()
    qtbot.waitUntil(
        lambda: page._scene is not before and page._scene is not None and bool(page._scene.snapshot.reference)
    )
    assert page._scene.snapshot.sources == (FOLLOW_UP,)
    qtbot.waitUntil(lambda: not tab.busy)
    assert tab.import_table().isVisible()
    tab.findChild(ReferenceDialog).reject()
