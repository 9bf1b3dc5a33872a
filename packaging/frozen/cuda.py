"""CUDA's libraries for the edition with CUDA on Linux, where NVIDIA's own packages bring them.

torch opens some of them by name while it runs (cuDNN's parts, NVRTC's builtins), so no analysis of what links to what
finds them. They are taken from the lists of files of the installed packages, because their folder changes from one
release of CUDA to the next: ``nvidia/cudnn/lib``, ``nvidia/cu13/lib``. It stays as it is, for torch's libraries look
there. On Windows torch's own package holds them, in ``torch/lib``.
"""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import PurePosixPath

Pair = tuple[str, str]  # a file, and the folder it goes to
IN_PLACE = ["**/nvidia/*/lib/*.so*"]  # PyInstaller shall not link them into the top folder
_LIBRARY = re.compile(r"^nvidia/.+/lib[^/]*\.so[.\d]*$")


def libraries() -> list[Pair]:
    """Return the libraries of all installed packages of NVIDIA, in their order; nothing where there are none."""
    return sorted(pair for found in metadata.distributions() for pair in _libraries(found))


def _libraries(found: metadata.Distribution) -> list[Pair]:
    if not (found.metadata["Name"] or "").lower().startswith("nvidia"):
        return []
    paths = [PurePosixPath(path) for path in found.files or () if _LIBRARY.match(PurePosixPath(path).as_posix())]
    return [(str(found.locate_file(path)), str(path.parent)) for path in paths]
