"""The C library told to keep what a training step frees, for the next step asks for the same again.

By default glibc takes each large tensor from the kernel and gives it back at once, and the kernel clears every page
anew: on a CPU that is a third of a step's time and more (mallopt(3), "M_MMAP_THRESHOLD").
"""

from __future__ import annotations

import ctypes
import sys

_TRIM_THRESHOLD, _TOP_PAD, _MMAP_MAX = -1, -2, -4  # malloc.h
_NEVER = 2**31 - 1
_STEP = 256 * 2**20  # bytes the heap grows by


def keep_freed_memory() -> bool:
    """Have this process keep freed memory until it ends, and return whether its C library knows how.

    For processes that train and then end: their memory stays at its peak. Nothing is done where the C library is not
    glibc, as on Windows, macOS and Alpine.
    """
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None)
    if not hasattr(library, "gnu_get_libc_version"):
        return False
    wanted = ((_MMAP_MAX, 0), (_TRIM_THRESHOLD, _NEVER), (_TOP_PAD, _STEP))
    return [library.mallopt(what, value) for what, value in wanted] == [1, 1, 1]  # 1: done
