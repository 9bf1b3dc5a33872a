"""The C library told what to do with freed memory: keep it while a network learns, give it back once one is loaded.

By default glibc takes each large tensor from the kernel and gives it back at once, and the kernel clears every page
anew: on a CPU that is a third of a step's time and more (mallopt(3), "M_MMAP_THRESHOLD"). What was once freed raises
the size up to which it keeps it, so that the bytes of a weights file stay with the process though nobody uses them.
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
    library = _glibc()
    if library is None:
        return False
    wanted = ((_MMAP_MAX, 0), (_TRIM_THRESHOLD, _NEVER), (_TOP_PAD, _STEP))
    return [library.mallopt(what, value) for what, value in wanted] == [1, 1, 1]  # 1: done


def give_back_freed_memory() -> bool:
    """Give the system back what is freed, and return whether there was something and the C library knows how.

    Takes a few milliseconds: after work that freed much, and never in a loop.
    """
    library = _glibc()
    return library is not None and library.malloc_trim(0) == 1


def _glibc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None
