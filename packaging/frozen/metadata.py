"""The metadata and licences of what is in the frozen program, and of nothing that was left out.

`xraydesk.parts` reads versions and licences from them. Only METADATA and licence files are taken: the rest names
folders of the machine that built it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import metadata
from pathlib import PurePosixPath

Pair = tuple[str, str]  # a file, and the folder it goes to
PROGRAM = "xraydesk"
_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_BESIDE = ("imagecodecs", "pyqtgraph")  # packages that keep their licences beside the code


def distributions(modules: Iterable[str]) -> list[metadata.Distribution]:
    """Return the installed distributions that modules, by their full or top-level names, come from; by name."""
    owners = metadata.packages_distributions()
    names = {owner for module in modules for owner in owners.get(module.partition(".")[0], ())}
    names.add(PROGRAM)  # an editable installation does not tell that it owns its modules
    return sorted((metadata.distribution(name) for name in names), key=lambda found: found.metadata["Name"].lower())


def files(found: Iterable[metadata.Distribution]) -> list[Pair]:
    """Return what is kept of distributions, for PyInstaller's ``datas``."""
    return [pair for one in found for pair in _files(one)]


def _files(one: metadata.Distribution) -> list[Pair]:
    return [
        (str(one.locate_file(path)), str(PurePosixPath(path).parent))
        for path in one.files or ()
        if _wanted(PurePosixPath(path))
    ]


def _wanted(path: PurePosixPath) -> bool:
    if path.parts[0].endswith(".dist-info"):
        return path.name == "METADATA" or "licenses" in path.parts[1:] or bool(_LICENCE.search(path.name))
    return len(path.parts) > 1 and path.parts[0] in _BESIDE and bool(_LICENCE.search(str(path)))
