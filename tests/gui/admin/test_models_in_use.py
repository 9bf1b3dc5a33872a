"""From a run to the reading desk and back: compared, put in use, re-scored, rolled back, all by real widgets."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.admin.conftest import reweighed
from tests.gui.admin.steps import (
    answers,
    audit_page,
    click,
    dialog,
    models_page,
    put_in_use,
    rolled_back,
    scored,
)
from tests.training.blobs import write_films
from xraydesk.admin import site_key
from xraydesk.admin.held_out import FilmsAsked
from xraydesk.admin.parcels import export_model
from xraydesk.gui.admin.audit_page import AuditPage
from xraydesk.gui.admin.compare_page import ComparePage
from xraydesk.gui.admin.contest_work import Wanted
from xraydesk.gui.admin.promote_dialog import PromoteDialog
from xraydesk.gui.admin.trust_dialog import TrustDialog
from xraydesk.gui.app import desk_factory
from xraydesk.gui.window import MainWindow
from xraydesk.settings import Settings
from xraydesk.store.database import FILE_NAME
from xraydesk.store.promotions import PromotionLog
from xraydesk.training.questions import Question

MakePage = Callable[[], MainWindow]


@pytest.fixture
def films(tmp_path: Path) -> Path:
    return write_films(tmp_path / "blobs", each=5).data


@pytest.fixture
def run_folder(installed: Path, tmp_path: Path) -> Path:
    """Return the folder of a finished run: the small model with other weights and a version of its own."""
    bundle = tmp_path / "runs" / "one" / "bundle"
    shutil.copytree(installed / "models" / "tiny", bundle)
    reweighed(bundle, "1.1")
    return bundle.parent


@pytest.fixture
def window(qtbot: QtBot, installed: Path) -> Iterator[MainWindow]:
    made = MainWindow(desk_factory(installed, "cpu"), installed)
    made.session.set_greeted()
    made.resize(1400, 900)
    made.show()
    assert made.connect_desk()
    yield made
    made.close()
    made.deleteLater()


def versions(window: MainWindow) -> list[str]:
    assert window.link.desk is not None
    return [card.version for card in window.link.desk.cards]


def compared(qtbot: QtBot, window: MainWindow, run_folder: Path, films: Path) -> ComparePage:
    window.rooms.show_training()
    page = window.rooms.train.page("compare")
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(lambda: page.champion.count() > 1)
    page.compare(Wanted("tiny", str(run_folder), FilmsAsked(Question(films))))
    qtbot.waitUntil(lambda: not page.busy)
    return page


def the_comparison_says_all(page: ComparePage) -> None:
    assert "Tiny 1.1" in page.result.verdict.text()
    assert page.result.verdict.text()[0] in "?✗"
    assert [row.key for row in page.result.points.rows()] == ["rule-out", "default", "rule-in"]
    assert len(page.result.figures.rows()) == 11


def look_at(window: MainWindow, study: str) -> None:
    window.rooms.show_reading()
    window.read.worklist.table.select(study)


def say_abnormal(qtbot: QtBot, window: MainWindow, study: str) -> None:
    window.read.verdict.choose(1)
    window.read.verdict.set_confidence(4)
    window.read.verdict.submit()
    qtbot.waitUntil(lambda: bool(window.link.desk.verdicts(study)))


def test_compared_put_in_use_scored_again_and_rolled_back(
    qtbot: QtBot, window: MainWindow, installed: Path, run_folder: Path, films: Path
) -> None:
    first = scored(qtbot, window, films)
    study = window.link.desk.rows()[0].study_id
    window.read.worklist.table.select(study)
    page = compared(qtbot, window, run_folder, films)
    the_comparison_says_all(page)
    put_in_use(qtbot, window, page, "learnt from our films", "a test of the way")
    assert versions(window) == ["1.1"]
    assert len(answers(installed)) == 2 * len(first)
    look_at(window, study)
    assert window.read.findings.heading.text() == "Tiny 1.1"
    say_abnormal(qtbot, window, study)

    rolled_back(qtbot, window, "1.1")
    assert versions(window) == ["1.0"]
    look_at(window, study)
    assert window.read.findings.heading.text() == "Tiny 1.0"
    assert "the model then: Tiny 1.1" in window.read.verdict.earlier.text()
    log = PromotionLog(window.link.desk.database).all()
    assert [(row.version, row.kind) for row in log] == [
        ("1.0", "promotion"), ("1.1", "promotion"), ("1.0", "roll back"),
    ]  # fmt: skip
    assert audit_page(qtbot, window).state.text().startswith("✓ All is as it was written")


def test_a_comparison_can_be_stopped(qtbot: QtBot, window: MainWindow, run_folder: Path, films: Path) -> None:
    window.rooms.show_training()
    page = window.rooms.train.page("compare")
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(lambda: page.champion.count() > 1)
    page.compare(Wanted("tiny", str(run_folder), FilmsAsked(Question(films))))
    click(page.stop)
    assert (page.busy, page.state.text()) == (False, "Stopped.")
    page.compare(Wanted("tiny", "tiny@1.0", FilmsAsked(Question(films))))
    qtbot.waitUntil(lambda: not page.busy)
    assert "Both are the same model" in page.state.text()
    assert not page.promote.isVisible()


def test_put_in_use_without_a_comparison_needs_words(
    qtbot: QtBot, window: MainWindow, installed: Path, run_folder: Path
) -> None:
    from xraydesk.admin.installing import install_run
    from xraydesk.admin.room import room_of

    install_run(room_of(window.link.desk), run_folder)
    page = models_page(qtbot, window, 2)
    page.table.choose("tiny@1.1")
    click(page.promote)
    asked = dialog(qtbot, window, PromoteDialog)
    assert "was not compared with" in " ".join(label.text() for label in asked.findChildren(type(asked.what)))
    asked.reject()
    page.table.choose("tiny@1.0")
    assert not page.promote.isEnabled()
    click(page.back)
    qtbot.waitUntil(lambda: "No other version" in page.state.text())


def test_a_file_comes_in_once_its_key_is_trusted(
    qtbot: QtBot, window: MainWindow, installed: Path, run_folder: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    file = export_model(run_folder / "bundle", tmp_path, there).path
    page = models_page(qtbot, window, 1)
    page.import_file(file)
    asked = dialog(qtbot, window, TrustDialog)
    print_ = site_key.fingerprint(site_key.public_key(there))
    assert print_ in [
        label.text() for label in asked.findChildren(type(page.past)) + asked.children() if hasattr(label, "text")
    ]
    QTest.keyClicks(asked.name, "the other house")
    assert not asked.act.isEnabled()
    QTest.keyClick(asked.compared, Qt.Key.Key_Space)
    click(asked.act)
    qtbot.waitUntil(lambda: len(page.found) == 2)
    assert "tiny 1.1 is installed" in page.state.text()
    assert versions(window) == ["1.0"]
    assert site_key.trusted(installed)[print_] == "the other house"
    page.import_file(file)
    qtbot.waitUntil(lambda: "installed already" in page.state.text())
    (tmp_path / "none.xraydesk-model").write_bytes(b"none")
    page.import_file(tmp_path / "none.xraydesk-model")
    qtbot.waitUntil(lambda: "no file of a model" in page.state.text())


def test_export_verify_and_the_margin(qtbot: QtBot, window: MainWindow, installed: Path, tmp_path: Path) -> None:
    page = models_page(qtbot, window, 1)
    page.export_file(tmp_path)
    qtbot.waitUntil(lambda: "Written:" in page.state.text())
    assert (tmp_path / "tiny-1.0.xraydesk-model").is_file()
    click(page.check)
    qtbot.waitUntil(lambda: "All models are sound" in page.state.text())
    (installed / "models" / "tiny" / "model.safetensors").write_bytes(b"none")
    click(page.check)
    qtbot.waitUntil(lambda: "tiny:" in page.state.text())
    page.margin.setValue(5.0)
    qtbot.waitUntil(lambda: Settings.load(installed).sensitivity_margin == 0.05)


def test_the_audit_log_is_searched_and_faults_are_named(
    qtbot: QtBot, window: MainWindow, installed: Path, tmp_path: Path
) -> None:
    page = models_page(qtbot, window, 1)
    page.export_file(tmp_path)
    qtbot.waitUntil(lambda: "Written:" in page.state.text())
    window.rooms.show_site()
    audit = window.rooms.site.page("audit")
    assert isinstance(audit, AuditPage)
    qtbot.waitUntil(lambda: audit.model.count == 1)
    QTest.keyClicks(audit.search, "sent out tiny")
    assert len(audit.model.shown) == 1
    QTest.keyClicks(audit.search, " never")
    assert len(audit.model.shown) == 0
    with closing(sqlite3.connect(installed / FILE_NAME)) as connection:
        connection.execute("DROP TRIGGER audit_keep")
        connection.execute("UPDATE audit SET actor = 'nobody'")
        connection.commit()
    click(audit.check)
    qtbot.waitUntil(audit.check.isEnabled)
    assert audit.faults.item(0).text() == "✗ Entry 1 of the audit log was changed."
    assert "changed from outside" in audit.state.text()


def test_what_a_run_was_told_of_its_films_is_asked_again() -> None:
    from xraydesk.admin.contest_choices import question_of

    asked = question_of(["--data", "/films", "--label", "ill", "--columns", "key=File", "sex=S", "--table", "/t.csv"])
    assert (asked.folder, asked.label) == (Path("/films"), "ill")
    assert asked.options is not None
    assert (dict(asked.options.columns), asked.options.table) == ({"key": "File", "sex": "S"}, Path("/t.csv"))
