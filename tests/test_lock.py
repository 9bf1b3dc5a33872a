"""What is shipped is pinned to versions and hashes: pip's report is split into what the program asks for and tools."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import PROJECT

FOLDER = PROJECT / "packaging"
LOCKS = sorted((FOLDER / "lock").iterdir())


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    import lock

    yield lock
    sys.modules.pop("lock", None)


def _row(name: str, version: str, *asks_for: str) -> dict[str, Any]:
    return {
        "metadata": {"name": name, "version": version, "requires_dist": list(asks_for)},
        "download_info": {"url": "elsewhere", "archive_info": {"hashes": {"sha256": f"hash of {name}"}}},
    }


def test_a_report_is_split_into_what_is_shipped_and_tools(lock: ModuleType) -> None:
    rows = [
        _row("xraydesk", "1", "Torch>=2", "fsspec[http]; python_version > '3'", "pytest; extra == 'dev'"),
        _row("torch", "2.13.0+cpu", "setuptools"),
        _row("fsspec", "3", "aiohttp; extra == 'http'", "s3fs; extra == 's3'"),
        _row("aiohttp", "4"),
        _row("setuptools", "80"),
        _row("PyInstaller", "6"),
    ]
    assert lock.split(rows, ["setuptools"]) == {
        "program": [
            "aiohttp==4 \\\n    --hash=sha256:hash of aiohttp",
            "fsspec==3 \\\n    --hash=sha256:hash of fsspec",
        ],
        "tools": [
            "pyinstaller==6 \\\n    --hash=sha256:hash of PyInstaller",
            "setuptools==80 \\\n    --hash=sha256:hash of setuptools",
        ],
        "torch": ["torch==2.13.0"],
    }


def test_the_name_tells_system_processor_python_and_edition(lock: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sysconfig.get_platform", lambda: "linux-x86_64")
    assert lock.name("cuda") == f"linux-x86_64-cp{sys.version_info[0]}{sys.version_info[1]}-cuda"


def test_another_version_is_told(lock: ModuleType, tmp_path: Path) -> None:
    rows = [
        _row("xraydesk", "1", "torch", "numpy"),
        _row("numpy", "2.4"),
        _row("torch", "2.13.0+cpu"),
        _row("tool", "1"),
    ]
    lock.write(lock.split(rows), tmp_path)
    assert lock.unlike(tmp_path, {"numpy": "2.4", "torch": "2.13.0", "tool": "1", "other": "3"}) == []
    assert lock.unlike(tmp_path, {"numpy": "2.5", "torch": "2.13.0"}) == [
        "numpy is 2.5; 2.4 is locked.",
        "tool is not installed; 1 is locked.",
    ]


@pytest.mark.parametrize("folder", LOCKS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("file", ["program.txt", "tools.txt"])
def test_every_line_has_a_version_and_a_hash_and_names_no_place(folder: Path, file: str) -> None:
    text = (folder / file).read_text("utf-8")
    entries = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", "").splitlines()
    assert entries
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+ +--hash=sha256:[0-9a-f]{64}", line) for line in entries)
    assert "://" not in text


@pytest.mark.parametrize("folder", LOCKS, ids=lambda folder: folder.name)
def test_what_the_program_asks_for_is_pinned_within_its_bounds(folder: Path) -> None:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    text = (folder / "program.txt").read_text("utf-8") + (folder / "torch.txt").read_text("utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", text, re.MULTILINE))
    asked = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    for wanted in map(Requirement, asked):
        version = pinned.get(canonicalize_name(wanted.name), "")
        assert wanted.specifier.contains(version), f"{wanted} and {version or 'nothing'}: run make lock"
