"""Asks why a version is put in use, and why all the same where the comparison does not speak for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from xraydesk.gui import theme
from xraydesk.gui.admin.reason_dialog import LONGEST, ReasonDialog
from xraydesk.gui.language import translate


class PromoteDialog(ReasonDialog):
    """A reason, and where there is a doubt the words that overrule it.

    Parameters
    ----------
    what
        What will be done.
    doubt
        Why it needs more words; "" where it does not.
    promote
        Takes the reason and the words against the doubt.
    """

    def __init__(
        self, what: str, doubt: str, promote: Callable[[str, str], object], parent: QWidget | None = None
    ) -> None:
        self._doubt = doubt
        self.override: QLineEdit | None = None
        title = translate("PromoteDialog", "Put in use")
        super().__init__(title, what, "", lambda reason: promote(reason, self.overruled), parent)
        if doubt:
            self._add_override()

    @property
    def overruled(self) -> str:
        """Why all the same."""
        return "" if self.override is None else self.override.text().strip()

    def _add_override(self) -> None:
        self.override = QLineEdit(self)
        self.override.setMaxLength(LONGEST)
        label = QLabel(translate("PromoteDialog", "Why it is to be put in use all the same"), self)
        label.setBuddy(self.override)
        theme.set_role(label, "dim")
        self.override.setAccessibleName(label.text())
        doubt = QLabel(f"! {self._doubt}.", self)
        doubt.setWordWrap(True)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        place = column.indexOf(self.reason) + 1
        for number, widget in enumerate((doubt, label, self.override)):
            column.insertWidget(place + number, widget)
        self.override.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        complete = bool(self.reason.text().strip()) and (not self._doubt or bool(self.overruled))
        self.act.setEnabled(complete)
