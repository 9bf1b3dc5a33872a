"""Folders as an administrator writes them for many machines: user, machine, home and variables are filled in."""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path

BACKSLASH = "write a folder of Windows in single quotes, or with two backslashes each"
_VARIABLE = re.compile(r"\$\{(\w+)\}|\$(\w+)|%(\w+)%")
_BRACES = re.compile(r"\{(\w*)\}")
_UNFIT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.\.?$')


def expanded(written: str) -> Path:
    """Return a folder as it is on this machine, for who is signed in to the system.

    Parameters
    ----------
    written
        May hold ``{user}`` (the system's account), ``{machine}`` (the computer's name), environment variables as
        ``$NAME``, ``${NAME}`` or ``%NAME%``, and ``~`` at the beginning.

    Raises
    ------
    ValueError
        It is no whole path, or something in it has no value here; the text says which, as a clause.
    """
    if any(letter < " " for letter in written):  # TOML makes a tab of the \t in "D:\temp"
        raise ValueError(f"holds a character that no folder has; {BACKSLASH}")
    found = _BRACES.sub(_name, _VARIABLE.sub(_variable, written))
    try:
        path = Path(found).expanduser()
    except RuntimeError as error:
        raise ValueError("begins with ~, and there is no home folder here") from error
    if not path.is_absolute():
        raise ValueError(f'must be a whole path, as "{_EXAMPLE}"')
    return path


def account_name() -> str:
    """Return the name of the system's account, which an environment variable cannot change.

    Raises
    ------
    ValueError
        The system does not say.
    """
    try:
        if sys.platform == "win32":
            return os.getlogin()
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (OSError, KeyError, ImportError) as error:
        raise ValueError("holds {user}, and the system does not say who is signed in") from error


_EXAMPLE = r"D:\xraydesk" if sys.platform == "win32" else "/srv/xraydesk"


def _variable(match: re.Match[str]) -> str:
    name = next(filter(None, match.groups()))
    value = os.environ.get(name, "")
    if not value:
        raise ValueError(f"names the environment variable {name}, which is not set here")
    return value


def _name(match: re.Match[str]) -> str:
    if match[1] == "user":
        name = account_name()
    elif match[1] == "machine":
        name = platform.node()
    else:
        raise ValueError(f"holds {match[0]}; only {{user}} and {{machine}} are known")
    if not name or _UNFIT_IN_A_NAME.search(name):
        raise ValueError(f"holds {match[0]}, and that name cannot be part of a folder's name here")
    return name
