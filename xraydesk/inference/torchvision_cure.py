"""Make torchvision importable beside a CPU build of torch.

torchvision's binary from the package index wants the CUDA libraries. Beside a CPU build of torch the binary does not
load, and ``import torchvision`` fails with "operator torchvision::nms does not exist", because its Python part
registers fake kernels for operators that the binary should have defined. Declaring the two operators first is enough:
nothing here detects objects, so they are never called.
"""

from __future__ import annotations

import importlib
import sys

_OPERATORS = {
    "torchvision::nms": "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "torchvision::qnms": "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
}
_declared = False


def apply() -> None:
    """Import torchvision, declaring the missing operators where its binary does not load; may be called again."""
    global _declared  # noqa: PLW0603 - the operators may be declared once a process
    if "torchvision" in sys.modules:
        return
    try:
        importlib.import_module("torchvision")
    except RuntimeError as error:
        if "torchvision::" not in str(error) or _declared:
            raise
        _forget_half_imported()
        _declare_operators()
        _declared = True
        importlib.import_module("torchvision")


def _forget_half_imported() -> None:
    for name in [n for n in sys.modules if n == "torchvision" or n.startswith("torchvision.")]:
        del sys.modules[name]


def _declare_operators() -> None:
    import torch

    for name, schema in _OPERATORS.items():
        torch.library.define(name, schema)
