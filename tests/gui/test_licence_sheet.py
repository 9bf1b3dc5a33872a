"""About leads to the licences of all parts; each part's text is read off the main thread and shown."""

from __future__ import annotations

import pytest

from xraydesk.errors import XraydeskError
from xraydesk.gui import licence_sheet
from xraydesk.gui.licence_sheet import AboutSheet, LicenceSheet
from xraydesk.licences import Licensed


@pytest.fixture
def parts(tmp_path, monkeypatch):
    (tmp_path / "MIT").write_text("Permission is hereby granted")
    found = (
        Licensed("xraydesk", "0.1", "Apache-2.0"),
        Licensed("cffi", "2.1", "MIT-0", (("LICENSE", tmp_path / "MIT"),)),
        Licensed("libgomp", "", "GPL-3.0-or-later WITH GCC-exception-3.1", (("GPL", tmp_path / "gone"),), "torch"),
    )
    monkeypatch.setattr(licence_sheet, "licences", lambda: found)
    return found


@pytest.fixture
def sheet(qtbot, parts):
    made = LicenceSheet()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.ready)
    yield made
    made.accept()


def rows(sheet):
    shown = (row for row in range(sheet.table.rowCount()) if not sheet.table.isRowHidden(row))
    return [tuple(sheet.table.item(row, column).text() for column in range(3)) for row in shown]


def test_the_parts_are_listed_with_version_and_licence(sheet):
    assert rows(sheet)[1:] == [
        ("cffi", "2.1", "MIT-0"),
        ("libgomp", "with torch", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    ]
    assert "came without a text" in sheet.text.toPlainText()
    assert sheet.state.text() == "3 of 3 parts are shown."


def test_the_chosen_part_shows_its_text(sheet, qtbot):
    sheet.table.selectRow(1)
    qtbot.waitUntil(lambda: "Permission is hereby granted" in sheet.text.toPlainText())


def test_the_search_finds_names_and_licences(sheet):
    sheet.search.setText(" gpl-3")
    assert [name for name, *_ in rows(sheet)] == ["libgomp"]
    assert sheet.state.text() == "1 of 3 parts are shown."
    sheet.search.setText("CFFI")
    assert [name for name, *_ in rows(sheet)] == ["cffi"]
    sheet.search.clear()
    assert len(rows(sheet)) == 3


def test_a_text_that_is_missing_is_a_sentence(sheet, qtbot):
    sheet.table.selectRow(2)
    qtbot.waitUntil(lambda: "cannot be read" in sheet.state.text())


def test_a_list_that_is_missing_is_a_sentence(qtbot, monkeypatch):
    def broken():
        raise XraydeskError("The list of licences cannot be read", remedy="Install xraydesk again")

    monkeypatch.setattr(licence_sheet, "licences", broken)
    made = LicenceSheet()
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: "list of licences cannot be read" in made.state.text())
    made.accept()


def test_about_opens_it_by_keyboard(qtbot, parts):
    about = AboutSheet("About", "words", "text")
    qtbot.addWidget(about)
    about.show()
    about.licences.setFocus()
    about.licences.click()
    opened = about.findChild(LicenceSheet)
    assert opened is not None
    assert opened.isVisible()
    opened.accept()
