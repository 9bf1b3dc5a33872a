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
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.admin.small_runs import PROGRAM
from xraydesk import cli
from xraydesk.admin import runs as runs_module
from xraydesk.admin.run import RunState
from xraydesk.gui.admin.audit_page import AuditPage
from xraydesk.gui.admin.compare_page import ComparePage
from xraydesk.gui.admin.data_page import DataPage
from xraydesk.gui.admin.folder_dialog import FolderDialog
from xraydesk.gui.admin.models_page import ModelsInUsePage
from xraydesk.gui.admin.promote_dialog import PromoteDialog
from xraydesk.gui.admin.reason_dialog import ReasonDialog
from xraydesk.gui.admin.training_page import TrainingPage
from xraydesk.gui.app import desk_factory
from xraydesk.gui.ordering import Column
from xraydesk.gui.window import MainWindow
from xraydesk.gui.worklist_model import COLUMNS
from xraydesk.store.database import FILE_NAME
from xraydesk.training.run_lock import worker
from xraydesk.triage.models import scan_models

WAIT = 120_000
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
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(runs_module, "program", lambda: PROGRAM)
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


def click(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog(qtbot: QtBot, window: MainWindow, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)), timeout=WAIT)
    return next(d for d in window.findChildren(kind) if d.isVisible())


def speakers(window: MainWindow) -> set[str]:
    """Return what the rows of the worklist say of who spoke."""
    model = window.read.worklist.model
    column = COLUMNS.index(Column.MODEL)
    return {str(model.index(row, column).data()) for row in range(model.rowCount())}


def answers(data_dir: Path) -> list[tuple]:
    with closing(sqlite3.connect(data_dir / FILE_NAME)) as connection:
        return sorted(connection.execute("SELECT content_hash, model_key, made_at FROM predictions"))


def bands(window: MainWindow) -> list[tuple]:
    return sorted((row.study_id, row.band, row.score) for row in window.link.desk.rows())


def looked_into(qtbot: QtBot, window: MainWindow, films: Path) -> DataPage:
    """Add the folder, look into it, and go to the training with it."""
    window.rooms.show_training()
    page = window.rooms.train.page("data")
    assert isinstance(page, DataPage)
    asked = page.bar.add_folder()
    assert isinstance(asked, FolderDialog)
    asked.open_folder(films)
    qtbot.waitUntil(lambda: asked.keep.isEnabled() and not asked.busy, timeout=WAIT)
    assert "kermany" in asked.found.text()
    click(asked.keep)
    click(page.bar.inspect)
    qtbot.waitUntil(lambda: page.found is not None and not page.busy, timeout=WAIT)
    click(page.train_button)
    return page


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
    qtbot.waitUntil(lambda: page.chosen is not None and page.chosen.state is state, timeout=WAIT)
    page.look()


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_from_films_to_a_model_in_use_and_back(qtbot: QtBot, window: MainWindow, films: Path, capsys) -> None:
    data_dir = window.link.desk.data_dir
    with qtbot.waitSignal(window.link.finished, timeout=WAIT):
        window.open_folder(films)
    champion = window.link.desk.cards[0]
    first, before = answers(data_dir), bands(window)
    assert speakers(window) == {f"{MODEL} {champion.version}"}

    data = looked_into(qtbot, window, films)
    assert len(data.problems.lines) > 1

    page = started(window)
    qtbot.waitUntil(lambda: page.chosen is not None and len(page.chosen.progress.epochs) > 1, timeout=WAIT)
    os.kill(worker(page.chosen.folder), signal.SIGKILL)
    ended(qtbot, page, RunState.CRASHED)
    assert "signal 9" in page.view.what.text()
    done = len(page.chosen.progress.epochs)
    assert done < int(SHORT["epochs"]), "it was killed on the way"
    click(page.view.resume)
    ended(qtbot, page, RunState.FINISHED)
    assert [epoch.number for epoch in page.chosen.progress.epochs] == list(range(1, int(SHORT["epochs"]) + 1))
    run_folder = page.challenger
    click(page.view.compare)

    compare = window.rooms.train.page("compare")
    assert isinstance(compare, ComparePage)
    qtbot.waitUntil(lambda: compare.challenger.currentData() == str(run_folder), timeout=WAIT)
    assert champion.version in compare.champion.currentText()
    click(compare.begin)
    qtbot.waitUntil(lambda: not compare.busy and compare.promote.isVisible(), timeout=WAIT)
    assert compare.result.verdict.text()[0] in "?✗"
    click(compare.promote)
    asked = dialog(qtbot, window, PromoteDialog)
    assert isinstance(asked, PromoteDialog)
    QTest.keyClicks(asked.reason, REASON)
    assert not asked.act.isEnabled(), "it is not shown to be as sensitive: that needs words"
    QTest.keyClicks(asked.override, ALL_THE_SAME)
    with qtbot.waitSignal(window.link.finished, timeout=WAIT):
        click(asked.act)

    challenger = window.link.desk.cards[0]
    assert (challenger.id, challenger.version != champion.version) == (MODEL, True)
    assert speakers(window) == {f"{MODEL} {challenger.version}"}
    assert len(answers(data_dir)) == 2 * len(first)
    assert set(first) <= set(answers(data_dir)), "what the champion said is kept"

    window.rooms.show_site()
    models = window.rooms.site.page("models")
    assert isinstance(models, ModelsInUsePage)
    qtbot.waitUntil(lambda: any(v.card.version == challenger.version and v.in_use for v in models.found), timeout=WAIT)
    models.table.choose(f"{MODEL}@{challenger.version}")
    click(models.back)
    back = dialog(qtbot, window, ReasonDialog)
    assert isinstance(back, ReasonDialog)
    QTest.keyClicks(back.reason, "as agreed")
    scored = answers(data_dir)
    with qtbot.waitSignal(window.link.finished, timeout=WAIT):
        click(back.act)
    assert answers(data_dir) == scored, "no film was scored again"
    assert bands(window) == before
    assert speakers(window) == {f"{MODEL} {champion.version}"}

    audit = audit_page(qtbot, window)
    assert audit.state.text().startswith("✓ All is as it was written")
    assert cli.main(["--data-dir", str(data_dir), "audit", "verify"]) == 0
    number = tamper(data_dir)
    audit = audit_page(qtbot, window)
    assert audit.faults.item(0).text() == f"✗ Entry {number} of the audit log was changed."
    capsys.readouterr()
    assert cli.main(["--data-dir", str(data_dir), "audit", "verify"]) == 1
    assert f"Entry {number} of the audit log was changed." in capsys.readouterr().out


def audit_page(qtbot: QtBot, window: MainWindow) -> AuditPage:
    """Return the page of the audit log once it has looked at every row."""
    page = window.rooms.site.page("audit")
    assert isinstance(page, AuditPage)
    qtbot.waitUntil(lambda: page.model.count > 0, timeout=WAIT)
    click(page.check)
    qtbot.waitUntil(page.check.isEnabled, timeout=WAIT)
    return page


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
