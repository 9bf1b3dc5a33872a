"""Who is signed in, at the foot of the window, with what that person can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from xraydesk.gui import roles, theme
from xraydesk.gui.language import translate

if TYPE_CHECKING:
    from xraydesk.admin.people import Account


class AccountButton(QToolButton):
    """Not there at a desk without accounts."""

    password_wanted = Signal()
    lock_wanted = Signal()
    sign_out_wanted = Signal()
    about_to_show = Signal()  # its menu

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "flat")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.about_to_show)
        self._menu.setAccessibleName(translate("AccountButton", "Who is signed in"))
        self._role = self._menu.addAction("")
        self._role.setEnabled(False)
        self._menu.addSeparator()
        self.lock = self._menu.addAction(translate("AccountButton", "Lock now"))
        self.password = self._menu.addAction(translate("AccountButton", "Change password …"))
        self.sign_out = self._menu.addAction(translate("AccountButton", "Sign out"))
        for action, signal in (
            (self.lock, self.lock_wanted),
            (self.password, self.password_wanted),
            (self.sign_out, self.sign_out_wanted),
        ):
            action.triggered.connect(lambda _=False, s=signal: s.emit())
        self.setMenu(self._menu)
        self.show_account(None)

    def show_account(self, account: Account | None) -> None:
        """Show who is signed in; None hides it."""
        self.setVisible(account is not None)
        if account is None:
            return
        role = roles.name_of(account.role)
        self.setText(account.name.replace("&", "&&"))
        text = translate("AccountButton", "{name} is signed in; role: {role}").format(name=account.name, role=role)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._role.setText(role)

    def show_key(self, key: str) -> None:
        """Show the key that locks beside what it does."""
        words = self.lock.text().partition("\t")[0]
        self.lock.setText(f"{words}\t{key}")
