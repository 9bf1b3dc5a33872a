"""Takes the symbol tables off libraries on Linux: nobody debugs torch on a reading-room machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from frozen.contents import STRIPPED


def strip(folder: Path) -> None:
    """Strip the libraries of `contents.STRIPPED` below a folder; elsewhere than on Linux nothing is done."""
    program = shutil.which("strip")
    if not sys.platform.startswith("linux") or program is None:
        return
    for path in sorted(folder.rglob("*")):
        if ".so" in path.name and not path.is_symlink() and STRIPPED.search(path.relative_to(folder).as_posix()):
            subprocess.run([program, "--strip-unneeded", str(path)], check=True)
