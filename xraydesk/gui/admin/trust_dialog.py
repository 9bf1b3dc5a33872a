"""Asks whether the key that signed a file is to be trusted: fingerprints are compared by another way first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.answer_row import answer_row
from xraydesk.gui.language import translate

if TYPE_CHECKING:
    from xraydesk.admin.parcels import Parcel

WIDTH, LONGEST = 520, 80


class TrustDialog(QDialog):
    """Shows what a file holds and whose key signed it; the name of the other site and a tick are needed.

    Parameters
    ----------
    parcel
        The file.
    own
        The fingerprint of this site, for the other one.
    trust
        Takes the name of the other site.
    """

    def __init__(self, parcel: Parcel, own: str, trust: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trust = trust
        self.setWindowTitle(translate("TrustDialog", "Trust another site"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(self)
        self.compared = QCheckBox(
            translate("TrustDialog", "I have compared the fingerprint with the other site."), self
        )
        self.act = QPushButton(translate("TrustDialog", "Trust and import"), self)
        self._build(parcel, own)
        self.name.textChanged.connect(self._changed)
        self.compared.toggled.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        self.act.setEnabled(bool(self.name.text().strip()) and self.compared.isChecked())

    def _done(self) -> None:
        self._trust(self.name.text().strip())
        self.accept()

    def _build(self, parcel: Parcel, own: str) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GRID)
        column.setContentsMargins(20, 20, 20, 20)
        what = translate("TrustDialog", "{file} holds {model}. It is signed with a key that is not trusted here:")
        text = what.format(file=parcel.path.name, model=f"{parcel.card.id} {parcel.card.version}")
        column.addWidget(_label(text, self))
        column.addWidget(_label(parcel.fingerprint, self, "large"))
        how = translate(
            "TrustDialog", "Ask the other site for its fingerprint, by telephone for example, and compare each letter."
        )
        column.addWidget(_label(how, self))
        column.addWidget(_label(translate("TrustDialog", "This site has {own}.").format(own=own), self, "dim"))
        label = _label(translate("TrustDialog", "Name of the other site"), self, "dim")
        label.setBuddy(self.name)
        self.name.setAccessibleName(label.text())
        self.name.setMaxLength(LONGEST)
        for widget in (label, self.name, self.compared):
            column.addWidget(widget)
        column.addLayout(answer_row(self, self.act, self._done))
        self.setMinimumWidth(WIDTH)
        self.name.setFocus()


def _label(text: str, parent: QWidget, role: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    theme.set_role(label, role)
    return label
