"""The real window, once in English and once in a language that puts «...» around every text: none bypasses it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QPainter

from tests.conftest import PROJECT
from tests.gui.fake_desk import BROKEN, LABEL, REASON, FakeDesk
from tests.gui.spoken import walk
from xraydesk.settings import LANGUAGES

FOREIGN = ("Q", "Form", "GraphicsScene", "PlotItem", "ViewBox")  # contexts of Qt and of pyqtgraph
SAID = re.compile(r"«[^«»]*»")
CUT = re.compile(r"«[^«»]*…|…[^«»]*»")  # what did not fit was cut at one end
MARKUP = re.compile(r"<[a-z/][^>]*>")
WORD = re.compile(r"[^\W\d_]{3,}")
DATA = (
    r"chest-pneumonia|knee-osteoarthritis|knee|children of 1-5 years, frontal chest|adult knees",  # the cards
    LABEL,
    r"Made up \d|A-\d{4}|C(?:HEST|hest)|Ada|Soft|Maker|1\.2\.\d",  # the patients, their films and readers
    "|".join(map(re.escape, (*REASON.split("; "), BROKEN, "Ask for it to be sent again", "no image"))),  # the fake desk
    r"/\S+|\b[\w-]+\.(?:dcm|txt|log|db|toml)\b",
    r"films|xraydesk|PNG|CPU|min\b",
    r"(?:Grad-|Score-|Eigen-)?CAM|Cividis|Inferno|Viridis",  # methods and scales have their names from papers
    r"\b(?:Ctrl|Shift|Alt|Space|Return|Enter|Esc|Del|Backspace|PgDown|PgUp|Up|Down|Left|Right)\b",
    "|".join(name for language, name in LANGUAGES.items() if language),  # each under its own name
)
_DATA = re.compile("|".join(DATA))


class Guillemets(QTranslator):
    """Says every text as it is, in guillemets, and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        self.asked.add((context, source))
        return f"«{source}»"


@pytest.fixture
def guillemets(qapp) -> Iterator[Guillemets]:
    """Return the translator, not yet put on."""
    translator = Guillemets()
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def painted(monkeypatch) -> list[str]:
    """Return a list that everything painted by hand comes into."""
    found: list[str] = []
    draw = QPainter.drawText

    def spy(painter: QPainter, *args: object) -> object:
        found.extend(arg for arg in args if isinstance(arg, str))
        return draw(painter, *args)

    monkeypatch.setattr(QPainter, "drawText", spy)
    return found


def without_guillemets(text: str) -> str:
    """Return what of a text was not said by the translator."""
    text = MARKUP.sub(" ", text)
    before = ""
    while before != text:
        before, text = text, CUT.sub(" ", SAID.sub(" ", text))
    return text


def unsaid(texts: set[tuple[str, str]]) -> list[str]:
    """Return every text with a word that the translator was not asked for and that is no data."""
    left = ((where, text, _DATA.sub(" ", without_guillemets(text))) for where, text in texts)
    return sorted(f"{where}: {text!r}" for where, text, rest in left if WORD.search(rest))


def cut(text: str, whole: set[str]) -> bool:
    """Say whether a text is the beginning of one that is looked at whole."""
    return text.endswith("…") and any(text[:-1] in other for other in whole)


def walked(qtbot, make_window) -> set[tuple[str, str]]:
    desk = FakeDesk({1: 0.30, 2: 0.97, 3: None, 4: 0.02, 5: 0.80, 6: "broken", 7: 0.05}, images={5: 2})
    window = make_window(desk)
    found = walk(qtbot, window, desk)
    window.grab()
    window.close()
    return found


def marked(out: Path) -> set[tuple[str, str]]:
    """Return context and source of every text that lupdate finds."""
    files = sorted(map(str, (PROJECT / "xraydesk" / "gui").rglob("*.py")))
    lupdate = str(Path(sys.executable).with_name("pyside6-lupdate"))
    subprocess.run([lupdate, *files, "-ts", str(out)], capture_output=True, check=True)
    contexts = ET.parse(out).getroot().iter("context")
    return {(c.findtext("name") or "", m.findtext("source") or "") for c in contexts for m in c.iter("message")}


def test_every_text_of_the_window_is_said_by_the_translator(qtbot, qapp, tmp_path, make_window, guillemets, painted):
    english = walked(qtbot, make_window)
    assert not [text for _, text in english if "«" in text]
    painted.clear()
    qapp.installTranslator(guillemets)
    quoted = walked(qtbot, make_window)
    whole = {text for _, text in quoted}
    by_hand = {("painted", text) for text in painted if not cut(text, whole)}
    left = unsaid(quoted | by_hand)
    assert len(quoted) > 500
    assert len(by_hand) > 30
    assert not left, "\n".join(left)
    said = {asked for asked in guillemets.asked if WORD.search(asked[1]) and "«" not in asked[1]}
    ours = {(context, text) for context, text in said if not context.startswith(FOREIGN)}
    lost = ours - marked(tmp_path / "all.ts")
    assert not lost, "lupdate does not find them (in an f-string?), or under another context"
