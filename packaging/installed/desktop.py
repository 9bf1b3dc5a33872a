"""What a Linux desktop is told of the program: menu entry, kinds of files, icons, description, manual page."""

from __future__ import annotations

import shutil
from pathlib import Path

from frozen.icons import SIZES, draw

from installed import identity

HERE = Path(__file__).resolve().parents[1]
IDENTIFIER = "org.xraydesk.xraydesk"


def lay_out(share: Path) -> None:
    """Put the desktop's files below a folder ``share``, where the freedesktop standards have them."""
    _put(HERE / "linux" / "xraydesk.desktop", share / "applications")
    _put(HERE / "linux" / "xraydesk.xml", share / "mime" / "packages")
    for side in SIZES:
        folder = share / f"icons/hicolor/{side}x{side}/apps"
        folder.mkdir(parents=True)
        draw(HERE / "icon.svg", side).save(folder / "xraydesk.png")
    shutil.copy(HERE / "icon.svg", _put(None, share / "icons/hicolor/scalable/apps") / "xraydesk.svg")
    (_put(None, share / "metainfo") / f"{IDENTIFIER}.metainfo.xml").write_text(description(), "utf-8")


def description() -> str:
    """Return AppStream's description, which software centres show, with this version."""
    text = (HERE / "linux" / "xraydesk.metainfo.xml").read_text("utf-8")
    return text.replace("{version}", identity.program_version()).replace("{day}", identity.day())


def manual() -> str:
    """Return the manual page with this version and day."""
    text = (HERE / "linux" / "xraydesk.1").read_text("utf-8")
    return text.replace("{version}", identity.program_version()).replace("{day}", identity.day())


def _put(file: Path | None, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if file is not None:
        shutil.copy(file, folder)
    return folder
