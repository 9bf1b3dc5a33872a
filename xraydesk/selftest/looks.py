"""What the window is drawn with: translations, icons, themes, the guide, and Qt's way to the screen."""

from __future__ import annotations

import sys
from pathlib import Path

from xraydesk.errors import XraydeskError
from xraydesk.resources import resource_dir
from xraydesk.settings import LANGUAGES

_AGAIN = "Install xraydesk again"
_PLATFORMS = {"linux": "libqxcb.so", "win32": "qwindows.dll", "darwin": "libqcocoa.dylib"}


def translations() -> str:
    """Load the window's texts and Qt's own in every language."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    folders = (("xraydesk", str(resource_dir("translations"))),
               ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))  # fmt: skip
    spoken = [language for language in LANGUAGES if language not in ("", "en")]
    for language in spoken:
        for name, folder in folders:
            if not QTranslator().load(f"{name}_{language}", folder):
                raise XraydeskError("A translation is missing", subject=f"{name}_{language}", remedy=_AGAIN)
    return ", ".join(LANGUAGES[language] for language in ("en", *spoken))


def drawings() -> str:
    """Draw every icon and read both themes."""
    from PySide6.QtSvg import QSvgRenderer

    from xraydesk.gui.theme import load_theme

    icons = sorted(resource_dir("icons").glob("*.svg"))
    bad = [path.name for path in icons if not QSvgRenderer(str(path)).isValid()]
    if bad or not icons:
        raise XraydeskError("Icons cannot be drawn", subject=", ".join(bad) or resource_dir("icons"), remedy=_AGAIN)
    for name in ("dark", "light"):
        load_theme(name)
    return f"{len(icons)} icons, 2 themes"


def guide() -> str:
    """Read the user guide in every language, and its pictures as the window reads them."""
    from PySide6.QtGui import QImageReader

    from xraydesk.gui import guide_pages

    pages = {page.path for language in LANGUAGES if language for page in guide_pages.pages(language)}
    folder = guide_pages.root() / guide_pages.FOLDER
    pictures = [path for path in sorted(folder.rglob("*")) if path.suffix in (".png", ".jpg")]
    bad = [path.name for path in pictures if QImageReader(str(path)).read().isNull()]
    if bad or not pictures:
        raise XraydeskError("Pictures of the guide cannot be read", subject=", ".join(bad) or folder, remedy=_AGAIN)
    return f"{len(pages)} pages, {len(pictures)} pictures"


def window() -> str:
    """Load what Qt reaches the screen with; on Linux it needs libraries that a bare system lacks."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader, qVersion

    name = _PLATFORMS.get(sys.platform, _PLATFORMS["linux"])
    path = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / name
    loader = QPluginLoader(str(path))
    if not loader.load():
        raise XraydeskError(
            f"The window cannot open: {loader.errorString()}",
            remedy="Install the library that is named; the page for administrators lists them all",
        )
    return f"Qt {qVersion()}, {name}"
