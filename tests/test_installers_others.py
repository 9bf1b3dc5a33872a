"""The installers of Windows and macOS, as far as they can be read here, and the sums of what is handed out."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.test_installers import FOLDER, packaging, tools
from xraydesk import __version__

__all__ = ["packaging"]  # a fixture that every test here uses

# -- Windows -----------------------------------------------------------------------------------------------------------

ISS = FOLDER / "windows" / "xraydesk.iss"
BUILT = ("dist", "build")  # folders that a build makes
APP_ID = "{{F50FF2DD-E6CB-5FE4-B273-06E83B301880}"  # never to be changed: it is how an upgrade finds what is installed


@pytest.fixture
def sections() -> dict[str, list[str]]:
    """The lines of the script by section, without comments and directives."""
    found: dict[str, list[str]] = {"": []}
    here = ""
    for line in ISS.read_text("utf-8-sig").splitlines():
        if line.startswith("["):
            here = line.strip("[]")
            found[here] = []
        elif line and not line.startswith((";", "#")):
            found[here].append(line)
    return found


@pytest.fixture
def setup(sections: dict[str, list[str]]) -> dict[str, str]:
    return dict(line.split("=", 1) for line in sections["Setup"])


def entries(lines: list[str]) -> list[dict[str, str]]:
    """Return the entries of a section: parameter -> value."""
    return [dict(re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;]*)', line)) for line in lines]


def test_an_upgrade_finds_what_is_installed(setup: dict[str, str]) -> None:
    assert setup["AppId"] == APP_ID
    assert "AppVersion={#Version}" in ISS.read_text("utf-8-sig")
    assert f"{APP_ID[1:]}_is1" in (PROJECT / "docs" / "install.md").read_text("utf-8")  # what a roll-out looks for


def test_the_installers_version_is_the_programs(tmp_path: Path) -> None:
    from frozen import version_info

    script = ISS.read_text("utf-8-sig")
    assert __version__ not in script
    assert '#define Version GetStringFileInfo(Frozen + "\\" + Program, "ProductVersion")' in script
    resource = Path(version_info.windows_resource(version_info.version(PROJECT), tmp_path)).read_text("utf-8")
    assert f'StringStruct("ProductVersion", "{__version__}")' in resource


def test_every_file_that_the_script_names_is_there() -> None:
    script = ISS.read_text("utf-8-sig")
    named = {*re.findall(r'(?:=|")(\.\.\\[^"\n*]*)', script)}
    assert named
    for name in named:
        path = (ISS.parent / name.replace("\\", "/")).resolve().relative_to(PROJECT)
        assert path.parts[0] in BUILT or (PROJECT / path).exists(), name


def test_no_path_of_a_machine_is_in_the_script() -> None:
    lines = [line for line in ISS.read_text("utf-8-sig").splitlines() if not line.startswith(";")]
    assert not re.search(r"\b[A-Za-z]:\\|/home/|/Users/|\\\\\w", "\n".join(lines))


def test_it_is_for_64_bit_windows_10_for_a_machine_or_a_person(setup: dict[str, str]) -> None:
    assert setup["MinVersion"] == "10.0.17763"
    assert setup["ArchitecturesAllowed"] == setup["ArchitecturesInstallIn64BitMode"] == "x64compatible"
    assert setup["PrivilegesRequired"] == "admin"
    assert set(setup["PrivilegesRequiredOverridesAllowed"].split()) == {"commandline", "dialog"}
    assert setup["CloseApplications"] == "yes"


def test_nothing_of_a_persons_or_an_administrators_is_ever_deleted(sections: dict[str, list[str]]) -> None:
    assert "UninstallDelete" not in sections
    assert "UninstallRun" not in sections
    assert [entry["Name"] for entry in entries(sections["InstallDelete"])] == [r'"{app}\lib"']
    (kept,) = entries(sections["Dirs"])
    assert kept["Name"] == r'"{commonappdata}\xraydesk"'
    assert "uninsneveruninstall" in kept["Flags"]
    assert not any("localappdata" in line.lower() for lines in sections.values() for line in lines)


def test_every_key_is_of_the_installations_own_kind_and_is_taken_back(sections: dict[str, list[str]]) -> None:
    keys = entries(sections["Registry"])
    assert {entry["Root"] for entry in keys} == {"HKA"}
    removed = [entry["Subkey"].strip('"') for entry in keys if "uninsdelete" in entry.get("Flags", "")]
    for entry in keys:
        assert any(entry["Subkey"].strip('"').startswith(key) for key in removed), entry["Subkey"]


def test_each_choice_is_taken_back_by_an_upgrade_without_it(sections: dict[str, list[str]]) -> None:
    keys = entries(sections["Registry"])
    tasks = {entry["Name"].strip('"') for entry in entries(sections["Tasks"])} - {"desktopicon"}
    for task in tasks:
        made = {e["Subkey"] for e in keys if e.get("Tasks") == task and "uninsdelete" in e.get("Flags", "")}
        undone = {e["Subkey"] for e in keys if e.get("Tasks") == f"not {task}"}
        assert made == undone, task


def test_paths_are_handed_over_in_quotes(sections: dict[str, list[str]]) -> None:
    commands = [e["ValueData"] for e in entries(sections["Registry"]) if e["Subkey"].endswith('command"')]
    assert len(commands) >= 4
    for command in commands:
        if command:
            assert re.fullmatch(r'"""\{app\}\\\{#Program\}"" open ""%1\.?"""', command), command


def test_each_text_is_there_in_english_and_german(sections: dict[str, list[str]]) -> None:
    texts = [line.partition("=")[0].split(".") for line in sections["CustomMessages"]]
    by_language = {language: {name for of, name in texts if of == language} for language, _ in texts}
    assert by_language["en"] == by_language["de"]
    used = set(re.findall(r"\{cm:(\w+)\}", ISS.read_text("utf-8-sig")))
    assert used - {"CreateDesktopIcon", "AdditionalIcons"} == by_language["en"]  # those two are Inno Setup's own


def test_the_build_calls_what_is_there() -> None:
    script = (FOLDER / "windows" / "build.ps1").read_text("ascii")
    for name in re.findall(r"'(packaging\\[\w.\\]+)'", script):
        assert (PROJECT / name.replace("\\", "/")).is_file(), name


# -- macOS -------------------------------------------------------------------------------------------------------------


def test_the_app_opens_dicom_files_and_folders_and_says_why_it_reads_them() -> None:
    content = plistlib.loads((FOLDER / "macos" / "Info.plist").read_bytes())
    types = [kind for document in content["CFBundleDocumentTypes"] for kind in document["LSItemContentTypes"]]
    assert types == ["org.nema.dicom", "public.folder", "public.volume"]
    assert {document["CFBundleTypeRole"] for document in content["CFBundleDocumentTypes"]} == {"Viewer"}
    assert {document["LSHandlerRank"] for document in content["CFBundleDocumentTypes"]} == {"Alternate"}
    (declared,) = content["UTImportedTypeDeclarations"]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["dcm"]
    assert content["NSHighResolutionCapable"] is True
    assert content["LSBackgroundOnly"] is False  # PyInstaller's default for a program with a console
    assert content["LSMinimumSystemVersion"] == "14.0"
    assert len([name for name in content if name.endswith("UsageDescription")]) == 5


def test_the_hardened_runtime_is_opened_no_further_than_needed() -> None:
    rights = plistlib.loads((FOLDER / "macos" / "entitlements.plist").read_bytes())
    assert rights == {
        "com.apple.security.cs.allow-jit": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
    }


STAND_INS = {
    "uname": 'case "$1" in -m) echo arm64 ;; *) echo Darwin ;; esac',
    "plutil": 'case "$2" in CFBundleShortVersionString) echo 1.2.3 ;; CFBundleIdentifier) echo org.xraydesk ;; esac',
    "file": 'case "$2" in *.so|*/MacOS/*) echo "Mach-O 64-bit" ;; *) echo text ;; esac',
    "codesign": "",
    "hdiutil": "",
    "pkgbuild": "",
    "xcrun": "",
}


@pytest.fixture
def called(tmp_path: Path) -> Callable[..., list[str]]:
    """Run the script where stand-ins take the place of macOS's own tools; return how they were called, in order."""
    place = tmp_path / "a source"
    app = place / "dist" / "xraydesk.app" / "Contents"
    for name in ("MacOS/xraydesk", "Frameworks/b.so", "Resources/text"):
        (app / name).parent.mkdir(parents=True)
        (app / name).touch()
    shutil.copytree(FOLDER / "macos", place / "packaging" / "macos")
    shutil.copy(PROJECT / "LICENSE", place)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, answer in STAND_INS.items():
        (tools / name).write_text(f'#!/bin/sh\necho "{name} $*" >>"$CALLED"\n{answer}\n', "utf-8")
        (tools / name).chmod(0o755)

    def run(**given: str) -> list[str]:
        log = tmp_path / "log"
        log.unlink(missing_ok=True)
        shutil.rmtree(place / "build", ignore_errors=True)
        settings = {"PATH": f"{tools}:/usr/bin:/bin", "CALLED": str(log), "PYTHON": "true", **given}
        subprocess.run(["sh", place / "packaging" / "macos" / "make_dmg.sh"], env=settings, check=True)
        lines = log.read_text("utf-8").replace(f"{place}/", "").splitlines()
        return [line for line in lines if not line.startswith(("uname", "file", "plutil -extract"))]

    return run


@tools("sh", "find")
def test_libraries_are_signed_before_the_app_and_both_are_packed(called: Callable[..., list[str]]) -> None:
    lines = called(XRAYDESK_SIGN_APP="Developer ID Application: The hospital", XRAYDESK_NOTARY_PROFILE="ours")
    signed = [line.rpartition(" ")[2] for line in lines if line.startswith("codesign --force")]
    assert sorted(signed[:-1]) == [
        "dist/xraydesk.app/Contents/Frameworks/b.so",
        "dist/xraydesk.app/Contents/MacOS/xraydesk",
    ]
    assert signed[-1] == "dist/xraydesk.app"
    assert all("--options runtime --entitlements packaging/macos/entitlements.plist" in line for line in lines[:3])
    assert "plutil -replace 0.BundleIsRelocatable -bool false build/macos/components.plist" in lines
    (built,) = [line for line in lines if line.startswith("pkgbuild --root")]
    assert built.endswith("--identifier org.xraydesk --version 1.2.3 dist/xraydesk-1.2.3-macos-arm64.pkg")
    notarised = [line.split()[3] for line in lines if line.startswith("xcrun notarytool submit")]
    assert notarised == ["dist/xraydesk-1.2.3-macos-arm64.dmg", "dist/xraydesk-1.2.3-macos-arm64.pkg"]


@tools("sh", "find")
def test_without_an_identity_nothing_claims_to_be_signed_by_somebody(called: Callable[..., list[str]]) -> None:
    lines = called()
    assert all("--sign - " in line for line in lines if line.startswith("codesign --force"))
    assert not any(word in line for line in lines for word in ("--options runtime", "notarytool", "--timestamp"))


def test_the_spec_makes_the_bundle_of_that_list() -> None:
    spec = (FOLDER / "xraydesk.spec").read_text("utf-8")
    assert '(HERE / "macos" / "Info.plist")' in spec
    assert 'bundle_identifier="org.xraydesk.xraydesk"' in spec


# -- sums --------------------------------------------------------------------------------------------------------------


@tools("sha256sum")
def test_sums_are_those_of_what_is_handed_out(tmp_path: Path) -> None:
    from installed import checksums

    (tmp_path / "b.deb").write_bytes(b"b")
    (tmp_path / "a b.exe").write_bytes(b"a")
    (tmp_path / "notes.txt").write_bytes(b"not handed out")
    (tmp_path / "SHA256SUMS.asc").write_bytes(b"a signature of other sums")
    assert checksums.write(tmp_path) == [tmp_path / "SHA256SUMS"]
    checked = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert checked.stdout.splitlines() == ["a b.exe: OK", "b.deb: OK"]
    assert not (tmp_path / "SHA256SUMS.asc").exists()


@tools("gpg")
def test_sums_are_signed_where_there_is_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from installed import checksums

    keys = tmp_path / "k"
    keys.mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(keys))
    made = ["gpg", "--batch", "--passphrase", "", "--quick-gen-key", "builds@hospital.example", "ed25519", "sign"]
    subprocess.run(made, check=True, capture_output=True)
    monkeypatch.setenv("XRAYDESK_SIGNING_KEY", "builds@hospital.example")
    sums, signature = checksums.write(tmp_path)
    try:
        subprocess.run(["gpg", "--verify", signature, sums], check=True, capture_output=True)
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], check=False)
