"""The list of the program's files: what is missing, changed, damaged or added is named, and two builds are compared."""

from __future__ import annotations

import json
import marshal
import re
import shutil
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import PROJECT
from xraydesk.errors import XraydeskError
from xraydesk.selftest import files

FOLDER = PROJECT / "packaging"


@pytest.fixture
def manifest(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Import the script beside the spec, as the spec's own modules are."""
    monkeypatch.syspath_prepend(str(FOLDER))
    import manifest

    yield manifest
    for name in ("manifest", "frozen", "frozen.version_info", "frozen.base_library"):
        sys.modules.pop(name, None)


@pytest.fixture
def program(tmp_path: Path, manifest: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small frozen program with its list; this process believes that it is the one."""
    folder = tmp_path / "program"
    (folder / "lib" / "Qt").mkdir(parents=True)
    (folder / "xraydesk").write_bytes(b"\x7fELF program")
    (folder / "lib" / "Qt" / "libQt.so").write_bytes(b"library")
    (folder / "lib" / "libQt.so").symlink_to("Qt/libQt.so")
    (folder / "lib" / "weights").write_bytes(b"0123456789")
    manifest.write(folder, "cpu")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder / "lib"), raising=False)
    return folder


def test_an_untouched_program_is_as_it_was_built(program: Path) -> None:
    (outcome,) = files.check()
    assert outcome.passed
    assert outcome.words.startswith("4 files, 0.0 MB: each is as it was built; sha256 of their list ")
    assert files.unchanged() == outcome.words


def _cut(program: Path) -> None:
    (program / "lib" / "weights").write_bytes(b"01234")


def _changed(program: Path) -> None:
    (program / "lib" / "weights").write_bytes(b"0123456780")


def _linked_elsewhere(program: Path) -> None:
    (program / "lib" / "libQt.so").unlink()
    (program / "lib" / "libQt.so").symlink_to("Qt/other.so")


def _added(program: Path) -> None:
    (program / "lib" / "extra.so").write_bytes(b"x")


@pytest.mark.parametrize(
    ("damage", "name", "words"),
    [
        (lambda program: (program / "xraydesk").unlink(), "xraydesk", r"missing\. Look whether the antivirus"),
        (_cut, "lib/weights", "has 5 bytes and should have 10"),
        (_changed, "lib/weights", "contents were changed"),
        (_linked_elsewhere, "lib/libQt.so", "is a link to Qt/other.so and should be a link to Qt/libQt.so"),
        (_added, "lib/extra.so", "no part of the program"),
    ],
)
def test_each_file_that_is_not_as_it_was_has_a_sentence(
    program: Path, damage: Callable[[Path], None], name: str, words: str
) -> None:
    damage(program)
    (outcome,) = files.check()
    assert (outcome.name, outcome.passed) == (name, False)
    assert re.search(words, outcome.words)
    with pytest.raises(XraydeskError, match=name):
        files.unchanged()


def test_what_lies_beside_the_program_is_not_its_concern(program: Path) -> None:
    (program / "unins000.exe").write_bytes(b"x")
    assert files.check()[0].passed


@pytest.mark.parametrize("text", ["", "{}", '{"files": {"a": {"length": 3}}}', '{"files": []}'])
def test_a_list_that_is_none_is_told(program: Path, text: str) -> None:
    (program / files.MANIFEST).write_text(text)
    with pytest.raises(XraydeskError, match="list of the program's files cannot be read"):
        files.check()


def test_a_python_environment_has_no_list(run: Callable[..., tuple[int, str, str]]) -> None:
    code, _, said = run("selftest", "--files")
    assert code
    assert "it runs in a Python environment" in said


def test_the_command_names_every_file(program: Path, run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("selftest", "--files")[0] == 0
    _cut(program)
    _added(program)
    code, out, _ = run("selftest", "--files", "--json")
    assert code == 1
    assert [row["name"] for row in json.loads(out)["checks"]] == ["lib/weights", "lib/extra.so"]


def test_two_builds_are_compared_file_by_file(
    program: Path, manifest: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(program, other, symlinks=True)
    assert manifest.compare(program, other / files.MANIFEST, {}) == 0
    _changed(other)
    _added(other)
    assert manifest.compare(program, other, {"lib/wei*": "drawn at random"}) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "lib/extra.so: only in the second",
        "lib/weights: other contents (may differ: drawn at random)",
        "3 files are the same, 1 differ as they may, 1 that may not.",
    ]


def test_every_file_that_may_differ_has_its_reason() -> None:
    allowed = tomllib.loads((FOLDER / "may_differ.toml").read_text("utf-8"))["files"]
    assert all(isinstance(why, str) and len(why) > 20 for why in allowed.values())


def test_the_archive_of_pythons_own_modules_is_the_same_in_whatever_order_it_was_written(
    manifest: ModuleType, tmp_path: Path
) -> None:
    from frozen import base_library

    shared = "a name that is used twice"
    code = compile(f"x = {shared!r}\ny = ({shared!r}, frozenset({{1, 2}}))\ndef f(): return x", "m.py", "exec")
    head = b"\0" * 16
    files = {"m.pyc": head + marshal.dumps(code), "a.pyc": head + marshal.dumps(code, 2), "words.txt": b"words"}
    for name, order in (("one.zip", sorted(files)), ("two.zip", sorted(files, reverse=True))):
        with zipfile.ZipFile(tmp_path / name, "w") as written:
            for file in order:
                written.writestr(file, files[file])
        base_library.settle(tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as settled:
        assert settled.namelist() == ["a.pyc", "m.pyc", "words.txt"]
        space: dict[str, object] = {}
        exec(marshal.loads(settled.read("m.pyc")[16:]), space)
    assert space["y"] == (shared, frozenset({1, 2}))
