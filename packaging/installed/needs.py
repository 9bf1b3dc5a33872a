"""What a frozen program asks of the system it runs on: libraries that it does not bring, and the glibc.

The linker's own tables are read (`objdump -p`), as dpkg-shlibdeps does; a library that neither lies in the program nor
stands in `PACKAGES` ends the build, for the installed program would not start.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Debian's package of each library that is the system's own affair: drivers of the screen, and the connection to it
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libcuda.so.1": "",  # comes with the driver of the card; without it the program computes on the processor
}
_GLIBC = re.compile(r"^(ld-linux.*|lib(c|m|dl|rt|util|pthread|mvec|resolv|anl|nsl))\.so(\.\d+)?$")
_AT_ONCE = 100  # files an objdump is asked about
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_SYMBOLS = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")


class NotServed(Exception):
    """The program wants a library that no package is known for."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Debian's packages, by name, and the oldest glibc, such as "2.36"."""

    packages: tuple[str, ...]
    glibc: str


def needs(frozen: Path) -> Needs:
    """Return what the program in a folder asks of a system.

    Raises
    ------
    NotServed
        A library is not inside and `PACKAGES` does not tell who brings it.
    """
    inside = {path.name for path in frozen.rglob("*")}
    wanted: set[str] = set()
    glibc = (2, 0)
    for text in _tables(sorted(_linked(frozen))):
        wanted |= set(_NEEDED.findall(text))
        glibc = max([glibc, *((int(major), int(minor)) for major, minor in _SYMBOLS.findall(text))])
    outside = {name for name in wanted - inside if not _GLIBC.match(name)}
    if unknown := sorted(outside - set(PACKAGES)):
        raise NotServed(f"The program wants {', '.join(unknown)}, which it does not bring. Name the Debian package in "
                        "packaging/installed/needs.py, or collect the library.")  # fmt: skip
    return Needs(tuple(sorted({PACKAGES[name] for name in outside} - {""})), f"{glibc[0]}.{glibc[1]}")


def _linked(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _tables(files: list[Path]) -> Iterable[str]:
    for first in range(0, len(files), _AT_ONCE):
        command = ["objdump", "-p", *map(str, files[first : first + _AT_ONCE])]
        yield subprocess.run(command, capture_output=True, text=True, check=True).stdout
