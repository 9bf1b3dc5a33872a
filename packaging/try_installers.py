"""Tries the Linux installers in a bare Debian, as a site's IT would: install over an older version, use, remove.

    sudo .venv/bin/python packaging/try_installers.py dist --out build/installers-try

``dist`` holds the .deb and the .tar.zst. The root is made by mmdebstrap from the system's package sources and removed
at the end; ``--base`` keeps its tar for the next time. Each part is printed with what came of it; the exit code is 1
where one fails. The picture of the window is kept in ``--out``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from installed.clean_root import CleanRoot, Failed, enter_own_mounts
from installed.trial import Trial


def main() -> int:
    """Try all parts and say what came of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("installers", type=Path, help="the folder with the .deb and the .tar.zst")
    parser.add_argument("--out", type=Path, default=Path("build/installers-try"))
    parser.add_argument("--base", type=Path, help="a tar of the bare Debian; made where it is not there")
    parser.add_argument("--older", type=Path, help="a .deb of an older version; a stand-in where none is named")
    options = parser.parse_args()
    enter_own_mounts()
    out = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    root = CleanRoot(out / "root", (options.base or out / "base.tar").resolve())
    try:
        parts = Trial(root, options.installers.resolve(), out, options.older).parts()
        return 1 if [part for part in parts if not _passed(part)] else 0
    except Failed as error:
        sys.exit(str(error))
    finally:
        root.remove()


def _passed(part: Callable[[], str]) -> bool:
    name = part.__name__.replace("_", " ")
    try:
        print(f"{name}: {part()}", flush=True)
    except (Failed, OSError, subprocess.SubprocessError) as error:
        print(f"{name}: FAILED: {error}", flush=True)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
