"""Every text of the window can be translated, and the German one is complete."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

from tests.conftest import PROJECT
from xraydesk.gui import language
from xraydesk.gui.app import application

GUI = PROJECT / "xraydesk" / "gui"
FOLDER = PROJECT / "resources" / "translations"
SAYS = {
    "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setWindowTitle",
    "setTitle", "setStatusTip", "addAction", "addMenu", "addRow", "QLabel", "QPushButton", "QToolButton", "QCheckBox",
    "QRadioButton", "QAction", "QGroupBox", "QMenu", "setPlainText", "setInformativeText",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z]{3,}")
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    """Return the translation of each (context, source) of a .ts file."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found[context.findtext("name") or "", message.findtext("source") or ""] = translation
    return found


def tool(name: str, *arguments: object) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def literals(tree: ast.AST) -> list[tuple[int, str]]:
    """Return the words given straight to something that shows them."""
    found = []
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        for argument in call.args if name in SAYS else ():
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            found += [(call.lineno, text) for text in texts if WORD.search(text)]
    return found


@pytest.mark.parametrize("file", sorted(GUI.rglob("*.py")), ids=lambda file: file.stem)
def test_no_text_is_shown_that_cannot_be_translated(file):
    assert not literals(ast.parse(file.read_text("utf-8")))


def test_the_german_file_holds_just_what_the_window_says(tmp_path):
    fresh = tmp_path / "fresh.ts"
    tool("lupdate", *sorted(GUI.rglob("*.py")), "-ts", fresh)
    assert messages(fresh).keys() == messages(FOLDER / "xraydesk_de.ts").keys(), "run: make translations"


def test_every_text_is_said_in_german_with_the_same_placeholders():
    for (context, source), translation in messages(FOLDER / "xraydesk_de.ts").items():
        assert translation.get("type") is None, f"not translated: {context}: {source}"
        text = translation.text or ""
        assert text.strip(), f"empty: {context}: {source}"
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), f"{context}: {source}"


def test_what_is_loaded_is_made_of_the_file(tmp_path):
    fresh = tmp_path / "fresh.qm"
    tool("lrelease", "-silent", FOLDER / "xraydesk_de.ts", "-qm", fresh)
    assert fresh.read_bytes() == (FOLDER / "xraydesk_de.qm").read_bytes(), "run: make translations"


def test_the_language_is_put_on_and_taken_off(qapp):
    app = application("dark")
    try:
        assert language.install(app, "de") == "de"
        assert len(app.findChildren(QTranslator)) == 2
        assert language.translate("Footer", "Research use. Not a diagnosis.") == "Für Forschung. Keine Diagnose."
    finally:
        assert language.install(app, "en") == "en"
    assert language.translate("Footer", "Research use. Not a diagnosis.") == "Research use. Not a diagnosis."


def test_no_text_stands_where_lupdate_does_not_look() -> None:
    """A literal within the braces of an f-string is not found, and would be shown in English for ever."""
    hidden = [
        (file.name, call.lineno)
        for file in GUI.rglob("*.py")
        for string in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "translate"
        if isinstance(call.args[-1], ast.Constant)
    ]
    assert hidden == []
