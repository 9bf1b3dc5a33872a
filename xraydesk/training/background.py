"""A run beside which the machine stays usable: half of its cores, and those only when nobody else wants them."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

from xraydesk.cores import cores

_NICE = 15  # of 19
_BELOW_NORMAL = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS of processthreadsapi.h


def step_back() -> int:
    """Lower this process's priority and return how many threads it computes with from now on."""
    with suppress(OSError, AttributeError):  # a system that does not allow it only makes the desk slower
        if sys.platform == "win32":
            kernel = ctypes.windll.kernel32
            kernel.GetCurrentProcess.restype = ctypes.c_void_p
            kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), _BELOW_NORMAL)
        else:
            os.nice(_NICE)
    import torch

    threads = max(1, cores() // 2)
    torch.set_num_threads(threads)
    return threads
