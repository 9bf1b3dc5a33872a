"""Looks the pinned versions up for known vulnerabilities, by pip-audit: `make audit`.

    python packaging/audit.py [--edition cpu]

The exit code is 1 where something is known of a version and is not in ``audit.toml``. Without a network, or where the
service knows none of the packages (a mirror without vulnerability data), nothing can be said: a sentence says so and
the exit code is 0. Libraries of the system and Python itself are not asked after: their versions are the system's.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import lock

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / "build" / "audit-venv"
TOOL = "pip-audit>=2.9,<3"
_TIMEOUT_S = "15"
_NO_NETWORK = re.compile(
    r"ConnectionError|ProxyError|ConnectTimeout|ReadTimeout|SSLError|NameResolutionError|MaxRetryError|"
    r"Temporary failure in name resolution|No matching distribution found|Could not fetch URL"
)


class CannotAsk(Exception):
    """Nothing can be said; the text says why."""


def pinned(folder: Path) -> list[str]:
    """Return what a lock pins, "name==version", what is shipped and what it is built with."""
    text = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))
    return sorted(re.findall(r"^[a-z0-9-]+==[^\s\\]+", text, re.MULTILINE))


def tool() -> list[str]:
    """Return the command of pip-audit, installed into an environment of its own where it is not there yet."""
    python = VENV / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    command = [str(python), "-m", "pip_audit"]
    if subprocess.run([*command, "--version"], capture_output=True, check=False).returncode:
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", TOOL]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotAsk(f"pip-audit cannot be installed: {_last_line(done.stderr)}")
    return command


def ask(command: Sequence[str], versions: Iterable[str]) -> list[dict[str, Any]]:
    """Return the rows of pip-audit's report, one for each version.

    Raises
    ------
    CannotAsk
        There is no network, or the service knows none of them.
    SystemExit
        pip-audit fails for another reason.
    """
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch) / "versions.txt"
        wanted.write_text("\n".join(versions) + "\n", "utf-8")
        done = subprocess.run(
            [*command, "-r", str(wanted), "--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off",
             "--timeout", _TIMEOUT_S], capture_output=True, text=True, check=False,
        )  # fmt: skip
    try:
        rows = list(json.loads(done.stdout)["dependencies"])
    except (ValueError, KeyError, TypeError):
        reason = _last_line(done.stderr)
        if _NO_NETWORK.search(done.stderr):
            raise CannotAsk(f"there is no network, or the service does not answer: {reason}") from None
        sys.exit(f"pip-audit fails: {reason}")
    if rows and all("skip_reason" in row for row in rows):
        raise CannotAsk("the service that was asked knows none of the packages")
    return rows


def findings(rows: Iterable[Mapping[str, Any]], accepted: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return what is known of versions, as sentences: what counts, and what is accepted or could not be looked up."""
    wrong, noted = [], []
    for row in rows:
        name = f"{row['name']} {row.get('version', '')}".strip()
        if "skip_reason" in row:
            noted.append(f"{name} was not looked up: {row['skip_reason']}.")
        for one in row.get("vulns", ()):
            numbers = [one["id"], *one.get("aliases", ())]
            fixed = ", ".join(one.get("fix_versions", ())) or "no version yet"
            said = f"{name}: {' / '.join(numbers)}, mended in {fixed}."
            why = next((accepted[number] for number in numbers if number in accepted), "")
            if why:
                noted.append(f"{said} Accepted: {why}")
            else:
                wrong.append(said)
    return wrong, noted


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:300] if lines else "it says nothing"


def main() -> int:
    """Ask and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edition", default="cpu")
    options = parser.parse_args()
    versions = pinned(lock.FOLDER / lock.name(options.edition))
    if not versions:
        sys.exit(f"There is no packaging/lock/{lock.name(options.edition)}: run make lock first.")
    accepted = tomllib.loads((HERE / "audit.toml").read_text("utf-8"))["accepted"]
    try:
        wrong, noted = findings(ask(tool(), versions), accepted)
    except CannotAsk as reason:
        print(f"The {len(versions)} pinned versions were not looked up: {reason}.")
        return 0
    print("\n".join([*noted, *wrong]), end="\n" if noted or wrong else "")
    print(f"{len(versions)} pinned versions looked up, {len(wrong)} known vulnerabilities.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
