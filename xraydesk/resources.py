"""Finds the files that ship with the program: models, demo studies, icons, themes.

They lie beside the package in a checkout (``resources/``, and ``docs/`` with the user guide), inside it in a wheel
(``xraydesk/_resources``) and under the unpacking folder in a frozen build (PyInstaller's ``sys._MEIPASS``). Nothing
else in the program knows where.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from xraydesk.errors import XraydeskError

_PACKAGE = Path(__file__).resolve().parent


def resource_dir(name: str) -> Path:
    """Return the folder ``resources/<name>`` of this copy of the program.

    Parameters
    ----------
    name
        A folder under ``resources``, with forward slashes: "demo", "models", "icons"; or "docs".

    Raises
    ------
    XraydeskError
        The folder is in none of the places where it may lie: the installation is incomplete.
    """
    for root in _roots():
        folder = root / name
        if folder.is_dir():
            return folder
    raise XraydeskError(
        f'The program\'s own folder "{name}" is missing',
        subject=next(_roots()) / name,
        remedy="Install xraydesk again",
    )


def _roots() -> Iterator[Path]:
    """Yield the places where resources may lie, the frozen build first as it has no checkout around it."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        yield Path(unpacked) / "xraydesk" / "_resources"
        yield Path(unpacked) / "resources"
        return
    yield _PACKAGE / "_resources"
    yield _PACKAGE.parent / "resources"
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        yield _PACKAGE.parent  # a checkout keeps its docs where people look for them
