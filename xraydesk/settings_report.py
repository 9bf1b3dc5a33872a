"""Each setting as it holds here, and where it comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from xraydesk import machine
from xraydesk.machine_file import MachineSettings
from xraydesk.setting_kinds import Value
from xraydesk.settings import ENVIRONMENT, FILE_NAME, NAMES, Settings, chosen, log_dir

_FILE_ONLY: Mapping[str, Value] = {"model_dirs": (), "threads": 0, "start_folder": "", "open_on_start": False}
_LONG = 60  # letters of a value, after which the last column is no longer straight


class Source(StrEnum):
    """Where the value of a setting comes from."""

    FLAG = "flag"  # of the command line
    ENVIRONMENT = "environment"  # the variable of the data folder
    MACHINE = "machine"  # the administrator's file
    USER = "user"  # chosen in the program, kept in the data folder
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Shown:
    """One setting as it holds; ``locked``: nobody changes it on this machine."""

    name: str
    value: Value
    source: Source
    locked: bool = False


def report(data: Path, flags: Mapping[str, Value]) -> list[Shown]:
    """Return all settings that hold for a data folder, the folders first, then by name.

    Parameters
    ----------
    data
        The data folder in use.
    flags
        What the command line says, by the setting's name.

    Raises
    ------
    SettingsError
        The settings file of the data folder cannot be used.
    """
    here = machine.in_force()
    found = [_data_dir(data, flags, here), *_of_the_file(data, here), *_chosen(data, flags, here)]
    folders = [each for each in found if each.name.endswith(("_dir", "_dirs", "_folder", "_folders"))]
    return folders + sorted((each for each in found if each not in folders), key=lambda each: each.name)


def to_json(data: Path, shown: list[Shown]) -> dict[str, Any]:
    """Return the same for a program."""
    path = machine.in_force().path
    return {
        "machine_file": None if path is None else str(path),
        "settings_file": str(data / FILE_NAME),
        "settings": [_entry(each) for each in shown],
    }


def lines(data: Path, shown: list[Shown]) -> list[str]:
    """Return the same as lines of a table, below the files that were read."""
    path = machine.in_force().path
    values = {each.name: plain(each.value) for each in shown}
    wide, long = max(map(len, values)), max(len(value) for value in values.values() if len(value) <= _LONG)
    return [
        f"Set for this machine: {path or f'nothing; it would be in {machine.system_file()}'}",
        f"Chosen in the program: {data / FILE_NAME}",
        "",
        *(f"{each.name:{wide}}  {values[each.name]:{long}}  {_from(each)}" for each in shown),
    ]


def plain(value: Value) -> str:
    """Return a value as a person reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _data_dir(data: Path, flags: Mapping[str, Value], here: MachineSettings) -> Shown:
    source = Source.MACHINE if "data_dir" in here.values else Source.DEFAULT
    if "data_dir" in flags:
        source = Source.FLAG
    elif os.environ.get(ENVIRONMENT):
        source = Source.ENVIRONMENT
    return Shown("data_dir", str(data), source, "data_dir" in here.locked)


def _of_the_file(data: Path, here: MachineSettings) -> Iterator[Shown]:
    """Yield what only the administrator's file sets."""
    log = log_dir(data)
    yield Shown("log_dir", str(log), Source.DEFAULT if log == data else Source.MACHINE, "log_dir" in here.locked)
    for name, default in _FILE_ONLY.items():
        source = Source.MACHINE if name in here.values else Source.DEFAULT
        yield Shown(name, here.values.get(name, default), source, name in here.locked)


def _chosen(data: Path, flags: Mapping[str, Value], here: MachineSettings) -> Iterator[Shown]:
    """Yield what is chosen in the program, too."""
    now, own = Settings.read(data), chosen(data)
    for name in NAMES:
        source = Source.USER if name in own else Source.MACHINE if name in here.values else Source.DEFAULT
        if name in here.locked:
            yield Shown(name, getattr(now, name), Source.MACHINE, locked=True)
        elif name in flags:
            yield Shown(name, flags[name], Source.FLAG)
        else:
            yield Shown(name, getattr(now, name), source)


def _entry(shown: Shown) -> dict[str, Any]:
    entry = asdict(shown)
    return {"name": entry.pop("name"), "value": entry.pop("value"), "from": str(entry.pop("source")), **entry}


def _from(shown: Shown) -> str:
    return f"{shown.source}, locked" if shown.locked else str(shown.source)
