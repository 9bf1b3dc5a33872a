"""The Debian package: everything below /usr, no script that runs at installation, no file of the site's own."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from installed import completion, desktop, identity
from installed.needs import Needs, needs

LINUX = Path(__file__).resolve().parents[1] / "linux"
_RUNNABLE = ("usr/lib/xraydesk/xraydesk", "torch_shm_manager")


def write(frozen: Path, out: Path, scratch: Path, *, quick: bool = False) -> Path:
    """Write the package of a frozen program.

    Parameters
    ----------
    frozen
        The folder that PyInstaller made.
    out, scratch
        Where the package goes, and where the tree is laid out meanwhile.
    quick
        For a trial: half the time, a third larger.

    Raises
    ------
    NotServed
        The program wants a library that no package is known for.
    """
    name = identity.name(frozen)
    root = scratch / "deb"
    shutil.rmtree(root, ignore_errors=True)
    usr = root / "usr"
    shutil.copytree(frozen, usr / "lib" / "xraydesk", symlinks=True)
    (usr / "bin").mkdir()
    (usr / "bin" / "xraydesk").symlink_to("../lib/xraydesk/xraydesk")
    desktop.lay_out(usr / "share")
    _documents(usr / "share", name, frozen)
    _modes(root)
    _control(root, name, needs(frozen))
    path = out / f"{name}_{identity.debian_version()}_{identity.debian_architecture()}.deb"
    build = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z0" if quick else "-z6", "--build", str(root), str(path)]
    clamped = {**os.environ, "SOURCE_DATE_EPOCH": str(identity.moment())}  # no file is younger than its source
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL, env=clamped)
    shutil.rmtree(root)
    return path


def copyright_text(frozen: Path) -> str:
    """Return Debian's copyright file, with each part of the program that the bill of materials names."""
    bill = json.loads((frozen / "lib" / "bill-of-materials.cdx.json").read_text("utf-8"))
    parts = "\n".join(f"  {_part(part)}" for part in bill["components"])
    return (LINUX / "copyright.in").read_text("utf-8").replace("{parts}", parts)


def _part(part: dict[str, Any]) -> str:
    """Return name, version and licence of a part; some of a wheel's libraries tell no version."""
    licence = " and ".join(one["expression"] for one in part.get("licenses", ())) or "see lib/licences"
    return " ".join(filter(None, (part["name"], part.get("version")))) + f": {licence}"


def _documents(share: Path, name: str, frozen: Path) -> None:
    folder = share / "doc" / name
    folder.mkdir(parents=True)
    _zip((identity.ROOT / "CHANGELOG.md").read_text("utf-8"), folder / "changelog.gz")
    _zip(_changes(name), folder / "changelog.Debian.gz")
    (folder / "copyright").write_text(copyright_text(frozen), "utf-8")
    shutil.copy(identity.ROOT / "packaging" / "machine.example.toml", _made(folder / "examples"))
    shutil.copy(LINUX / "lintian-overrides", _made(share / "lintian" / "overrides") / name)
    _zip(desktop.manual(), _made(share / "man" / "man1") / "xraydesk.1.gz")
    (_made(share / "bash-completion" / "completions") / "xraydesk").write_text(completion.script(), "utf-8")


def _changes(name: str) -> str:
    return (
        f"{name} ({identity.debian_version()}) unstable; urgency=medium\n\n"
        f"  * xraydesk {identity.program_version()}; changelog.gz tells what is new.\n\n"
        f" -- {identity.maintainer()}  {identity.mail_date()}\n"
    )


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _zip(text: str, target: Path) -> None:
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _modes(root: Path) -> None:
    """Give all files the modes that Debian asks for, whatever the umask was here."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.as_posix().endswith(_RUNNABLE) else 0o644)


def _control(root: Path, name: str, wanted: Needs) -> None:
    folder = _made(root / "DEBIAN")
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    sums = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}" for path in files)
    (folder / "md5sums").write_text("\n".join(sums) + "\n", "utf-8")
    other = "xraydesk" if name != "xraydesk" else "xraydesk-cuda"
    text = (LINUX / "control.in").read_text("utf-8")
    filled = text.format(
        name=name,
        other=other,
        version=identity.debian_version(),
        architecture=identity.debian_architecture(),
        maintainer=identity.maintainer(),
        libraries=", ".join((f"libc6 (>= {wanted.glibc})", *wanted.packages)),
        kilobytes=sum(path.stat().st_size for path in files) // 1024,
    )
    (folder / "control").write_text(filled, "utf-8")
