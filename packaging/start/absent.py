"""Runs before the program: matplotlib is left out, and pytorch_grad_cam.utils.image imports two names of it.

They draw legends that nothing here asks for. Empty modules of these names let the import pass; whoever called one of
the missing functions would get an AttributeError.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType


def _stand_in(name: str) -> ModuleType:
    module = ModuleType(name, "Left out of this program.")
    module.__spec__ = ModuleSpec(name, None)
    sys.modules[name] = module
    return module


_root, _pyplot, _lines = (_stand_in(name) for name in ("matplotlib", "matplotlib.pyplot", "matplotlib.lines"))
_root.pyplot, _root.lines, _lines.Line2D = _pyplot, _lines, None
