"""Makes what is installed on Linux out of a frozen program: a .deb and a portable .tar.zst, and SHA256SUMS.

    python packaging/installers.py dist/xraydesk --out dist
    python packaging/installers.py --sums dist             only the sums, on any system

The same frozen program gives the same bytes: times are SOURCE_DATE_EPOCH, owners are root, order is by name.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from installed import checksums

KINDS = ("portable", "debian")


def main() -> int:
    """Make both, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frozen", type=Path, nargs="?", help="the folder that the frozen program lies in")
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--scratch", type=Path, default=Path("build/installers"))
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--quick", action="store_true", help="for a trial: pressed less, larger")
    parser.add_argument("--sums", type=Path, metavar="DIR", help="write SHA256SUMS of what lies in a folder, and end")
    options = parser.parse_args()
    if options.sums is None and options.frozen is None:
        parser.error("name the folder of the frozen program, or --sums DIR")
    made = [] if options.sums is not None else _make(options)
    for path in [*made, *checksums.write(options.sums or options.out)]:
        print(f"{path.stat().st_size / 1_000_000:8.1f} MB  {path}")
    return 0


def _make(options: argparse.Namespace) -> list[Path]:
    from installed import debian, portable
    from installed.needs import NotServed

    if not (options.frozen / "lib").is_dir():
        sys.exit(f"{options.frozen} holds no frozen program; make package builds one.")
    options.scratch.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    writers = {"portable": portable.write, "debian": debian.write}
    try:
        return [
            writers[kind](options.frozen, options.out, options.scratch, quick=options.quick)
            for kind in KINDS
            if options.only in (None, kind)
        ]
    except NotServed as error:
        sys.exit(str(error))


if __name__ == "__main__":
    sys.exit(main())
