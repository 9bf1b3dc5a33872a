"""A run and the version that came out of it name each other; a run is removed after it was said what is lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.admin.conftest import reweighed
from xraydesk.admin.installing import install_run
from xraydesk.admin.outcome import Outcome, outcome, runs_of_versions
from xraydesk.admin.promotion import history, promote
from xraydesk.admin.room import AdminRoom
from xraydesk.admin.run import Run, RunState, look
from xraydesk.admin.run_progress import FILE, ProgressReader
from xraydesk.admin.run_request import RunRequest, write_request
from xraydesk.admin.runs import FOLDER, Runs
from xraydesk.gui.admin.models_page import ModelsInUsePage
from xraydesk.gui.admin.remove_dialog import RemoveDialog
from xraydesk.gui.admin.training_page import TrainingPage
from xraydesk.store.database import Database

FULL = "No space is left for the run (/runs/two). Make room; the same command goes on from the last checkpoint."


@pytest.fixture
def room(installed: Path) -> Iterator[AdminRoom]:
    database = Database.open(installed)
    yield AdminRoom(installed, database, "Ada")
    database.close()


@pytest.fixture
def finished(room: AdminRoom) -> Path:
    """Return the folder of a run whose model is not installed."""
    folder = a_run(room, "one", {"done": "tiny 1.1"})
    shutil.copytree(room.data_dir / "models" / "tiny", folder / "bundle")
    reweighed(folder / "bundle", "1.1")
    return folder


@pytest.fixture
def page(qtbot: QtBot, room: AdminRoom) -> Iterator[TrainingPage]:
    made = TrainingPage()
    qtbot.addWidget(made)
    yield made
    made.close_tasks()


def a_run(room: AdminRoom, name: str, end: dict[str, str]) -> Path:
    folder = room.data_dir / FOLDER / name
    folder.mkdir(parents=True)
    write_request(folder, RunRequest("s1-cp-64", "Our films", (), author="Ada", at="2025-11-21T10:00:00+00:00"))
    (folder / FILE).write_text(f"{json.dumps(end)}\n")
    return folder


def open_dialog(qtbot: QtBot, page: TrainingPage) -> RemoveDialog:
    page.view.remove.click()
    qtbot.waitUntil(lambda: page.findChild(RemoveDialog) is not None)
    found = page.findChild(RemoveDialog)
    assert isinstance(found, RemoveDialog)
    return found


def test_a_run_names_the_version_and_the_version_names_the_run(
    qtbot: QtBot, room: AdminRoom, finished: Path, page: TrainingPage
) -> None:
    page.show_room(room)
    page.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: "is not installed" in page.view.outcome.text())
    assert runs_of_versions(room) == {}
    install_run(room, finished)
    page.show_room(room)
    qtbot.waitUntil(lambda: page.view.outcome.text() == "It is installed as tiny 1.1 and not in use.")
    promote(room, "tiny@1.1", None, "learnt from our films", "a test")
    page.show_room(room)
    qtbot.waitUntil(lambda: page.view.outcome.text() == "It is installed as tiny 1.1 and in use.")
    assert runs_of_versions(room) == {"tiny@1.1": "one"}
    models = ModelsInUsePage()
    qtbot.addWidget(models)
    models.show_room(room)
    qtbot.waitUntil(lambda: len(models.found) == 2)
    assert {row.key: row.cells[6].text for row in models.table.rows()} == {"tiny@1.1": "one", "tiny@1.0": "–"}
    assert [row.cells[-1].text for row in models.history.rows()] == ["one", "–"]
    assert len(history(room)) == 2
    models.close_tasks()


def test_what_is_lost_is_said_and_what_is_installed_stays(
    qtbot: QtBot, room: AdminRoom, finished: Path, page: TrainingPage
) -> None:
    page.show_room(room)
    page.list.setCurrentRow(0)
    dialog = open_dialog(qtbot, page)
    assert "The model tiny 1.1 is not installed: it is lost, too." in dialog.what.text()
    dialog.reject()
    install_run(room, finished)
    qtbot.waitUntil(lambda: page.findChild(RemoveDialog) is None)
    dialog = open_dialog(qtbot, page)
    assert "The model tiny 1.1 that is installed from it stays." in dialog.what.text()
    assert "films it learnt from and kept aside" in dialog.what.text()
    assert dialog.what.height() >= dialog.what.heightForWidth(dialog.what.width()), "all of it is in sight"
    assert not dialog.act.isDefault()
    with qtbot.waitSignal(page.changed):
        dialog.act.click()
    assert not finished.exists()
    assert page.list.count() == 0
    assert page.stack.currentWidget() is page.form
    assert runs_of_versions(room) == {"tiny@1.1": "one"}, "the version still names it"


def test_a_run_at_work_has_no_button_to_remove_it(room: AdminRoom, page: TrainingPage) -> None:
    folder = a_run(room, "one", {"phase": "head"})
    run = Runs(room).get("one")
    page.view.show_run(run)
    assert not page.view.remove.isHidden()
    working = Run(folder, run.request, RunState.RUNNING, "", run.progress)
    page.view.show_run(working)
    assert page.view.remove.isHidden()


def test_what_became_of_a_model_that_others_installed_is_told_by_its_weights(
    room: AdminRoom, finished: Path, tmp_path: Path
) -> None:
    assert outcome(room, finished / "bundle") == Outcome("tiny 1.1", installed=False, in_use=False)
    shutil.copytree(finished / "bundle", room.data_dir / "models" / "tiny-1.1")
    assert outcome(room, finished / "bundle").installed


def test_after_a_failure_of_the_machine_the_window_names_its_button(room: AdminRoom) -> None:
    folder = a_run(room, "two", {"failed": FULL})
    run = look(folder, RunRequest("s1-cp-64", "", ()), ProgressReader(folder).read())
    assert run.state.can_go_on
    assert run.sentence.endswith("Make room; Resume goes on from the last checkpoint.")
