r"""Which of the administrator's settings files is in force on this machine; a change holds from the next start.

The first that is there counts:

1. the system's place, which only an administrator can write to: ``/etc/xraydesk/machine.toml`` on Linux,
   ``C:\ProgramData\xraydesk\machine.toml`` on Windows and ``/Library/Application Support/xraydesk/machine.toml`` on
   macOS;
2. ``machine.toml`` beside the installed program, for the portable archive;
3. the file that the environment variable ``XRAYDESK_MACHINE_SETTINGS`` names.

A variable comes last because anybody can set one: it must not lead around what an administrator has locked. For the
same reason neither ``XDG_CONFIG_DIRS`` nor platformdirs' ``WIN_PD_OVERRIDE_COMMON_APPDATA`` is asked for the first.
"""

from __future__ import annotations

import logging
import os
import sys
from functools import cache
from pathlib import Path

from xraydesk.machine_file import MachineSettings, read

ENVIRONMENT = "XRAYDESK_MACHINE_SETTINGS"
FILE_NAME = "machine.toml"
_log = logging.getLogger(__name__)


def in_force() -> MachineSettings:
    """Return the settings of this machine; empty ones where there is no file.

    Raises
    ------
    MachineSettingsError
        There is a file, and it cannot be used.
    """
    return _in_force(os.environ.get(ENVIRONMENT, ""))


def system_file() -> Path:
    """Return where an administrator puts the file, whether it is there or not."""
    if sys.platform == "win32":
        from platformdirs.windows import get_win_folder_via_ctypes

        return Path(get_win_folder_via_ctypes("CSIDL_COMMON_APPDATA")) / "xraydesk" / FILE_NAME
    if sys.platform == "darwin":
        return Path("/Library/Application Support/xraydesk") / FILE_NAME
    return Path("/etc/xraydesk") / FILE_NAME


def found(named: str = "") -> Path | None:
    """Return the file that is in force; ``named`` is what the environment variable says. None where there is none."""
    for path in (system_file(), _beside()):
        if path is not None and _is_there(path):
            return path
    return Path(named).expanduser().absolute() if named else None  # one that is named must be there


def place_words(path: Path | None) -> str:
    """Return in which of the three places a file lies, without the names of folders."""
    if path is None:
        return "none"
    if path == system_file():
        return "the system's place"
    return "beside the program" if path == _beside() else f"named by {ENVIRONMENT}"


@cache
def _in_force(named: str) -> MachineSettings:
    path = found(named)
    return MachineSettings() if path is None else read(path)


def _beside() -> Path | None:
    return Path(sys.executable).parent / FILE_NAME if getattr(sys, "frozen", False) else None


def _is_there(path: Path) -> bool:
    """Whether a file is there; one that may not be seen is, or it would be enough to shut its folder."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
