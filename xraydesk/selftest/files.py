"""The files of the installed program, held against the list that was made when it was built.

A damaged disk, an antivirus program's quarantine and tampering all show here. Whoever can change the files can change
the list, too: the hash of the list itself is printed, to be compared with the one that was printed by the build.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.selftest.outcome import Outcome

PROGRAM_FILES = "lib"  # the folder that holds nothing but the program
MANIFEST = f"{PROGRAM_FILES}/manifest.json"
FORMAT = 1
_SHOWN = 3
_AGAIN = "Install xraydesk again"
_QUARANTINE = (
    "Look whether the antivirus program has moved it into quarantine; restore it there, or install xraydesk again"
)


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was built: its bytes and their hash; or a link and what it points to."""

    size: int = 0
    sha256: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The list: paths below the program's folder, with forward slashes; ``sha256`` is the list's own."""

    files: Mapping[str, File]
    sha256: str = ""

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files.values())


def program_folder() -> Path | None:
    """Return the folder of the frozen program; None in a Python environment, and in a macOS app, which is signed."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return None if unpacked is None or Path(unpacked).name != PROGRAM_FILES else Path(unpacked).parent


def found(path: Path) -> File:
    """Return what a file is now.

    Raises
    ------
    OSError
        It cannot be read.
    """
    if path.is_symlink():
        return File(link=path.readlink().as_posix())
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return File(path.stat().st_size, sha256)


def paths(folder: Path) -> Iterator[str]:
    """Yield the files and links below a folder, as the list names them, by name; the list itself is left out."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if (path.is_symlink() or not path.is_dir()) and name != MANIFEST:
            yield name


def read(path: Path) -> Manifest:
    """Read a list.

    Raises
    ------
    XraydeskError
        It is missing or cannot be read.
    """
    try:
        data = path.read_bytes()
        rows = json.loads(data)["files"]
        files = {str(name): File(**row) for name, row in rows.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise XraydeskError("The list of the program's files cannot be read", subject=path, remedy=_AGAIN) from error
    return Manifest(files, hashlib.sha256(data).hexdigest())


def check() -> list[Outcome]:
    """Return one outcome for each file that is not as it was built, or one that says that all are.

    Raises
    ------
    XraydeskError
        This copy is no installed program, or its list cannot be read.
    """
    folder = program_folder()
    if folder is None:
        raise XraydeskError(
            "No list of this copy's files is kept: it runs in a Python environment, or it is a macOS app",
            remedy="Ask the installed program; of a macOS app, ask codesign --verify --deep",
        )
    manifest = read(folder / MANIFEST)
    begun = time.perf_counter()
    wrong = list(problems(folder, manifest))
    return wrong or [Outcome("files", True, _all_well(manifest), round(time.perf_counter() - begun, 3))]


def unchanged() -> str:
    """Say that all files are as they were built; `XraydeskError` names the first that are not."""
    outcomes = check()
    if passed := [one.words for one in outcomes if one.passed]:
        return passed[0]
    named = ", ".join(one.name for one in outcomes[:_SHOWN])
    more = f" and {len(outcomes) - _SHOWN:,} more" if len(outcomes) > _SHOWN else ""
    raise XraydeskError(
        f"Files of the program are not as they were built: {named}{more}",
        remedy="xraydesk selftest --files says what is wrong with each",
    )


def problems(folder: Path, manifest: Manifest) -> Iterator[Outcome]:
    """Yield what is missing, what has other contents, and what lies among the program's files and was not built."""
    for name, built in manifest.files.items():
        words = _wrong(folder / name, built)
        if words:
            yield Outcome(name, passed=False, words=words)
    for name in paths(folder):
        if name not in manifest.files and name.startswith(f"{PROGRAM_FILES}/"):
            yield Outcome(name, passed=False, words="It is no part of the program. Find out who put it there.")


def _wrong(path: Path, built: File) -> str:
    if not path.exists() and not path.is_symlink():
        return f"It is missing. {_QUARANTINE}."
    try:
        now = found(path)
    except OSError as error:
        return f"It cannot be read: {error.strerror}. {_QUARANTINE}."
    if now == built:
        return ""
    if now.link or built.link:
        return f"It is {_kind(now)} and should be {_kind(built)}. {_AGAIN}."
    if now.size != built.size:
        return f"It has {now.size:,} bytes and should have {built.size:,}. {_AGAIN}."
    return f"Its contents were changed or are damaged. {_AGAIN}."


def _kind(file: File) -> str:
    return f"a link to {file.link}" if file.link else "a file of its own"


def _all_well(manifest: Manifest) -> str:
    return (
        f"{len(manifest.files):,} files, {manifest.size / 1e6:,.1f} MB: each is as it was built; "
        f"sha256 of their list {manifest.sha256}"
    )
