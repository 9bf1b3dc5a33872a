"""The name of a program at work in the table of claims, and whether one of this machine is gone."""

from __future__ import annotations

import os
import platform
import sys
import uuid


def desk_name() -> str:
    """Return a name for this program: its own at every start, with machine and process."""
    return f"{uuid.uuid4().hex} {os.getpid()} {platform.node()}"


def is_gone(desk: str) -> bool:
    """Whether a program of this machine has ended; False where it cannot be known from here."""
    _, _, rest = desk.partition(" ")
    process, _, machine = rest.partition(" ")
    return process.isdecimal() and machine == platform.node() and not _lives(int(process))


def _lives(process: int) -> bool:
    if sys.platform == "win32":  # there os.kill would end it
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return bool(kernel.GetLastError() == 5)  # ERROR_ACCESS_DENIED: somebody else's
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE
    else:  # noqa: RET505 - mypy takes what follows for unreachable on the other system
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:  # somebody else's
            return True
        return True
