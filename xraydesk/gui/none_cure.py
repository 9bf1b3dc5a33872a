"""Keeps Python 3.11 alive under PySide6 6.12.0, whose painter gives back one reference to None too many per call.

``QPainter.fillRect``, ``drawImage``, ``setPen`` and others return None without taking a reference; after some ten
thousand calls the interpreter ends with "deallocating None". Measured on 6.12.0; 6.11.3 counts right. From Python 3.12
on None is immortal (PEP 683) and nothing needs to be done.
"""

from __future__ import annotations

import ctypes
import platform
import sys

_MANY = 1 << 60  # calls that may go wrong before None is in danger again


def keep_none_alive() -> None:
    """Give None so many references that lost ones do not matter. Does nothing where None is immortal."""
    if sys.version_info >= (3, 12) or platform.python_implementation() != "CPython":
        return
    references = ctypes.c_ssize_t.from_address(id(None))
    if references.value < _MANY:
        references.value += _MANY
