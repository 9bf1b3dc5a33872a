"""Colours, type and the style sheet: one sheet for both themes, filled from ``resources/themes/<name>.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QSpinBox, QWidget

from xraydesk.gui.language import number_locale
from xraydesk.resources import resource_dir
from xraydesk.triage.assessment import Band

FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Liberation Sans", "DejaVu Sans"]
TEXT_PX = 13
LARGE_PX = 20
GRID = 4  # pixels; margins and gaps are multiples of it
_PROPERTY = "xraydeskTheme"
_worn = {"name": "dark"}
_Box = TypeVar("_Box", QSpinBox, QDoubleSpinBox)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme by name."""

    name: str
    colours: dict[str, str]

    def colour(self, name: str) -> QColor:
        """Return a colour by its name in the theme's file. Not to be changed: all callers share it."""
        return _parsed(self.colours[name])

    def band(self, band: Band | None) -> QColor:
        """Return the colour of a band; None is a study that still waits."""
        return self.colour("band_waiting" if band is None else f"band_{band.name.lower()}")


@cache
def _parsed(text: str) -> QColor:
    return QColor(text)


@cache
def load_theme(name: str) -> Theme:
    """Read a theme's colours: "dark" or "light"."""
    text = (resource_dir("themes") / f"{name}.toml").read_text("utf-8")
    return Theme(name, tomllib.loads(text))


def current() -> Theme:
    """Return the theme the application wears, dark where none was put on."""
    return load_theme(_worn["name"])  # asked for every cell of the list: no question to Qt


def put_on(app: QApplication, name: str) -> None:
    """Dress the whole application: palette, font and style sheet. ``name`` is one of `settings.THEMES`."""
    theme = load_theme(_system(app) if name == "system" else name)
    _worn["name"] = theme.name
    app.setProperty(_PROPERTY, theme.name)
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setFont(text_font())
    sheet = (resource_dir("themes") / "desk.qss").read_text("utf-8")
    app.setStyleSheet(Template(sheet).substitute(theme.colours, icons=resource_dir("icons").as_posix()))


def text_font(pixels: int = TEXT_PX, *, bold: bool = False) -> QFont:
    """Return the program's font with figures of equal width, so that columns of numbers stand still."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setFeature(QFont.Tag.fromString("tnum"), 1)
    return font


def set_role(widget: QWidget, role: str) -> None:
    """Mark a widget for the style sheet and dress it anew if it was shown already."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _system(app: QApplication) -> str:
    """Return the theme most like the system's colours: dark, the reading room's, where it does not tell them."""
    return "light" if app.styleHints().colorScheme() is Qt.ColorScheme.Light else "dark"


def number_box(box: _Box) -> _Box:
    """Give a box for numbers the decimal mark of the window's language, and room before its first digit.

    The style sheet's padding does not reach that room.
    """
    box.setLocale(number_locale())
    box.lineEdit().setTextMargins(GRID + 2, 0, 0, 0)
    return box


def _palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.Base: "panel",
        QPalette.ColorRole.AlternateBase: "panel",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.PlaceholderText: "text_dim",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Accent: "accent",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, theme.colour(name))
    return palette
