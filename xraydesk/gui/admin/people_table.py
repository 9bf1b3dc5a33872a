"""The accounts as a table: name, role, since when, last here, and what stands in the way of signing in."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from xraydesk.admin.people import Account, Person
from xraydesk.gui import roles
from xraydesk.gui.language import translate
from xraydesk.gui.words import date_time


class PeopleTable(QTableWidget):
    """One line for each account; the chosen one stays chosen when it is filled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heads = (
            translate("PeopleTable", "Name"),
            translate("PeopleTable", "Role"),
            translate("PeopleTable", "Since"),
            translate("PeopleTable", "Last signed in"),
            translate("PeopleTable", "State"),
        )
        super().__init__(0, len(heads), parent)
        self._persons: tuple[Person, ...] = ()
        self.setHorizontalHeaderLabels(heads)
        self.setAccessibleName(translate("PeopleTable", "Accounts"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)

    @property
    def chosen(self) -> Account | None:
        """The account whose line is chosen."""
        row = self.currentRow()
        return self._persons[row].account if 0 <= row < len(self._persons) and self.selectedItems() else None

    def fill(self, persons: Sequence[Person], here: str) -> None:
        """Show accounts; ``here`` is who sits here."""
        before = self.chosen
        self._persons = tuple(persons)
        self.setRowCount(len(persons))
        for row, person in enumerate(persons):
            for column, text in enumerate(_cells(person, here)):
                self.setItem(row, column, QTableWidgetItem(text))
        names = [person.account.name for person in persons]
        if before is not None and before.name in names:
            self.selectRow(names.index(before.name))


def _cells(person: Person, here: str) -> tuple[str, ...]:
    last = translate("PeopleTable", "never") if person.last is None else date_time(person.last.astimezone())
    since = date_time(person.since.astimezone())
    return person.account.name, roles.name_of(person.account.role), since, last, _state(person, here)


def _state(person: Person, here: str) -> str:
    if not person.account.active:
        return translate("PeopleTable", "Closed")
    if person.wait_s > 0:
        text = translate("PeopleTable", "Shut for {count} s after wrong passwords")
        return text.format(count=ceil(person.wait_s))
    return translate("PeopleTable", "Sits here") if person.account.name == here else ""
