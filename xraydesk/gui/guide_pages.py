"""The pages of the user guide: Markdown files of ``docs``, which ship with the program, in the window's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.resources import resource_dir

FOLDER = "guide"
START, READERS, RESEARCHERS, ADMINISTRATORS, IT = "index", "readers", "researchers", "administrators", "it"
NAMES = (START, READERS, RESEARCHERS, ADMINISTRATORS, IT)
MANUALS = ("install", "settings", "upgrade", "licences")  # for IT, in English only
_FENCE = re.compile(r"^\s*```")
_MARKS = re.compile(r"[*`]|\[([^]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page with its title and the headings of its sections."""

    path: Path
    title: str
    sections: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name without the ending: "readers"."""
        return self.path.stem


def root() -> Path:
    """Return the folder that all pages and pictures lie in; XraydeskError where it is missing."""
    return resource_dir("docs")


def pages(language: str) -> tuple[GuidePage, ...]:
    """Return the pages in the order of the contents, each in the language where there is one, else in English.

    Raises
    ------
    XraydeskError
        The guide is not there, whole: the installation is incomplete.
    """
    folder = root()
    try:
        return tuple(_page(path) for path in _paths(folder, language))
    except (OSError, UnicodeDecodeError) as error:
        what = f'The program\'s own folder "{folder.name}" is missing'
        raise XraydeskError(what, subject=folder, remedy="Install xraydesk again") from error


def anchor(heading: str) -> str:
    """Return the name by which links know a heading, as GitHub makes it: "read-a-list" of "Read a list"."""
    kept = re.sub(r"[^\w\- ]", "", _MARKS.sub(r"\1", heading).strip().lower())
    return kept.replace(" ", "-")


def _paths(folder: Path, language: str) -> Iterator[Path]:
    for name in NAMES:
        translated = folder / FOLDER / language / f"{name}.md"
        yield translated if translated.is_file() else folder / FOLDER / f"{name}.md"
    yield from filter(Path.is_file, (folder / f"{name}.md" for name in MANUALS))


def _page(path: Path) -> GuidePage:
    headings = list(_headings(path.read_text("utf-8")))
    title = next((words for level, words in headings if level == 1), path.stem)
    return GuidePage(path, title, tuple(words for level, words in headings if level == 2))


def _headings(text: str) -> Iterator[tuple[int, str]]:
    """Yield level and words of each heading; lines of code that begin with # are none."""
    code = False
    for line in text.splitlines():
        code ^= bool(_FENCE.match(line))
        marks, _, words = line.partition(" ")
        if not code and marks and set(marks) == {"#"}:
            yield len(marks), _MARKS.sub(r"\1", words).strip()
