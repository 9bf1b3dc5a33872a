"""Keeps Python 3.11 alive under PySide6 6.12.0, which gives back one reference too many to None, True and False.

``QPainter.fillRect``, ``drawImage``, ``setPen`` and others return None without taking a reference, some functions do
the same with True and False; after some ten thousand calls the interpreter ends with "deallocating None". Measured on
6.12.0; 6.11.3 counts right. From Python 3.12 on these objects are immortal (PEP 683) and nothing needs to be done.
"""

from __future__ import annotations

import ctypes
import platform
import sys

_MANY = 1 << 60  # calls that may go wrong before one of them is in danger again


def keep_singletons_alive() -> None:
    """Give None, True and False so many references that lost ones do not matter; nothing where they are immortal."""
    if sys.version_info >= (3, 12) or platform.python_implementation() != "CPython":
        return
    for singleton in (None, True, False):
        references = ctypes.c_ssize_t.from_address(id(singleton))
        if references.value < _MANY:
            references.value += _MANY
