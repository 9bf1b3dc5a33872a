"""The sheet, names for screen readers, and icons; contrast is measured in test_contrast."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider

from xraydesk.gui import icons, theme
from xraydesk.resources import resource_dir


def test_both_themes_fill_the_sheet(qapp):
    for name in ("light", "dark"):
        theme.put_on(qapp, name)
        assert "$" not in qapp.styleSheet()
        assert theme.current().name == name


@pytest.mark.parametrize("scheme", list(Qt.ColorScheme))
def test_the_system_s_colours_are_worn_where_it_tells_them(qapp, monkeypatch, scheme):
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

    monkeypatch.setattr(qapp, "styleHints", Hints, raising=False)
    theme.put_on(qapp, "system")
    worn = theme.current().name
    theme.put_on(qapp, "dark")
    assert worn == ("light" if scheme is Qt.ColorScheme.Light else "dark")


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
