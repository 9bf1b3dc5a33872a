"""The licences of the program's parts with their texts, from the frozen program's folder or the Python environment."""

from __future__ import annotations

import json
import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.parts import parts

FOLDER, INDEX = "licences", "index.json"
TEXT_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_BESIDE = ("imagecodecs", "pyqtgraph")  # packages that keep licences of their parts beside the code
_AGAIN = "Install xraydesk again"


@dataclass(frozen=True, slots=True)
class Licensed:
    """A part with its licence (an SPDX expression in the frozen program) and its texts, each by name and file.

    ``beside`` names the part that brings it, where its own version is not known.
    """

    name: str
    version: str
    licence: str
    texts: tuple[tuple[str, Path], ...] = ()
    beside: str = ""


def licences() -> tuple[Licensed, ...]:
    """Return the parts of this copy of the program, by name, xraydesk first.

    Raises
    ------
    XraydeskError
        The frozen program's list is missing or cannot be read.
    """
    unpacked = getattr(sys, "_MEIPASS", None)
    found = _of_environment() if unpacked is None else _of_program(Path(unpacked) / FOLDER)
    return tuple(sorted(found, key=lambda part: (part.name != "xraydesk", part.name.lower())))


def text(part: Licensed) -> str:
    """Return the texts of a part's licence, one below the other, each under the name of its file.

    Raises
    ------
    XraydeskError
        A file is missing or cannot be read.
    """
    return "\n\n".join(f"{name}\n{'=' * len(name)}\n\n{_read(path)}" for name, path in part.texts)


def texts_of(distribution: metadata.Distribution) -> tuple[tuple[str, Path], ...]:
    """Return the files that hold a distribution's licence and those of what is in it, by their names in there."""
    found = {}
    for path in sorted(distribution.files or ()):
        first, *rest = path.parts
        at_metadata = first.endswith(".dist-info") and rest and (rest[0] == "licenses" or TEXT_FILE.search(path.name))
        if at_metadata or (first in _BESIDE and rest and TEXT_FILE.search("/".join(rest))):
            name = "/".join(part for part in rest if part != "licenses")
            found[name] = Path(str(distribution.locate_file(path)))
    return tuple(found.items())


def _of_program(folder: Path) -> Iterator[Licensed]:
    try:
        rows = json.loads(_read(folder / INDEX))
        for row in rows:
            texts = tuple((name.partition("/")[2], folder / name) for name in row["texts"])
            yield Licensed(row["name"], row["version"], row["licence"], texts, row["beside"])
    except (ValueError, TypeError, KeyError) as error:
        raise XraydeskError("The list of licences cannot be read", subject=folder / INDEX, remedy=_AGAIN) from error


def _of_environment() -> Iterator[Licensed]:
    for part in parts():
        try:
            texts = texts_of(metadata.distribution(part.name))
        except metadata.PackageNotFoundError:
            texts = pythons_own()
        yield Licensed(part.name, part.version, part.licence, texts)


def pythons_own() -> tuple[tuple[str, Path], ...]:
    """Return the text of Python's own licence, which most installations keep beside the standard library."""
    path = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return ((path.name, path),) if path.is_file() else ()


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace").strip("\r\n")  # the first line may be centred
    except OSError as error:
        raise XraydeskError(
            f"A licence's text cannot be read: {error.strerror}", subject=path, remedy=_AGAIN
        ) from error
