"""Runs before the program: other programs that it starts find the system's libraries, not those in here.

PyInstaller's starter puts the folder of our libraries into LD_LIBRARY_PATH; a browser or a viewer of files that
inherits it would load our libraries in place of its own. It is read when a process starts, so that we keep ours. What
is started of this program itself, a training run, shall be told anew: PYINSTALLER_RESET_ENVIRONMENT asks for it.
"""

from __future__ import annotations

import os
import sys

_NAME = "LD_LIBRARY_PATH"
if sys.platform.startswith("linux"):
    _before = os.environ.pop(f"{_NAME}_ORIG", None)
    os.environ.pop(_NAME, None)
    if _before is not None:
        os.environ[_NAME] = _before
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
