"""Where xraydesk's own files live, what the site has chosen (one TOML file), and the log file.

The data folder is, first come: ``--data-dir``, the environment variable ``XRAYDESK_DATA_DIR``, the platform's place for
a program's data. Everything lies in it: ``settings.toml``, ``xraydesk.db``, ``xraydesk.log``, ``models/``.
"""

from __future__ import annotations

import logging
import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from xraydesk.errors import SettingsError

ENVIRONMENT = "XRAYDESK_DATA_DIR"
FILE_NAME = "settings.toml"
LOG_NAME = "xraydesk.log"
AUTOMATIC = "automatic"  # in a model's place: each film goes to the installed model that may judge it
DEVICES = ("auto", "cpu", "cuda", "mps")
IDENTITY = ("shown", "hidden", "as left")  # whether a window begins with names and ids on screen
LANGUAGES = {"": "As the system", "en": "English", "de": "Deutsch"}
THEMES = ("dark", "light", "system")
_CHOICES = {"device": DEVICES, "identity": IDENTITY, "language": tuple(LANGUAGES), "theme": THEMES}
_RECENT = 10
_log = logging.getLogger(__name__)


def data_dir(chosen: Path | None = None) -> Path:
    """Return the folder for xraydesk's own files; it need not exist yet."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    from_environment = os.environ.get(ENVIRONMENT, "")
    if from_environment:
        return Path(from_environment).expanduser().absolute()
    return platformdirs.user_data_path("xraydesk", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the site has chosen. Every field has a default that works."""

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
        """Read the settings of a data folder; a file that cannot be used is logged and the defaults serve."""
        try:
            return Settings.read(folder)
        except SettingsError as error:
            _log.warning("%s", error.what)
            return Settings()

    @staticmethod
    def read(folder: Path) -> Settings:
        """Read the settings of a data folder; defaults where there is no file.

        Raises
        ------
        SettingsError
            The file cannot be read, is no TOML or holds a value of the wrong kind.
        """
        path = folder / FILE_NAME
        try:
            found = tomllib.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError("The settings file cannot be read", subject=path, remedy=_REMEDY) from error
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"The settings file is no valid TOML: {error}", subject=path, remedy=_REMEDY) from error
        values: dict[str, Any] = {name: _checked(name, found[name], path) for name in _NAMES if name in found}
        return Settings(**values)

    def save(self, folder: Path) -> None:
        """Write the settings file in one step, so that a crash leaves the old or the new one. Unknown keys are dropped.

        Raises
        ------
        SettingsError
            It cannot be written.
        """
        path = folder / FILE_NAME
        lines = [f"{name} = {_toml(getattr(self, name))}" for name in _NAMES]
        scratch = path.with_suffix(f".{os.getpid()}.new")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            scratch.write_text("\n".join(lines) + "\n", "utf-8")
            scratch.replace(path)
        except OSError as error:
            with suppress(OSError):
                scratch.unlink()
            raise SettingsError("The settings cannot be saved", subject=path) from error

    def with_folder(self, folder: Path) -> Settings:
        """Return the settings with this folder as the latest of the recent ones."""
        name = str(folder.absolute())
        others = [other for other in self.recent_folders if other != name]
        return replace(self, recent_folders=(name, *others)[:_RECENT])

    def existing_folders(self) -> list[Path]:
        """Return the recent folders that are still there."""
        return [Path(name) for name in self.recent_folders if Path(name).is_dir()]


_NAMES = tuple(field.name for field in fields(Settings))
_LISTS = {"keys": "keys", "filters": "filters", "recent_folders": "folders", "watched_folders": "folders",
          "locked": "names"}  # fmt: skip
_SHARES = ("sensitivity_margin",)
_WHOLE = ("idle_lock_minutes",)
LONGEST_IDLE = 480  # minutes
_REMEDY = "Correct it or remove it; the defaults are used meanwhile"


def remember_folder(data: Path, folder: Path) -> None:
    """Put a folder first among the recent ones. A file that cannot be read is left alone; a failure is only logged."""
    try:
        Settings.read(data).with_folder(folder).save(data)
    except SettingsError as error:
        _log.warning("%s", error.what)


def change_settings(data: Path, **changes: Any) -> None:  # noqa: ANN401 - each field's own kind
    """Write some of the settings anew and leave the others as they are.

    Raises
    ------
    SettingsError
        The file cannot be read or written; a file that cannot be read is left alone.
    """
    replace(Settings.read(data), **changes).save(data)


def remember_watch(data: Path, folder: Path, *, wanted: bool) -> None:
    """Keep whether a folder is to be watched; failures as with `remember_folder`."""
    name = str(folder.absolute())
    try:
        settings = Settings.read(data)
        others = [other for other in settings.watched_folders if other != name]
        replace(settings, watched_folders=(*others, name) if wanted else tuple(others)).save(data)
    except SettingsError as error:
        _log.warning("%s", error.what)


def _checked(name: str, value: object, path: Path) -> str | bool | int | float | tuple[str, ...]:
    """Return a value of the right kind for a key, lists as tuples."""
    if name in (*_SHARES, *_WHOLE):
        return _number(name, value, path)
    if name in _LISTS:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise SettingsError(f'"{name}" must be a list of {_LISTS[name]}', subject=path, remedy=_REMEDY)
    if isinstance(getattr(Settings(), name), bool):
        if isinstance(value, bool):
            return value
        raise SettingsError(f'"{name}" must be true or false', subject=path, remedy=_REMEDY)
    if not isinstance(value, str):
        raise SettingsError(f'"{name}" must be text in quotes', subject=path, remedy=_REMEDY)
    if value not in _CHOICES.get(name, (value,)):
        raise SettingsError(f'"{name}" must be one of {", ".join(_CHOICES[name])}', subject=path, remedy=_REMEDY)
    return value


def _number(name: str, value: object, path: Path) -> int | float:
    share, whole = name in _SHARES, isinstance(value, int) and not isinstance(value, bool)
    most = 1 if share else LONGEST_IDLE
    if isinstance(value, int | float) and (whole or (share and isinstance(value, float))) and 0 <= value <= most:
        return float(value) if share else int(value)
    kind = "number" if share else "whole number"
    raise SettingsError(f'"{name}" must be a {kind} from 0 to {most}', subject=path, remedy=_REMEDY)


def _toml(value: str | bool | int | float | tuple[str, ...]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return '"' + "".join(_escaped(letter) for letter in value) + '"'


def _escaped(letter: str) -> str:
    """Escape what a basic string of TOML may not hold (https://toml.io/en/v1.0.0#string)."""
    if letter in '"\\':
        return "\\" + letter
    if "\ud800" <= letter <= "\udfff":  # a byte of a file name that is no Unicode: no TOML can hold it
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{ord(letter):04x}" if ord(letter) < 32 or ord(letter) == 127 else letter
