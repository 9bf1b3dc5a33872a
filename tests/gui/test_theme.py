"""Contrast, names for screen readers, and icons."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider

from xraydesk.gui import icons, theme
from xraydesk.resources import resource_dir
from xraydesk.triage.assessment import Band

GROUNDS = ("ground", "panel", "raised", "hover", "selection", "selection_idle")


def luminance(colour) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_text_reaches_double_a(name):
    colours = theme.load_theme(name)
    for ground in GROUNDS:
        assert contrast(colours.colour("text"), colours.colour(ground)) >= 4.5, ground
    for ground in ("ground", "panel"):
        assert contrast(colours.colour("text_dim"), colours.colour(ground)) >= 4.5
    assert contrast(colours.colour("on_accent"), colours.colour("accent")) >= 4.5
    assert contrast(colours.colour("warning_text"), colours.colour("warning_ground")) >= 4.5


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("band", [None, *Band])
def test_band_words_reach_double_a(name, band):
    colours = theme.load_theme(name)
    for ground in ("panel", "selection_idle", "hover"):
        assert contrast(colours.band(band), colours.colour(ground)) >= 4.5, ground


def test_both_themes_fill_the_sheet(qapp):
    for name in ("light", "dark"):
        theme.put_on(qapp, name)
        assert "$" not in qapp.styleSheet()
        assert theme.current().name == name


def test_every_icon_draws_something(qapp):
    for path in resource_dir("icons").glob("*.svg"):
        image = icons.pixmap(path.stem, theme.current().colour("text")).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), path.stem


def test_what_can_be_operated_has_a_name(reading):
    for kind in (QAbstractButton, QComboBox, QLineEdit, QSlider):
        for widget in reading.findChildren(kind):
            if widget.isVisible() and not widget.objectName().startswith("qt_") and "_q_" not in widget.objectName():
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                named = widget.accessibleName() or text or widget.toolTip()
                assert named or isinstance(widget.parent(), QLineEdit), widget
