"""Lists the files of a frozen program with their hashes, and says in what two builds differ.

    python packaging/manifest.py write dist/xraydesk --edition cpu
    python packaging/manifest.py compare dist/xraydesk OTHER

The list lies in the program, `lib/manifest.json`; it does not name itself, and its own hash is printed. ``OTHER`` is a
folder, whose files are hashed anew, or a list. What may differ between two builds of a commit stands in
``may_differ.toml``, each with the reason; the exit code is 1 where anything else does.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from fnmatch import fnmatchcase
from pathlib import Path

from frozen.version_info import version

from xraydesk.selftest.files import FORMAT, MANIFEST, File, Manifest, found, paths, read

HERE = Path(__file__).resolve().parent
ALLOWED = HERE / "may_differ.toml"


def write(folder: Path, edition: str) -> Manifest:
    """Write the list of a frozen program into it and return it."""
    rows = {name: {key: value for key, value in asdict(found(folder / name)).items() if value}
            for name in paths(folder)}  # fmt: skip
    content = {
        "format": FORMAT,
        "program": "xraydesk",
        "version": version(HERE.parent),
        "edition": edition,
        "system": f"{platform.system()} {platform.machine()}",
        "files": rows,
    }
    (folder / MANIFEST).write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    return read(folder / MANIFEST)


def files(of: Path) -> Mapping[str, File]:
    """Return the files of a build: hashed now where it is a folder, as listed where it is a list."""
    return {name: found(of / name) for name in paths(of)} if of.is_dir() else read(of).files


def differences(one: Mapping[str, File], other: Mapping[str, File]) -> dict[str, str]:
    """Return in what two builds differ: path -> words, by path."""
    return {name: _difference(one.get(name), other.get(name))
            for name in sorted({*one, *other}) if one.get(name) != other.get(name)}  # fmt: skip


def _difference(one: File | None, other: File | None) -> str:
    if one is None or other is None:
        return "only in the second" if one is None else "only in the first"
    if one.link or other.link:
        return f"a link to {one.link or 'nothing'} and to {other.link or 'nothing'}"
    return "other contents" if one.size == other.size else f"{one.size:,} and {other.size:,} bytes"


def reason(name: str, allowed: Mapping[str, str]) -> str:
    """Return why a file may differ, or "" where it may not; rules are paths with * and ?."""
    return next((why for rule, why in allowed.items() if fnmatchcase(name, rule)), "")


def compare(one: Path, other: Path, allowed: Mapping[str, str]) -> int:
    """Print in what two builds differ and return how many files differ that may not."""
    first, second = files(one), files(other)
    found_different = differences(first, second)
    for name, words in found_different.items():
        why = reason(name, allowed)
        print(f"{name}: {words}" + (f" (may differ: {why})" if why else ""))
    wrong = sum(not reason(name, allowed) for name in found_different)
    same = len({*first, *second}) - len(found_different)
    print(f"{same:,} files are the same, {len(found_different) - wrong:,} differ as they may, {wrong:,} that may not.")
    return wrong


def main() -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--edition", default="cpu")
    comparing = commands.add_parser("compare")
    comparing.add_argument("one", type=Path)
    comparing.add_argument("other", type=Path)
    options = parser.parse_args()
    if options.command == "write":
        made = write(options.folder, options.edition)
        print(f"{len(made.files):,} files in {MANIFEST}; its sha256 is {made.sha256}")
        return 0
    missing = [path for path in (options.one, options.other) if not path.exists()]
    if missing:
        sys.exit(f"{missing[0]} is not there. Name a folder or a list: make package-compare OTHER=folder_or_manifest")
    allowed = tomllib.loads(ALLOWED.read_text("utf-8"))["files"]
    return 1 if compare(options.one, options.other, allowed) else 0


if __name__ == "__main__":
    sys.exit(main())
