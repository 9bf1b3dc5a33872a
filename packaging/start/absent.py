"""Runs before the program: matplotlib and OpenCV are left out, and pytorch_grad_cam imports names of theirs.

They draw legends, colour maps over pictures and enlarged maps; none of it is asked for here (`inference/gradcam.py`).
Empty modules let the import pass; whoever called one of the missing functions would get an AttributeError.
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


_root, _pyplot, _lines, _cv2 = map(_stand_in, ("matplotlib", "matplotlib.pyplot", "matplotlib.lines", "cv2"))
_root.pyplot, _root.lines, _lines.Line2D = _pyplot, _lines, None
_cv2.COLORMAP_JET = 2  # a default argument
