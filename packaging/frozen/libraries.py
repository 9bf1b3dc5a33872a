"""The shared libraries in the frozen program that belong to no Python package, or that a package brings from others.

On Debian and its like, `dpkg` says which package a library of the system was taken from; elsewhere its version is not
known. What a wheel brings has the wheel's version beside its name.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from frozen import licences
from xraydesk.licences import pythons_own, texts_of
from xraydesk.parts import key

Texts = tuple[tuple[str, Path], ...]  # places below the folder of licences, and the files that go there
_LIBRARY = re.compile(  # auditwheel adds a hash, and may put it before a version: libopenblasp-r0-59ffcd50.3.15.so
    r"^(?P<name>[\w+.-]+?)((-[0-9a-f]{8,40})+(\.\d+)*)?\.(so|dylib|dll)(\.(?P<version>[\d.]+\w*))?$", re.IGNORECASE
)
_PYTHON = re.compile(r"(lib)?python\d", re.IGNORECASE)
_DOCUMENTS = Path("/usr/share/doc")


@dataclass(frozen=True, slots=True)
class Library:
    """A library: its place in the program, the part that brings it, and where else it was taken from."""

    name: str
    version: str
    file: str
    sha256: str
    parent: str = "xraydesk"
    origin: str = ""
    package: str = ""
    texts: Texts = ()


def of(binaries: Iterable[tuple[str, str, str]]) -> list[Library]:
    """Return the libraries in a table of PyInstaller's: where it goes, where it comes from, its kind."""
    found = (_library(name.replace("\\", "/"), Path(source)) for name, source, kind in binaries if kind == "BINARY")
    return sorted((one for one in found if one is not None), key=lambda one: one.file)


def _library(place: str, source: Path) -> Library | None:
    """Return one library; None for what is a Python package's or Python's own."""
    name, version = named(source.name)
    if not name or _PYTHON.match(name):
        return None
    wheel = _wheel(source)
    if wheel and not wheel.endswith(".libs") and not licences.knows_library(name):
        return None
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    if wheel:
        one = _distribution(wheel.removesuffix(".libs"))
        # the number in the file's name is the interface's, not the release's, and nothing tells that one
        return Library(name, "", place, sha256, one.metadata["Name"], texts=own_texts(one))
    if Path(sys.base_prefix) in source.parents:
        return Library(name, version, place, sha256, "Python", texts=pythons_texts())
    package, packaged, texts = _debian(source)
    origin = f"{package} {packaged} of the system it was built on" if package else "the system it was built on"
    return Library(name, packaged or version, place, sha256, origin=origin, package=package, texts=texts)


def named(file: str) -> tuple[str, str]:
    """Return a library's name and the version of its interface, as its file's name has them; "" for other files."""
    matched = _LIBRARY.match(file)
    return (matched["name"], matched["version"] or "") if matched else ("", "")


def _wheel(source: Path) -> str:
    """Return the folder of a wheel that a file lies in, "" where it lies in none."""
    packages = {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    return next((source.relative_to(folder).parts[0] for folder in packages if folder in source.parents), "")


@cache
def _distribution(folder: str) -> metadata.Distribution:
    owners = metadata.packages_distributions().get(folder)
    return metadata.distribution(owners[0] if owners else folder)


def own_texts(one: metadata.Distribution) -> Texts:
    """Return a distribution's texts by their places below the folder of licences."""
    return tuple((f"{key(one.metadata['Name'])}/{name}", path) for name, path in texts_of(one))


def pythons_texts() -> Texts:
    """Return Python's own text by its place below the folder of licences."""
    return tuple((f"python/{name}", path) for name, path in pythons_own())


@cache
def _debian(source: Path) -> tuple[str, str, Texts]:
    """Return package, version and copyright file; nothing of what dpkg does not know."""
    if shutil.which("dpkg-query") is None:
        return "", "", ()
    for path in _names(source):
        owner = _said("dpkg-query", "--search", str(path)).partition(": ")[0]
        if owner:
            name = owner.partition(":")[0]
            text = _DOCUMENTS / name / "copyright"
            version = _said("dpkg-query", "--show", "--showformat=${Version}", owner)
            return name, version, ((f"system/{name}.txt", text),) if text.is_file() else ()
    return "", "", ()


def _names(source: Path) -> Iterator[Path]:
    """Yield the names that dpkg may know a file by: /lib is a link to /usr/lib, and packages use either."""
    for path in (source.resolve(), source):
        yield path
        if path.parts[1] == "usr":
            yield Path("/", *path.parts[2:])


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.partition("\n")[0]
