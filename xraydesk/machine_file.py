"""The administrator's settings file: its keys, and how its text is read. Nothing here says which file is in force.

A file with a single fault is not used at all: a misspelt "locked" must not open what was to be shut, and a folder that
is not understood must not send verdicts into another database.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from xraydesk.errors import MachineSettingsError
from xraydesk.machine_paths import BACKSLASH, expanded
from xraydesk.setting_kinds import DEVICES, IDENTITY, LANGUAGES, THEMES, Kind, Value, flag, list_of, one_of, text, whole

LOCKED = "locked"
MOST_THREADS = 1024
_FOLDER, _FOLDERS = text(), list_of("folders")
KEYS: Mapping[str, Kind] = MappingProxyType(
    {
        "data_dir": _FOLDER,
        "log_dir": _FOLDER,
        "model_dirs": _FOLDERS,
        "default_model": text(),
        "device": one_of(DEVICES),
        "threads": whole(MOST_THREADS),
        "start_folder": _FOLDER,
        "open_on_start": flag(),
        "watched_folders": _FOLDERS,
        "identity": one_of(IDENTITY),
        "language": one_of(tuple(LANGUAGES)),
        "theme": one_of(THEMES),
        LOCKED: list_of("names of settings"),
    }
)
_LINE = re.compile(r" \((?:at line (\d+), column \d+|at end of document)\)$")
_REMEDY = '"xraydesk settings check FILE" names every fault; an administrator must mend the file'


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """What an administrator has set for this machine; nothing where there is no file.

    ``values`` holds what the file sets, folders filled in and whole; ``locked`` the names that nobody may change here.
    """

    path: Path | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()

    def folder(self, name: str) -> Path | None:
        """Return a folder that is set."""
        value = self.values.get(name)
        return Path(value) if isinstance(value, str) and value else None

    def folders(self, name: str) -> tuple[Path, ...]:
        """Return a list of folders."""
        value = self.values.get(name)
        return tuple(map(Path, value)) if isinstance(value, tuple) else ()

    @property
    def threads(self) -> int:
        """How many threads may compute; 0 where nobody has set it."""
        value = self.values.get("threads")
        return value if isinstance(value, int) else 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, and in which line, counted from 1; 0 where it is the whole file."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}" if self.line else self.words


def read(path: Path) -> MachineSettings:
    """Return what a file sets.

    Raises
    ------
    MachineSettingsError
        It cannot be read, or has a fault; nothing of it holds.
    """
    try:
        written = path.read_bytes().decode("utf-8-sig")  # Windows' editors begin a file with a byte order mark
    except OSError as error:
        faults: tuple[Fault, ...] = (Fault(0, f"it cannot be read ({error.strerror})"),)
    except UnicodeDecodeError:
        faults = (Fault(0, "it is no text in UTF-8"),)
    else:
        settings, faults = parse(written, path)
        if not faults:
            return settings
    what = f"The settings file for this machine cannot be used: {faults[0]}"
    raise MachineSettingsError(what, subject=path, remedy=_REMEDY, faults=tuple(map(str, faults)))


def parse(written: str, path: Path | None = None) -> tuple[MachineSettings, tuple[Fault, ...]]:
    """Return what a file's text sets, and all that is wrong in it; raises nothing."""
    try:
        found = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return MachineSettings(path), (_no_toml(error, written),)
    values: dict[str, Value] = {}
    faults: list[Fault] = []
    for name, value in found.items():
        try:
            values[name] = _taken(name, value)
        except ValueError as error:
            faults.append(Fault(_line_of(name, written), str(error)))
    if not faults:
        faults += [Fault(_line_of(name, written), words) for name, words in _contradictions(values)]
    locked = values.pop(LOCKED, ())
    settings = MachineSettings(path, MappingProxyType(values), frozenset(locked if isinstance(locked, tuple) else ()))
    return settings, tuple(sorted(faults, key=lambda fault: fault.line))


def _taken(name: str, value: Any) -> Value:  # noqa: ANN401 - whatever TOML holds
    if name not in KEYS:
        raise ValueError(f'"{name}" is no setting of a machine{_meant(name)}')
    taken = KEYS[name].take(value)
    if taken is None:
        raise ValueError(f'"{name}" must be {KEYS[name].words}')
    try:
        if KEYS[name] is _FOLDER:
            return str(expanded(str(taken)))
        if KEYS[name] is _FOLDERS and isinstance(taken, tuple):
            return tuple(str(expanded(folder)) for folder in taken)
    except ValueError as error:
        raise ValueError(f'"{name}" {error}') from error
    return taken


def _contradictions(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    locked = values.get(LOCKED, ())
    for name in locked if isinstance(locked, tuple) else ():
        if name not in KEYS or name == LOCKED:
            yield LOCKED, f'"locked" names "{name}", which is no setting of a machine' + _meant(name)
        elif name not in values:
            yield LOCKED, f'"locked" names "{name}", which this file does not set'
    if values.get("open_on_start") and "start_folder" not in values:
        yield "open_on_start", '"open_on_start" needs a "start_folder"'


def _meant(name: str) -> str:
    near = difflib.get_close_matches(name, KEYS, 1)
    return f'; "{near[0]}" is one' if near else ""


def _no_toml(error: Exception, written: str) -> Fault:
    words = str(error)
    at = _LINE.search(words)
    line = int(at[1]) if at and at[1] else written.count("\n") + 1
    said = _LINE.sub("", words)
    hint = f"; {BACKSLASH}" if "\\" in (written.splitlines() or [""])[min(line, len(written.splitlines())) - 1] else ""
    return Fault(line, f"this is no valid TOML: {said}{hint}")


def _line_of(name: str, written: str) -> int:
    """Return the line in which a key of a file begins; 0 where it is not seen."""
    key = re.escape(name)
    found = re.search(rf"""^[ \t]*(?:\[+[ \t]*)?["']?{key}["']?[ \t]*[=.\]]""", written, re.MULTILINE)
    return written.count("\n", 0, found.start()) + 1 if found else 0
