"""What every page of the administrator's rooms is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from xraydesk.admin.room import AdminRoom


class AdminTab(QWidget):
    """A page. It is given its room when it comes into sight and whenever the room changes while it is in sight."""

    said = Signal(str)  # a sentence for the line below
    changed = Signal()  # accounts, models or settings are not what they were: other pages are to look again
    accounts_begun = Signal(object)  # Account of the first administrator
    models_changed = Signal()  # another version of a model is in use: the desk is to be made anew
    open_wanted = Signal(str, object)  # study id, folder: show it at the reading desk
    page_wanted = Signal(str)  # turn to the page of this key
    train_wanted = Signal(str)  # begin a training run on the source of training data of this name
    compare_wanted = Signal(object)  # compare the model of the run in this folder with the version in use

    def show_room(self, room: AdminRoom) -> None:
        """Draw what the room holds; what takes longer than a moment is worked out off the main thread."""
        raise NotImplementedError

    def use_source(self, name: str) -> None:
        """Begin a run on a source of training data; for the page that trains."""

    def use_challenger(self, folder: Path) -> None:
        """Compare the model of a finished run with the version in use; for the page that compares."""

    def close_tasks(self) -> None:
        """Stop the page's work and wait for it; pages without work of their own have nothing to do."""
