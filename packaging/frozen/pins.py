"""The hashes of the wheels that the frozen program's Python parts were installed from, as `lock/` pins them."""

from __future__ import annotations

import re
from pathlib import Path

_ENTRY = re.compile(r"^([a-z0-9-]+==\S+) \\\n\s+--hash=sha256:([0-9a-f]{64})$", re.MULTILINE)


def hashes(folder: Path) -> dict[str, str]:
    """Return "name==version" -> sha256 of the files of a lock; nothing where there is none for this system."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return {name: sha256 for text in texts for name, sha256 in _ENTRY.findall(text)}
