"""A bare Debian in a folder, in which an installer is tried; nothing of this machine but its processor is in it.

Mounts are made in a name space of the process's own and end with it.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

READER = "reader"  # the person who has a home in the root
_INSIDE = "XRAYDESK_TRIAL_INSIDE"
PLAIN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
_PATIENCE_S = 900.0
_SCREENS = Path("/tmp/.X11-unix")


class Failed(Exception):
    """What was tried does not work; the text says what."""


def enter_own_mounts() -> None:
    """Start this program anew where its mounts are nobody else's; end with a sentence where that is not allowed."""
    if os.environ.get(_INSIDE):
        return
    if os.geteuid() or shutil.which("mmdebstrap") is None:
        sys.exit("The trial makes a bare Debian: run it as root, with mmdebstrap installed.")
    os.environ[_INSIDE] = "1"
    os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv])


class CleanRoot:
    """The bare Debian; ``base`` is a tar of one that was made before, or where to keep the one that is made now."""

    def __init__(self, folder: Path, base: Path) -> None:
        self.folder = folder
        self.home = folder / "home" / READER
        if not base.is_file():
            suite = platform.freedesktop_os_release()["VERSION_CODENAME"]
            subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", suite, str(base)], check=True)
        folder.mkdir(parents=True)
        subprocess.run(["tar", "-C", str(folder), "-xf", str(base)], check=True)
        shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        self._mount("-t", "proc", "proc", self.folder / "proc")
        self._mount("-t", "tmpfs", "tmpfs", self._made("dev/shm"))
        self.run("useradd", "--create-home", READER)
        self.run("apt-get", "-qq", "update")

    def show_screens(self) -> None:
        """Let what runs in the root reach the screens of this machine."""
        self._mount("--bind", _SCREENS, self._made("tmp/.X11-unix"))

    def run(self, *command: object, user: str = "", check: bool = True, **more: str) -> str:
        """Run a command in the root and return all it said; Failed with that where its exit code is not 0."""
        done = subprocess.run(
            self.command(*command, user=user), env={**PLAIN, **more}, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=_PATIENCE_S,
        )  # fmt: skip
        if check and done.returncode:
            raise Failed(f"{' '.join(map(str, command))} ends with {done.returncode}:\n{done.stdout[-3000:]}")
        return done.stdout

    def command(self, *command: object, user: str = "") -> list[str]:
        """Return what starts a command in the root, as root or as a person with a home there."""
        person = [f"HOME=/home/{user}"]
        as_whom = ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups", "env", *person] if user else []
        return ["chroot", str(self.folder), *as_whom, *map(str, command)]

    def files(self) -> set[str]:
        """Return all that lies in /usr and /etc of the root, but for what the package manager keeps for itself."""
        found = self.run("find", "/usr", "/etc", "-xdev", "-not", "-name", "*.cache", "-not", "-name", "*.pyc")
        return set(found.splitlines())

    def remove(self) -> None:
        """Delete the root and nothing that is mounted in it."""
        subprocess.run(["umount", "--quiet", "--recursive", str(self.folder / "tmp/.X11-unix")], check=False)
        for name in ("dev/shm", "proc"):
            subprocess.run(["umount", "--quiet", str(self.folder / name)], check=False)
        subprocess.run(["rm", "-rf", "--one-file-system", str(self.folder)], check=True)

    def _made(self, name: str) -> Path:
        path = self.folder / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def _mount(self, *words: object) -> None:
        subprocess.run(["mount", *map(str, words)], check=True)
