"""The Linux installers: what Debian and a desktop are told of the program, and what lies in the portable archive."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from xraydesk import __version__

FOLDER = PROJECT / "packaging"
LINUX = FOLDER / "linux"


@pytest.fixture(autouse=True)
def packaging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the modules beside the spec be imported, and nothing of who runs this get into a package."""
    monkeypatch.syspath_prepend(str(FOLDER))
    for name in ("DEBFULLNAME", "DEBEMAIL", "XRAYDESK_SIGNING_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] in ("frozen", "installed")]:
        del sys.modules[name]


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A folder as PyInstaller leaves it, with a program of this machine in the frozen one's place."""
    folder = tmp_path / "xraydesk"
    (folder / "lib").mkdir(parents=True)
    shutil.copy(Path(shutil.which("true") or "/bin/true").resolve(), folder / "xraydesk")
    (folder / "lib" / "data").write_text("data", "utf-8")
    torch = {"name": "torch", "version": "2", "licenses": [{"expression": "BSD-3-Clause"}]}
    bill = {"components": [torch, {"name": "libgfortran", "licenses": []}]}  # of a wheel's library less may be known
    (folder / "lib" / "bill-of-materials.cdx.json").write_text(json.dumps(bill), "utf-8")
    return folder


def tools(*names: str) -> pytest.MarkDecorator:
    missing = [name for name in names if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not on this machine")


def said(*command: object) -> str:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def deb(frozen: Path, tmp_path: Path) -> Path:
    from installed import debian

    return debian.write(frozen, tmp_path, tmp_path / "scratch", quick=True)


# -- Debian ------------------------------------------------------------------------------------------------------------


@tools("dpkg-deb", "objdump")
def test_the_package_puts_everything_below_usr_and_runs_no_script(deb: Path) -> None:
    names = [line.split()[5] for line in said("dpkg-deb", "-c", deb).splitlines()]
    assert all(name == "./" or name.startswith("./usr/") for name in names)
    assert "./usr/lib/xraydesk/lib/data" in names
    control = said("dpkg-deb", "-I", deb)
    assert not re.search(r"\b(post|pre)(inst|rm)\b|conffiles", control)
    assert f"Version: {__version__}-1" in control
    assert "libc6 (>= 2." in control
    assert "xraydesk maintainers <maintainers@xraydesk.invalid>" in control


@tools("dpkg-deb", "objdump")
def test_the_same_program_gives_the_same_package(frozen: Path, deb: Path, tmp_path: Path) -> None:
    from installed import debian

    first = hashlib.sha256(deb.read_bytes()).hexdigest()
    (frozen / "lib" / "data").touch()
    again = debian.write(frozen, tmp_path, tmp_path / "scratch", quick=True)
    assert hashlib.sha256(again.read_bytes()).hexdigest() == first


def test_each_part_stands_in_the_copyright_file_with_what_is_known_of_it(frozen: Path) -> None:
    from installed import debian

    lines = debian.copyright_text(frozen).splitlines()
    assert "  torch 2: BSD-3-Clause" in lines
    assert "  libgfortran: see lib/licences" in lines


@tools("dpkg-deb", "objdump", "lintian")
def test_lintian_finds_nothing(deb: Path) -> None:
    found = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", str(deb)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


@tools("dpkg-deb", "objdump")
def test_the_other_edition_takes_its_place(frozen: Path, tmp_path: Path) -> None:
    from installed import debian

    (frozen / "lib" / "torch" / "lib").mkdir(parents=True)
    (frozen / "lib" / "torch" / "lib" / "libtorch_cuda.so").write_bytes(b"")
    path = debian.write(frozen, tmp_path, tmp_path / "scratch", quick=True)
    control = said("dpkg-deb", "-I", path)
    assert path.name.startswith("xraydesk-cuda_")
    for field in ("Provides", "Conflicts", "Replaces"):
        assert f"{field}: xraydesk\n" in control


@pytest.mark.parametrize(
    ("ours", "debians"), [("1.2.0", "1.2.0-1"), ("1.2.0rc1", "1.2.0~rc1-1"), ("1.0.dev3", "1.0~dev3-1")]
)
def test_what_comes_before_a_release_sorts_before_it(monkeypatch: pytest.MonkeyPatch, ours: str, debians: str) -> None:
    from installed import identity

    monkeypatch.setattr(identity, "program_version", lambda: ours)
    assert identity.debian_version() == debians


def test_a_site_names_itself_as_maintainer(monkeypatch: pytest.MonkeyPatch) -> None:
    from installed import identity

    monkeypatch.setenv("DEBFULLNAME", "The hospital")
    monkeypatch.setenv("DEBEMAIL", "it@hospital.example")
    assert identity.maintainer() == "The hospital <it@hospital.example>"


@tools("objdump")
def test_a_library_that_nobody_brings_ends_the_build(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from installed import needs

    table = "Dynamic Section:\n  NEEDED               {}\n  0x01 0x00 02 GLIBC_2.17\n  0x01 0x00 03 GLIBC_2.4\n"
    monkeypatch.setattr(needs, "_tables", lambda files: [table.format("libGL.so.1"), table.format("libc.so.6")])
    assert needs.needs(frozen) == needs.Needs(("libgl1",), "2.17")
    monkeypatch.setattr(needs, "_tables", lambda files: [table.format("libother.so.3")])
    with pytest.raises(needs.NotServed, match=r"libother\.so\.3"):
        needs.needs(frozen)


# -- the desktop -------------------------------------------------------------------------------------------------------


def test_the_desktop_entry_opens_folders_files_and_discs() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(LINUX / "xraydesk.desktop", "utf-8")
    assert entry["Desktop Entry"]["Exec"] == "xraydesk open %f"
    kinds = entry["Desktop Entry"]["MimeType"].strip(";").split(";")
    assert set(kinds) == {"inode/directory", "application/dicom", "x-content/x-dicom-media"}
    described = {kind.get("type") for kind in ET.parse(LINUX / "xraydesk.xml").getroot()}
    assert set(kinds) - {"inode/directory"} == described


@tools("desktop-file-validate")
def test_the_desktop_entry_is_valid() -> None:
    assert said("desktop-file-validate", LINUX / "xraydesk.desktop") == ""


@tools("appstreamcli")
def test_the_description_for_software_centres_is_valid(tmp_path: Path) -> None:
    from installed import desktop

    path = tmp_path / f"{desktop.IDENTIFIER}.metainfo.xml"
    path.write_text(desktop.description(), "utf-8")
    assert __version__ in path.read_text("utf-8")
    assert "successful" in said("appstreamcli", "validate", "--no-net", path)


@tools("update-mime-database")
def test_the_kinds_of_files_are_taken_up(tmp_path: Path) -> None:
    (tmp_path / "packages").mkdir()
    shutil.copy(LINUX / "xraydesk.xml", tmp_path / "packages")
    assert said("update-mime-database", tmp_path) == ""
    assert b"DICOMDIR" in (tmp_path / "treemagic").read_bytes()
    assert "application/dicom:*.dcm" in (tmp_path / "globs").read_text("utf-8")


def test_the_manual_names_each_command() -> None:
    from installed import desktop

    from xraydesk import cli

    page = desktop.manual()
    assert f"xraydesk {__version__}" in page
    assert [name for name in cli._COMMANDS if name not in page] == []


@tools("groff")
def test_the_manual_is_set_without_a_warning(tmp_path: Path) -> None:
    from installed import desktop

    (tmp_path / "xraydesk.1").write_text(desktop.manual(), "utf-8")
    done = subprocess.run(["groff", "-man", "-ww", "-z", tmp_path / "xraydesk.1"], capture_output=True, check=True)
    assert done.stderr == b""


@tools("bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [("xraydesk sel", "selftest"), ("xraydesk triage --js", "--json"), ("xraydesk models comp", "compare")],
)
def test_bash_completes_commands_and_options(tmp_path: Path, typed: str, offered: str) -> None:
    from installed import completion

    (tmp_path / "completion").write_text(completion.script(), "utf-8")
    words = typed.split(" ")
    ask = f"cd /; . '{tmp_path}/completion'; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _xraydesk"
    assert offered in said("bash", "--norc", "-c", f'{ask}; echo "${{COMPREPLY[@]}}"').split()


# -- the portable archive ----------------------------------------------------------------------------------------------


@tools("tar", "zstd", "objdump")
def test_the_archive_holds_the_program_in_one_folder_and_says_where_data_goes(frozen: Path, tmp_path: Path) -> None:
    from installed import portable

    path = portable.write(frozen, tmp_path, tmp_path / "scratch", quick=True)
    subprocess.run(["zstd", "-dq", path, "-o", tmp_path / "plain.tar"], check=True)
    with tarfile.open(tmp_path / "plain.tar") as archive:
        members = {member.name.partition("/")[2]: member for member in archive}
        read = archive.extractfile(members["README.txt"])
        assert read is not None
        page = read.read().decode()
    assert {member.name.partition("/")[0] for member in members.values()} == {path.name.removesuffix(".tar.zst")}
    assert {"xraydesk", "lib/data", "menu-entry.sh", "LICENSE.txt", "share/applications/xraydesk.desktop"} <= set(
        members
    )
    assert members["menu-entry.sh"].mode == members["xraydesk"].mode == 0o755
    assert {member.mtime for member in members.values()} == {1767225600}
    assert {(member.uid, member.gid) for member in members.values()} == {(0, 0)}
    assert "~/.local/share/xraydesk" in page
    assert __version__ in page


@tools("sh", "sed", "find")
@pytest.mark.parametrize("name", ["Röntgen Bilder", 'a "b" $c `d` \\e %f'])
def test_the_menu_entry_names_the_folder_and_is_taken_back(tmp_path: Path, name: str) -> None:
    from installed import desktop

    place, home = tmp_path / name, tmp_path / "home"
    home.mkdir()
    desktop.lay_out(place / "share")
    shutil.copy(LINUX / "menu-entry.sh", place)
    given = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    subprocess.run([place / "menu-entry.sh"], env=given, check=True, capture_output=True)
    line = next(
        line
        for line in (home / ".local/share/applications/xraydesk.desktop").read_text("utf-8").splitlines()
        if line.startswith("Exec=")
    )
    assert unquoted(line.removeprefix("Exec=").removesuffix(" open %f")) == f"{place}/xraydesk"
    assert (home / ".local/share/icons/hicolor/48x48/apps/xraydesk.png").is_file()
    subprocess.run([place / "menu-entry.sh", "--remove"], env=given, check=True, capture_output=True)
    assert list(home.rglob("*xraydesk*")) == []


def unquoted(value: str) -> str:
    """Return the program's path as a desktop reads it: escapes of a string first, then of a quoted argument."""
    text = re.sub(r"\\(.)", r"\1", value)
    assert text[0] == text[-1] == '"'
    return re.sub(r"\\([\"`$\\])", r"\1", text[1:-1]).replace("%%", "%")


@tools("shellcheck")
@pytest.mark.parametrize("script", ["linux/menu-entry.sh", "macos/make_dmg.sh"])
def test_scripts_are_clean(script: str) -> None:
    assert said("shellcheck", FOLDER / script) == ""
