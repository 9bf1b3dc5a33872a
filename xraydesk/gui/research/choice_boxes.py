"""What a person sets for the figures against the truth: beta, and the prevalence at the site."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QWidget

from xraydesk.gui import theme
from xraydesk.gui.language import translate
from xraydesk.research.performance import BETA, Choice


class ChoiceBoxes(QObject):
    """Two boxes with their labels, to be put into a row: `widgets`."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.beta = _box(translate("PerformancePage", "Beta of F-beta"), parent)
        self.beta.setRange(0.1, 10.0)
        self.beta.setSingleStep(0.5)
        self.beta.setValue(BETA)
        self.prevalence = _box(translate("PerformancePage", "Prevalence at the site"), parent)
        self.prevalence.setRange(0.0, 99.0)
        self.prevalence.setSuffix(" %")
        self.prevalence.setSpecialValueText(translate("PerformancePage", "not stated"))
        beta_label, prevalence_label = (_label(box, parent) for box in (self.beta, self.prevalence))
        self.widgets = (beta_label, self.beta, prevalence_label, self.prevalence)
        for box in (self.beta, self.prevalence):
            box.valueChanged.connect(self.changed)

    @property
    def settings(self) -> Choice:
        """What is set."""
        return Choice(self.beta.value(), self.prevalence.value() / 100 or None)


def _box(name: str, parent: QWidget) -> QDoubleSpinBox:
    box = theme.number_box(QDoubleSpinBox(parent))
    box.setAccessibleName(name)
    box.setDecimals(1)
    box.setKeyboardTracking(False)
    box.setFont(theme.text_font())
    return box


def _label(box: QDoubleSpinBox, parent: QWidget) -> QLabel:
    label = QLabel(box.accessibleName(), parent)
    label.setBuddy(box)
    theme.set_role(label, "dim")
    return label
