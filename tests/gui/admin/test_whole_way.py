"""The whole way of a model on real films: data, a run that is killed, comparison, in use and back, the sealed log.

In the whole window, by its own widgets, with the model for chest films that comes with the program.
"""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.admin.steps import answers, audit_page, click, put_in_use, rolled_back, scored
from xraydesk import cli
from xraydesk.admin import runs as runs_module
from xraydesk.admin.run import RunState
from xraydesk.gui.admin.compare_page import ComparePage
from xraydesk.gui.admin.data_page import DataPage
from xraydesk.gui.admin.folder_dialog import FolderDialog
from xraydesk.gui.admin.training_page import TrainingPage
from xraydesk.gui.app import desk_factory
from xraydesk.gui.ordering import Column
from xraydesk.gui.window import MainWindow
from xraydesk.gui.worklist_model import COLUMNS
from xraydesk.inference.card import ModelCard
from xraydesk.store.database import FILE_NAME
from xraydesk.training.run_lock import worker
from xraydesk.triage.models import scan_models

MODEL = "chest-pneumonia"
EACH = 16  # films of a class
# Small enough for seconds; nothing good comes out, which is what the comparison must find.
SHORT = {
    "input.size": "64",
    "epochs": "20",
    "patience": "none",
    "batch_size": "8",
    "warmup_steps": "0",
    "validation_share": "0.4",
    "checks": "clean",
}
REASON, ALL_THE_SAME = "trained on films of this house", "a test of the way"


@pytest.fixture
def films(shared_data: Path, tmp_path: Path) -> Path:
    """Return a small part of the children's chest films, each of another patient, as they lie in the whole."""
    for name in ("NORMAL", "PNEUMONIA"):
        folder = tmp_path / "films" / "train" / name
        folder.mkdir(parents=True)
        found = sorted((shared_data / "chest-paediatric" / "train" / name).iterdir())
        for path in found[:: len(found) // EACH][:EACH]:
            (folder / path.name).write_bytes(path.read_bytes())
    return tmp_path / "films"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, usual_priority: None) -> Iterator[MainWindow]:
    data_dir = tmp_path / "desk"
    if MODEL not in {model.card.id for model in scan_models(data_dir).models}:
        pytest.skip(f"the model {MODEL} is not among the program's resources")
    data_dir.mkdir()
    made = MainWindow(desk_factory(data_dir, "cpu"), data_dir)
    made.session.set_greeted()
    made.resize(1366, 768)
    made.show()
    assert made.connect_desk(MODEL)
    yield made
    made.close()
    for process in runs_module._started.values():
        process.kill()
        process.wait()
    made.deleteLater()


def speakers(window: MainWindow) -> set[str]:
    """Return what the rows of the worklist say of who spoke."""
    model = window.read.worklist.model
    column = COLUMNS.index(Column.MODEL)
    return {str(model.index(row, column).data()) for row in range(model.rowCount())}


def bands(window: MainWindow) -> list[tuple]:
    return sorted((row.study_id, row.band, row.score) for row in window.link.desk.rows())


def looked_into(qtbot: QtBot, window: MainWindow, films: Path) -> None:
    """Add the folder, look into it, and go to the training with it."""
    window.rooms.show_training()
    page = window.rooms.train.page("data")
    assert isinstance(page, DataPage)
    asked = page.bar.add_folder()
    assert isinstance(asked, FolderDialog)
    asked.open_folder(films)
    qtbot.waitUntil(lambda: asked.keep.isEnabled() and not asked.busy)
    assert "kermany" in asked.found.text()
    click(asked.keep)
    click(page.bar.inspect)
    qtbot.waitUntil(lambda: page.found is not None and not page.busy)
    assert len(page.problems.lines) > 1
    click(page.train_button)


def started(window: MainWindow) -> TrainingPage:
    """Ask for a short run of the recipe of the model in use."""
    page = window.rooms.train.page("training")
    assert isinstance(page, TrainingPage)
    form = page.form
    assert form.source.currentText() == "films"
    form.recipe.setCurrentIndex(form.recipe.findData(MODEL))
    form.device.setCurrentIndex(form.device.findData("cpu"))
    form.start_point.setCurrentIndex(form.start_point.count() - 1)
    form.more.click()
    for name, value in SHORT.items():
        line = form.values.inputs[name]
        assert isinstance(line, QLineEdit)
        line.setText(value)
    form.values.inputs["points_required"].setChecked(False)
    click(form.start)
    return page


def ended(qtbot: QtBot, page: TrainingPage, state: RunState) -> None:
    qtbot.waitUntil(lambda: page.chosen is not None and page.chosen.state is state)
    page.look()


def killed(qtbot: QtBot, page: TrainingPage) -> None:
    """Kill the run's process in the midst of it."""
    qtbot.waitUntil(lambda: page.chosen is not None and len(page.chosen.progress.epochs) > 1)
    os.kill(worker(page.chosen.folder), signal.SIGKILL)
    ended(qtbot, page, RunState.CRASHED)
    assert "signal 9" in page.view.what.text()
    assert len(page.chosen.progress.epochs) < int(SHORT["epochs"]), "it was killed on the way"


def resumed(qtbot: QtBot, page: TrainingPage) -> Path:
    """Let the run go on to its end, and return its folder."""
    click(page.view.resume)
    ended(qtbot, page, RunState.FINISHED)
    assert [epoch.number for epoch in page.chosen.progress.epochs] == list(range(1, int(SHORT["epochs"]) + 1))
    return page.challenger


def compared(qtbot: QtBot, window: MainWindow, training: TrainingPage, champion: ModelCard) -> ComparePage:
    """Hold the run against the model in use on the films that it kept aside."""
    run_folder = training.challenger
    click(training.view.compare)
    page = window.rooms.train.page("compare")
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(lambda: page.challenger.currentData() == str(run_folder))
    assert champion.version in page.champion.currentText()
    click(page.begin)
    qtbot.waitUntil(lambda: not page.busy and page.promote.isVisible())
    assert page.result.verdict.text()[0] in "?✗"
    return page


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_from_films_to_a_model_in_use_and_back(qtbot: QtBot, window: MainWindow, films: Path, capsys) -> None:
    data_dir = window.link.desk.data_dir
    first = scored(qtbot, window, films)
    champion, before = window.link.desk.cards[0], bands(window)
    assert speakers(window) == {f"{MODEL} {champion.version}"}

    looked_into(qtbot, window, films)
    training = started(window)
    killed(qtbot, training)
    resumed(qtbot, training)
    put_in_use(qtbot, window, compared(qtbot, window, training, champion), REASON, ALL_THE_SAME)
    challenger = window.link.desk.cards[0]
    assert (challenger.id, challenger.version != champion.version) == (MODEL, True)
    assert speakers(window) == {f"{MODEL} {challenger.version}"}
    assert len(answers(data_dir)) == 2 * len(first)
    assert set(first) <= set(answers(data_dir)), "what the champion said is kept"

    rolled_back(qtbot, window, challenger.version)
    assert bands(window) == before
    assert speakers(window) == {f"{MODEL} {champion.version}"}
    assert audit_page(qtbot, window).state.text().startswith("✓ All is as it was written")
    assert verified(data_dir, capsys)[0] == 0
    number = tamper(data_dir)
    assert audit_page(qtbot, window).faults.item(0).text() == f"✗ Entry {number} of the audit log was changed."
    code, said = verified(data_dir, capsys)
    assert (code, f"Entry {number} of the audit log was changed." in said) == (1, True)


def verified(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Check the audit log by the command line, and return its code and what it says."""
    capsys.readouterr()
    return cli.main(["--data-dir", str(data_dir), "audit", "verify"]), capsys.readouterr().out


def tamper(data_dir: Path) -> int:
    """Put other words against the doubt into the log, as somebody with the file might, and return the entry."""
    with closing(sqlite3.connect(data_dir / FILE_NAME)) as connection:
        rows = connection.execute("SELECT number FROM audit WHERE action LIKE '%train%'").fetchall()
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute("UPDATE audit SET actor = 'nobody'")
        connection.execute("DROP TRIGGER audit_keep")
        connection.execute("UPDATE audit SET actor = 'nobody' WHERE number = ?", rows[0])
        connection.commit()
    return int(rows[0][0])
