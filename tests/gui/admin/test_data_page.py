"""The page of training data with real widgets: a folder is added and looked into, films left out and taken in again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.admin.made_films import classes, film, write
from tests.research.made_up import Habits, Room, make_room
from xraydesk.admin import problem_words
from xraydesk.admin.problems import Kind, Problem, Severity
from xraydesk.admin.room import AdminRoom
from xraydesk.gui import messages
from xraydesk.gui.admin.admin_page import AdminPage
from xraydesk.gui.admin.data_page import DataPage
from xraydesk.gui.admin.folder_dialog import FolderDialog
from xraydesk.gui.admin.pages import train_pages
from xraydesk.gui.admin.problem_list import ProblemLine
from xraydesk.gui.admin.reason_dialog import ReasonDialog
from xraydesk.gui.admin.training_page import TrainingPage
from xraydesk.gui.admin.verdict_dialog import VerdictDialog
from xraydesk.store.accounts import Account, Role
from xraydesk.store.audit import AuditLog
from xraydesk.store.database import Database

Opened = Callable[..., DataPage]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Return what opens the page on the data folder of the test."""
    database = Database.open(tmp_path / "data")
    pages: list[DataPage] = []

    def make(account: Account | None = None) -> DataPage:
        page = DataPage()
        pages.append(page)
        page.resize(1200, 800)
        page.show()
        page.show_room(AdminRoom(tmp_path / "data", database, "Tester", account))
        return page

    with closing(database):
        yield make
        for page in pages:
            page.close_tasks()
            page.close()
            page.deleteLater()


@pytest.fixture
def films(tmp_path: Path) -> Path:
    """Return two classes of films with a copy, a contradiction and a file that is none."""
    root = classes(tmp_path / "films")
    write(root / "normal" / "again" / "film.png", film(1))
    write(root / "normal" / "wrong" / "film.png", film(1003))
    (root / "ill" / "p000-ill" / "film.png").write_bytes(b"no picture")
    return root


def add(page: DataPage, folder: Path, qtbot: QtBot) -> FolderDialog:
    dialog = page.bar.add_folder()
    assert isinstance(dialog, FolderDialog)
    dialog.open_folder(folder)
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def looked_into(page: DataPage, folder: Path, qtbot: QtBot) -> None:
    add(page, folder, qtbot).keep.click()
    page.bar.inspect.click()
    qtbot.waitUntil(lambda: not page.busy and page.found is not None)


def line(page: DataPage, kind: Kind) -> ProblemLine:
    return next(line for line in page.problems.lines if line.problem.kind is kind)


def answer(page: DataPage, reason: str, qtbot: QtBot) -> None:
    dialog = next(d for d in page.findChildren(QDialog) if isinstance(d, ReasonDialog) and d.isVisible())
    dialog.reason.setText(reason)
    dialog.act.click()
    qtbot.waitUntil(lambda: not page.busy)


def test_a_folder_is_added_and_looked_into(opened: Opened, films: Path, qtbot: QtBot) -> None:
    page = opened()
    assert not page.bar.inspect.isEnabled()
    dialog = add(page, films, qtbot)
    assert "27" in dialog.found.text() or "26" in dialog.found.text()
    assert dialog.label.currentData() == "abnormal"
    dialog.keep.click()
    assert page.source is not None
    assert (page.source.name, page.source.folder) == ("films", films)
    page.bar.inspect.click()
    qtbot.waitUntil(lambda: page.found is not None)
    assert "25 films of 25 patients; 11 of them are abnormal. Label: abnormal." in page.summary.text()
    assert {line.problem.kind for line in page.problems.lines} >= {Kind.COPIES, Kind.CONFLICT, Kind.UNREADABLE}
    assert "This is no image" in line(page, Kind.UNREADABLE).sentence.text()
    assert page.train_button.isEnabled()
    entry = AuditLog(page._room.database).entries()[-1]
    assert (entry["actor"], entry["action"], entry["detail"]["change"]) == ("Tester", "training data", "kept")
    with qtbot.waitSignal(page.train_wanted) as sent:
        page.train_button.click()
    assert sent.args == ["films"]


def test_films_of_a_finding_are_shown_left_out_and_taken_in_again(opened: Opened, films: Path, qtbot: QtBot) -> None:
    page = opened()
    looked_into(page, films, qtbot)
    before = page.found.films
    line(page, Kind.COPIES).show_button.click()
    assert page.films.isVisible()
    assert page.films.gallery.count == 2
    line(page, Kind.COPIES).leave_button.click()
    answer(page, "the same film", qtbot)
    assert page.found.films == before - 1
    assert not page.films.isVisible(), "the finding is gone"
    line(page, Kind.CONFLICT).show_button.click()
    page.films.gallery.choose(0)
    page.films.leave.click()
    answer(page, "wrong label", qtbot)
    assert page.found.films == before - 3, "the same content lies in both places"
    assert [row.cells[1].text for row in page.left_out.table.rows()] == ["wrong label", "the same film"]
    page.left_out.table.selectRow(0)
    page.left_out.button.click()
    answer(page, "it was right", qtbot)
    assert page.found.films == before - 1
    assert [row.cells[2].text for row in page.left_out.table.rows()] == ["Tester"]


def test_what_cannot_be_read_is_a_sentence_in_the_window(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened()
    (tmp_path / "nothing").mkdir()
    dialog = add(page, tmp_path / "nothing", qtbot)
    assert "layout" in dialog.state.text()
    assert not dialog.keep.isEnabled()
    dialog.cancel.click()
    assert page.source is None


def test_one_class_only_cannot_be_trained_on(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    root = classes(tmp_path / "films", each=2)
    for path in (root / "ill").rglob("*.png"):
        path.write_bytes(b"no picture")
    page = opened()
    looked_into(page, root, qtbot)
    assert page.problems.lines[0].problem.kind is Kind.ONE_CLASS
    assert not page.train_button.isEnabled()


def test_a_table_has_its_columns_named(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    root = tmp_path / "films"
    root.mkdir()
    lines = ["picture;who;ill"]
    for number in range(6):
        write(root / f"f{number}.png", film(number))
        lines.append(f"f{number}.png;p{number};{number % 2}")
    (root / "labels.csv").write_text("\n".join(lines))
    page = opened()
    dialog = add(page, root, qtbot)
    assert "No column" in dialog.state.text()
    for field, column in (("key", "picture"), ("findings", "ill"), ("patient", "who")):
        box = dialog.columns[field][1]
        assert box.isVisible()
        box.setCurrentIndex(box.findData(column))
    dialog.columns["key"][1].activated.emit(1)
    qtbot.waitUntil(dialog.keep.isEnabled)
    dialog.keep.click()
    assert page.source.columns == {"key": "picture", "findings": "ill", "patient": "who"}


def test_the_verdicts_of_the_desk_become_a_source(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    readers = {"Adler": Habits(skips=0), "Conti": Habits(0.9, 0.8, skips=0.3)}
    make_room(tmp_path / "data", tmp_path / "films", Room(studies=30, films=True, readers=readers))
    page = opened()
    dialog = page.bar.add_verdicts()
    assert isinstance(dialog, VerdictDialog)
    qtbot.waitUntil(dialog.make.isEnabled)
    dialog.rule.setCurrentIndex(dialog.rule.findData("reader:Adler"))
    dialog.make.click()
    qtbot.waitUntil(lambda: page.source is not None)
    assert page.source.rule == "reader:Adler"
    assert "studies" in page.bar.state.text()
    page.bar.inspect.click()
    qtbot.waitUntil(lambda: page.found is not None)
    assert page.found.films > 20


def test_who_is_no_administrator_changes_nothing(opened: Opened, films: Path, qtbot: QtBot) -> None:
    reader = Account("Ada", "Conti", Role.READER, "", number=1, at=datetime.now(UTC))
    page = opened(reader)
    dialog = add(page, films, qtbot)
    dialog.keep.click()
    assert page.source is None
    assert dialog.state.text()
    dialog.cancel.click()


def test_the_window_knows_every_sentence(opened: Opened, films: Path, qtbot: QtBot) -> None:
    page = opened()
    looked_into(page, films, qtbot)
    told = [problem_words.summary(page.found), "3 films were left out by hand.", "One film was left out by hand."]
    told += [problem_words.cue_sentence(cue) for cue in page.found.cues]
    told += [problem_words.sentence(Problem(kind, Severity.NOTE, count, value="1"))
             for kind in Kind if kind is not Kind.CUE for count in (1, 1234)]  # fmt: skip
    assert [text for text in told if messages._fit(text) is None] == []


def test_train_on_this_turns_to_the_training(opened: Opened, films: Path, qtbot: QtBot, tmp_path: Path) -> None:
    looked_into(page := opened(), films, qtbot)
    room = AdminPage(train_pages())
    qtbot.addWidget(room)
    room.set_room(page._room)
    room.come_into_sight()
    data = room.page("data")
    assert isinstance(data, DataPage)
    data.train_wanted.emit("films")
    training = room.pages.current
    assert isinstance(training, TrainingPage)
    assert training.form.source.currentText() == "films"
    room.close_tasks()


def test_a_look_is_stopped(opened: Opened, films: Path, qtbot: QtBot) -> None:
    page = opened()
    add(page, films, qtbot).keep.click()
    page.bar.inspect.click()
    page.bar.cancel.click()
    assert not page.busy
    assert "Stopped" in page.bar.state.text()
    assert page.found is None
