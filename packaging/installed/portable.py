"""The portable archive: unpacked anywhere and run from there, with a menu entry for one person where wanted."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

from installed import desktop, identity
from installed.needs import Needs, needs

LINUX = Path(__file__).resolve().parents[1] / "linux"


def write(frozen: Path, out: Path, scratch: Path, *, quick: bool = False) -> Path:
    """Write the archive of a frozen program; parameters and errors are those of `debian.write`."""
    folder = f"{identity.name(frozen)}-{identity.program_version()}-linux-{platform.machine()}"
    beside = scratch / "portable"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    desktop.lay_out(beside / "share")
    (beside / "README.txt").write_text(readme(needs(frozen)), "utf-8")
    (beside / "share" / "xraydesk.1").write_text(desktop.manual(), "utf-8")
    shutil.copy(identity.ROOT / "LICENSE", beside / "LICENSE.txt")
    shutil.copy(LINUX / "menu-entry.sh", beside)
    (beside / "menu-entry.sh").chmod(0o755)
    path = out / f"{folder}.tar.zst"
    _pack([beside, frozen], folder, path, 1 if quick else 15)
    shutil.rmtree(beside)
    return path


def readme(wanted: Needs) -> str:
    """Return the page that lies in the archive."""
    text = (LINUX / "README.txt").read_text("utf-8")
    return text.format(
        version=identity.program_version(),
        glibc=wanted.glibc,
        packages=" ".join((*wanted.packages, "fontconfig-config", "xkb-data")),
    )


def _pack(sources: list[Path], folder: str, path: Path, level: int) -> None:
    """Pack what lies in several folders into one; the order, the times, the owners and the modes are fixed."""
    fixed = ["--sort=name", f"--mtime=@{identity.moment()}", "--owner=0", "--group=0", "--numeric-owner",
             "--format=gnu", "--mode=u=rwX,go=rX", rf"--transform=s,^\.,{folder},S"]  # fmt: skip
    names = [part for source in sources for part in ("-C", str(source.resolve()), *_names(source))]
    threads = os.cpu_count() or 1
    squeeze = f"--use-compress-program=zstd -{level} -T{threads} -q"
    subprocess.run(["tar", *fixed, squeeze, "-cf", str(path.resolve()), *names], check=True)


def _names(folder: Path) -> list[str]:
    return sorted(f"./{path.name}" for path in folder.iterdir())
