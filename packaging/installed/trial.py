"""What is tried of the Linux installers in a bare Debian; `try_installers.py` runs it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from PIL import ImageGrab
from smoke import painted, screen

from installed.clean_root import PLAIN, READER, CleanRoot, Failed

_OLDER = """\
Package: xraydesk
Version: 0.0.1-1
Architecture: all
Maintainer: nobody in particular <nobody@xraydesk.invalid>
Description: a stand-in for an older version
"""
_OF_OLDER = "usr/lib/xraydesk/lib/of-an-older-version"
_PORTABLE = "Röntgen & Co/xray desk"
_DRAWN = 0.5  # share of the screen that the window must have painted
_PATIENCE_S = 300.0
_SCORED_S = 60.0  # after which the picture is taken


class Trial:
    """What is tried, in this order; a part that fails does not keep the next from being tried."""

    def __init__(self, root: CleanRoot, installers: Path, out: Path, older: Path | None = None) -> None:
        self.root, self.out, self.older = root, out, older
        self.deb, self.archive = only(installers, "xraydesk*.deb"), only(installers, "xraydesk*.tar.zst")
        self.before = root.files()
        self.data: dict[str, str] = {}

    def parts(self) -> list[Callable[[], str]]:
        """Return all parts."""
        return [self.installed_over_an_older_version, self.libraries, self.files, self.selftest, self.demo, self.window,
                self.portable, self.desktop, self.removed, self.purged]  # fmt: skip

    def installed_over_an_older_version(self) -> str:
        """Install the older version and use it, then the package over it, with nothing but what it needs."""
        if self.older is None:
            self._stand_in()
        else:
            shutil.copy(self.older, self.root.folder / "tmp" / "older.deb")
        self._install("/tmp/older.deb")
        if self.older is not None:
            self.demo()
        shutil.copy(self.deb, self.root.folder / "tmp" / "new.deb")
        said = self._install("/tmp/new.deb")
        if (self.root.folder / _OF_OLDER).exists():
            raise Failed("files of the older version are left")
        return f"{next(line for line in said.splitlines() if 'newly installed' in line)} {self._kept()}"

    def libraries(self) -> str:
        """Ask the linker for each library of the program."""
        find = "find /usr/lib/xraydesk -type f -name '*.so*' -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u"
        missing = self.root.run("sh", "-c", find, check=False, LD_LIBRARY_PATH="/usr/lib/xraydesk/lib")
        names = sorted({line.split()[0] for line in missing.splitlines()} - self._own())
        if names:
            raise Failed(f"not found: {', '.join(names)}")
        return "all are there"

    def files(self) -> str:
        """Hold the installed files against the list of the build."""
        return self.root.run("xraydesk", "selftest", "--files", user=READER).strip().splitlines()[-1]

    def selftest(self) -> str:
        """Run the self-test as a person without rights."""
        said = self.root.run("xraydesk", "selftest", user=READER, QT_QPA_PLATFORM="offscreen")
        return said.strip().splitlines()[-1]

    def demo(self) -> str:
        """Score the demo studies; the person's database is there from now on."""
        self.root.run("xraydesk", "demo", "--out", self._home("demo"), user=READER, QT_QPA_PLATFORM="offscreen")
        self.data = sums(self.root.home / ".local")
        if not any(name.endswith("xraydesk.db") for name in self.data):
            raise Failed("no database was written")
        return f"{len(self.data)} files of the person's own"

    def window(self) -> str:
        """Open the window on a screen of this machine."""
        if shutil.which("Xvfb") is None:
            return "left out: there is no Xvfb here"
        with screen() as display:
            self.root.show_screens()
            command = self.root.command("xraydesk", "--data-dir", "/tmp/window", "demo", user=READER)
            process = subprocess.Popen(command, env={**PLAIN, "DISPLAY": display})
            try:
                return self._seen(process, display)
            finally:
                process.terminate()
                process.wait()

    def portable(self) -> str:
        """Unpack the archive where blanks and umlauts are in the way, close it to writing, and use it."""
        place = self.root.home / _PORTABLE
        place.mkdir(parents=True)
        subprocess.run(["tar", "-C", str(place), "--strip-components=1", "-xf", str(self.archive)], check=True)
        subprocess.run(["chmod", "-R", "a-w", str(place)], check=True)
        listed = sums(place)
        program = f"{self._home(_PORTABLE)}/xraydesk"
        given = {"QT_QPA_PLATFORM": "offscreen", "XRAYDESK_DATA_DIR": self._home("carried")}
        for locale in ("C.UTF-8", "C"):
            said = self.root.run(program, "selftest", user=READER, **given, LC_ALL=locale)
        self.root.run(program, "demo", "--out", self._home("demo2"), user=READER, **given)
        if sums(place) != listed:
            raise Failed("files were written into the program's folder")
        return said.strip().splitlines()[-1]

    def desktop(self) -> str:
        """Look whether a desktop finds what was installed; its tools are added only now."""
        tools = ("desktop-file-utils", "shared-mime-info", "libglib2.0-bin", "man-db")
        self.root.run("apt-get", "-q", "install", "--yes", "--no-install-recommends", *tools)
        self.root.run("desktop-file-validate", "/usr/share/applications/xraydesk.desktop")
        self._expect("xraydesk.desktop", "gio", "mime", "application/dicom")
        shutil.copy(next((self.root.folder / "usr/lib/xraydesk").rglob("*.dcm")), self.root.home / "IM000001")
        self._expect("application/dicom", "gio", "info", "-a", "standard::content-type", self._home("IM000001"))
        self._expect("x-content/x-dicom-media", "cat", "/usr/share/mime/types")
        self._expect("/usr/share/man/man1/xraydesk.1.gz", "man", "--where", "xraydesk")
        return self._menu_entry()

    def removed(self) -> str:
        """Remove the package; the person's files stay to the byte."""
        self.root.run("apt-get", "-q", "remove", "--yes", "xraydesk")
        if (self.root.folder / "usr/lib/xraydesk").exists():
            raise Failed("/usr/lib/xraydesk is left")
        return self._kept()

    def purged(self) -> str:
        """Purge it and what came with it; nothing but the person's files is left."""
        self.root.run("dpkg", "--purge", "xraydesk")  # apt knows nothing more of a file once it is removed
        self.root.run("apt-get", "-q", "autoremove", "--purge", "--yes")
        left = {name for name in self.root.files() - self.before if "xraydesk" in name or "dicom-media" in name}
        if left:
            raise Failed(f"left: {', '.join(sorted(left)[:10])}")
        self._expect_not("x-content/x-dicom-media", "cat", "/usr/share/mime/types")
        return f"nothing in /usr and /etc; {self._kept()}"

    def _install(self, path: str) -> str:
        options = (
            "--yes",
            "--no-install-recommends",
            "--reinstall",
            "--allow-downgrades",
        )  # of one version, two builds
        return self.root.run("apt-get", "-q", "install", *options, path)

    def _stand_in(self) -> None:
        tree = self.root.folder / "tmp" / "older"
        (tree / _OF_OLDER).parent.mkdir(parents=True)
        (tree / _OF_OLDER).touch()
        (tree / "DEBIAN").mkdir()
        (tree / "DEBIAN" / "control").write_text(_OLDER, "utf-8")
        self.root.run("dpkg-deb", "--build", "/tmp/older", "/tmp/older.deb")

    def _seen(self, process: subprocess.Popen[bytes], display: str) -> str:
        begun = time.perf_counter()
        while painted(ImageGrab.grab(xdisplay=display)) < _DRAWN:
            if process.poll() is not None or time.perf_counter() - begun > _PATIENCE_S:
                raise Failed(f"the window does not appear (exit code {process.poll()})")
            time.sleep(0.05)
        took = time.perf_counter() - begun
        time.sleep(_SCORED_S)
        ImageGrab.grab(xdisplay=display).save(self.out / "window.png")
        return f"on screen in {took:.1f} s; the picture is {self.out / 'window.png'}"

    def _menu_entry(self) -> str:
        script = f"{self._home(_PORTABLE)}/menu-entry.sh"
        entry = self._home(".local/share/applications/xraydesk.desktop")
        before = set(sums(self.root.home / ".local"))
        self.root.run(script, user=READER)
        self.root.run("desktop-file-validate", entry)
        self._expect(f'Exec="{self._home(_PORTABLE)}/xraydesk" open %f', "cat", entry)
        self.root.run(script, "--remove", user=READER)
        left = {name for name in set(sums(self.root.home / ".local")) - before if "xraydesk" in name}
        if left:
            raise Failed(f"menu-entry.sh --remove leaves {', '.join(sorted(left))}")
        return "menu entry, kinds of files, manual page; the portable one's entry made and taken back"

    def _kept(self) -> str:
        now = sums(self.root.home / ".local")
        if any(now.get(name) != value for name, value in self.data.items()):
            raise Failed("the person's files are not as they were")
        return f"the person's {len(self.data)} files are as they were"

    def _expect(self, text: str, *command: str) -> None:
        if text not in self.root.run(*command, user=READER):
            raise Failed(f"{' '.join(command)} does not say {text}")

    def _expect_not(self, text: str, *command: str) -> None:
        if text in self.root.run(*command, check=False):
            raise Failed(f"{' '.join(command)} still says {text}")

    def _own(self) -> set[str]:
        return {path.name for path in (self.root.folder / "usr/lib/xraydesk").rglob("*.so*")}

    @staticmethod
    def _home(name: str) -> str:
        return f"/home/{READER}/{name}"


def only(folder: Path, pattern: str) -> Path:
    """Return the one installer of a kind in a folder."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise Failed(f"{folder} holds {len(found)} files {pattern}; there must be one")
    return found[0]


def sums(folder: Path) -> dict[str, str]:
    """Return the hash of each file below a folder, by path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
