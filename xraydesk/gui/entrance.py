"""The way into the room: nobody comes in without signing in where there are accounts, and it locks behind who leaves.

What is behind the sheet is hidden, not only covered: nothing of it is painted, read out or heard by a key.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QToolTip, QWidget

from xraydesk import machine
from xraydesk.admin.people import Account, Role, may
from xraydesk.admin.seat import Seat
from xraydesk.errors import XraydeskError
from xraydesk.gui.account_button import AccountButton
from xraydesk.gui.account_dialog import AccountDialog, Asked, Typed
from xraydesk.gui.curtain import PROGRAM
from xraydesk.gui.idle_lock import IdleLock
from xraydesk.gui.language import translate
from xraydesk.gui.sign_in import SignInSheet
from xraydesk.settings import Settings

if TYPE_CHECKING:
    from xraydesk.gui.window import MainWindow


LOCK_KEY = "Ctrl+L"


class Entrance(QStackedWidget):
    """The room, or the sheet in front of it. Holds who sits here.

    Parameters
    ----------
    window
        Whose room it is; its desk is made anew for each who signs in.
    data_dir
        Where accounts and settings lie.
    """

    said = Signal(str)  # a sentence for the banner

    def __init__(self, window: MainWindow, data_dir: Path) -> None:
        super().__init__(window)
        self._window, self._data_dir = window, data_dir
        self._then: Callable[[], object] | None = None
        self._away: list[QWidget] = []  # small windows put away while the sheet is there
        self._title = PROGRAM
        self.locked = machine.in_force().locked  # settings that who sits here does not change
        self.seat = Seat(data_dir)
        self.sheet = SignInSheet(self.seat, self)
        self.idle = IdleLock(window)
        self.button = AccountButton(window.footer)
        window.footer.layout().addWidget(self.button)  # type: ignore[union-attr]
        self.sheet.opened.connect(self._opened)
        self.sheet.other_wanted.connect(self.sign_out)
        self.idle.idle.connect(self._left_alone)
        self.button.lock_wanted.connect(self.lock)
        self.button.about_to_show.connect(lambda: self.button.show_key(window.keymap.key_of(LOCK_KEY)))
        self.button.sign_out_wanted.connect(self.sign_out)
        self.button.password_wanted.connect(self.change_password)
        window.rooms.accounts_begun.connect(self.begin_accounts)
        window.rooms.changed.connect(self.refresh)

    @property
    def account(self) -> Account | None:
        """Who signed in; None at a desk for one person, and while nobody has."""
        return self.seat.account

    @property
    def shut(self) -> bool:
        """Whether the sheet is there."""
        return self.currentWidget() is self.sheet

    def put_behind(self, room: QWidget) -> None:
        """Show a room; the sheet comes in front of it."""
        self.addWidget(room)
        self.addWidget(self.sheet)
        self._room = room

    def enter(self, then: Callable[[], object]) -> None:
        """Do something as soon as somebody may work here: at once, or after signing in."""
        if self.admits():
            then()
        elif self.shut:
            self._then = then

    def admits(self) -> bool:
        """Whether somebody sits here who may work; where a name is wanted the sheet asks for it.

        Where it cannot be read whether there are accounts, nobody may.
        """
        if self.account is not None:
            return True
        try:
            guarded = self.seat.guarded()
        except XraydeskError as error:
            self._window.link.failed.emit(error)
            return False
        if guarded and not self.shut:
            self.sheet.ask_name(self._window.session.last_name)
            self._shut()
        return not guarded

    def lock(self) -> None:
        """Hide everything until the same person types the password; study, draft and place stay as they are."""
        if self.account is None:
            self.said.emit(translate("Entrance", "There is nothing to lock: this desk has no accounts."))
        elif not self.shut:
            self.sheet.ask_again(self.account.name)
            self._shut()

    def _left_alone(self) -> None:
        self._window.read.verdict.clock.forget(self.idle.limit)  # so long nobody touched anything
        self.lock()

    def sign_out(self) -> None:
        """Leave the desk; what was read and begun is kept, and there again when the same person signs in."""
        if self.account is None:
            return
        self._then = None
        self.sheet.ask_name("" if self.shut else self.account.name)
        self._shut()
        self._close_small_windows()
        self._window.read.places.settle()
        self._window.link.leave()
        self._window.curtain.end()
        self._title = PROGRAM
        self._take(None)

    def begin_accounts(self, account: Account) -> None:
        """Go on as the first administrator, who just made the accounts."""
        place = self._window.read.places.last() if self._window.link.folder is not None else None
        self._take(account)
        self._window.session.set_last_name(account.name)
        if place is not None:
            self._window.read.places.want(place)
        self._window.renew_desk()

    def refresh(self) -> None:
        """Take over what changed meanwhile: what the account may do, and after how long the window locks."""
        if self.account is None:
            return
        try:
            account = self.seat.refresh()
        except XraydeskError:  # the desk says so itself, with the next thing that it keeps
            return
        if may(account, Role.READER):
            self._take(account)
        else:
            self.sign_out()

    def change_password(self) -> None:
        """Ask for the present password and another."""
        words = translate("Entrance", "Long is better than odd: four words that do not belong together will do.")
        asked = Asked(translate("Entrance", "Change password"), words, old=True)
        dialog = AccountDialog(asked, self._change_password, self._window)
        changed = translate("Entrance", "Your password is changed.")
        dialog.done_with.connect(lambda _: self.said.emit(changed))
        dialog.open()

    def close_tasks(self) -> None:
        """Stop counting and wait for a password that is being checked."""
        self.idle.end()
        self.sheet.close_tasks()

    def _change_password(self, typed: Typed) -> Account:
        return self.seat.change_password(typed.old, typed.password)

    def _opened(self, account: Account) -> None:
        came_back = self.account is not None
        self._take(account)
        self._open()
        if not came_back:
            self._window.session.set_last_name(account.name)
            then, self._then = self._then, None
            (then or self._arrive)()

    def _arrive(self) -> None:
        self._window.renew_desk()
        self._window.folders.go_on()

    def _take(self, account: Account | None) -> None:
        """Let somebody sit here, with what the role opens."""
        settings = Settings.load(self._data_dir)
        self.seat.account = account
        self.button.show_account(account)
        self._window.link.reader = "" if account is None else account.name
        self._window.rooms.set_account(account)
        sites = () if may(account, Role.ADMINISTRATOR) else settings.locked
        self.locked = machine.in_force().locked.union(sites)
        self._window.read.choices.set_locked(self.locked)
        if account is None:
            self.idle.end()
        elif not self.shut:
            self.idle.begin(settings.idle_lock_minutes)

    def _shut(self) -> None:
        self.idle.end()
        QToolTip.hideText()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._away = [part for part in self._window.findChildren(QWidget) if part.isWindow() and part.isVisible()]
        for part in self._away:
            part.hide()
        self._title = self._window.windowTitle()
        self._window.setWindowTitle(PROGRAM)
        self._window.setAcceptDrops(False)
        self.setCurrentWidget(self.sheet)
        self.sheet.take_focus()

    def _open(self) -> None:
        self._window.setWindowTitle(self._title)
        self._window.setAcceptDrops(True)
        self.setCurrentWidget(self._room)
        self.idle.begin(Settings.load(self._data_dir).idle_lock_minutes)
        away, self._away = self._away, []
        for part in away:
            part.show()

    def _close_small_windows(self) -> None:
        away, self._away = self._away, []
        for part in away:
            part.close()
