"""The metadata of what is in the frozen program, and of nothing that was left out.

`xraydesk.parts` reads versions from them. Only METADATA is taken: the rest names folders of the machine that built it,
and the licences have a folder of their own (`frozen.licences`).
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from pathlib import PurePosixPath

Pair = tuple[str, str]  # a file, and the folder it goes to
PROGRAM = "xraydesk"


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
    paths = [path for path in one.files or () if path.name == "METADATA" and path.parts[0].endswith(".dist-info")]
    return [(str(one.locate_file(path)), str(PurePosixPath(path).parent)) for path in paths]
