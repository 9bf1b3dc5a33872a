"""The sheet, names for screen readers, and icons; contrast is measured in test_contrast."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox, QLineEdit, QSlider

from xraydesk.gui import icons, language, theme
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


def test_boxes_for_numbers_have_the_marks_of_the_language(qtbot, monkeypatch):
    def written() -> str:
        box = theme.number_box(QDoubleSpinBox())
        qtbot.addWidget(box)
        box.setValue(2.5)
        return box.text()

    assert written() == "2.50"
    monkeypatch.setattr(language, "translate", lambda _, text: "de_DE" if text == "en_US" else text)
    assert written() == "2,50"
    assert all("theme.number_box(Q" in line for line in boxes_of_the_window())


def boxes_of_the_window() -> list[str]:
    """Every line of the window's source that makes a box for numbers."""
    files = Path(theme.__file__).parent.rglob("*.py")
    return [line for file in files for line in file.read_text("utf-8").splitlines() if "SpinBox(" in line]
