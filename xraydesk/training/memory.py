"""How much memory this process holds, told without another library."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_MB = 2**20


def resident_mb() -> float:
    """Return the memory this process holds now, in MB; on macOS the most it held; NaN where no one tells."""
    try:
        if sys.platform == "win32":
            return _working_set() / _MB
        if sys.platform == "darwin":
            import resource

            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB  # bytes there, and no present figure
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])  # proc(5): total, resident, ...
        return pages * os.sysconf("SC_PAGE_SIZE") / _MB
    except (OSError, ValueError, AttributeError):
        return float("nan")


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of psapi.h."""

    _fields_ = [
        ("cb", ctypes.c_ulong),
        ("PageFaultCount", ctypes.c_ulong),
        *(
            (name, ctypes.c_size_t)
            for name in (
                "PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage", "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage", "PagefileUsage", "PeakPagefileUsage",
            )
        ),
    ]  # fmt: skip


def _working_set() -> int:
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    if not kernel.K32GetProcessMemoryInfo(
        ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(counters), counters.cb
    ):
        raise OSError
    return int(counters.WorkingSetSize)
