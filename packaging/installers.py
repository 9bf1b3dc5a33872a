"""Makes what is installed on Linux out of a frozen program: a .deb and a portable .tar.zst.

    python packaging/installers.py dist/xraydesk --out dist

The same frozen program gives the same bytes: times are SOURCE_DATE_EPOCH, owners are root, order is by name.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from frozen.icons import SIZES, draw
from frozen.version_info import version

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def deb(frozen: Path, out: Path, scratch: Path) -> Path:
    """Write the Debian package; it puts nothing outside /usr and runs no script."""
    root = scratch / "deb"
    shutil.rmtree(root, ignore_errors=True)
    usr = root / "usr"
    shutil.copytree(frozen, usr / "lib" / "xraydesk", symlinks=True)
    _put(usr / "bin")
    (usr / "bin" / "xraydesk").symlink_to("../lib/xraydesk/xraydesk")
    _put(usr / "share" / "applications", HERE / "linux" / "xraydesk.desktop")
    _put(usr / "share" / "mime" / "packages", HERE / "linux" / "xraydesk.xml")
    for side in SIZES:
        draw(HERE / "icon.svg", side).save(_put(usr / f"share/icons/hicolor/{side}x{side}/apps") / "xraydesk.png")
    shutil.copy(HERE / "icon.svg", _put(usr / "share/icons/hicolor/scalable/apps") / "xraydesk.svg")
    _zipped(HERE / "linux" / "xraydesk.1", _put(usr / "share" / "man" / "man1") / "xraydesk.1.gz")
    documents = _put(usr / "share" / "doc" / "xraydesk")
    _zipped(ROOT / "CHANGELOG.md", documents / "changelog.gz")
    (documents / "copyright").write_text(_copyright(), "utf-8")
    _modes(root)
    _control(root)
    path = out / f"xraydesk_{version(ROOT)}_{_architecture()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(root), str(path)], check=True)
    shutil.rmtree(root)
    return path


def portable(frozen: Path, out: Path) -> Path:
    """Write the archive that is unpacked anywhere and run from there."""
    name = f"xraydesk-{version(ROOT)}-linux-{platform.machine()}"
    path = out / f"{name}.tar.zst"
    moment = os.environ.get("SOURCE_DATE_EPOCH", "1767225600")
    tar = ["tar", "--sort=name", f"--mtime=@{moment}", "--owner=0", "--group=0", "--numeric-owner", "--format=gnu",
           f"--transform=s,^\\./,{name}/,S", "--use-compress-program=zstd -9 -T2 -q", "-cf", str(path), "-C",
           str(frozen), "./"]  # fmt: skip
    subprocess.run(tar, check=True)
    return path


def _put(folder: Path, *files: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copy(file, folder)
    return folder


def _zipped(source: Path, target: Path) -> None:
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def _modes(root: Path) -> None:
    """Give all files the modes that Debian asks for, whatever the umask was here."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.name == "torch_shm_manager" or path == root / "usr/lib/xraydesk/xraydesk"
            path.chmod(0o755 if runs else 0o644)


def _control(root: Path) -> None:
    folder = _put(root / "DEBIAN")
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    sums = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}" for path in files)
    (folder / "md5sums").write_text("\n".join(sums) + "\n", "utf-8")
    text = (HERE / "linux" / "control.in").read_text("utf-8")
    (folder / "control").write_text(
        text.format(
            version=version(ROOT),
            architecture=_architecture(),
            glibc=platform.libc_ver()[1],
            kilobytes=sum(path.stat().st_size for path in files) // 1024,
        ),
        "utf-8",
    )


def _architecture() -> str:
    return _ARCHITECTURES.get(platform.machine(), platform.machine())


def _copyright() -> str:
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: xraydesk\n"
        "Comment: The licences of all parts lie in /usr/lib/xraydesk/lib, in the folder <part>.dist-info of each;\n"
        " /usr/lib/xraydesk/lib/bill-of-materials.cdx.json lists them.\n\n"
        "Files: *\nCopyright: the xraydesk authors\nLicense: Apache-2.0\n"
        " On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n"
    )


def main() -> int:
    """Make both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("frozen", type=Path)
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--scratch", type=Path, default=Path("build/installers"))
    options = parser.parse_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    for path in (portable(options.frozen, options.out), deb(options.frozen, options.out, options.scratch)):
        print(f"{path.stat().st_size / 1_000_000:8.1f} MB  {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
