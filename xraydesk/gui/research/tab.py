"""What every page of the researcher's tab is: a widget that is given a scene and draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from xraydesk.research.archive import Archive
    from xraydesk.research.scene import Scene


class ResearchTab(QWidget):
    """A page. It is given a scene when it comes into sight and whenever the scene changes while it is in sight."""

    open_wanted = Signal(str, object)  # study id, folder: show this study at the reading desk
    sample_wanted = Signal(object)  # how far a sample is: read it at the reading desk, one study after the other
    changed = Signal()  # the page wrote into the archive: it is to be read anew
    points_changed = Signal()  # other operating points hold from now on: the reading desk is to take them
    said = Signal(str)  # a sentence for the line below

    def show_scene(self, archive: Archive, scene: Scene) -> None:
        """Draw what the scene holds; what takes longer than a moment is worked out off the main thread."""
        raise NotImplementedError

    def close_tasks(self) -> None:
        """Stop the page's work and wait for it; pages without work of their own have nothing to do."""
