"""Pins what the frozen program is made of, and what it is made with, to versions and hashes: `make lock`.

    build/package-venv/bin/python packaging/lock.py --edition cpu [--constraint FILE]

pip chooses the newest versions that pyproject.toml and requirements.txt allow; nothing is installed. The files go to
``lock/<system>-<edition>``: ``program.txt`` is shipped, ``tools.txt`` is not, ``torch.txt`` has a version and no hash:
the CPU's and CUDA's builds of torch have the same version and lie in other places, which pip is told by its settings.
A file's hash holds for one system and one Python: that is what the folder's name says.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Collection, Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

# the library `packaging` is imported late: the folder's name is asked for before anything is installed

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "lock"
PROGRAM = "xraydesk"
_UNHASHED = "torch"
_HEADS = {
    "program": "What is shipped in the frozen program, or asked for by what is.",
    "tools": "What the frozen program is made with; none of it is shipped.",
    "torch": "The edition decides which build of this version; pip's settings say where it lies, so it has no hash.",
}
_MADE = "Made by `make lock`; package.sh installs by it. Do not edit."


def name(edition: str) -> str:
    """Return the name of this system's folder: hashes of files hold for one system, processor and Python."""
    return f"{sysconfig.get_platform()}-cp{sys.version_info.major}{sys.version_info.minor}-{edition}"


def resolved(constraint: Path | None) -> list[dict[str, Any]]:
    """Ask pip what it would install into an empty environment; return the rows of its report."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--dry-run",
                   "--ignore-installed", "--report", str(report), "-r", str(HERE / "requirements.txt"),
                   "--editable", str(HERE.parent)]  # fmt: skip
        limits = ["--constraint", str(constraint)] if constraint else []
        subprocess.run([*command, *limits], check=True)
        return list(json.loads(report.read_text("utf-8"))["install"])


def split(rows: Iterable[Mapping[str, Any]], tools: Collection[str] = ()) -> dict[str, list[str]]:
    """Return the lines of each file: what the program asks for, directly or not; ``tools`` by name, and all else."""
    from packaging.utils import canonicalize_name

    found = {canonicalize_name(row["metadata"]["name"]): row for row in rows}
    shipped = _asked_for(found) - set(tools)
    files: dict[str, list[str]] = {"program": [], "tools": [], "torch": []}
    for key in sorted(found.keys() - {PROGRAM}):
        of = "torch" if key == _UNHASHED else "program" if key in shipped else "tools"
        files[of].append(_line(key, found[key]))
    return files


def requirements() -> list[str]:
    """Return the names of the tools that requirements.txt asks for."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    lines = (HERE / "requirements.txt").read_text("utf-8").splitlines()
    return [canonicalize_name(Requirement(text).name) for line in lines if (text := line.partition("#")[0].strip())]


def _asked_for(found: Mapping[str, Mapping[str, Any]]) -> set[str]:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    waiting: list[tuple[str, str]] = [(PROGRAM, "")]
    seen: set[tuple[str, str]] = set()
    while waiting:
        key, extra = waiting.pop()
        if (key, extra) in seen or key not in found:
            continue
        seen.add((key, extra))
        for text in found[key]["metadata"].get("requires_dist", ()):
            wanted = Requirement(text)
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                waiting += [(canonicalize_name(wanted.name), one) for one in ("", *wanted.extras)]
    return {key for key, _ in seen}


def _line(key: str, row: Mapping[str, Any]) -> str:
    pinned = f"{key}=={row['metadata']['version'].partition('+')[0]}"
    if key == _UNHASHED:
        return pinned
    return f"{pinned} \\\n    --hash=sha256:{row['download_info']['archive_info']['hashes']['sha256']}"


def unlike(folder: Path, installed: Mapping[str, str]) -> list[str]:
    """Return in what an environment, name -> version, is another one than the locked one, as sentences."""
    text = "".join((folder / f"{of}.txt").read_text("utf-8") for of in _HEADS)
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))
    return [
        f"{key} is {installed.get(key, 'not installed')}; {version} is locked."
        for key, version in locked.items()
        if installed.get(key) != version
    ]


def installed() -> dict[str, str]:
    """Return the versions that this environment holds, by names as they are compared (PEP 503)."""
    return {
        re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower(): one.version.partition("+")[0]
        for one in metadata.distributions()
    }


def write(files: Mapping[str, Iterable[str]], folder: Path) -> None:
    """Write the files of one system."""
    folder.mkdir(parents=True, exist_ok=True)
    for of, lines in files.items():
        text = "\n".join([f"# {_HEADS[of]}", f"# {_MADE}", *lines])
        (folder / f"{of}.txt").write_text(f"{text}\n", "utf-8")


def main() -> int:
    """Resolve and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edition", default="cpu")
    parser.add_argument("--constraint", type=Path, help="versions to keep to, one name==version a line")
    parser.add_argument("--name", action="store_true", help="only print the name of this system's folder")
    parser.add_argument("--check", action="store_true", help="only say in what this environment is another one")
    options = parser.parse_args()
    folder = FOLDER / name(options.edition)
    if options.check:
        other = unlike(folder, installed()) if folder.is_dir() else [f"There is no {folder.name}: run make lock."]
        print("\n".join(other or ["Every version is the locked one."]))
        return 0
    if options.name:
        print(folder.name)
        return 0
    files = split(resolved(options.constraint), requirements())
    write(files, folder)
    counts = ", ".join(f"{len(lines)} in {of}.txt" for of, lines in files.items())
    print(f"{os.path.relpath(folder)}: {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
