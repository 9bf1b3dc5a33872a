"""The rooms of the window: reading and research, and the way from one to the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from xraydesk.gui.language import translate
from xraydesk.gui.rail import Rail
from xraydesk.gui.research.page import ResearchPage

if TYPE_CHECKING:
    from xraydesk.triage.desk import Desk

READING, RESEARCH = 0, 1


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

    def __init__(self, reading: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = Rail(parent)
        self.research = ResearchPage(parent)
        self.stack = QStackedWidget(parent)
        for room in (reading, self.research):
            self.stack.addWidget(room)
        self.rail.add(translate("Rooms", "Read"), "read", translate("Rooms", "Worklist and films (F2)"))
        hint = translate("Rooms", "Agreement, recall, the misclassified (F3)")
        self.rail.add(translate("Rooms", "Research"), "research", hint)
        self.rail.wanted.connect(self._show)
        self.research.open_wanted.connect(self.study_wanted)

    def set_desk(self, desk: Desk | None) -> None:
        """Look at another desk's log from now on."""
        self.research.set_desk(desk)
        if self.stack.currentIndex() == RESEARCH:
            self.research.reload()

    def set_folder(self, folder: Path) -> None:
        """Say which folder is open at the reading desk."""
        self.research.set_folder(folder)

    def show_reading(self) -> None:
        """Go to the worklist and the films."""
        self._show(READING)

    def show_research(self) -> None:
        """Go to the researcher's pages; the log is read anew."""
        self._show(RESEARCH)

    def close_tasks(self) -> None:
        """Stop what works for the rooms and wait for it."""
        self.research.close_tasks()

    def _show(self, place: int) -> None:
        self.rail.show_place(place)
        self.stack.setCurrentIndex(place)
        if place == RESEARCH:
            self.research.reload()
