"""Where xraydesk's own files live, and what was chosen in the program (one TOML file beside the database).

The data folder is, first come: ``--data-dir``, the environment variable ``XRAYDESK_DATA_DIR``, the machine's settings,
the platform's place for a program's data. Everything lies in it: ``settings.toml``, ``xraydesk.db``, ``models/`` and,
unless the machine's settings say otherwise, ``xraydesk.log``.

A setting is, first come: what the machine's settings lock, what was chosen in the program, what the machine's settings
say, the default. The settings file holds only what was chosen, so that the others follow the machine's.
"""

from __future__ import annotations

import logging
import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

from xraydesk import machine
from xraydesk.errors import SettingsError
from xraydesk.setting_kinds import (
    AUTOMATIC,
    DEVICES,
    IDENTITY,
    LANGUAGES,
    THEMES,
    Value,
    flag,
    list_of,
    one_of,
    share,
    text,
    toml_text,
    whole,
)

__all__ = ["AUTOMATIC", "DEVICES", "IDENTITY", "LANGUAGES", "THEMES", "Settings", "change_settings", "data_dir"]

ENVIRONMENT = "XRAYDESK_DATA_DIR"
FILE_NAME = "settings.toml"
LOG_NAME = "xraydesk.log"
LONGEST_IDLE = 480  # minutes
_RECENT = 10
_REMEDY = "Correct it or remove it; the defaults are used meanwhile"
_log = logging.getLogger(__name__)


def data_dir(chosen: Path | None = None) -> Path:
    """Return the folder for xraydesk's own files; it need not exist yet.

    Raises
    ------
    MachineSettingsError
        The machine's settings cannot be used.
    """
    if chosen is not None:
        return chosen.expanduser().absolute()
    from_environment = os.environ.get(ENVIRONMENT, "")
    if from_environment:
        return Path(from_environment).expanduser().absolute()
    return machine.in_force().folder("data_dir") or own_data_dir()


def own_data_dir() -> Path:
    """Return the platform's place for a person's data, where nobody has said otherwise."""
    return platformdirs.user_data_path("xraydesk", appauthor=False)


def log_dir(data: Path) -> Path:
    """Return where the log of a data folder lies: in it, or where the machine's settings want the usual one's."""
    chosen = machine.in_force().folder("log_dir")
    return chosen if chosen is not None and data == data_dir() else data


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds at this desk. Every field has a default that works."""

    default_model: str = ""  # id or id@version; empty: automatic
    device: str = "auto"
    reader: str = ""  # empty: the login name
    identity: str = "shown"
    language: str = ""  # of the window; empty: the system's
    theme: str = "dark"  # the window's colours; "system": light where the system's are
    keys: tuple[str, ...] = ()  # those the reader changed: "M to Ctrl+M"
    filters: tuple[str, ...] = ()  # of the worklist, as `gui.saved_filters` writes them
    recent_folders: tuple[str, ...] = ()  # newest first
    watched_folders: tuple[str, ...] = ()  # new files of these are taken in while they are open
    blind_first: bool = False  # hide the model's answer until the first verdict, then ask for a second
    auto_advance: bool = True  # go on to the next study once a verdict is saved
    two_readers: bool = False  # a study is read when two have read it
    idle_lock_minutes: int = 10  # until the window locks, where there are accounts; 0: never
    locked: tuple[str, ...] = ()  # settings that only an administrator changes
    sensitivity_margin: float = 0.02  # by which a version put in use may be less sensitive, as a share

    @staticmethod
    def load(folder: Path) -> Settings:
        """Read the settings of a data folder; a file that cannot be used is logged and counts as none."""
        try:
            return Settings.read(folder)
        except SettingsError as error:
            _log.warning("%s", error.what)
            return _layered({})

    @staticmethod
    def read(folder: Path) -> Settings:
        """Read the settings of a data folder; the machine's, then the defaults, where nothing was chosen.

        Raises
        ------
        SettingsError
            The file cannot be read, is no TOML or holds a value of the wrong kind.
        """
        return _layered(chosen(folder))

    def with_folder(self, folder: Path) -> tuple[str, ...]:
        """Return the recent folders with this one as the latest."""
        name = str(folder.absolute())
        others = [other for other in self.recent_folders if other != name]
        return (name, *others)[:_RECENT]

    def existing_folders(self) -> list[Path]:
        """Return the recent folders that are still there, then those that are watched by the machine's settings."""
        offered = dict.fromkeys((*self.recent_folders, *map(str, machine.in_force().folders("watched_folders"))))
        return [Path(name) for name in offered if Path(name).is_dir()]


_KINDS = {
    "default_model": text(),
    "device": one_of(DEVICES),
    "reader": text(),
    "identity": one_of(IDENTITY),
    "language": one_of(tuple(LANGUAGES)),
    "theme": one_of(THEMES),
    "keys": list_of("keys"),
    "filters": list_of("filters"),
    "recent_folders": list_of("folders"),
    "watched_folders": list_of("folders"),
    "blind_first": flag(),
    "auto_advance": flag(),
    "two_readers": flag(),
    "idle_lock_minutes": whole(LONGEST_IDLE),
    "locked": list_of("names"),
    "sensitivity_margin": share(),
}
NAMES = tuple(field.name for field in fields(Settings))


def chosen(folder: Path) -> dict[str, Value]:
    """Return what was chosen in the program, as a data folder's settings file has it; raises as `Settings.read`."""
    path, found = folder / FILE_NAME, _found(folder)
    return {name: _checked(name, found[name], path) for name in NAMES if name in found}


def _found(folder: Path) -> dict[str, Any]:
    path = folder / FILE_NAME
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("The settings file cannot be read", subject=path, remedy=_REMEDY) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The settings file is no valid TOML: {error}", subject=path, remedy=_REMEDY) from error


def _of_others(folder: Path) -> dict[str, Value]:
    """Return what another version of the program has chosen and this one does not know, where it is of a plain kind."""
    found = {name: value for name, value in _found(folder).items() if name not in NAMES}
    lists = {name: tuple(value) for name, value in found.items() if list_of("texts").take(value) is not None}
    return {**lists, **{name: value for name, value in found.items() if isinstance(value, str | bool | int | float)}}


def change_settings(data: Path, **changes: Any) -> None:  # noqa: ANN401 - each field's own kind
    """Write some of the settings anew and leave the others as they are.

    Raises
    ------
    SettingsError
        The file cannot be read or written, or the machine's settings lock one of them; a file that cannot be read is
        left alone.
    """
    now, here = Settings.read(data), machine.in_force()
    for name in sorted(here.locked & changes.keys()):
        if changes[name] != getattr(now, name):
            raise SettingsError(f'"{name}" is set for this machine by the administrator', subject=here.path)
    _write(data, {**chosen(data), **{name: value for name, value in changes.items() if name not in here.locked}})


def remember_folder(data: Path, folder: Path) -> None:
    """Put a folder first among the recent ones. A file that cannot be read is left alone; a failure is only logged."""
    try:
        change_settings(data, recent_folders=Settings.read(data).with_folder(folder))
    except SettingsError as error:
        _log.warning("%s", error.what)


def remember_watch(data: Path, folder: Path, *, wanted: bool) -> None:
    """Keep whether a folder is to be watched; failures as with `remember_folder`."""
    name = str(folder.absolute())
    try:
        others = tuple(other for other in Settings.read(data).watched_folders if other != name)
        change_settings(data, watched_folders=(*others, name) if wanted else others)
    except SettingsError as error:
        _log.warning("%s", error.what)


def _layered(found: Mapping[str, Value]) -> Settings:
    """Put what was chosen over the machine's settings, and what those lock over both."""
    here = machine.in_force()
    said = {name: value for name, value in here.values.items() if name in _KINDS}
    locked = {name: value for name, value in said.items() if name in here.locked}
    values: dict[str, Any] = {**said, **found, **locked}
    return Settings(**values)


def _checked(name: str, value: object, path: Path) -> Value:
    """Return a value of the right kind for a key, lists as tuples."""
    taken = _KINDS[name].take(value)
    if taken is None:
        raise SettingsError(f'"{name}" must be {_KINDS[name].words}', subject=path, remedy=_REMEDY)
    return taken


def _write(folder: Path, values: Mapping[str, Value]) -> None:
    """Write the settings file in one step, so that a crash leaves the old or the new one.

    What only another version knows stays: somebody who goes back to it finds what was chosen there.
    """
    path = folder / FILE_NAME
    known = {name: values[name] for name in NAMES if name in values}
    lines = [f"{_key(name)} = {toml_text(value)}" for name, value in (known | _of_others(folder)).items()]
    scratch = path.with_suffix(f".{os.getpid()}.new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        scratch.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        scratch.replace(path)
    except OSError as error:
        with suppress(OSError):
            scratch.unlink()
        raise SettingsError("The settings cannot be saved", subject=path) from error


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else toml_text(name)
