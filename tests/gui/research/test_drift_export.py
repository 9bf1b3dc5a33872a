"""Week by week and Export in the window: charts, sentences, files, and what names need."""

from __future__ import annotations

import csv
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.research.conftest import ResearchWindow
from tests.patience import PATIENCE_S
from tests.research.made_up import Habits, Room
from xraydesk.gui.research import drift_words, export_page
from xraydesk.gui.research.drift_page import DriftPage
from xraydesk.gui.research.export_page import ExportPage, free_folder
from xraydesk.gui.window import MainWindow
from xraydesk.research import drift_words as english
from xraydesk.research.answers import Heard
from xraydesk.research.drift import Measure
from xraydesk.research.export import REPORT, export
from xraydesk.store.audit import AuditLog

YEAR = Room(studies=600, weeks=24)


def drift(window: MainWindow, qtbot: QtBot) -> DriftPage:
    page = window.rooms.research.page("drift")
    assert isinstance(page, DriftPage)
    qtbot.waitUntil(lambda: not page.busy and bool(page.alarms.text()))
    return page


@pytest.fixture
def exporting(research_window: ResearchWindow, tmp_path: Path) -> ExportPage:
    page = research_window(Room(studies=30, weeks=4)).rooms.research.page("export")
    assert isinstance(page, ExportPage)
    page.place = tmp_path / "place"
    page.place.mkdir()
    return page


def test_all_sentences_of_drift_are_known_to_the_window() -> None:
    assert set(drift_words.SENTENCES) == {*english.LEFT.values(), *english.ONE_SIDE.values()}
    assert set(drift_words.TITLES) == set(drift_words.AXES) == set(Measure)


def test_charts_and_sentences_of_a_year(research_window: ResearchWindow, qtbot: QtBot) -> None:
    window = research_window(YEAR)
    page = drift(window, qtbot)
    scene = window.rooms.research._scene
    assert scene is not None
    late = scene.cases.taken > np.datetime64("2026-05-18")
    heard = np.where(late & (np.arange(len(late)) % 2 == 0), Heard.REFUSED, scene.answers.heard).astype(np.int8)
    page.show_scene(window.rooms.research._archive, replace(scene, answers=replace(scene.answers, heard=heard)))
    qtbot.waitUntil(lambda: "share of refused films" in page.alarms.text())
    assert "In the week of 2026-06-15 the share of refused films (" in page.alarms.text()
    assert "earlier" in page.alarms.text().lower() or page.alarms.text().count("\n") < 9
    chart = page.charts[Measure.REFUSED]
    assert chart.accessibleName() == "Share refused by the gate"
    assert "left its limits" in chart.accessibleDescription()
    texts = [item.toPlainText() for item in chart.item.items if hasattr(item, "toPlainText")]
    assert "outside" in texts


def test_the_baseline_is_chosen_by_the_keyboard(research_window: ResearchWindow, qtbot: QtBot) -> None:
    page = drift(research_window(YEAR), qtbot)
    assert "first 12 weeks" in page.basis.text()
    page.baseline.setFocus()
    qtbot.keyClick(page.baseline, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: "first 8 weeks" in page.basis.text())
    page.clock.setCurrentIndex(1)
    page.clock.activated.emit(1)
    qtbot.waitUntil(lambda: not page.busy)


def test_too_little_is_said_in_every_chart(research_window: ResearchWindow, qtbot: QtBot) -> None:
    page = drift(research_window(Room(studies=12, weeks=3, readers={"Alone": Habits()})), qtbot)
    assert page.alarms.text().startswith("No measure has limits yet")
    assert page.key.isHidden()
    assert page.charts[Measure.AMONG_READERS].accessibleDescription().startswith("Only one reader")


def test_an_export_without_names(exporting: ExportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    form, opened = exporting.form, []
    for box in form.programs.values():
        box.setChecked(True)
    with qtbot.waitSignal(exporting.said):
        qtbot.mouseClick(form.start, Qt.MouseButton.LeftButton)
        assert not form.start.isEnabled()
    folder = next(exporting.place.iterdir())
    assert len(list(folder.iterdir())) == 14
    assert str(folder) in form.outcome.text()
    assert "Adler" not in (folder / "verdicts.csv").read_text("utf-8")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    qtbot.mouseClick(form.show_folder, Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(folder))]


def test_names_need_a_reason_that_stands_in_the_audit_log(exporting: ExportPage, qtbot: QtBot) -> None:
    form = exporting.form
    assert form.reason.isHidden()
    form.names.setCurrentIndex(1)
    assert not form.start.isEnabled()
    assert not form.report_alone.isEnabled()
    assert not form.warning.isHidden()
    qtbot.keyClicks(form.reason, "ward audit")
    assert form.start.isEnabled()
    with qtbot.waitSignal(exporting.said):
        form.start.click()
    with (next(exporting.place.iterdir()) / "verdicts.csv").open(encoding="utf-8", newline="") as file:
        assert {row["reader"] for row in csv.DictReader(file)} == {"Adler", "Brandt", "Conti"}
    assert exporting._archive is not None
    assert AuditLog(exporting._archive.database).entries()[-1]["detail"]["reason"] == "ward audit"


def test_the_report_alone_and_a_choice_of_nothing(exporting: ExportPage, qtbot: QtBot) -> None:
    form = exporting.form
    for box in (*form.tables.values(), form.report):
        box.setChecked(False)
    assert not form.start.isEnabled()
    with qtbot.waitSignal(exporting.said):
        form.report_alone.click()
    assert (next(exporting.place.iterdir()) / REPORT).is_file()


def test_a_stopped_export_leaves_nothing(exporting: ExportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(archive, scene, folder, wanted, progress):
        begun.set()
        assert go_on.wait(PATIENCE_S)
        return export(archive, scene, folder, wanted, progress)

    monkeypatch.setattr(export_page, "export", slow)
    exporting.form.start.click()
    assert begun.wait(PATIENCE_S)
    exporting.form.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: not exporting.busy)
    assert exporting.form.outcome.text() == "Stopped; nothing was written."
    assert list(exporting.place.iterdir()) == []


def test_a_failure_is_a_sentence(exporting: ExportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    exporting.place = exporting.place / "file"
    exporting.place.write_text("")
    exporting.form.start.click()
    qtbot.waitUntil(lambda: not exporting.busy)
    assert "cannot be written" in exporting.form.outcome.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(exporting.place.parent))
    exporting.form.choose.click()
    assert exporting.place == exporting.place.parent / exporting.place.name
    assert exporting.form.place.text() == str(exporting.place)


def test_folders_get_other_names_within_a_second(tmp_path: Path) -> None:
    when = datetime(2026, 6, 1, 8, 30, tzinfo=UTC)
    first = free_folder(tmp_path, when)
    first.mkdir()
    assert free_folder(tmp_path, when).name == "xraydesk-export-20260601-083000-2"
