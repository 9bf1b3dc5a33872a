"""Who may do what at this desk: accounts are made, given roles and passwords, and closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from xraydesk.admin.people import Account, People, Person, Role
from xraydesk.errors import XraydeskError
from xraydesk.gui import roles, theme
from xraydesk.gui.account_dialog import AccountDialog, Asked, Typed
from xraydesk.gui.admin.people_table import PeopleTable
from xraydesk.gui.admin.tab import AdminTab
from xraydesk.gui.language import translate
from xraydesk.gui.messages import error_sentence
from xraydesk.gui.shared.sheet import EDGE, Sentence
from xraydesk.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from xraydesk.admin.room import AdminRoom


class PeoplePage(AdminTab):
    """A desk for one person says so, and offers to make accounts; one with accounts lists them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner(1, self)
        self._room: AdminRoom | None = None
        self.heading = Sentence(translate("PeoplePage", "People"), self)
        self.words = Sentence(" ", self)
        self.state = Sentence("", self)
        self.table = PeopleTable(self)
        self.make = QPushButton(translate("PeoplePage", "Make accounts …"), self)
        self.add = QPushButton(translate("PeoplePage", "Add …"), self)
        self.role = QToolButton(self)
        self.password = QPushButton(translate("PeoplePage", "Set password …"), self)
        self.close_account = QPushButton(translate("PeoplePage", "Close the account"), self)
        self._build()
        self._choose()

    def show_room(self, room: AdminRoom) -> None:
        """Read the accounts."""
        self._room = room
        self._tasks.run(People(room.database).persons, self._show, self._failed)

    def close_tasks(self) -> None:
        """Wait for what is being written."""
        self._tasks.close()

    def _show(self, persons: Sequence[Person]) -> None:
        alone = not persons
        room = self._room
        self.table.fill(persons, "" if room is None else room.author)
        for widget in (self.table, self.add, self.role, self.password, self.close_account):
            widget.setVisible(not alone)
        self.make.setVisible(alone)
        self.words.say(_alone() if alone else _several())
        self._choose()

    def _failed(self, error: XraydeskError) -> None:
        self.state.say(error_sentence(error))

    def _choose(self) -> None:
        """Offer what can be done with the chosen account."""
        chosen = self.table.chosen
        active = chosen is not None and chosen.active
        self.role.setEnabled(active)
        self.close_account.setEnabled(active)
        self.password.setEnabled(chosen is not None)
        for action in self.role.menu().actions():
            action.setChecked(chosen is not None and action.data() == str(chosen.role))
        reopen = translate("PeoplePage", "Open again with a password …")
        anew = translate("PeoplePage", "Set password …")
        self.password.setText(reopen if chosen is not None and not chosen.active else anew)

    # -- what an administrator does ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        room = self._room
        if room is None:
            return
        asked = Asked(translate("PeoplePage", "The first administrator"), _first(), name=room.author)
        dialog = AccountDialog(asked, lambda typed: People(room.database).begin(typed.name, typed.password), self)
        dialog.done_with.connect(self._begun)
        dialog.open()

    def _begun(self, account: Account) -> None:
        self.accounts_begun.emit(account)
        self.said.emit(translate("PeoplePage", "From now on the window asks for a name and a password."))
        self.changed.emit()

    def _add(self) -> None:
        words = translate("PeoplePage", "The person can change the password after signing in.")
        self._ask(
            Asked(translate("PeoplePage", "A new account"), words, name="", role=True),
            lambda people, by, typed: people.add(by, typed.name, typed.role, typed.password),
            translate("PeoplePage", "{name} has an account."),
        )

    def _set_password(self) -> None:
        chosen = self.table.chosen
        if chosen is None:
            return
        name, title = chosen.name, translate("PeoplePage", "Another password for {name}").format(name=chosen.name)
        words = translate("PeoplePage", "The one before is no longer heard. A closed account is open again.")
        self._ask(
            Asked(title, words),
            lambda people, by, typed: people.change_password(by, name, typed.password),
            translate("PeoplePage", "{name} has another password."),
        )

    def _change_role(self, role: Role) -> None:
        chosen = self.table.chosen
        if chosen is not None and chosen.role is not role:
            name = chosen.name
            done = translate("PeoplePage", "{name} has another role.")
            self._do(lambda people, by: people.change_role(by, name, role), done)
        self._choose()

    def _close(self) -> None:
        chosen = self.table.chosen
        if chosen is not None:
            name = chosen.name
            done = translate("PeoplePage", "The account of {name} is closed. What it said stays in the log.")
            self._do(lambda people, by: people.close(by, name), done)

    def _ask(self, asked: Asked, work: Callable[[People, Account, Typed], Account], done: str) -> None:
        room = self._room
        if room is None or room.account is None:
            return
        by = room.account
        dialog = AccountDialog(asked, lambda typed: work(People(room.database), by, typed), self)
        dialog.done_with.connect(lambda account: self._done(done, account))
        dialog.open()

    def _do(self, work: Callable[[People, Account], Account], done: str) -> None:
        room = self._room
        if room is not None and room.account is not None:
            by = room.account
            self._tasks.run(lambda: work(People(room.database), by), partial(self._done, done), self._failed)

    def _done(self, sentence: str, account: Account) -> None:
        self.state.say("")
        self.said.emit(sentence.format(name=account.name))
        self.changed.emit()

    # -- putting together --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme.set_role(self.heading, "large")
        theme.set_role(self.make, "primary")
        self.role.setText(translate("PeoplePage", "Role"))
        self.role.setToolTip(translate("PeoplePage", "Give the chosen account another role"))
        self.role.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.role)
        menu.setToolTipsVisible(True)
        for role in Role:
            action = menu.addAction(roles.name_of(role))
            action.setToolTip(roles.what_of(role))
            action.setCheckable(True)
            action.setData(str(role))
            action.triggered.connect(lambda _=False, r=role: self._change_role(r))
        self.role.setMenu(menu)
        self.make.clicked.connect(self._begin)
        self.add.clicked.connect(self._add)
        self.password.clicked.connect(self._set_password)
        self.close_account.clicked.connect(self._close)
        self.table.itemSelectionChanged.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        for button in (self.make, self.add, self.role, self.password, self.close_account):
            row.addWidget(button)
            button.hide()
        row.addStretch(1)
        self.table.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(3 * theme.GRID)
        for part in (self.heading, self.words):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.state)
        column.addWidget(self.table, 1)
        column.addStretch(0)


def _alone() -> str:
    return translate(
        "PeoplePage",
        "This desk has no accounts: whoever uses this computer's login may do everything. With accounts the window "
        "asks for a name and a password, locks when nobody is there, and each person does what a role allows. The log "
        "of verdicts then carries the name that signed in.",
    )


def _several() -> str:
    return translate(
        "PeoplePage",
        "Accounts are closed, never removed: what somebody said stays under the name. Every change stands in the "
        "audit log. Passwords are kept as Argon2 verifiers only and cannot be read back.",
    )


def _first() -> str:
    return translate(
        "PeoplePage",
        "This account looks after all others. From now on nobody works at this desk without signing in; this cannot "
        "be taken back. Keep the password safe: a lost one of the only administrator cannot be renewed.",
    )
