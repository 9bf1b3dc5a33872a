"""Above the worklist while a site's sample is read: how far it is, the way out, and the way on to other folders."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from xraydesk.gui import icons, theme
from xraydesk.gui.language import translate
from xraydesk.gui.words import figure


class SampleBar(QFrame):
    """Stands in the place of the filters: the sample is the list, in the order drawn."""

    leave_wanted = Signal()
    on_wanted = Signal()  # to the next folder that holds studies of the sample

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self.chip = QLabel(self)
        self.leave = QToolButton(self)
        self.elsewhere = QLabel(self)
        self.on = QPushButton(translate("SampleBar", "Go on in the next folder"), self)
        self._build()
        self.leave.clicked.connect(self.leave_wanted)
        self.on.clicked.connect(self.on_wanted)
        self.hide()

    def tell(self, read: int, drawn: int, here: int, elsewhere: int) -> None:
        """Say how far the sample is: studies read, drawn, still to read in this folder, and in others."""
        text = translate("SampleBar", "Site sample: {read} of {drawn} read")
        self.chip.setText(text.format(read=figure(read), drawn=figure(drawn)))
        self.elsewhere.setText(_rest(here, elsewhere))
        self.on.setVisible(elsewhere > 0)
        theme.set_role(self.on, "primary" if elsewhere and not here else "")

    def _build(self) -> None:
        theme.set_role(self.chip, "heading")
        self.chip.setAccessibleName(translate("SampleBar", "The list shows the site's sample"))
        self.leave.setIcon(icons.icon("cancel"))
        self.leave.setAccessibleName(translate("SampleBar", "Leave the sample"))
        self.leave.setToolTip(translate("SampleBar", "Leave the sample and go back to the list"))
        theme.set_role(self.leave, "flat")
        self.elsewhere.setWordWrap(True)
        self.elsewhere.setAccessibleName(translate("SampleBar", "What is left of the sample"))
        theme.set_role(self.elsewhere, "dim")
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self.chip)
        line.addWidget(self.leave)
        line.addStretch(1)
        line.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(line)
        column.addWidget(self.elsewhere)


def _rest(here: int, elsewhere: int) -> str:
    if not here and not elsewhere:
        return translate("SampleBar", "The sample is read. The research page “Check at this site” says what it shows.")
    if not elsewhere:
        return translate("SampleBar", "{here} to read.").format(here=figure(here))
    if not here:
        text = translate("SampleBar", "This folder is read; {elsewhere} more to read in other folders.")
    else:
        text = translate("SampleBar", "{here} to read here; {elsewhere} more in other folders.")
    return text.format(here=figure(here), elsewhere=figure(elsewhere))
