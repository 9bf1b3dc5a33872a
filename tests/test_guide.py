"""What the user guide says is true of the program: words of the window, keys, commands, links, pictures, files."""

from __future__ import annotations

import ast
import dataclasses
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import PROJECT
from xraydesk import cli, machine_file
from xraydesk.errors import XraydeskError
from xraydesk.gui import guide_pages
from xraydesk.gui.guide_pages import anchor
from xraydesk.settings import Settings

DOCS = PROJECT / "docs"
PAGES = sorted((DOCS / "guide").rglob("*.md"))
MANUALS = sorted(DOCS.glob("*.md"))
PICTURES = (".png", ".jpg")
MOST_BYTES = 3_000_000
MOST_WORDS = 1_600  # about four printed pages
OF_THE_GUIDE = {"Ctrl+F", "Ctrl++", "Alt+Left", "Esc"}
KEY = re.compile(r"^((Ctrl|Shift|Alt)\+.+|F\d+|[A-Z0-9/?+-]|Enter|Space|Esc|Del|PgDown|PgUp)$")
FILE = re.compile(r"^[~%\w]?[\w~%./\\ -]*[./\\][\w./\\ -]*$")
FENCE = re.compile(r"^```\n(.*?)^```", re.DOTALL | re.MULTILINE)
ENVIRONMENT = {"XRAYDESK_DATA_DIR"}
PROGRAMS = {"xraydesk-cli", "like this", "wie hier"}
VALUES = {"auto", "cpu", "cuda", "mps", "P", "models"}
names = [path.relative_to(DOCS).as_posix() for path in PAGES]
each_page = pytest.mark.parametrize("page", PAGES, ids=names)


def prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return FENCE.sub("", page.read_text("utf-8"))


def codes(page: Path) -> list[str]:
    return re.findall(r"`([^`]+)`", prose(page))


def links(page: Path) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", prose(page))


def commands(page: Path) -> Iterator[str]:
    for block in FENCE.findall(page.read_text("utf-8")):
        yield from block.splitlines()
    yield from (code for code in codes(page) if code.startswith("xraydesk "))


@cache
def english() -> frozenset[str]:
    """Return all texts that the window's source marks for translation; those not translated yet are among them."""
    found = set()
    for path in (PROJECT / "xraydesk" / "gui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("translate", "QT_TRANSLATE_NOOP"):
                text = node.args[1]
                if isinstance(text, ast.Constant):
                    found.add(str(text.value).replace("&", ""))
    return frozenset(found)


@cache
def german() -> frozenset[str]:
    tree = ElementTree.parse(PROJECT / "resources" / "translations" / "xraydesk_de.ts")
    return frozenset((element.text or "").replace("&", "") for element in tree.iter("translation"))


@cache
def patterns(tongue: str) -> re.Pattern[str]:
    """Return what matches every text of the window, its placeholders filled in."""
    texts = [text for text in (german() if tongue == "de" else english()) if len(re.sub(r"\{.*?\}|\W", "", text)) > 2]
    parts = (re.sub(r"\\\{.*?\\\}", ".+?", re.escape(text)) for text in texts)
    return re.compile("|".join(parts))


def tongue(page: Path) -> str:
    return "de" if page.parent.name == "de" else "en"


def headings(page: Path) -> set[str]:
    return {anchor(line.lstrip("# ")) for line in prose(page).splitlines() if line.startswith("#")}


@each_page
def test_every_bold_word_stands_in_the_window(page: Path) -> None:
    said = re.findall(r"\*\*(.+?)\*\*", prose(page))
    assert said
    if tongue(page) == "en":
        assert [word for word in said if not (word in english() or patterns("en").fullmatch(word))] == []
    else:
        assert [word for word in said if not (word in german() or patterns("de").fullmatch(word))] == []


@each_page
def test_every_command_is_understood(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = cli.build_parser()
    for line in commands(page):
        assert line.startswith("xraydesk"), f"not a command of the program: {line}"
        try:
            parser.parse_args(cli._with_command(line.split()[1:]))
        except SystemExit:
            pytest.fail(f"{line}: {capsys.readouterr().err.splitlines()[-1]}")


@each_page
def test_everything_printed_as_code_is_known(page: Path) -> None:
    settings = {field.name for field in dataclasses.fields(Settings)} | set(machine_file.KEYS)
    known = settings | ENVIRONMENT | PROGRAMS | VALUES
    unknown = [
        code
        for code in codes(page)
        if not (KEY.match(code) or FILE.match(code) or code.startswith(("xraydesk ", "--")) or code in known)
    ]
    assert unknown == []


@each_page
def test_every_option_named_is_one_of_the_programs(page: Path) -> None:
    named = {code for code in codes(page) if code.startswith("--")}
    source = "".join(path.read_text("utf-8") for path in (PROJECT / "xraydesk").glob("cli*.py"))
    assert [option for option in named if f'"{option}"' not in source] == []


@pytest.mark.parametrize("page", [*PAGES, *MANUALS], ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        if link.startswith("https://") and page in MANUALS:
            continue  # stands there as text, as there is no internet
        name, _, fragment = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        there = target.is_file() and target.is_relative_to(DOCS)
        if not there or (fragment and fragment not in headings(target)):
            broken.append(link)
    assert broken == []


@each_page
def test_a_page_prints_on_few_sheets_and_says_what_it_is_not_for(page: Path) -> None:
    text = page.read_text("utf-8")
    assert len(text.split()) < MOST_WORDS
    assert re.search(r"^> ", text, re.MULTILINE), "what the program is not for stands apart"


def test_every_picture_is_shown_and_all_are_light() -> None:
    shown = {
        (page.parent / link).resolve() for page in PAGES for link in links(page) if link.endswith((".png", ".jpg"))
    }
    there = {path.resolve() for path in (DOCS / "guide").rglob("*") if path.suffix in (".png", ".jpg")}
    assert shown == there
    assert sum(path.stat().st_size for path in there) < MOST_BYTES
    for path in there:
        with Image.open(path) as picture:
            assert picture.width >= 600, path.name
            assert not picture.info.keys() & {"Software", "Author", "exif"}, path.name


def test_the_languages_have_the_same_pages_with_the_same_sections() -> None:
    english_pages, german_pages = guide_pages.pages("en"), guide_pages.pages("de")
    assert [page.name for page in english_pages] == [page.name for page in german_pages]
    for one, other in zip(english_pages, german_pages, strict=True):
        assert len(one.sections) == len(other.sections), one.name
    assert [page.name for page in english_pages][:5] == list(guide_pages.NAMES)


def test_a_language_without_a_guide_gets_the_english_one() -> None:
    assert guide_pages.pages("fr") == guide_pages.pages("en")


def test_a_guide_that_is_not_whole_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guide_pages, "root", lambda: tmp_path)
    with pytest.raises(XraydeskError, match="is missing"):
        guide_pages.pages("en")


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Read a list", "read-a-list"), ("GPU", "gpu"), ("What **P** means: `P`", "what-p-means-p"),
     ("Für wen?", "für-wen"), ("See [IT](it.md)", "see-it")],
)  # fmt: skip
def test_headings_have_the_names_that_links_know(heading: str, name: str) -> None:
    assert anchor(heading) == name


def test_the_guide_is_shipped_in_the_wheel_and_in_the_frozen_program() -> None:
    spec = (PROJECT / "packaging" / "xraydesk.spec").read_text("utf-8")
    assert "xraydesk/_resources/docs/" in spec
    project = (PROJECT / "pyproject.toml").read_text("utf-8")
    assert '"docs/guide"' in project
    assert 'docs = "xraydesk/_resources/docs"' in project
