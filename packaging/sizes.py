"""Prints what a frozen program weighs, package by package, and holds it to ``budget.toml``.

    python packaging/sizes.py dist/xraydesk [--edition cpu|cuda]

Sizes are in MB of 10^6 bytes; a link weighs nothing. The exit code is 1 where anything is over its budget.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path, PurePosixPath

MB = 1_000_000
_SMALL = 1.0  # MB below which a package is summed up under "other packages" and needs no row of its own
_ALIASES = {
    "scikit_learn": "sklearn",
    "pillow": "PIL",
    "opentsne": "openTSNE",
    "_duckdb": "duckdb",
    "shiboken6": "PySide6",
    "base_library": "Python",
}
_SYSTEM = "libraries of the system"


def package(path: PurePosixPath) -> str:
    """Return the package that a file of the folder ``lib`` belongs to."""
    top = path.parts[0]
    if top.startswith(("libpython", "python3.")):
        return "Python"
    if len(path.parts) == 1 and re.match(r"lib.*\.(so|dylib)|.*\.dll$", top):
        return _SYSTEM
    if top.endswith(".dist-info") or top == "licences":
        return "metadata and licences"
    name = re.sub(r"\.libs$|\.(cpython|abi3|cp3)?[^/]*\.(so|pyd)$|\.zip$", "", top)
    return _ALIASES.get(name, name)


def weigh(folder: Path) -> Counter[str]:
    """Return the bytes of each package of a frozen program."""
    found: Counter[str] = Counter()
    inside = folder / "lib"
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = (
                package(PurePosixPath(path.relative_to(inside))) if inside in path.parents else "program and bytecode"
            )
            found[name] += path.stat().st_size
    return found


def over(sizes: Counter[str], budget: dict[str, float]) -> list[str]:
    """Return what is over its budget, as sentences; what is new and not small needs a row of its own."""
    problems = []
    for name, size in sizes.most_common():
        allowed = budget.get(name)
        if allowed is None and size > _SMALL * MB:
            problems.append(f"{name} takes {size / MB:.1f} MB and stands not in budget.toml.")
        elif allowed is not None and size > allowed * MB:
            problems.append(f"{name} takes {size / MB:.1f} MB; {allowed} are allowed.")
    total = sizes.total()
    if total > budget["total"] * MB:
        problems.append(f"All takes {total / MB:.1f} MB; {budget['total']} are allowed.")
    return problems


def main() -> int:
    """Print the table and what is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--edition", default="cpu")
    options = parser.parse_args()
    budget = tomllib.loads(Path(__file__).with_name("budget.toml").read_text("utf-8"))[options.edition]
    sizes = weigh(options.folder)
    small = sum(size for size in sizes.values() if size <= _SMALL * MB)
    for name, size in sizes.most_common():
        if size > _SMALL * MB:
            print(f"{size / MB:8.1f} MB of {budget.get(name, 0):6.1f}  {name}")
    print(f"{small / MB:8.1f} MB            other packages")
    print(f"{sizes.total() / MB:8.1f} MB of {budget['total']:6.1f}  all")
    problems = over(sizes, budget)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
