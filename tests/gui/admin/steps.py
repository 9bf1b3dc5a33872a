"""What a person does on the pages of several rooms to bring a model into use and back, by their own widgets."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from xraydesk.gui.admin.audit_page import AuditPage
from xraydesk.gui.admin.compare_page import ComparePage
from xraydesk.gui.admin.models_page import ModelsInUsePage
from xraydesk.gui.admin.models_words import key_of
from xraydesk.gui.admin.promote_dialog import PromoteDialog
from xraydesk.gui.admin.reason_dialog import ReasonDialog
from xraydesk.gui.window import MainWindow
from xraydesk.store.database import FILE_NAME

Shown = TypeVar("Shown", bound=QDialog)
Answer = tuple[str, str, str]


def click(button: QAbstractButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog(qtbot: QtBot, window: MainWindow, kind: type[Shown]) -> Shown:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)))
    return next(d for d in window.findChildren(kind) if d.isVisible())


def answers(data_dir: Path) -> list[Answer]:
    """Return what the store keeps of every model that spoke: of which film, which model, when."""
    with closing(sqlite3.connect(data_dir / FILE_NAME)) as connection:
        return sorted(connection.execute("SELECT content_hash, model_key, made_at FROM predictions"))


def scored(qtbot: QtBot, window: MainWindow, films: Path) -> list[Answer]:
    """Open a folder and wait for the last of its films."""
    with qtbot.waitSignal(window.link.finished):
        window.open_folder(films)
    return answers(window.link.desk.data_dir)


def put_in_use(qtbot: QtBot, window: MainWindow, page: ComparePage, reason: str, override: str) -> None:
    """Put the challenger in use although it is not shown to be as sensitive, and wait until it has scored the films."""
    click(page.promote)
    asked = dialog(qtbot, window, PromoteDialog)
    assert asked.override is not None
    QTest.keyClicks(asked.reason, reason)
    assert not asked.act.isEnabled(), "it is not shown to be as sensitive: that needs words"
    QTest.keyClicks(asked.override, override)
    with qtbot.waitSignal(window.link.finished):
        click(asked.act)


def rolled_back(qtbot: QtBot, window: MainWindow, version: str) -> None:
    """Take the version in use out of it; the one before answers from what it said then."""
    page = models_page(qtbot, window)
    qtbot.waitUntil(lambda: any(v.card.version == version and v.in_use for v in page.found))
    page.table.choose(next(key_of(v) for v in page.found if v.card.version == version))
    before = answers(window.link.desk.data_dir)
    click(page.back)
    asked = dialog(qtbot, window, ReasonDialog)
    QTest.keyClicks(asked.reason, "as agreed")
    with qtbot.waitSignal(window.link.finished):
        click(asked.act)
    assert answers(window.link.desk.data_dir) == before, "no film was scored again"


def models_page(qtbot: QtBot, window: MainWindow, count: int = 0) -> ModelsInUsePage:
    """Return the page of models once it has found so many."""
    window.rooms.show_site()
    page = window.rooms.site.page("models")
    assert isinstance(page, ModelsInUsePage)
    qtbot.waitUntil(lambda: len(page.found) == count if count else bool(page.found))
    return page


def audit_page(qtbot: QtBot, window: MainWindow) -> AuditPage:
    """Return the page of the audit log once it has looked at every row."""
    window.rooms.show_site()
    page = window.rooms.site.page("audit")
    assert isinstance(page, AuditPage)
    qtbot.waitUntil(lambda: page.model.count > 0)
    click(page.check)
    qtbot.waitUntil(page.check.isEnabled)
    return page
