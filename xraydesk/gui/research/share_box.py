"""A number of percent to be entered, with its words before it."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QWidget

from xraydesk.gui import theme


def share_box(
    name: str, percent: float, parent: QWidget, least: float = 0.5, most: float = 99.5
) -> tuple[QLabel, QDoubleSpinBox]:
    """Return a box for a share in percent and the label before it."""
    box = QDoubleSpinBox(parent)
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
