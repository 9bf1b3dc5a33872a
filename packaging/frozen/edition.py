"""The two editions: the same program beside a torch for the CPU alone, or beside one with CUDA."""

from __future__ import annotations

import sys

EDITIONS = ("cpu", "cuda")


def check(name: str) -> str:
    """Return the edition's name; end with a sentence where the installed torch is of another."""
    import torch

    if name not in EDITIONS:
        sys.exit(f"XRAYDESK_EDITION is {name!r}; it can be {' or '.join(EDITIONS)}.")
    if name == "cuda" and sys.platform == "darwin":
        sys.exit("There is no CUDA on macOS: build the cpu edition, which uses the Mac's own GPU.")
    here = "cuda" if torch.version.cuda else "cpu"
    if here != name:
        sys.exit(
            f"The {name} edition needs another torch: {torch.__version__} is installed, which is the {here} one's."
        )
    return name
