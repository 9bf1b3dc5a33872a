"""Settles the archive of the modules that Python needs at its start: PyInstaller writes it in an order of the moment.

marshal notes which objects are used twice, and counts the uses that the running Python has of them (bpo-34093): two
builds differ. Its older format, version 2, notes nothing of the kind, and every Python reads it.
"""

from __future__ import annotations

import marshal
import zipfile
from pathlib import Path

NAME = "base_library.zip"
_HEAD = 16  # bytes of a .pyc before its code (PEP 552)
_FORMAT = 2


def settle(path: Path) -> None:
    """Write the archive anew: by name, without moments, the same code as the same bytes."""
    with zipfile.ZipFile(path) as found:
        files = {name: found.read(name) for name in found.namelist()}
    with zipfile.ZipFile(path, "w") as settled:
        for name in sorted(files):
            settled.writestr(zipfile.ZipInfo(name), _settled(name, files[name]))


def _settled(name: str, data: bytes) -> bytes:
    if not name.endswith(".pyc"):
        return data
    return data[:_HEAD] + marshal.dumps(marshal.loads(data[_HEAD:]), _FORMAT)
