"""Numbers of percent to be entered, with words before them, as many on a line as there is room for."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QWidget

from xraydesk.gui import theme
from xraydesk.gui.flow_layout import FlowLayout


def share_box(
    name: str, percent: float, parent: QWidget, least: float = 0.5, most: float = 99.5
) -> tuple[QLabel, QDoubleSpinBox]:
    """Return a box for a share in percent and the label before it."""
    box = theme.number_box(QDoubleSpinBox(parent))
    box.setRange(least, most)
    box.setDecimals(1)
    box.setSuffix(" %")
    box.setValue(percent)
    box.setKeyboardTracking(False)
    box.setAccessibleName(name)
    label = QLabel(name, parent)
    label.setBuddy(box)
    theme.set_role(label, "dim")
    return label, box


def flow(parent: QWidget, *groups: tuple[QWidget, ...]) -> QWidget:
    """Return groups of widgets side by side, each group on one line, in as many lines as the width asks for."""
    line = QWidget(parent)
    layout = FlowLayout(line, 2 * theme.GRID)
    for group in groups:
        layout.addWidget(_together(group))
    return line


def _together(widgets: tuple[QWidget, ...]) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 2 * theme.GRID, 0)
    row.setSpacing(2 * theme.GRID)
    for widget in widgets:
        row.addWidget(widget)
    return box
