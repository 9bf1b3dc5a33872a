"""The page of training runs with real widgets and real processes: asked for, watched, paused, resumed, left."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from tests.admin.small_runs import RECIPE, SMALL, a_room, films
from xraydesk.admin import runs as runs_module
from xraydesk.admin.data import DataSource, SourceKind, save
from xraydesk.admin.room import AdminRoom
from xraydesk.admin.run import RunState
from xraydesk.admin.runs import Runs
from xraydesk.gui import message_patterns_recipes
from xraydesk.gui.admin.admin_page import AdminPage
from xraydesk.gui.admin.pages import train_pages
from xraydesk.gui.admin.training_page import TrainingPage
from xraydesk.training.recipe_words import WORDS
from xraydesk.training.run_lock import worker

pytestmark = pytest.mark.usefixtures("usual_priority")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AdminRoom]:
    made = a_room(tmp_path / "desk")
    yield made
    for process in runs_module._started.values():
        process.kill()
        process.wait()
    made.database.close()


@pytest.fixture
def page(qtbot, room: AdminRoom, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage()
    qtbot.addWidget(made)
    save(room.data_dir, DataSource("Our films", SourceKind.FOLDER, films(tmp_path / "films", each=20)))
    made.resize(1200, 800)
    made.show_room(room)
    made.show()
    yield made
    made.close_tasks()
    made.close()


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs_module, "program", lambda: [sys.executable, "-c", ""])


def fill(page: TrainingPage, **values: str) -> None:
    page.form.recipe.setCurrentIndex(page.form.recipe.findData(RECIPE))
    page.form.device.setCurrentIndex(page.form.device.findData("cpu"))
    for name, value in {**SMALL, "patience": "none", **values}.items():
        line = page.form.values.inputs[name]
        assert isinstance(line, QLineEdit)
        line.setText(value)


def state(page: TrainingPage) -> RunState | None:
    return None if page.chosen is None else page.chosen.state


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_run_is_started_watched_paused_killed_and_resumed_to_its_model(page: TrainingPage, qtbot) -> None:
    fill(page, epochs="6", **{"input.size": "64"})
    page.form.start.click()
    qtbot.waitUntil(lambda: page.chosen is not None and bool(page.chosen.progress.epochs))
    assert "running" in page.view.state.text()
    page.look()
    assert page.view.figures["films"].text().startswith("2")
    assert page.view.picture.pixmap().width() > 100
    assert page.view.charts.area.accessibleDescription().startswith("AUROC after the latest epoch")
    assert page.view.matrix.cells["true_positives"].text().isdigit()
    page.view.pause.click()
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED)
    page.look()
    assert page.view.resume.isVisibleTo(page)
    assert not page.view.pause.isVisibleTo(page)
    assert "Resume goes on" in page.view.what.text()
    done = page.chosen
    page.view.resume.click()
    qtbot.waitUntil(lambda: worker(done.folder) is not None)
    os.kill(worker(done.folder), signal.SIGKILL)
    qtbot.waitUntil(lambda: state(page) is RunState.CRASHED)
    page.look()
    assert "signal 9" in page.view.what.text()
    page.view.resume.click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED)
    page.look()
    assert len(page.chosen.progress.epochs) == 6
    assert "came out" in page.view.what.text()
    assert (page.challenger / "bundle" / "card.json").is_file()
    with qtbot.waitSignal(page.compare_wanted) as wanted:
        page.view.compare.click()
    assert wanted.args == [page.challenger]


def test_runs_pause_when_the_window_closes_and_not_when_the_desk_takes_another_model(
    room: AdminRoom, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs_module, "program", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    save(room.data_dir, DataSource("Our films", SourceKind.FOLDER, films(tmp_path / "films", each=2)))
    pages = AdminPage(train_pages())
    qtbot.addWidget(pages)
    pages.set_room(room)
    page = pages.page("training")
    assert isinstance(page, TrainingPage)
    fill(page)
    page.form.start.click()
    qtbot.waitUntil(lambda: state(page) is RunState.RUNNING)
    name = page.chosen.name
    pages.set_room(None)
    assert not Runs(room).get(name).stopping
    pages.close_tasks()
    assert Runs(room).get(name).stopping


def test_each_value_of_the_recipe_has_a_line_with_a_name(page: TrainingPage) -> None:
    inputs = page.form.values.inputs
    assert {"epochs", "augment.gamma", "checks", "points_required"} <= inputs.keys()
    assert "texts.version" not in inputs
    assert isinstance(inputs["points_required"], QCheckBox)
    assert isinstance(inputs["optimizer"], QComboBox)
    assert all(widget.accessibleName() and widget.toolTip() for widget in inputs.values())
    assert page.form.values.changes() == {}
    assert set(WORDS.values()) == set(message_patterns_recipes.RECIPES), "words that cannot be translated"


def test_a_value_that_makes_no_sense_is_said_and_nothing_starts(page: TrainingPage, no_process: None) -> None:
    fill(page, epochs="soon")
    page.form.values.inputs["epochs"].editingFinished.emit()
    assert page.form.values.problem.text() == '"epochs" cannot be "soon". Give a whole number from 1 to 1000.'
    page.form.start.click()
    assert '"epochs" cannot be "soon"' in page.form.problem.text()
    assert page.list.count() == 0


def test_what_was_asked_for_is_what_the_run_is_given(
    page: TrainingPage, qtbot, no_process: None, tmp_path: Path
) -> None:
    fill(page, learning_rate="0.005")
    page.form.minutes.setValue(2)
    page.form.goes_on.setChecked(True)
    page.form.use_others(tmp_path)
    page.form.use_weights(tmp_path / "weights.safetensors")
    page.form.start.click()
    qtbot.waitUntil(lambda: page.chosen is not None)
    assert page.list.count() == 1
    request = page.chosen.request
    assert (request.recipe, request.source, request.device, request.minutes) == (RECIPE, "Our films", "cpu", 2)
    assert request.goes_on
    assert request.changes["learning_rate"] == "0.005"
    assert "warmup_steps" not in request.changes, "what was not changed is left to the recipe"
    assert request.others == (str(tmp_path),)
    assert request.start.endswith("weights.safetensors")


def test_a_folder_becomes_a_source(page: TrainingPage, tmp_path: Path) -> None:
    page.form.use_folder(tmp_path / "nowhere")
    assert "This is not a folder" in page.form.problem.text()
    page.form.use_folder(films(tmp_path / "more", each=2))
    assert page.form.source.currentText() == "data"
    page.use_source("Our films")
    assert page.form.source.currentText() == "Our films"
    assert page.stack.currentWidget() is page.form


def test_the_page_that_compares_takes_a_run_as_the_challenger(qtbot, room: AdminRoom) -> None:
    from xraydesk.gui.admin.compare_page import ComparePage

    compare = ComparePage()
    qtbot.addWidget(compare)
    compare.challenger.addItem("another", "/runs/0")
    compare.use_challenger(Path("/runs/1"))
    assert compare.challenger.currentData() == "/runs/0", "it is not offered yet"
    compare.challenger.addItem("a run", "/runs/1")
    compare.use_challenger(Path("/runs/1"))
    assert compare.challenger.currentData() == "/runs/1"
    compare.close_tasks()
