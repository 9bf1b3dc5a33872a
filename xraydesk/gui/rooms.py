"""The rooms of the window: reading, research, training, the site, and the way from one to the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from xraydesk.admin.people import Account, Role, may
from xraydesk.admin.room import room_of
from xraydesk.gui import roles
from xraydesk.gui.admin.admin_page import AdminPage
from xraydesk.gui.admin.pages import site_pages, train_pages
from xraydesk.gui.language import translate
from xraydesk.gui.rail import Rail
from xraydesk.gui.research.page import ResearchPage

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

READING, RESEARCH, TRAIN, SITE = range(4)
_ROLES = {RESEARCH: Role.RESEARCHER, TRAIN: Role.ADMINISTRATOR, SITE: Role.ADMINISTRATOR}


class Rooms(QObject):
    """The rail at the left, a room beside it.

    Parameters
    ----------
    reading
        What the first room shows.
    parent
        The window.
    """

    study_wanted = Signal(str, object)  # study id, folder: show it at the reading desk
    accounts_begun = Signal(object)  # Account of the first administrator: the desk is that person's from now on
    changed = Signal()  # accounts or settings are not what they were
    refused = Signal(str)  # a sentence: why a room is shut
    sample_wanted = Signal(object)  # how far a sample is: read it at the desk
    models_changed = Signal()  # another version of a model is in use: the desk is to be made anew

    def __init__(self, reading: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._account: Account | None = None
        self.place = READING  # the room that is shown, or before which a page stands
        self.rail = Rail(parent)
        self.research = ResearchPage(parent)
        self.train = AdminPage(train_pages(), parent)
        self.site = AdminPage(site_pages(), parent)
        self.stack = QStackedWidget(parent)
        for room in (reading, self.research, self.train, self.site):
            self.stack.addWidget(room)
        for word, icon, hint in _words():
            self.rail.add(word, icon, hint)
        self.rail.wanted.connect(self._show)
        self.research.open_wanted.connect(self.study_wanted)
        self.research.sample_wanted.connect(self.sample_wanted)
        for admin, other in ((self.train, self.site), (self.site, self.train)):
            admin.open_wanted.connect(self.study_wanted)
            admin.models_changed.connect(self.models_changed)
            admin.changed.connect(other.draw_again)
            admin.changed.connect(self.changed)
            admin.accounts_begun.connect(self.accounts_begun)

    def set_desk(self, desk: Desk | None) -> None:
        """Look at another desk's log and data folder from now on."""
        self._desk = desk
        self.research.set_desk(desk)
        if desk is None:
            for admin in (self.train, self.site):
                admin.set_room(None)
        self._come_into_sight(self.place)

    def set_account(self, account: Account | None) -> None:
        """Open the rooms that an account may enter, all where it is None; who is in another one leaves it."""
        before, self._account = self._account, account
        self.research.account = account
        for place, role in _ROLES.items():
            self.rail.allow(place, "" if may(account, role) else roles.wanted(role))
        if not self._may(self.place):
            self.show_reading()
        elif account != before and self.place in (TRAIN, SITE):
            self._come_into_sight(self.place)

    def set_folder(self, folder: Path) -> None:
        """Say which folder is open at the reading desk."""
        self.research.set_folder(folder)

    def show_reading(self) -> None:
        """Go to the worklist and the films."""
        self._show(READING)

    def show_research(self) -> None:
        """Go to the researcher's pages; the log is read anew."""
        self._show(RESEARCH)

    def show_training(self) -> None:
        """Go to the pages on training."""
        self._show(TRAIN)

    def show_site(self) -> None:
        """Go to the pages on models in use, people and the audit log."""
        self._show(SITE)

    def show_page(self, page: QWidget) -> None:
        """Show a page that is no room, the guide, in place of the room; the rail or `leave_page` leads back."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def leave_page(self) -> None:
        """Go back to the room as it was left."""
        self.stack.setCurrentIndex(self.place)

    def close_tasks(self) -> None:
        """Stop what works for the rooms and wait for it."""
        for room in (self.research, self.train, self.site):
            room.close_tasks()

    def _may(self, place: int) -> bool:
        return place not in _ROLES or may(self._account, _ROLES[place])

    def _show(self, place: int) -> None:
        if not self._may(place):
            self.refused.emit(roles.wanted(_ROLES[place]))
            return
        self.place = place
        self.rail.show_place(place)
        self.stack.setCurrentIndex(place)
        self._come_into_sight(place)

    def _come_into_sight(self, place: int) -> None:
        if place == RESEARCH:
            self.research.reload()
        elif place in (TRAIN, SITE) and self._desk is not None:
            admin = self.train if place == TRAIN else self.site
            admin.set_room(room_of(self._desk, self._account))
            admin.come_into_sight()


def _words() -> list[tuple[str, str, str]]:
    """Return word, icon and hint of each room, in the order of their places."""
    return [
        (translate("Rooms", "Read"), "read", translate("Rooms", "Worklist and films (F2)")),
        (translate("Rooms", "Research"), "research", translate("Rooms", "Agreement, recall, the misclassified (F3)")),
        (translate("Rooms", "Train"), "train", translate("Rooms", "Train a model on the site's own cases (F4)")),
        (translate("Rooms", "Site"), "site", translate("Rooms", "Models in use, people, the audit log (F9)")),
    ]
